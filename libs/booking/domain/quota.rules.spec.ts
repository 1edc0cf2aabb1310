import fc from 'fast-check';
import { addMinutes, dateOf, readTime, wallOf, weekdayOf } from '@bota/shared/domain';
import type { PrimeTime } from './quota.contract';
import {
  type QuotaAsk,
  type QuotaBook,
  type QuotaDate,
  type QuotaFacts,
  amountsOf,
  periodOf,
  periodsOf,
  quotaReasons,
  usedOf,
  usesFor,
} from './quota.rules';

const zone = 'Europe/Brussels';
const at = (wall: string) => readTime(wall, zone).instant;
const date = (start: string, end: string, roomIds = ['a']): QuotaDate => ({ start: at(start), end: at(end), roomIds });
const quota = (more: Partial<QuotaFacts> = {}): QuotaFacts => ({
  ...{ id: 'q', source: 'house', per: 'month', counts: 'minutes', limit: 600, roomIds: null, prime: [], ...more },
});
const book = (quotas: QuotaFacts[], others: QuotaDate[] = [], had: QuotaDate[] = []): QuotaBook => ({
  quotas,
  zone,
  others,
  had,
  taken: [],
});
const asks = (...dates: QuotaDate[]): QuotaAsk[] => dates.map((one) => ({ date: one, standing: 'asked' }));
const evenings: PrimeTime[] = [{ weekdays: [1, 2, 3, 4, 5], from: '18:00', to: '22:00' }];

it.each([
  ['week', '2026-03-16', '2026-03-16'],
  ['week', '2026-03-22', '2026-03-16'],
  ['week', '2026-01-01', '2025-12-29'],
  ['month', '2026-03-31', '2026-03-01'],
] as const)('the %s of %s begins on %s', (per, day, first) => expect(periodOf(per, day)).toBe(first));

it.each<[string, QuotaDate, QuotaFacts, Record<string, number>]>([
  ['two hours', date('2026-03-16T10:00', '2026-03-16T12:00'), quota(), { '2026-03-01': 120 }],
  ['an hour over the end of the month', date('2026-01-31T23:30', '2026-02-01T00:30'), quota(), { '2026-01-01': 30, '2026-02-01': 30 }],
  ['until midnight of the last day', date('2026-01-31T23:00', '2026-02-01T00:00'), quota(), { '2026-01-01': 60 }],
  [
    'over Sunday night, by the week',
    date('2026-03-22T23:00', '2026-03-23T02:00'),
    quota({ per: 'week' }),
    { '2026-03-16': 60, '2026-03-23': 120 },
  ],
  ['the night that is an hour short', date('2026-03-28T22:00', '2026-03-29T06:00'), quota(), { '2026-03-01': 420 }],
  ['the night that is an hour long', date('2026-10-24T22:00', '2026-10-25T06:00'), quota(), { '2026-10-01': 540 }],
  ['two rooms at once', date('2026-03-16T10:00', '2026-03-16T12:00', ['a', 'b']), quota(), { '2026-03-01': 240 }],
  [
    'one of two rooms that counts',
    date('2026-03-16T10:00', '2026-03-16T12:00', ['a', 'b']),
    quota({ roomIds: ['b'] }),
    { '2026-03-01': 120 },
  ],
  ['a room that does not count', date('2026-03-16T10:00', '2026-03-16T12:00'), quota({ roomIds: ['b'] }), {}],
  ['a date, where it begins', date('2026-01-31T23:30', '2026-02-01T00:30', ['a', 'b']), quota({ counts: 'dates' }), { '2026-01-01': 1 }],
  ['only the evening part', date('2026-03-16T17:00', '2026-03-16T19:30'), quota({ prime: evenings }), { '2026-03-01': 90 }],
  ['no evening part', date('2026-03-16T09:00', '2026-03-16T18:00'), quota({ prime: evenings }), {}],
  ['a Saturday', date('2026-03-21T18:00', '2026-03-21T22:00'), quota({ prime: evenings }), {}],
  ['two evenings of a long booking', date('2026-03-16T20:00', '2026-03-17T19:00'), quota({ prime: evenings }), { '2026-03-01': 180 }],
  [
    'a date that touches the evening',
    date('2026-03-16T17:00', '2026-03-16T19:30'),
    quota({ counts: 'dates', prime: evenings }),
    { '2026-03-01': 1 },
  ],
  [
    'windows that overlap, once',
    date('2026-03-16T17:00', '2026-03-16T23:00'),
    quota({ prime: [...evenings, { weekdays: [1], from: '20:00', to: '24:00' }] }),
    { '2026-03-01': 300 },
  ],
])('%s counts', (_, one, given, amounts) => expect(Object.fromEntries(amountsOf(given, one, zone))).toEqual(amounts));

