import { dateInWords, inLanguage, type Language, type LocalizedText } from '@bota/shared/domain';
import { partsOf, readRule, untilOfRule } from './recurrence.reading';
import { RECURRENCE_WORDS, type RecurrenceWords, type Unit } from './recurrence.words';

const UNITS: Record<string, Unit> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };
const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const WORKDAYS = 'MO,TU,WE,TH,FR';
const SHORTEST_MONTH = 28;
const LONGEST_FEBRUARY = 29;

/** A rule taken apart for saying it. `days`: weekdays with their position in the month (0 = every one). */
type Said = {
  unit: Unit;
  interval: number;
  days: { position: number; day: string }[];
  monthDays: number[];
  months: number[];
  positions: number[];
  isUncommon: boolean;
};

/**
 * A recurrence in words, without capital and full stop: “chaque mardi jusqu’au 22 décembre 2026”.
 * The end is said as a date of the zone. A rule that no form of ours writes is said as “on particular dates”. `leftOut`: the names of the
 * calendars whose days it leaves out, “every Tuesday (except school holidays)”.
 */
export function sentenceOf(rrule: string, language: Language, zone: string, leftOut: readonly LocalizedText[] = []): string {
  const words = RECURRENCE_WORDS[language];
  const names = leftOut.map((name) => inLanguage(name, language)).filter(Boolean);
  return ruleInWords(rrule, language, zone) + (names.length > 0 ? words.except(listOf(names, words)) : '');
}

function ruleInWords(rrule: string, language: Language, zone: string): string {
  const words = RECURRENCE_WORDS[language];
  const reading = readRule(rrule, zone);
  if ('refusal' in reading) return words.otherwise;
  const parts = partsOf(reading.rule) ?? new Map<string, string>();
  const until = untilOfRule(reading.rule);
  const end = until ? words.until(lastDay(until, language, zone)) : '';
  const count = parts.has('COUNT') ? words.times(Number(parts.get('COUNT'))) : '';
  return `${rhythmOf(saidOf(parts), words)}${end}${count}`;
}

function saidOf(parts: Map<string, string>): Said {
  const numbers = (name: string) => parts.get(name)?.split(',').map(Number) ?? [];
  const days = (parts.get('BYDAY')?.split(',') ?? []).map((text) => ({ position: Number(text.slice(0, -2)), day: text.slice(-2) }));
  return {
    unit: UNITS[parts.get('FREQ') ?? ''] ?? 'day',
    interval: Number(parts.get('INTERVAL') ?? 1),
    days: days.sort((a, b) => WEEK.indexOf(a.day) - WEEK.indexOf(b.day)),
    monthDays: numbers('BYMONTHDAY'),
    months: numbers('BYMONTH'),
    positions: numbers('BYSETPOS'),
    isUncommon: parts.has('BYWEEKNO') || parts.has('BYYEARDAY'),
  };
}

function rhythmOf(said: Said, words: RecurrenceWords): string {
  const { unit, interval, days, monthDays, positions, isUncommon } = said;
  if (isUncommon) return words.otherwise;
  if (unit === 'year') return yearOf(said, words);
  const season = said.months.length > 0 ? words.onlyIn(monthsIn(said.months, words)) : '';
  if (unit === 'month') return monthOf(said, words, season);
  if (monthDays.length > 0 || positions.length > 0) return words.otherwise;
  if (days.length === 0) return words.every(unit, interval) + season;
  return unit === 'day' && interval > 1 ? words.otherwise : weekOf(said, words) + season;
}

function weekOf({ days, interval }: Said, words: RecurrenceWords): string {
  const codes = days.map(({ day }) => day).join();
  if (interval === 1 && codes === WEEK.join()) return words.every('day', 1);
  if (interval === 1 && codes === WORKDAYS) return words.weekdays;
  return words.weekly(
    listOf(
      days.map(({ day }) => dayName(day, words)),
      words,
    ),
    interval,
  );
}

