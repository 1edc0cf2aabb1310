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

const DAY: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** A clock time of the wall, `09:00`, as it is read: `9:00`. */
export const clockInWords = (wall: string): string => wall.replace(/^0(?=\d:)/, '');

const clockIn = (timeZone: string, language: Language) => {
  const clock = new Intl.DateTimeFormat(LOCALES[language], { ...CLOCK, timeZone });
  return (moment: Date): string => clockInWords(clock.format(moment));
};

/**
 * When something takes place, for a sentence: `lundi 16 mars 2026, 9:00–11:00`. An end on a later day of the zone is said with its day;
 * midnight is the end of the day before, `24:00`.
 */
export function spanInWords({ start, end }: { start: Date; end: Date }, timeZone: string, language: Language): string {
  const day = new Intl.DateTimeFormat(LOCALES[language], { ...DAY, timeZone });
  const clock = clockIn(timeZone, language);
  const isMidnight = clock(end) === '0:00';
  const [from, to] = [start, isMidnight ? new Date(end.getTime() - 1) : end].map((moment) =>
    dateInWords(day.formatToParts(moment), language),
  );
  return `${from}, ${clock(start)}${from === to ? '–' : ` – ${to}, `}${isMidnight ? '24:00' : clock(end)}`;
}

/** A moment for a sentence: `lundi 16 mars 2026, 10:00`. */
export function momentInWords(moment: Date, timeZone: string, language: Language): string {
  const day = new Intl.DateTimeFormat(LOCALES[language], { ...DAY, timeZone });
  return `${dateInWords(day.formatToParts(moment), language)}, ${clockIn(timeZone, language)(moment)}`;
}

/** Whole days for a sentence: `mardi 8 décembre 2026, toute la journée`, `du jeudi 24 décembre 2026 au vendredi 1er janvier 2027`. */
export function daysInWords(first: string, last: string, language: Language): string {
  const day = new Intl.DateTimeFormat(LOCALES[language], { ...DAY, timeZone: 'UTC' });
  const [from, to] = [first, last].map((date) => dateInWords(day.formatToParts(new Date(`${date}T12:00:00Z`)), language)) as [
    string,
    string,
  ];
  return first === last ? WHOLE_DAY[language](from) : FROM_TO[language](from, to);
}

const WHOLE_DAY: Record<Language, (day: string) => string> = {
  fr: (day) => `${day}, toute la journée`,
  nl: (day) => `${day}, de hele dag`,
  en: (day) => `${day}, all day`,
};
const FROM_TO: Record<Language, (from: string, to: string) => string> = {
  fr: (from, to) => `du ${from} au ${to}`,
  nl: (from, to) => `van ${from} tot en met ${to}`,
  en: (from, to) => `from ${from} to ${to}`,
};
