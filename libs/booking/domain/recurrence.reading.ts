import { addDays, readTime, startOfDay } from '@bota/shared/domain';

export type RecurrenceRefusal = 'recurrence/unreadable' | 'recurrence/too-frequent' | 'recurrence/too-many' | 'recurrence/unsupported';
/** The normalised rule, or why it is refused; `detail` names the part, in English, for whoever wrote the rule. */
export type RuleReading = { rule: string } | { refusal: RecurrenceRefusal; detail: string };

/** The most dates one series may count. */
export const MAX_COUNT = 1000;

const WEEKDAY = '(?:MO|TU|WE|TH|FR|SA|SU)';
const SHAPES: Record<string, RegExp> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^0*[1-9]\d{0,3}$/,
  COUNT: /^0*[1-9]\d*$/,
  UNTIL: /^\d{8}(T\d{6}Z?)?$/,
  BYMONTH: /^([1-9]|0[1-9]|1[0-2])(,([1-9]|0[1-9]|1[0-2]))*$/,
  BYWEEKNO: listOf(53),
  BYYEARDAY: listOf(366),
  BYMONTHDAY: listOf(31),
  BYDAY: new RegExp(`^(-?(?:[1-9]|[1-4]\\d|5[0-3]))?${WEEKDAY}(,(-?(?:[1-9]|[1-4]\\d|5[0-3]))?${WEEKDAY})*$`),
  BYSETPOS: listOf(366),
  WKST: new RegExp(`^${WEEKDAY}$`),
};
const TOO_FREQUENT = ['SECONDLY', 'MINUTELY', 'HOURLY'];
const PARTS_OF_A_SET = ['BYMONTH', 'BYWEEKNO', 'BYYEARDAY', 'BYMONTHDAY', 'BYDAY'];

/** A list of numbers 1…most, each of which may count from the end with a minus. */
function listOf(most: number): RegExp {
  const numbers = Array.from({ length: most }, (_, index) => String(most - index)).join('|');
  return new RegExp(`^-?0*(${numbers})(,-?0*(${numbers}))*$`);
}

/**
 * Reads an RRULE value (RFC 5545 3.3.10) and writes it in one form: upper case, fixed order, UNTIL in UTC
 * (a local UNTIL is wall time of the zone, a date is the end of that day). Refuses rules more frequent than daily,
 * more than 1000 dates, and parts a booking has no use for (BYHOUR, RSCALE, X-…). Reading a result again changes nothing.
 */
export function readRule(rrule: string, zone: string): RuleReading {
  const parts = partsOf(rrule);
  if (!parts) return refused('recurrence/unreadable', 'expected NAME=VALUE parts, each once, separated by ";"');
  const refusal = whyNotRule(parts);
  if (refusal) return refusal;
  const until = parts.get('UNTIL');
  if (until) {
    const instant = untilOf(until, zone);
    if (!instant) return refused('recurrence/unreadable', `UNTIL=${until} is no date`);
    parts.set('UNTIL', ruleTime(instant));
  }
  const rule = Object.keys(SHAPES).flatMap((name) => (parts.has(name) ? [`${name}=${parts.get(name)}`] : []));
  return { rule: rule.join(';') };
}

/** The parts of a rule by name, in upper case and without `+`; null when it is no list of parts. */
export function partsOf(rrule: string): Map<string, string> | null {
  const text = rrule
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;$/, '')
    .replaceAll('+', '');
  const parts = new Map<string, string>();
  for (const part of text.split(';')) {
    const [, name, value] = /^([A-Z-]+)=([^=\s]+)$/.exec(part) ?? [];
    if (!name || !value || parts.has(name)) return null;
    parts.set(name, value);
  }
  return parts;
}

const refused = (refusal: RecurrenceRefusal, detail: string) => ({ refusal, detail });

function whyNotRule(parts: Map<string, string>) {
  if (TOO_FREQUENT.includes(parts.get('FREQ') ?? '')) return refused('recurrence/too-frequent', `FREQ=${parts.get('FREQ')}`);
  for (const [name, value] of parts) {
    const shape = SHAPES[name];
    if (!shape) return refused('recurrence/unsupported', `${name} is not supported`);
    if (!shape.test(value)) return refused('recurrence/unreadable', `${name}=${value}`);
  }
  const misfit = misfitOf(parts);
  if (misfit) return refused('recurrence/unreadable', misfit);
  return Number(parts.get('COUNT') ?? 0) > MAX_COUNT ? refused('recurrence/too-many', `COUNT is more than ${MAX_COUNT}`) : null;
}

/** Parts that RFC 5545 forbids together. */
function misfitOf(parts: Map<string, string>): string | null {
  const freq = parts.get('FREQ');
  const ordinals = /\d/.test(parts.get('BYDAY') ?? '');
  if (!freq) return 'FREQ is missing';
  if (parts.has('COUNT') && parts.has('UNTIL')) return 'COUNT and UNTIL exclude each other';
  if (parts.has('BYWEEKNO') && freq !== 'YEARLY') return 'BYWEEKNO needs FREQ=YEARLY';
  if (parts.has('BYYEARDAY') && freq !== 'YEARLY') return 'BYYEARDAY needs FREQ=YEARLY';
  if (parts.has('BYMONTHDAY') && freq === 'WEEKLY') return 'BYMONTHDAY does not go with FREQ=WEEKLY';
  if (ordinals && freq !== 'MONTHLY' && freq !== 'YEARLY') return 'BYDAY with a number needs FREQ=MONTHLY or YEARLY';
  if (ordinals && parts.has('BYWEEKNO')) return 'BYDAY with a number does not go with BYWEEKNO';
  if (parts.has('BYSETPOS') && !PARTS_OF_A_SET.some((name) => parts.has(name))) return 'BYSETPOS needs another BY part';
  return null;
}

/** `20261222`, `20261222T235959` or `20261222T225959Z` as an instant; null when there is no such date. */
function untilOf(text: string, zone: string): Date | null {
  const date = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  if (!readTime(`${date}T12:00`, 'UTC').exists) return null;
  if (text.length === 8) return new Date(startOfDay(addDays(date, 1), zone).getTime() - 1000);
  const wall = `${date}T${text.slice(9, 11)}:${text.slice(11, 13)}:${text.slice(13, 15)}`;
  return readTime(text.endsWith('Z') ? `${wall}Z` : wall, zone).instant;
}

/** `20261222T225959Z`, as UNTIL is written: rules know no fractions of a second. */
export const ruleTime = (instant: Date): string => instant.toISOString().replace(/[-:]|\.\d+/g, '');

/** The last instant of a normalised rule, inclusive; null when it has none. */
export function untilOfRule(rule: string): Date | null {
  const until = partsOf(rule)?.get('UNTIL');
  return until ? untilOf(until, 'UTC') : null;
}