function monthOf(said: Said, words: RecurrenceWords, season: string): string {
  const { interval, days, monthDays, positions } = said;
  if (days.length + monthDays.length + positions.length === 0) return words.every('month', interval) + season;
  if (interval === 1 && monthDays.length + positions.length === 0 && days.every(({ position }) => position === 0))
    return weekOf(said, words) + season;
  const places = placesOf(said, words);
  if (!places) return words.otherwise;
  const [day, more] = monthDays;
  const isSkipped = day && !more && day > SHORTEST_MONTH && positions.length === 0 && season === '';
  return words.monthly(listOf(places, words), interval) + (isSkipped ? words.exceptShorter : season);
}

function yearOf(said: Said, words: RecurrenceWords): string {
  const { interval, days, months, monthDays, positions } = said;
  if (days.length + months.length + monthDays.length + positions.length === 0) return words.every('year', interval);
  if (months.length === 0) return words.otherwise;
  const inWords = monthsIn(months, words);
  const [day, more] = monthDays;
  if (day && !more && day > 0 && days.length + positions.length === 0) {
    const isLeapDay = months.join() === '2' && day > SHORTEST_MONTH;
    return words.yearly(words.dateInYear(day, inWords), interval) + (isLeapDay ? words.leapYears : '');
  }
  const places = placesOf(said, words);
  return places ? words.yearly(words.placeInYear(listOf(places, words), inWords), interval) : words.otherwise;
}

/** Where in a month: days by number, or nth weekdays; null when it is not one of the two. */
function placesOf({ days, monthDays, positions }: Said, words: RecurrenceWords): string[] | null {
  if (days.length === 0) return monthDaysOf(monthDays, positions, words);
  if (monthDays.length > 0) return null;
  const hasPosition = days.every(({ position }) => position !== 0);
  if (positions.length === 0) return hasPosition ? days.map(({ day, position }) => words.nth(position, dayName(day, words))) : null;
  if (days.some(({ position }) => position !== 0)) return null;
  const what = setName(
    days.map(({ day }) => day),
    words,
  );
  return positions.map((position) => words.nth(position, what));
}

function monthDaysOf(monthDays: number[], positions: number[], words: RecurrenceWords): string[] | null {
  if (monthDays.length === 0) return null;
  if (positions.length === 0) return monthDays.map((day) => (day > 0 ? words.dayOfMonth(day) : words.dayFromEnd(-day)));
  // BYMONTHDAY=28,29,30;BYSETPOS=-1 is how the 30th becomes the last day of February.
  const last = Math.max(...monthDays);
  const isRun = last >= LONGEST_FEBRUARY && monthDays.length === last - 27 && monthDays.every((day) => day >= 28);
  return isRun && positions.join() === '-1' ? [words.dayOrLast(last)] : null;
}

function setName(days: string[], words: RecurrenceWords): string {
  const whole = { [WORKDAYS]: words.workday, 'SA,SU': words.weekendDay, [WEEK.join()]: words.anyDay }[days.join()];
  return (
    whole ??
    listOf(
      days.map((day) => dayName(day, words)),
      words,
      'disjunction',
    )
  );
}

const listOf = (items: string[], { locale }: RecurrenceWords, type: 'conjunction' | 'disjunction' = 'conjunction') =>
  new Intl.ListFormat(locale, { type }).format(items);

// 5 January 2026 is a Monday: names come from the same place as every other date on the screen.
const dayName = (day: string, { locale }: RecurrenceWords) =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 0, 5 + WEEK.indexOf(day)));

const monthsIn = (months: number[], words: RecurrenceWords) =>
  listOf(
    months.map((month) => new Intl.DateTimeFormat(words.locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month - 1, 1))),
    words,
  );

function lastDay(instant: Date, language: Language, timeZone: string): string {
  const { locale } = RECURRENCE_WORDS[language];
  const shape = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone });
  return dateInWords(shape.formatToParts(instant), language);
}
