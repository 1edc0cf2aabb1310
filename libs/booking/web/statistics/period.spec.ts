import { kindOf, periodAround, readDays, stepped } from './period';

it.each([
  ['month', '2026-02-14', '2026-02-01', '2026-02-28'],
  ['quarter', '2026-11-29', '2026-10-01', '2026-12-31'],
  ['year', '2026-11-29', '2026-01-01', '2026-12-31'],
] as const)('the %s around %s', (kind, date, from, to) => {
  expect(periodAround(kind, date)).toEqual({ from, to });
  expect(kindOf({ from, to })).toBe(kind);
});

it('days of one’s own are no whole month', () => expect(kindOf({ from: '2026-11-02', to: '2026-11-30' })).toBe('custom'));

it.each([
  [{ from: '2026-12-01', to: '2026-12-31' }, 1, { from: '2027-01-01', to: '2027-01-31' }],
  [{ from: '2026-03-01', to: '2026-03-31' }, -1, { from: '2026-02-01', to: '2026-02-28' }],
  [{ from: '2026-01-01', to: '2026-03-31' }, -1, { from: '2025-10-01', to: '2025-12-31' }],
  [{ from: '2026-11-02', to: '2026-11-08' }, 1, { from: '2026-11-09', to: '2026-11-15' }],
] as const)('%j goes by %s to %j', (days, by, next) => expect(stepped(days, by)).toEqual(next));

it.each([
  [{}, { from: '2026-11-01', to: '2026-11-30' }],
  [
    { from: '2026-03-01', to: 'demain' },
    { from: '2026-11-01', to: '2026-11-30' },
  ],
  [
    { from: '2026-03-09', to: '2026-03-01' },
    { from: '2026-11-01', to: '2026-11-30' },
  ],
  [
    { from: '2026-03-01', to: '2026-03-09' },
    { from: '2026-03-01', to: '2026-03-09' },
  ],
])('reads %j', (query, days) => expect(readDays(query, '2026-11-29')).toEqual(days));
