import { closedWhen } from './closure.words';

const zone = 'Europe/Brussels';

it.each([
  ['2026-12-07T23:00:00Z', '2026-12-08T23:00:00Z', 'mardi 8 décembre 2026, toute la journée'],
  ['2026-12-23T23:00:00Z', '2027-01-01T23:00:00Z', 'du jeudi 24 décembre 2026 au vendredi 1er janvier 2027'],
  ['2026-12-07T23:00:00Z', '2026-12-08T11:00:00Z', 'mardi 8 décembre 2026, 0:00–12:00'],
])('a closure from %s to %s is said as on its page', (start, end, said) =>
  expect(closedWhen({ start, end, zone }, 'fr').replaceAll('\u00a0', ' ')).toBe(said),
);

it('says the last day in each language', () => {
  const days = { start: '2026-12-23T23:00:00Z', end: '2027-01-01T23:00:00Z', zone };
  expect(closedWhen(days, 'nl')).toBe('van donderdag 24 december 2026 tot en met vrijdag 1 januari 2027');
  expect(closedWhen(days, 'en')).toBe('from Thursday, 24 December 2026 to Friday, 1 January 2027');
});