describe('ten hours a month, nine and a half of them used', () => {
  const used = [date('2026-01-05T10:00', '2026-01-05T19:30')];
  const full = { code: 'QUOTA_EXCEEDED', limit: 600, used: 570, period: '2026-01-01', per: 'month', counts: 'minutes' };

  it('lets an hour over the end of the month be half in each', () => {
    expect(quotaReasons(book([quota()], used), asks(date('2026-01-31T23:30', '2026-02-01T00:30')))).toEqual([[]]);
  });
  it('refuses a minute more, and says how much is used', () => {
    expect(quotaReasons(book([quota()], used), asks(date('2026-01-20T10:00', '2026-01-20T10:31')))).toEqual([[full]]);
  });
  it('counts the dates of one ask together, each period for itself; one that is refused takes nothing from the next', () => {
    const dates = asks(
      date('2026-01-12T10:00', '2026-01-12T11:00'),
      date('2026-01-19T10:00', '2026-01-19T10:30'),
      date('2026-01-26T10:00', '2026-01-26T10:15'),
      date('2026-02-02T10:00', '2026-02-02T20:00'),
    );
    expect(quotaReasons(book([quota()], used), dates)).toEqual([[full], [], [{ ...full, used: 600 }], []]);
  });
  it('does not count what is refused anyway, and counts what was granted', () => {
    const one = date('2026-01-20T10:00', '2026-01-20T10:30');
    const refused: QuotaAsk = { date: one, standing: 'refused' };
    const granted: QuotaAsk = { date: one, standing: 'granted' };
    expect(quotaReasons(book([quota()], used), [refused, ...asks(one)])).toEqual([[], []]);
    expect(quotaReasons(book([quota()], used), [granted, ...asks(one)])).toEqual([[], [{ ...full, used: 600 }]]);
  });
});

it('what was used before a change may be used after it, also beyond a limit that became lower; not more', () => {
  const had = [date('2026-03-16T10:00', '2026-03-16T14:00')];
  const low = book([quota({ limit: 60 })], [date('2026-03-02T10:00', '2026-03-02T12:00')], had);
  expect(quotaReasons(low, asks(date('2026-03-17T10:00', '2026-03-17T14:00')))).toEqual([[]]);
  expect(quotaReasons(low, asks(date('2026-03-17T10:00', '2026-03-17T14:15')))).toMatchObject([[{ used: 120 }]]);
  expect(quotaReasons(low, asks(date('2026-04-07T10:00', '2026-04-07T14:00')))).toMatchObject([[{ period: '2026-04-01', used: 0 }]]);
});

it('several quotas hold together, and each that is passed says so', () => {
  const both = book(
    [quota({ limit: 60 }), quota({ per: 'week', counts: 'dates', limit: 1, prime: evenings })],
    [date('2026-03-16T18:00', '2026-03-16T19:00')],
  );
  expect(quotaReasons(both, asks(date('2026-03-18T18:00', '2026-03-18T19:00')))).toMatchObject([
    [
      { counts: 'minutes', period: '2026-03-01' },
      { counts: 'dates', period: '2026-03-16', isPrime: true },
    ],
  ]);
});

it('says what is used of a quota and what a draft adds', () => {
  const asked = [date('2026-03-31T23:00', '2026-04-01T01:00')];
  const uses = usesFor(book([quota()], [date('2026-03-16T10:00', '2026-03-16T12:00')]), asked, ({ per }) =>
    periodsOf(per, asked[0] as QuotaDate, zone),
  );
  expect(uses).toMatchObject([
    { period: '2026-03-01', used: 120, asked: 60, limit: 600, isOfRooms: false, isPrime: false },
    { period: '2026-04-01', used: 0, asked: 60 },
  ]);
});

it('what dates use, minute by minute, is what a naive count finds', () => {
  // Windows with full hours beside the hour that is skipped or comes twice.
  const hours = fc.constantFrom('00:00', '01:00', '04:00', '09:00', '12:00', '18:00', '22:00', '24:00');
  const window = fc
    .record({ weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), from: hours, to: hours })
    .filter(({ from, to }) => from < to);
  const dates = fc.array(
    fc.record({
      // The weeks in which clocks change, and the end of a year.
      start: fc.oneof(
        ...['2026-03-27T22:00Z', '2026-10-23T22:00Z', '2026-12-30T22:00Z'].map((from) =>
          fc.integer({ min: 0, max: 4 * 24 * 12 }).map((n) => addMinutes(new Date(from), n * 5)),
        ),
      ),
      minutes: fc.integer({ min: 1, max: 144 }).map((n) => n * 5),
      roomIds: fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c'), { minLength: 1 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const rooms = fc.option(fc.uniqueArray(fc.constantFrom<string>('a', 'b'), { minLength: 1 }), { nil: null });
  fc.assert(
    fc.property(dates, fc.array(window, { maxLength: 2 }), rooms, fc.constantFrom('week', 'month'), (given, prime, roomIds, per) => {
      const all = given.map(({ start, minutes, roomIds: booked }) => ({ start, end: addMinutes(start, minutes), roomIds: booked }));
      const one = quota({ per, prime, roomIds });
      const naive = new Map<string, number>();
      for (const { start, end, roomIds: booked } of all)
        for (let moment = start; moment < end; moment = addMinutes(moment, 5)) {
          const day = dateOf(moment, zone);
          const clock = wallOf(moment, zone).slice(11, 16);
          const counts =
            prime.length === 0 || prime.some(({ weekdays, from, to }) => weekdays.includes(weekdayOf(day)) && from <= clock && clock < to);
          const taken = booked.filter((id) => roomIds?.includes(id) ?? true).length;
          if (counts && taken > 0) naive.set(periodOf(per, day), (naive.get(periodOf(per, day)) ?? 0) + 5 * taken);
        }
      expect(new Map(usedOf(one, all, zone))).toEqual(naive);
    }),
    { numRuns: 200 },
  );
});
