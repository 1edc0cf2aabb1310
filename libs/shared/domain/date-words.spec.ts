import { dateInWords } from './date-words';

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
