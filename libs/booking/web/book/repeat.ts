import { partsOf, readRule } from '@bota/booking/domain';
import { dateOf, weekdayOf } from '@bota/shared/domain';

/** How a booking repeats, as the form asks it. The first date itself is never asked twice: it fixes weekday, number and month. */
export type Repeat = {
  every: 'none' | 'day' | 'week' | 'month' | 'year';
  interval: number;
  /** More weekdays beside that of the first date, 1 = Monday. */
  days: number[];
  by: RepeatBy;
  ends: 'never' | 'until' | 'count';
  /** Last civil date, inclusive. */
  until: string;
  count: number;
};
/** The number of the day, months without it skipped; that or else the last day; the last day; the nth or the last such weekday. */
export type RepeatBy = 'number' | 'or-last' | 'last-day' | 'nth' | 'last';

export const NO_REPEAT: Repeat = { every: 'none', interval: 1, days: [], by: 'number', ends: 'until', until: '', count: 10 };

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const FREQ = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const;

const dayOfMonth = (date: string) => Number(date.slice(8));
const monthOf = (date: string) => Number(date.slice(5, 7));
const lengthOfMonth = (date: string) => new Date(Date.UTC(Number(date.slice(0, 4)), monthOf(date), 0)).getUTCDate();
/** Which such weekday of its month a date is: 1 to 5. */
export const ordinalOf = (date: string): number => Math.ceil(dayOfMonth(date) / 7);

/** The ways a month or year can come back to the same date. What not every month or year has can be skipped, or be the last day. */
export function waysOf(date: string, every: Repeat['every']): RepeatBy[] {
  const isLastDay = dayOfMonth(date) === lengthOfMonth(date);
  const isLeapDay = date.endsWith('-02-29');
  return [
    'number' as const,
    ...(every === 'month' && [29, 30].includes(dayOfMonth(date)) ? ['or-last' as const] : []),
    ...(isLastDay && (every === 'month' || isLeapDay) ? ['last-day' as const] : []),
    ...(ordinalOf(date) < 5 ? ['nth' as const] : []),
    ...(dayOfMonth(date) + 7 > lengthOfMonth(date) ? ['last' as const] : []),
  ];
}

/**
 * The RRULE (RFC 5545) of a repeat from its first date on, in the shapes every calendar program reads right; null for none.
 * UNTIL is the end of the last date in the zone, written in UTC.
 */
export function toRrule(repeat: Repeat, date: string, zone: string): string | null {
  if (repeat.every === 'none') return null;
  const parts = [`FREQ=${FREQ[repeat.every]}`, ...placeOf(repeat, date)];
  if (repeat.interval > 1) parts.push(`INTERVAL=${repeat.interval}`);
  if (repeat.ends === 'count') parts.push(`COUNT=${repeat.count}`);
  if (repeat.ends === 'until' && repeat.until) parts.push(`UNTIL=${repeat.until.replaceAll('-', '')}`);
  const reading = readRule(parts.join(';'), zone);
  return 'rule' in reading ? reading.rule : null;
}

function placeOf({ every, days, by }: Repeat, date: string): string[] {
  if (every === 'day') return [];
  if (every === 'week') {
    const all = [...new Set([...days, weekdayOf(date)])].sort();
    return [`BYDAY=${all.map((day) => DAYS[day - 1]).join(',')}`, 'WKST=MO'];
  }
  const ways = waysOf(date, every);
  const way = ways.includes(by) ? by : ways[0];
  const weekday = DAYS[weekdayOf(date) - 1];
  const day = {
    number: `BYMONTHDAY=${dayOfMonth(date)}`,
    // RFC 7529 would say SKIP=BACKWARD, which few calendar programs read: the last of these days that the month has.
    'or-last': `BYMONTHDAY=${dayOfMonth(date) === 29 ? '28,29' : '28,29,30'};BYSETPOS=-1`,
    'last-day': 'BYMONTHDAY=-1',
    nth: `BYDAY=${ordinalOf(date)}${weekday}`,
    last: `BYDAY=-1${weekday}`,
  };
  return [...(every === 'year' ? [`BYMONTH=${monthOf(date)}`] : []), day[way ?? 'number']];
}

/** The form of a rule, or null when the form cannot say that rule (it came from another calendar). */
export function fromRrule(rrule: string, date: string, zone: string): Repeat | null {
  const reading = readRule(rrule, zone);
  const parts = 'rule' in reading ? partsOf(reading.rule) : null;
  const every = (['day', 'week', 'month', 'year'] as const).find((one) => FREQ[one] === parts?.get('FREQ'));
  if (!parts || !every) return null;
  const until = parts.get('UNTIL');
  const repeat: Repeat = {
    every,
    interval: Number(parts.get('INTERVAL') ?? 1),
    // Its own weekday is that of the first date, also when that one moves.
    days: every === 'week' ? weekdaysIn(parts).filter((day) => day !== weekdayOf(date)) : [],
    by: wayOf(parts),
    ends: parts.has('COUNT') ? 'count' : until ? 'until' : 'never',
    until: until ? dateOf(instantOf(until), zone) : '',
    count: Number(parts.get('COUNT') ?? NO_REPEAT.count),
  };
  const own = partsOf(toRrule(repeat, date, zone) ?? '');
  const same = [...parts].every(([name, value]) => name === 'UNTIL' || name === 'WKST' || own?.get(name) === value);
  return same && own && [...own.keys()].every((name) => name === 'WKST' || parts.has(name)) ? repeat : null;
}

const weekdaysIn = (parts: Map<string, string>) =>
  (parts.get('BYDAY') ?? '').split(',').flatMap((day) => (DAYS.includes(day) ? [DAYS.indexOf(day) + 1] : []));

function wayOf(parts: Map<string, string>): RepeatBy {
  if (parts.get('BYMONTHDAY') === '-1') return 'last-day';
  if (parts.get('BYMONTHDAY')?.includes(',')) return 'or-last';
  if (parts.get('BYDAY')?.startsWith('-1')) return 'last';
  return /^\d/.test(parts.get('BYDAY') ?? '') ? 'nth' : 'number';
}

const instantOf = (basic: string) => new Date(basic.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
