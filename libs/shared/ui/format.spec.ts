import { dateRange, day, distance, duration, firstAndLast, time, timeRange, zoneName } from './format';

const BRUSSELS = 'Europe/Brussels';

it.each([
  ['winter', '2026-11-24T13:15:00Z', '14:15'],
  ['summer', '2026-07-24T07:00:00Z', '9:00'],
  ['midnight', '2026-11-23T23:00:00Z', '0:00'],
])('clock time in %s is the house’s, whatever the device says', (_, instant, expected) => {
  for (const language of ['fr', 'nl', 'en'] as const) expect(time(instant, BRUSSELS, language)).toBe(expected);
});

it.each([
  ['fr', 'mardi 24 novembre'],
  ['nl', 'dinsdag 24 november'],
  ['en', 'Tuesday 24 November'],
] as const)('a day in %s', (language, expected) =>
  expect(day('2026-11-24T22:59:00Z', BRUSSELS, language, 'long').replace(',', '')).toBe(expected),
);

it('a span over midnight says the day it ends on', () => {
  expect(timeRange('2026-11-24T13:00:00Z', '2026-11-24T14:30:00Z', BRUSSELS, 'fr')).toBe('14:00–15:30');
  expect(timeRange('2026-11-24T21:00:00Z', '2026-11-25T00:30:00Z', BRUSSELS, 'fr')).toBe('22:00–1:30 (mer. 25 nov.)');
});

it('an end at midnight is the end of the day before', () => {
  expect(timeRange('2026-11-24T21:00:00Z', '2026-11-24T23:00:00Z', BRUSSELS, 'fr')).toBe('22:00–24:00');
  expect(timeRange('2026-11-24T21:00:00Z', '2026-11-26T23:00:00Z', BRUSSELS, 'nl')).toBe('22:00–24:00 (do 26 nov)');
});

it.each([
  ['fr', '2026-12-24', '2026-12-27', '24', '26 décembre 2026'],
  ['fr', '2026-12-01', '2026-12-03', '1er', '2 décembre 2026'],
  ['fr', '2026-11-28', '2026-12-02', '28 novembre', '1er décembre 2026'],
  ['nl', '2026-12-24', '2027-01-02', '24 december 2026', '1 januari 2027'],
] as const)('first and last day in %s from %s before %s', (language, start, end, from, to) =>
  expect(firstAndLast(start, end, language)).toEqual({ from, to }),
);

it.each([
  [120, 'fr', '2 heures'],
  [90, 'fr', '1 heure et 30 minutes'],
  [1, 'nl', '1 minuut'],
  [0, 'en', '0 minutes'],
  [2 * 1440 + 60, 'en', '2 days and 1 hour'],
] as const)('%i minutes in %s', (minutes, language, expected) =>
  expect(duration(minutes, language).replace(/\u00a0/g, ' ')).toBe(expected),
);

it.each([
  ['Europe/Brussels', 'fr', 'heure de Bruxelles'],
  ['Europe/Brussels', 'nl', 'tijd in Brussel'],
  ['Europe/Brussels', 'en', 'Brussels time'],
  ['Europe/Amsterdam', 'fr', 'heure d’Amsterdam'],
  ['America/Argentina/Buenos_Aires', 'en', 'Buenos Aires time'],
  ['UTC', 'nl', 'UTC'],
] as const)('the clocks of %s in %s', (zone, language, expected) => expect(zoneName(zone, language)).toBe(expected));

it.each([
  ['fr', '2026-11-24T12:59:40Z', 'maintenant'],
  ['fr', '2026-11-24T10:00:00Z', 'il y a 3 heures'],
  ['nl', '2026-11-22T12:00:00Z', '2 dagen geleden'],
  ['en', '2026-12-08T13:00:00Z', 'in 14 days'],
] as const)('in %s, %s is %s', (language, instant, expected) => expect(distance(instant, '2026-11-24T13:00:00Z', language)).toBe(expected));

describe('days, and the first of a month', () => {
  it.each([
    ['fr', 'dated', '2026-12-01', '1er décembre 2026'],
    ['fr', 'short', '2026-12-01', 'mar. 1er déc.'],
    ['fr', 'shortDated', '2027-10-12', 'mar. 12 oct. 2027'],
    ['fr', 'dated', '2026-12-11', '11 décembre 2026'],
    ['fr', 'number', '2026-12-01', '1'],
    ['nl', 'dated', '2026-12-01', '1 december 2026'],
    ['en', 'dated', '2026-12-01', '1 December 2026'],
  ] as const)('in %s, %s', (language, style, date, said) => expect(day(`${date}T12:00:00Z`, 'UTC', language, style)).toBe(said));
  it('also begins and ends a range', () =>
    expect(dateRange('2026-12-01', '2027-01-02', 'fr')).toMatch(/^1er décembre 2026.+1er janvier 2027$/));

  it('is short where there is little room', () => {
    expect(dateRange('2026-11-23', '2026-11-30', 'fr', 'dayMonth')).toBe('23–29 nov.');
    expect(dateRange('2026-11-30', '2026-12-07', 'nl', 'dayMonth')).toMatch(/^30 nov.+6 dec$/);
  });
});
