import * as fc from 'fast-check';
import { RRule } from 'rrule';
import { addDays, minutesBetween, readTime, wallOf } from '@bota/shared/domain';
import { rule, wallStart } from './recurrence.fixture';
import { expand, overlapsItself, startMatches } from './recurrence.rules';

const zone = 'Europe/Brussels';
const until = new Date('2027-01-01T00:00Z');
const series = (start: string, end: string, rrule: string, exdates?: string[]) => ({ start, end, zone, rrule, exdates });
const startsOf = (start: string, end: string, rrule: string, exdates?: string[]) =>
  expand(series(start, end, rrule, exdates), { until }).spans.map((span) => wallOf(span.start, zone));
const on = (time: string, ...dates: string[]) => dates.map((date) => `2026-${date}T${time}`);

describe('the dates of a series', () => {
  it('keep their wall time over the change to summer time (worked case 1)', () => {
    const { spans, endless, cut } = expand(series('2026-03-16T09:00', '2026-03-16T10:00', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20260406'), {
      until,
    });
    expect(spans.map(({ start }) => start.toISOString().slice(5, 16))).toEqual([
      '03-16T08:00',
      '03-23T08:00',
      '03-30T07:00',
      '04-06T07:00',
    ]);
    expect(spans.every((span) => minutesBetween(span.start, span.end) === 60 && span.flags.length === 0)).toBe(true);
    expect({ endless, cut }).toEqual({ endless: false, cut: false });
  });

  it('move forward out of the hour that does not exist, flagged (worked case 2)', () => {
    const { spans } = expand(series('2026-03-28T02:30', '2026-03-28T03:30', 'FREQ=DAILY;COUNT=3'), { until });
    expect(spans.map((span) => [wallOf(span.start, zone), wallOf(span.end, zone), span.wall, span.flags])).toEqual([
      ['2026-03-28T02:30', '2026-03-28T03:30', '2026-03-28T02:30', []],
      ['2026-03-29T03:30', '2026-03-29T04:30', '2026-03-29T02:30', ['moved-forward']],
      ['2026-03-30T02:30', '2026-03-30T03:30', '2026-03-30T02:30', []],
    ]);
  });

  it('may begin in the hour that does not exist', () =>
    expect(startsOf('2026-03-29T02:30', '2026-03-29T03:30', 'FREQ=DAILY;COUNT=2')).toEqual(['2026-03-29T03:30', '2026-03-30T02:30']));

  it('take the first of an hour that comes twice, flagged', () => {
    const { spans } = expand(series('2026-10-24T02:30', '2026-10-24T03:30', 'FREQ=DAILY;COUNT=3'), { until });
    expect(spans.map((span) => [span.start.toISOString(), minutesBetween(span.start, span.end), span.flags])).toEqual([
      ['2026-10-24T00:30:00.000Z', 60, []],
      ['2026-10-25T00:30:00.000Z', 120, ['ambiguous']],
      ['2026-10-26T01:30:00.000Z', 60, []],
    ]);
  });

  it.each([
    ['2026-03-27', [480, 420, 480]],
    ['2026-10-23', [480, 540, 480]],
  ])('last 7 or 9 hours overnight when the clock changes (worked case 4): from %s', (date, minutes) => {
    const { spans } = expand(series(`${date}T22:00`, `${addDays(date, 1)}T06:00`, 'FREQ=DAILY;COUNT=3'), { until });
    expect(spans.map((span) => minutesBetween(span.start, span.end))).toEqual(minutes);
  });

  it.each([
    ['skipped', 'FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20260630', on('09:00', '01-31', '03-31', '05-31')],
    [
      'the last day instead',
      'FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20260630',
      on('09:00', '01-31', '02-28', '03-31', '04-30', '05-31', '06-30'),
    ],
  ])('on the 31st: %s (worked case 5)', (_, rrule, dates) =>
    expect(startsOf('2026-01-31T09:00', '2026-01-31T10:00', rrule)).toEqual(dates),
  );

  it.each([
    ['a date', ['2026-03-23']],
    ['a wall start', ['2026-03-23T09:00']],
    ['a wall start with seconds', ['2026-03-23T09:00:00']],
  ])('leave out %s, which still counts', (_, exdates) =>
    expect(startsOf('2026-03-16T09:00', '2026-03-16T10:00', 'FREQ=WEEKLY;COUNT=3', exdates)).toEqual(on('09:00', '03-16', '03-30')),
  );

  it('keep a date whose left-out start is another one', () =>
    expect(startsOf('2026-03-16T09:00', '2026-03-16T10:00', 'FREQ=WEEKLY;COUNT=2', ['2026-03-23T08:00'])).toHaveLength(2));

  it('left out by their wall start before the move, not after it', () => {
    const daily = (exdate: string) => startsOf('2026-03-28T02:30', '2026-03-28T03:30', 'FREQ=DAILY;COUNT=2', [exdate]);
    expect([daily('2026-03-29T02:30'), daily('2026-03-29T03:30')].map((dates) => dates.length)).toEqual([1, 2]);
  });

  it.each([
    ['UNTIL at a start includes it', 'FREQ=WEEKLY;UNTIL=20260330T070000Z', 3],
    ['UNTIL a second before excludes it', 'FREQ=WEEKLY;UNTIL=20260330T065959Z', 2],
    ['UNTIL in wall time at a start', 'FREQ=WEEKLY;UNTIL=20260330T090000', 3],
    ['a rule that never comes', 'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30', 0],
    ['an interval past the bound', 'FREQ=YEARLY;INTERVAL=9999', 1],
  ])('%s', (_, rrule, count) => expect(startsOf('2026-03-16T09:00', '2026-03-16T10:00', rrule)).toHaveLength(count));

  it.each([
    ['before a start', '2026-03-23T08:00:00Z', 1],
    ['just after a start', '2026-03-23T08:00:01Z', 2],
    ['before the first', '2026-03-01T00:00:00Z', 0],
  ])('stop at the bound, exclusive: %s', (_, bound, count) => {
    const { spans, endless, cut } = expand(series('2026-03-16T09:00', '2026-03-16T10:00', 'FREQ=WEEKLY'), { until: new Date(bound) });
    expect([spans.length, endless, cut]).toEqual([count, true, false]);
  });

  it.each([
    [3, true, 3],
    [4, false, 4],
    [5, false, 4],
  ])('are cut after %i', (most, cut, count) => {
    const four = expand(series('2026-03-16T09:00', '2026-03-16T10:00', 'FREQ=WEEKLY;COUNT=4'), { until, most });
    expect([four.cut, four.spans.length]).toEqual([cut, count]);
  });

  it('are a thousand at most unless said otherwise', () =>
    expect(expand(series('2026-01-01T09:00', '2026-01-01T10:00', 'FREQ=DAILY'), { until: new Date('2036-01-01') })).toMatchObject({
      cut: true,
      spans: { length: 1000 },
    }));

  it('are none of a rule that is refused', () =>
    expect(() => expand(series('2026-01-01T09:00', '2026-01-01T10:00', 'FREQ=HOURLY'), { until })).toThrow('recurrence/too-frequent'));
});

