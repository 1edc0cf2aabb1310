import type { Language } from '@bota/shared/domain';

export type Unit = 'day' | 'week' | 'month' | 'year';

/** The words a recurrence is said with, one set per language. Days, months and positions arrive in that language. */
export type RecurrenceWords = {
  locale: string;
  every: (unit: Unit, interval: number) => string;
  /** Weekly on these days; `days` is already a list in words. */
  weekly: (days: string, interval: number) => string;
  weekdays: string;
  /** Joins the place in a month or year with its rhythm. */
  monthly: (places: string, interval: number) => string;
  yearly: (places: string, interval: number) => string;
  dayOfMonth: (day: number) => string;
  dayFromEnd: (day: number) => string;
  dayOrLast: (day: number) => string;
  nth: (position: number, what: string) => string;
  dateInYear: (day: number, months: string) => string;
  placeInYear: (place: string, months: string) => string;
  workday: string;
  weekendDay: string;
  anyDay: string;
  onlyIn: (months: string) => string;
  /** Said of a day that some months, or years, have not. */
  exceptShorter: string;
  leapYears: string;
  until: (date: string) => string;
  times: (count: number) => string;
  /** Calendars whose days are left out; `names` is already a list in words. */
  except: (names: string) => string;
  otherwise: string;
};

const FR_NTH = ['premier', 'deuxième', 'troisième', 'quatrième', 'cinquième'];
const NL_NTH = ['eerste', 'tweede', 'derde', 'vierde', 'vijfde'];
const EN_NTH = ['first', 'second', 'third', 'fourth', 'fifth'];
const fromEnd = (position: number, names: [string, string], other: (n: number) => string) => names[-position - 1] ?? other(-position);

const frDay = (day: number) => (day === 1 ? '1er' : String(day));
const frUnits = { day: 'jours', week: 'semaines', month: 'mois', year: 'ans' };
const frMonths = (months: string) => months.replace(/(^|, | et )(?=[ao])/g, '$1d’').replace(/(^|, | et )(?!d’)/g, '$1de ');
const frEvery = (unit: Unit, interval: number) => {
  if (interval > 1) return `${unit === 'week' ? 'toutes' : 'tous'} les ${interval} ${frUnits[unit]}`;
  return `chaque ${{ day: 'jour', week: 'semaine', month: 'mois', year: 'année' }[unit]}`;
};

const fr: RecurrenceWords = {
  locale: 'fr-BE',
  every: frEvery,
  weekly: (days, interval) =>
    interval > 1 ? `${frEvery('week', interval)}, le ${days.replaceAll(' et ', ' et le ').replaceAll(', ', ', le ')}` : `chaque ${days}`,
  weekdays: 'chaque jour du lundi au vendredi',
  monthly: (places, interval) => (interval > 1 ? `${places}, ${frEvery('month', interval)}` : `${places} de chaque mois`),
  yearly: (places, interval) => `${frEvery('year', interval)}${interval > 1 ? ',' : ''} ${places}`,
  dayOfMonth: (day) => `le ${frDay(day)}`,
  dayFromEnd: (day) => `le ${fromEnd(-day, ['dernier jour', 'avant-dernier jour'], (n) => `${n}e jour avant la fin`)}`,
  dayOrLast: (day) => `le ${day} ou, à défaut, le dernier jour`,
  nth: (position, what) =>
    position > 0
      ? `le ${FR_NTH[position - 1] ?? `${position}e`} ${what}`
      : `le ${fromEnd(position, [`dernier ${what}`, `avant-dernier ${what}`], (n) => `${n}e ${what} avant la fin`)}`,
  dateInYear: (day, months) => `le ${frDay(day)} ${months}`,
  placeInYear: (place, months) => `${place} ${frMonths(months)}`,
  workday: 'jour ouvrable',
  weekendDay: 'jour de week-end',
  anyDay: 'jour',
  onlyIn: (months) => `, seulement en ${months}`,
  exceptShorter: ', sauf les mois plus courts',
  leapYears: ', seulement les années bissextiles',
  until: (date) => ` jusqu’au ${date}`,
  times: (count) => `, ${count} fois`,
  except: (names) => ` (sauf ${names})`,
  otherwise: 'à des dates particulières',
};

