import fc from 'fast-check';
import { readTime } from '@bota/shared/domain';
import { type BookerKind, hourlyCents, kindOn, priceOf } from './price.rules';

const zone = 'Europe/Brussels';
const at = (wall: string) => readTime(wall, zone).instant;
const span = (start: string, end: string) => ({ start: at(start), end: at(end) });
const room = (resident: number, partner = 0, outsider = 0) => ({ rules: { prices: { resident, partner, outsider } } });
const always = [{ from: '2020-01-01', to: null }];

it.each<[string, string, { from: string; to: string | null }[], BookerKind]>([
  ['lives there', '2026-03-16', always, 'resident'],
  ['on its first day', '2026-03-16', [{ from: '2026-03-16', to: null }], 'resident'],
  ['the day before it comes', '2026-03-15', [{ from: '2026-03-16', to: null }], 'partner'],
  ['on its last day', '2026-03-16', [{ from: '2026-01-01', to: '2026-03-17' }], 'resident'],
  ['the day after it left', '2026-03-17', [{ from: '2026-01-01', to: '2026-03-17' }], 'partner'],
  [
    'between two stays',
    '2026-02-15',
    [
      { from: '2026-01-01', to: '2026-02-01' },
      { from: '2026-03-01', to: null },
    ],
    'partner',
  ],
  [
    'in its second stay',
    '2026-03-01',
    [
      { from: '2026-01-01', to: '2026-02-01' },
      { from: '2026-03-01', to: null },
    ],
    'resident',
  ],
  ['never', '2026-03-16', [], 'outsider'],
])('an organisation that is there: %s', (_, date, stays, kind) => expect(kindOn(date, stays)).toBe(kind));

it.each<[string, ReturnType<typeof span>, number, number]>([
  ['two hours', span('2026-03-16T10:00', '2026-03-16T12:00'), 1200, 2400],
  ['half an hour of an odd price, rounded once', span('2026-03-16T10:00', '2026-03-16T10:30'), 1501, 751],
  ['a third of an hour', span('2026-03-16T10:00', '2026-03-16T10:20'), 1000, 333],
  ['a night in which an hour is skipped: seven hours', span('2026-03-28T22:00', '2026-03-29T06:00'), 1000, 7000],
  ['a night in which an hour comes twice: nine hours', span('2026-10-24T22:00', '2026-10-25T06:00'), 1000, 9000],
  ['a free room', span('2026-03-16T10:00', '2026-03-16T12:00'), 0, 0],
])('the price of %s', (_, when, hourly, cents) => expect(priceOf(when, { rooms: [room(hourly)], stays: always, zone })).toBe(cents));

it('the kind of booker is that of the day on which the date begins, in the house', () => {
  const stays = [{ from: '2026-01-01', to: '2026-04-01' }];
  const priced = { rooms: [room(1000, 2000, 4000)], stays, zone };
  expect(priceOf(span('2026-03-31T23:30', '2026-04-01T00:30'), priced)).toBe(1000);
  expect(priceOf(span('2026-04-01T00:00', '2026-04-01T01:00'), priced)).toBe(2000);
  expect(priceOf(span('2026-04-01T00:00', '2026-04-01T01:00'), { ...priced, stays: [] })).toBe(4000);
});

it('rooms cost together what each of them does; one without prices is free', () => {
  expect(hourlyCents([room(1200), room(800), { rules: {} }], 'resident')).toBe(2000);
});

it('however a date is cut, its parts cost what the whole does, but for half a cent each', () => {
  const minutes = fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 8 });
  const prices = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      minutes,
      prices,
      fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
      (parts, hourly, start) => {
        const priced = { rooms: hourly.map((cents) => room(cents)), stays: always, zone };
        const ends = parts.map((_, index) => start.getTime() + 60_000 * parts.slice(0, index + 1).reduce((sum, one) => sum + one, 0));
        const cuts = ends.map((end, index) => ({ start: new Date(ends[index - 1] ?? start), end: new Date(end) }));
        const whole = priceOf({ start, end: new Date(ends.at(-1) ?? 0) }, priced);
        const sum = cuts.reduce((all, cut) => all + priceOf(cut, priced), 0);
        expect(Math.abs(sum - whole)).toBeLessThanOrEqual((parts.length + 1) / 2);
        const alone = hourly.reduce(
          (all, cents) => all + priceOf({ start, end: new Date(ends.at(-1) ?? 0) }, { ...priced, rooms: [room(cents)] }),
          0,
        );
        expect(Math.abs(alone - whole)).toBeLessThanOrEqual((hourly.length + 1) / 2);
      },
    ),
  );
});
