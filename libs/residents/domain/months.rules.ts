import { addDays } from '@bota/shared/domain';

/** The first day of a month (`YYYY-MM`), a local date. */
export const firstDayOf = (month: string): string => `${month}-01`;

/** The month a local date lies in. */
export const monthOf = (date: string): string => date.slice(0, 7);

/** The month so many months later (earlier when negative). */
export function addMonths(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const count = year * 12 + number - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The last day of a month. */
export const lastDayOf = (month: string): string => addDays(firstDayOf(addMonths(month, 1)), -1);

/** Every day of a month, in order. */
export const daysOf = (month: string): string[] =>
  Array.from({ length: Number(lastDayOf(month).slice(8)) }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);

/** Every month from one to another, both included; none when the first is the later one. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}