const nlUnits = { day: ['dag', 'dagen'], week: ['week', 'weken'], month: ['maand', 'maanden'], year: ['jaar', 'jaar'] };
const nlEvery = (unit: Unit, interval: number) =>
  interval > 1 ? `om de ${interval} ${nlUnits[unit][1]}` : `${unit === 'year' ? 'elk' : 'elke'} ${nlUnits[unit][0]}`;

const nl: RecurrenceWords = {
  locale: 'nl-BE',
  every: nlEvery,
  weekly: (days, interval) => (interval > 1 ? `${nlEvery('week', interval)} op ${days}` : `elke ${days}`),
  weekdays: 'elke dag van maandag tot en met vrijdag',
  monthly: (places, interval) => (interval > 1 ? `${places}, ${nlEvery('month', interval)}` : `${places} van elke maand`),
  yearly: (places, interval) => `${nlEvery('year', interval)} ${places}`,
  dayOfMonth: (day) => `op de ${day}e`,
  dayFromEnd: (day) => `op de ${fromEnd(-day, ['laatste dag', 'voorlaatste dag'], (n) => `${n}e laatste dag`)}`,
  dayOrLast: (day) => `op de ${day}e of anders op de laatste dag`,
  nth: (position, what) =>
    position > 0
      ? `op de ${NL_NTH[position - 1] ?? `${position}e`} ${what}`
      : `op de ${fromEnd(position, [`laatste ${what}`, `voorlaatste ${what}`], (n) => `${n}e laatste ${what}`)}`,
  dateInYear: (day, months) => `op ${day} ${months}`,
  placeInYear: (place, months) => `${place} van ${months}`,
  workday: 'werkdag',
  weekendDay: 'weekenddag',
  anyDay: 'dag',
  onlyIn: (months) => `, alleen in ${months}`,
  exceptShorter: ', behalve in kortere maanden',
  leapYears: ', alleen in schrikkeljaren',
  until: (date) => ` tot en met ${date}`,
  times: (count) => `, ${count} keer`,
  except: (names) => ` (behalve ${names})`,
  otherwise: 'op bijzondere data',
};

const enOrdinal = (day: number) => {
  const suffix = { one: 'st', two: 'nd', few: 'rd' }[new Intl.PluralRules('en', { type: 'ordinal' }).select(day) as string] ?? 'th';
  return `${day}${suffix}`;
};
const enEvery = (unit: Unit, interval: number) => (interval > 1 ? `every ${interval} ${unit}s` : `every ${unit}`);

const en: RecurrenceWords = {
  locale: 'en-GB',
  every: enEvery,
  weekly: (days, interval) => (interval > 1 ? `${enEvery('week', interval)} on ${days}` : `every ${days}`),
  weekdays: 'every day from Monday to Friday',
  monthly: (places, interval) => (interval > 1 ? `${places}, ${enEvery('month', interval)}` : `${places} of every month`),
  yearly: (places, interval) => `${enEvery('year', interval)} ${places}`,
  dayOfMonth: (day) => `on the ${enOrdinal(day)}`,
  dayFromEnd: (day) => `on the ${fromEnd(-day, ['last day', 'second to last day'], (n) => `${enOrdinal(n)} day from the end`)}`,
  dayOrLast: (day) => `on the ${enOrdinal(day)}, or else on the last day`,
  nth: (position, what) =>
    position > 0
      ? `on the ${EN_NTH[position - 1] ?? enOrdinal(position)} ${what}`
      : `on the ${fromEnd(position, [`last ${what}`, `second to last ${what}`], (n) => `${enOrdinal(n)} ${what} from the end`)}`,
  dateInYear: (day, months) => `on ${day} ${months}`,
  placeInYear: (place, months) => `${place} of ${months}`,
  workday: 'working day',
  weekendDay: 'weekend day',
  anyDay: 'day',
  onlyIn: (months) => `, only in ${months}`,
  exceptShorter: ', except in shorter months',
  leapYears: ', only in leap years',
  until: (date) => ` until ${date}`,
  times: (count) => (count === 1 ? ', once' : `, ${count} times`),
  except: (names) => ` (except ${names})`,
  otherwise: 'on particular dates',
};

export const RECURRENCE_WORDS: Record<Language, RecurrenceWords> = { fr, nl, en };
