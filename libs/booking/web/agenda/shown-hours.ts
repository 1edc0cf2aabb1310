import type { CalendarItem } from '@bota/booking/domain';
import { addDays, wallOf } from '@bota/shared/domain';

const USUAL = { from: 8, to: 21 };

/** The hours of the day the agenda shows, whole hours of the house: 8 to 21, more when something lies outside. */
export function shownHours(items: readonly Pick<CalendarItem, 'start' | 'end'>[], zone: string): { from: string; to: string } {
  let { from, to } = USUAL;
  for (const { start, end } of items) {
    const [startDate, startClock] = wallOf(new Date(start), zone).split('T') as [string, string];
    const [endDate, endClock] = wallOf(new Date(end), zone).split('T') as [string, string];
    // What ends with its day takes no hour of the next one.
    const isOfOneDay = startDate === endDate || (endDate === addDays(startDate, 1) && hours(endClock) === 0);
    from = Math.min(from, isOfOneDay ? Number(startClock.slice(0, 2)) : 0);
    to = Math.max(to, startDate === endDate ? Math.ceil(hours(endClock)) : 24);
  }
  return { from: clock(from), to: clock(to) };
}

const hours = (text: string) => Number(text.slice(0, 2)) + Number(text.slice(3, 5)) / 60;
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

const HALF_HOUR_MS = 30 * 60_000;
const MANY = 0.2;

/** Least width of an hour in px: a day of many short events is drawn wider, and scrolls. */
export function hourWidth(items: readonly Pick<CalendarItem, 'start' | 'end'>[]): number {
  const short = items.filter(({ start, end }) => Date.parse(end) - Date.parse(start) <= HALF_HOUR_MS);
  return short.length > MANY * items.length && short.length > 20 ? 120 : 52;
}
