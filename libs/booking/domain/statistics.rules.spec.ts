import { minutesOfWeek } from './statistics.rules';

const ZONE = 'Europe/Brussels';

it.each([
  ['four Mondays at nine', { from: '2026-03-02', to: '2026-03-29' }, 1, 9, 4 * 60],
  ['the hour that is skipped', { from: '2026-03-29', to: '2026-03-29' }, 7, 2, 0],
  ['the one after it', { from: '2026-03-29', to: '2026-03-29' }, 7, 3, 60],
  ['the hour that comes twice, beside one that comes once', { from: '2026-10-18', to: '2026-10-25' }, 7, 2, 60 + 120],
  ['another day of that week', { from: '2026-10-19', to: '2026-10-25' }, 6, 2, 60],
  ['a day that is not asked', { from: '2026-10-19', to: '2026-10-20' }, 3, 2, 0],
])('%s', (_, days, weekday, hour, minutes) => expect(minutesOfWeek(days, ZONE)(weekday, hour)).toBe(minutes));

it('half an hour less, where clocks change by half an hour', () =>
  expect(minutesOfWeek({ from: '2026-10-04', to: '2026-10-04' }, 'Australia/Lord_Howe')(7, 2)).toBe(30));

it('all hours together last as long as the days', () => {
  const lasts = minutesOfWeek({ from: '2026-01-01', to: '2026-12-31' }, ZONE);
  const all = Array.from({ length: 7 * 24 }, (_, n) => lasts(1 + Math.floor(n / 24), n % 24));
  expect(all.reduce((sum, minutes) => sum + minutes, 0)).toBe(365 * 24 * 60);
});