describe('the first date', () => {
  it.each([
    ['of the rule', '2026-03-16T09:00', 'FREQ=WEEKLY;BYDAY=MO', true],
    ['on another weekday', '2026-03-17T09:00', 'FREQ=WEEKLY;BYDAY=MO', false],
    ['of a weekly rule without days', '2026-03-17T09:00', 'FREQ=WEEKLY', true],
    ['the third Tuesday, second asked', '2026-03-17T09:00', 'FREQ=MONTHLY;BYDAY=2TU', false],
    ['the last Friday by position', '2026-03-27T09:00', 'FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1', true],
    ['a Friday that is not the last', '2026-03-20T09:00', 'FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1', false],
    ['after the end', '2026-03-16T09:00', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20260315', false],
    ['on the day of the end', '2026-03-16T09:00', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20260316', true],
    ['in a DST gap', '2026-03-29T02:30', 'FREQ=DAILY', true],
    ['in an hour that comes twice', '2026-10-25T02:30', 'FREQ=DAILY', true],
    ['of a rule that never comes', '2026-03-16T09:00', 'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30', false],
  ])('%s: %s %s', (_, start, rrule, matches) => expect(startMatches(series(start, start, rrule))).toBe(matches));
});

it.each([
  ['a day every day', '2026-03-17T09:00', 'FREQ=DAILY', false],
  ['a day and a minute every day', '2026-03-17T09:01', 'FREQ=DAILY', true],
  ['a day and a minute every second day', '2026-03-17T09:01', 'FREQ=DAILY;INTERVAL=2', false],
])('%s overlaps itself: %s', (_, end, rrule, expected) =>
  expect(overlapsItself(expand(series('2026-03-16T09:00', end, rrule), { until }).spans)).toBe(expected),
);

it('an independent expansion on plain wall time gives the same dates', () => {
  const bound = new Date('2033-01-01T00:00Z');
  fc.assert(
    fc.property(rule, wallStart, fc.constantFrom(zone, 'America/New_York', 'UTC'), (rrule, start, inZone) => {
      const independent = new RRule({ ...RRule.parseString(rrule), dtstart: new Date(`${start}Z`) })
        .between(new Date(`${start}Z`), new Date('2033-01-02T00:00Z'), true)
        .map((date) => date.toISOString().slice(0, 16))
        .filter((wall) => readTime(wall, inZone).instant < bound);
      const { spans } = expand({ start, end: start, zone: inZone, rrule }, { until: bound, most: 5000 });
      expect(spans.map(({ wall }) => wall)).toEqual(independent);
      expect(spans.map((span) => span.start)).toEqual(independent.map((wall) => readTime(wall, inZone).instant));
      expect(startMatches({ start, end: start, zone: inZone, rrule })).toBe(independent[0] === start);
    }),
    { numRuns: 200 },
  );
});
