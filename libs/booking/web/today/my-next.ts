import type { CalendarItem } from '@bota/booking/domain';
import { minutesBetween } from '@bota/shared/domain';

/** One of my bookings: its next date, and how many more of its dates are among those known. */
export type Mine = { item: CalendarItem; more: number };

/** My bookings, each once with its next date not yet over, soonest first. */
export function mineFrom(items: readonly CalendarItem[], now: Date): Mine[] {
  const coming = items
    .filter(({ status, end }) => status !== 'cancelled' && new Date(end) > now)
    .sort((a, b) => a.start.localeCompare(b.start));
  const byBooking = Map.groupBy(coming, ({ bookingId }) => bookingId);
  return [...byBooking.values()].flatMap(([item, ...others]) => (item ? [{ item, more: others.length }] : []));
}

/** How near a booking is: the words differ. Minutes are whole and at least 1. */
export type Countdown =
  { is: 'running'; minutes: number } | { is: 'minutes'; minutes: number } | { is: 'hours'; minutes: number } | { is: 'later' };

const SOON = 60;
const TODAY = 12 * 60;

/** In an hour the minutes count, in half a day the quarters of an hour, beyond that the date says it. */
export function countdown(item: Pick<CalendarItem, 'start' | 'end'>, now: Date): Countdown {
  const until = Math.ceil(minutesBetween(now, new Date(item.start)));
  if (until <= 0) return { is: 'running', minutes: Math.max(1, Math.ceil(minutesBetween(now, new Date(item.end)))) };
  if (until <= SOON) return { is: 'minutes', minutes: until };
  return until <= TODAY ? { is: 'hours', minutes: Math.round(until / 15) * 15 } : { is: 'later' };
}
