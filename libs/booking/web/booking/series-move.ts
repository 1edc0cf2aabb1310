import type { Booking, CalendarItem } from '@bota/booking/domain';
import { addDays, addMinutes, minutesBetween, readTime, wallOf } from '@bota/shared/domain';
import { fromRrule, toRrule } from '../book/repeat';
import { laterWall } from '../book/clock';
import { restOfRule } from '../book/rest-of-rule';
import type { EditInput } from '../bookings.client';

export type Place = { roomIds: string[]; start: string; end: string };
type Spot = Pick<CalendarItem, 'roomIds' | 'start' | 'end'>;

const DAY = 24 * 60;

/**
 * Moving one date from `item` to `place` together with all after it: from where the rule has that date, by the same wall time. The
 * rest of what was said of a whole series holds.
 */
export function followingMove(booking: Booking, item: Spot & { occurrenceId: string }, place: Spot): EditInput {
  const named = booking.occurrences.find(({ id }) => id === item.occurrenceId);
  if (!named) return { scope: 'following', occurrenceId: item.occurrenceId, ...place };
  const length = minutesBetween(new Date(booking.start), new Date(booking.end));
  const start = readTime(named.recurrenceId, booking.zone).instant;
  const rrule = restOfRule(booking, named);
  const rest = {
    ...booking,
    start: start.toISOString(),
    end: addMinutes(start, length).toISOString(),
    recurrence: rrule ? { rrule } : null,
  };
  return { ...seriesMove(rest, item, place), scope: 'following', occurrenceId: item.occurrenceId };
}

/**
 * Moving one date from `item` to `place` as a change of its whole series: by the same wall time, longer by as much, and to other
 * rooms only when the date itself went to others. On another weekday the rule goes along; one the form cannot say stays.
 */
export function seriesMove(booking: Booking, item: Spot, place: Spot): EditInput {
  const { zone, recurrence } = booking;
  const shift = wallMinutes(item.start, place.start, zone);
  const longer = wallMinutes(place.start, place.end, zone) - wallMinutes(item.start, item.end, zone);
  const before = wallOf(new Date(booking.start), zone);
  const start = laterWall(before, shift);
  const end = laterWall(start, wallMinutes(booking.start, booking.end, zone) + longer);
  const days = wallMinutes(`${before.slice(0, 10)}T00:00Z`, `${start.slice(0, 10)}T00:00Z`, 'UTC') / DAY;
  const rrule = recurrence && days ? movedRule(recurrence.rrule, before.slice(0, 10), days, zone) : null;
  const isElsewhere = item.roomIds.join() !== place.roomIds.join();
  return { scope: 'all', start, end, ...(isElsewhere ? { roomIds: place.roomIds } : {}), ...(rrule ? { recurrence: { rrule } } : {}) };
}

/** Where a date of a booking stands, when that is not where it was put: one that was changed alone keeps what it has. */
export function stayedAt({ occurrences }: Booking, occurrenceId: string, place: Spot): Place | null {
  const date = occurrences.find(({ id }) => id === occurrenceId);
  const came = !date || (date.roomIds.join() === place.roomIds.join() && +new Date(date.start) === +new Date(place.start));
  return came ? null : { roomIds: date.roomIds, start: date.start, end: date.end };
}

function movedRule(rrule: string, first: string, days: number, zone: string): string | null {
  const repeat = fromRrule(rrule, first, zone);
  if (!repeat) return null;
  const weekdays = repeat.days.map((day) => ((((day - 1 + days) % 7) + 7) % 7) + 1);
  const until = repeat.until && addDays(repeat.until, days);
  return toRrule({ ...repeat, days: weekdays, until }, addDays(first, days), zone);
}

const asUtc = (instant: string, zone: string) => readTime(`${wallOf(new Date(instant), zone)}Z`, 'UTC').instant;
const wallMinutes = (from: string, to: string, zone: string) => minutesBetween(asUtc(from, zone), asUtc(to, zone));
