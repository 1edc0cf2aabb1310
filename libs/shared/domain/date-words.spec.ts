import { clockInWords, dateInWords, momentInWords, spanInWords } from './date-words';

const DAY = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

it.each([
  ['fr', '2026-07-01', DAY, '1er juillet 2026'],
  ['fr', '2026-07-11', DAY, '11 juillet 2026'],
  ['fr', '2026-07-01', { day: 'numeric', timeZone: 'UTC' }, '1'],
  ['nl', '2026-07-01', DAY, '1 juli 2026'],
  ['en', '2026-07-01', DAY, '1 July 2026'],
] as const)('in %s, %s', (language, date, shape, said) => {
  const locale = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' }[language];
  expect(dateInWords(new Intl.DateTimeFormat(locale, shape).formatToParts(new Date(date)), language)).toBe(said);
});

it.each([
  ['fr', '2026-12-01T10:00Z', 'mardi 1er décembre 2026, 10:00–11:00'],
  ['nl', '2026-12-01T10:00Z', 'dinsdag 1 december 2026, 10:00–11:00'],
  ['en', '2026-12-01T10:00Z', 'Tuesday, 1 December 2026, 10:00–11:00'],
  ['fr', '2026-12-02T01:00Z', 'mardi 1er décembre 2026, 10:00 – mercredi 2 décembre 2026, 2:00'],
  ['fr', '2026-12-01T23:00Z', 'mardi 1er décembre 2026, 10:00–24:00'],
] as const)('in %s, a span to %s in the time of the house', (language, end, said) => {
  const span = { start: new Date('2026-12-01T09:00Z'), end: new Date(end) };
  expect(spanInWords(span, 'Europe/Brussels', language)).toBe(said);
});

it.each([
  ['09:00', '9:00'],
  ['00:30', '0:30'],
  ['10:00', '10:00'],
  ['24:00', '24:00'],
])('%s on the wall is read %s', (wall, read) => expect(clockInWords(wall)).toBe(read));

it.each([
  ['fr', 'mardi 1er décembre 2026, 9:00'],
  ['nl', 'dinsdag 1 december 2026, 9:00'],
  ['en', 'Tuesday, 1 December 2026, 9:00'],
] as const)('in %s, a moment in the time of the house', (language, said) => {
  expect(momentInWords(new Date('2026-12-01T08:00Z'), 'Europe/Brussels', language)).toBe(said);
});
