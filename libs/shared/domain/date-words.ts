import type { Language } from './wire.contract';

/** How numbers and dates are written here: Belgian conventions for French and Dutch, British ones for English. */
export const LOCALES: Record<Language, string> = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' };

/**
 * A date as people say it, from what Intl made of it: French says the first of a month as an ordinal, `1er juillet`, which CLDR leaves
 * out. Without a month it is a number, and stays one.
 */
export function dateInWords(parts: readonly Intl.DateTimeFormatPart[], language: Language): string {
  const isFirst = language === 'fr' && parts.some(({ type }) => type === 'month');
  return parts.map(({ type, value }) => (isFirst && type === 'day' && value === '1' ? '1er' : value)).join('');
}
