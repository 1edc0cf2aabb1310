import { LOCALES, dateInWords, type Language } from '@bota/shared/domain';

export type When = string | number | Date;

const STYLES = {
  /** mardi 24 novembre 2026 */
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** mardi 24 novembre */
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  /** mar. 24 nov. */
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  /** mar. 24 nov. 2026 */
  shortDated: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  /** 24 novembre */
  date: { day: 'numeric', month: 'long' },
  /** 24 nov. */
  dayMonth: { day: 'numeric', month: 'short' },
  /** 24 nov. 2026 */
  dayMonthDated: { day: 'numeric', month: 'short', year: 'numeric' },
  /** 24 novembre 2026 */
  dated: { day: 'numeric', month: 'long', year: 'numeric' },
  /** mardi */
  weekdayLong: { weekday: 'long' },
  /** mar. */
  weekday: { weekday: 'short' },
  /** 24 */
  number: { day: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DayStyle = keyof typeof STYLES;

/** Formatters are dear to make: one per locale and shape. */
const made = new Map<string, Intl.DateTimeFormat>();
function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const found = made.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], options);
  made.set(key, found);
  return found;
}

/** Clock time in the zone, 24 h: `9:00`, `14:15`. */
export function time(instant: When, zone: string, language: Language): string {
  const parts = formatter(language, { timeZone: zone, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }).formatToParts(
    new Date(instant),
  );
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${Number(part('hour'))}:${part('minute')}`;
}

/** When something ends: midnight is the end of the day before, `24:00`, not the beginning of one more. */
export function endTime(instant: When, zone: string, language: Language): { on: Date; time: string } {
  const [at, said] = [new Date(instant), time(instant, zone, language)];
  return said === '0:00' ? { on: new Date(at.getTime() - 1), time: '24:00' } : { on: at, time: said };
}

/** `14:00–15:30`; an end on a later day carries its date. */
export function timeRange(start: When, end: When, zone: string, language: Language): string {
  const last = endTime(end, zone, language);
  const [from, to] = [day(start, zone, language, 'short'), day(last.on, zone, language, 'short')];
  return `${time(start, zone, language)}–${last.time}${from === to ? '' : ` (${to})`}`;
}

/** The day of an instant in the zone. */
export const day = (instant: When, zone: string, language: Language, style: DayStyle): string =>
  dateInWords(formatter(language, { ...STYLES[style], timeZone: zone }).formatToParts(new Date(instant)), language);

/** Cities of the zones of Belgium and its neighbours, where their name differs from that of the zone. */
const CITIES: Record<string, Partial<Record<Language, string>>> = {
  Brussels: { fr: 'Bruxelles', nl: 'Brussel' },
  Paris: { nl: 'Parijs' },
  London: { fr: 'Londres', nl: 'Londen' },
  Luxembourg: { nl: 'Luxemburg' },
  Berlin: { nl: 'Berlijn' },
};
const OF_CITY: Record<Language, (city: string) => string> = {
  fr: (city) => (/^[AEIOUYÉ]/.test(city) ? `heure d’${city}` : `heure de ${city}`),
  nl: (city) => `tijd in ${city}`,
  en: (city) => `${city} time`,
};

/** What the clocks of a time zone are called, by its city: `heure de Bruxelles`, `tijd in Brussel`, `Brussels time`. */
export function zoneName(zone: string, language: Language): string {
  const city = zone.split('/').slice(1).at(-1)?.replaceAll('_', ' ');
  return city ? OF_CITY[language](CITIES[city]?.[language] ?? city) : zone;
}

/** Civil dates `[from, to)` as a range: `23–29 novembre 2026`, by day and month `23–29 nov.` */
export function dateRange(from: string, to: string, language: Language, style: DayStyle = 'dated'): string {
  const last = new Date(Date.parse(`${to}T12:00:00Z`) - 86_400_000);
  const range = formatter(language, { ...STYLES[style], timeZone: 'UTC' });
  return dateInWords(range.formatRangeToParts(new Date(`${from}T12:00:00Z`), last), language);
}

/** The first and the last of civil dates `[from, to)`, apart, for a sentence: the first without what both share, `24` and `26 décembre 2026`. */
export function firstAndLast(from: string, to: string, language: Language): { from: string; to: string } {
  const noon = (date: string) => new Date(`${date}T12:00:00Z`);
  const last = new Date(noon(to).getTime() - 86_400_000);
  const written = last.toISOString().slice(0, 10);
  const style = from.slice(0, 4) !== written.slice(0, 4) ? 'dated' : from.slice(0, 7) !== written.slice(0, 7) ? 'date' : 'number';
  const first = day(noon(from), 'UTC', language, style);
  return { from: style === 'number' && first === '1' && language === 'fr' ? '1er' : first, to: day(last, 'UTC', language, 'dated') };
}

/** `novembre 2026` of a civil date. */
export const month = (date: string, language: Language, style: 'long' | 'short' = 'long'): string =>
  formatter(language, { month: style, year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));

export const number = (value: number, language: Language): string => new Intl.NumberFormat(LOCALES[language]).format(value);

/** A part of a whole: `37 %`, `4,2 %` below ten. */
export const percent = (share: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 }).format(share);

export const list = (items: readonly string[], language: Language): string => new Intl.ListFormat(LOCALES[language]).format(items);

export const either = (items: readonly string[], language: Language): string =>
  new Intl.ListFormat(LOCALES[language], { type: 'disjunction' }).format(items);

/** Minutes in words: `2 heures`, `1 heure et 30 minutes`, `3 jours`. */
export function duration(minutes: number, language: Language): string {
  const whole = Math.round(minutes);
  const parts = [
    { unit: 'day', n: Math.floor(whole / 1440) },
    { unit: 'hour', n: Math.floor((whole % 1440) / 60) },
    { unit: 'minute', n: whole % 60 },
  ].filter(({ n }) => n > 0);
  const words = (parts.length ? parts : [{ unit: 'minute', n: 0 }]).map(({ unit, n }) =>
    new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay: 'long' }).format(n),
  );
  return list(words, language);
}

/** Hours of any number, short: `7 h 30`, `7 u 30`, `7 h 30`; `30 min` below one. */
export function hours(minutes: number, language: Language): string {
  const whole = Math.round(minutes);
  const [full, rest] = [Math.floor(whole / 60), whole % 60];
  if (full === 0 && rest > 0) return `${rest}\u00a0min`;
  const unit = language === 'nl' ? 'u' : 'h';
  return `${number(full, language)}\u00a0${unit}${rest > 0 ? `\u00a0${String(rest).padStart(2, '0')}` : ''}`;
}

const STEPS = [
  { unit: 'minute', ms: 60_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'day', ms: 86_400_000 },
] as const;

/** How far an instant is from another, in whole minutes, hours or days: `il y a 3 heures`, `dans 13 jours`, `maintenant`. */
export function distance(instant: When, now: When, language: Language): string {
  const ms = new Date(instant).getTime() - new Date(now).getTime();
  const step = STEPS.findLast((one) => Math.abs(ms) >= one.ms) ?? STEPS[0];
  const n = Math.trunc(ms / step.ms);
  return new Intl.RelativeTimeFormat(LOCALES[language], { numeric: n === 0 ? 'auto' : 'always' }).format(n, n === 0 ? 'second' : step.unit);
}
