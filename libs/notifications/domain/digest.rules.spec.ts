import { digestDue } from './digest.rules';

const ZONE = 'Europe/Brussels';
const EARLIER = new Date('2026-01-01T00:00:00Z');
const due = (rhythm: 'daily' | 'weekly', now: string, chosenAt = EARLIER) => digestDue(rhythm, chosenAt, ZONE, new Date(now));

it.each([
  ['a second before seven', '2026-03-17T05:59:59Z', null],
  ['at seven', '2026-03-17T06:00:00Z', '2026-03-17'],
  ['late, after an interruption', '2026-03-17T21:00:00Z', '2026-03-17'],
  ['seven in summer, the day the clocks go forward', '2026-03-29T05:00:00Z', '2026-03-29'],
  ['six in winter is not seven', '2026-03-28T05:00:00Z', null],
  ['seven in winter, the day the clocks go back', '2026-10-25T06:00:00Z', '2026-10-25'],
  ['six on that day', '2026-10-25T05:00:00Z', null],
])('%s', (_, now, day) => expect(due('daily', now)?.day ?? null).toBe(day));

it('looks ahead to the end of the day, which may last 23 or 25 hours', () => {
  expect(due('daily', '2026-03-29T05:00:00Z')?.to.toISOString()).toBe('2026-03-29T22:00:00.000Z');
  expect(due('daily', '2026-10-25T06:00:00Z')?.to.toISOString()).toBe('2026-10-25T23:00:00.000Z');
});

it('the weekly one comes on Mondays, or as soon as it can after an interruption, and looks ahead to the end of Sunday', () => {
  expect(due('weekly', '2026-03-16T05:59:59Z')).toBeNull();
  expect(due('weekly', '2026-03-18T12:00:00Z')).toMatchObject({ day: '2026-03-16', to: new Date('2026-03-22T23:00:00Z') });
  expect(due('weekly', '2026-03-22T22:59:59Z')).toMatchObject({ day: '2026-03-16' });
  expect(due('weekly', '2026-03-18T12:00:00Z', new Date('2026-03-17T10:00:00Z'))).toBeNull();
  expect(due('weekly', '2026-03-16T06:00:00Z')).toMatchObject({ day: '2026-03-16', to: new Date('2026-03-22T23:00:00Z') });
});

it.each([
  ['who chose at seven gets it', '2026-03-17T06:00:00Z', true],
  ['who chose later gets the next one', '2026-03-17T06:00:01Z', false],
])('%s', (_, chosenAt, comes) => expect(due('daily', '2026-03-17T12:00:00Z', new Date(chosenAt)) !== null).toBe(comes));
