import { addDays } from '@bota/shared/domain';

export const KINDS = ['month', 'quarter', 'year', 'custom'] as const;
export type Kind = (typeof KINDS)[number];
export type Days = { from: string; to: string };

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const isDate = (text: string | undefined): text is string => !!text && DATE.test(text) && !Number.isNaN(Date.parse(text));

/** The first day of a month so many months later. */
function later(first: string, months: number): string {
  const [year = 0, month = 1] = first.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}

/** The whole month, quarter or year in which a date lies. */
export function periodAround(kind: Exclude<Kind, 'custom'>, date: string): Days {
  const [year, month] = [date.slice(0, 4), Number(date.slice(5, 7))];
  const first = kind === 'month' ? month : kind === 'quarter' ? month - ((month - 1) % 3) : 1;
  const from = `${year}-${String(first).padStart(2, '0')}-01`;
  return { from, to: addDays(later(from, MONTHS[kind]), -1) };
}

/** As what a period is known: a whole month, quarter or year, or days of one’s own. */
export const kindOf = (days: Days): Kind =>
  (['month', 'quarter', 'year'] as const).find((kind) => {
    const whole = periodAround(kind, days.from);
    return whole.from === days.from && whole.to === days.to;
  }) ?? 'custom';

/** The period before or after, as long by the calendar. */
export function stepped(days: Days, by: 1 | -1): Days {
  const kind = kindOf(days);
  if (kind !== 'custom') return periodAround(kind, by > 0 ? addDays(days.to, 1) : addDays(days.from, -1));
  const length = Math.round((Date.parse(days.to) - Date.parse(days.from)) / 86_400_000) + 1;
  return { from: addDays(days.from, by * length), to: addDays(days.to, by * length) };
}

/** Reads an address; what it does not say or says wrongly is the present month. */
export function readDays({ from, to }: { from?: string; to?: string }, today: string): Days {
  return isDate(from) && isDate(to) && from <= to ? { from, to } : periodAround('month', today);
}
