import { minutesBetween, readTime, wallOf } from '@bota/shared/domain';
import type { CalendarBooking, CalendarEvent, CalendarOccurrence, EventTime } from './icalendar.contract';
import { partsOf, readRule, ruleTime } from './recurrence.reading';
import { type Span, expand } from './recurrence.rules';

/** How long calendars that follow us are told of what is over or was cancelled, in days of 24 hours. */
export const REMEMBERED_DAYS = 90;
const DAY_MS = 86_400_000;

type Names = (roomIds: readonly string[]) => string;

/**
 * The VEVENTs of a booking: one, or the series with its left-out dates and one for each date that differs (RFC 5545 3.8.4.4).
 * Series keep wall time and zone. Dates that are over and follow no present rule stand alone, under a UID of their own.
 * A single date that nobody came to is told as cancelled, as what leaves a calendar of ours is; in a series it is left out.
 * `nameRooms` says the rooms in the order of the house. SEQUENCE rises with the version.
 */
export function eventsOf(booking: CalendarBooking, occurrences: readonly CalendarOccurrence[], nameRooms: Names): CalendarEvent[] {
  const kept = occurrences.filter(({ status }) => status === 'confirmed');
  const base = baseOf(booking, nameRooms);
  if (booking.cancelledAt && kept.length === 0) return [{ ...base, ...timesOf(booking, booking), status: 'CANCELLED' }];
  if (booking.rrule === null) {
    const alone = (one: CalendarOccurrence): CalendarEvent => ({ ...base, ...timesOf(one, booking), ...ownOf(one, base, nameRooms) });
    const released = occurrences.filter(({ status }) => status === 'no_show');
    return [...kept.map(alone), ...released.map((one): CalendarEvent => ({ ...alone(one), status: 'CANCELLED' }))];
  }
  return seriesOf(booking, occurrences, base, nameRooms);
}

type Base = Omit<CalendarEvent, 'start' | 'end'>;

const baseOf = (booking: CalendarBooking, nameRooms: Names): Base => ({
  uid: booking.uid,
  sequence: booking.version - 1,
  status: booking.isTentative ? 'TENTATIVE' : 'CONFIRMED',
  exdates: [],
  zone: booking.zone,
  summary: booking.title,
  description: booking.description,
  location: nameRooms(booking.roomIds),
  organisation: booking.organisation,
  isPublic: booking.visibility === 'public',
  createdAt: booking.createdAt,
  changedAt: booking.updatedAt,
  ...(booking.url && { url: booking.url }),
});

function seriesOf(booking: CalendarBooking, occurrences: readonly CalendarOccurrence[], base: Base, nameRooms: Names): CalendarEvent[] {
  const rule = ruleOf(booking, occurrences);
  const byWall = new Map(occurrences.map((one) => [one.recurrenceId, one]));
  const spans = rule === null ? [] : spansOf(booking, rule, occurrences);
  const walls = new Set(spans.map(({ wall }) => wall));
  const left = spans.filter(({ wall }) => byWall.get(wall)?.status !== 'confirmed').map(({ wall }) => wall);
  const first = firstOf(booking);
  const changed = spans.flatMap((span) => {
    const one = byWall.get(span.wall);
    if (one?.status !== 'confirmed' || !differs(one, span, booking, nameRooms(booking.roomIds) !== nameRooms(roomsOf(one, booking))))
      return [];
    return [{ ...base, ...timesOf(one, booking), ...ownOf(one, base, nameRooms), recurrenceId: span.wall }];
  });
  const alone = occurrences
    .filter(({ status, recurrenceId }) => status === 'confirmed' && !walls.has(recurrenceId))
    .map((one) => ({ ...base, ...timesOf(one, booking), ...ownOf(one, base, nameRooms), uid: `${one.id}@bota75` }));
  const master = rule !== null && left.length < spans.length && { ...base, ...first, rrule: rule, exdates: left };
  return [...(master ? [master, ...changed] : []), ...alone];
}

/** The rule as it is told: one that was cancelled ends with the last date that took place; null when none of it did, or when dates stand alone. */
function ruleOf(booking: CalendarBooking, occurrences: readonly CalendarOccurrence[]): string | null {
  const reading = readRule(booking.rrule ?? '', booking.zone);
  if ('refusal' in reading || booking.isApart) return null;
  if (!booking.cancelledAt) return reading.rule;
  const walls = occurrences.filter(({ status }) => status === 'confirmed').map(({ recurrenceId }) => recurrenceId);
  const until = walls.reduce((last, wall) => (wall > last ? wall : last), '');
  if (!until) return null;
  const parts = partsOf(reading.rule) ?? new Map<string, string>();
  parts.delete('COUNT');
  parts.set('UNTIL', ruleTime(readTime(until, booking.zone).instant));
  return [...parts].map(([name, value]) => `${name}=${value}`).join(';');
}

/** Every date that the rule gives, left-out ones too, as far as dates exist. */
function spansOf(
  { wallStart, wallEnd, zone, materialisedUntil }: CalendarBooking,
  rrule: string,
  occurrences: readonly CalendarOccurrence[],
): Span[] {
  const last = Math.max(readTime(wallStart, zone).instant.getTime(), ...occurrences.map(({ startsAt }) => startsAt.getTime()));
  const ends = /(COUNT|UNTIL)=/.test(rrule);
  const until = ends ? new Date(last + 36_525 * DAY_MS) : (materialisedUntil ?? new Date(last + DAY_MS));
  return expand({ start: wallStart, end: wallEnd, zone, rrule }, { until, most: Infinity }).spans;
}

/**
 * The first date. Of an end in the hour that clocks leave out or repeat the time it means is told: calendars read that hour in their own
 * ways. With a start in the hour that comes twice both are read alike.
 */
function firstOf({ wallStart, wallEnd, zone }: CalendarBooking): { start: EventTime; end: EventTime } {
  const end = readTime(wallStart, zone).ambiguous ? { wall: wallEnd, zone } : timeOf(readTime(wallEnd, zone).instant, zone);
  return { start: { wall: wallStart, zone }, end };
}

/**
 * A date says its own times when they are not those of the rule, and also where the clocks change: calendars read
 * the length of a series as elapsed or as wall time, and an hour that is missing or comes twice in their own ways.
 */
function differs(one: CalendarOccurrence, span: Span, booking: CalendarBooking, hasOwnRooms: boolean): boolean {
  const isMoved = one.startsAt.getTime() !== span.start.getTime() || one.endsAt.getTime() !== span.end.getTime();
  const length = minutesBetween(span.start, span.end);
  const first = minutesBetween(readTime(booking.wallStart, booking.zone).instant, readTime(booking.wallEnd, booking.zone).instant);
  const endOnTheWall = wallOf(readTime(booking.wallEnd, booking.zone).instant, booking.zone);
  const onTheWall = minutesBetween(readTime(booking.wallStart, 'UTC').instant, readTime(endOnTheWall, 'UTC').instant);
  const isOdd = length !== first || length !== onTheWall || span.flags.length > 0;
  return isMoved || isOdd || hasOwnRooms || (one.ownTitle !== null && one.ownTitle !== booking.title);
}

const roomsOf = ({ roomIds }: CalendarOccurrence, booking: CalendarBooking) => (roomIds.length > 0 ? roomIds : booking.roomIds);

const ownOf = (one: CalendarOccurrence, base: Base, nameRooms: Names) => ({
  summary: one.ownTitle ?? base.summary,
  ...(one.roomIds.length > 0 && { location: nameRooms(one.roomIds) }),
});

const timesOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, { zone }: CalendarBooking) => ({
  start: timeOf(startsAt, zone),
  end: timeOf(endsAt, zone),
});

/** In autumn a wall time comes twice. Alone it means the first, but not every calendar knows. */
function timeOf(instant: Date, zone: string): EventTime {
  const wall = wallOf(instant, zone);
  return readTime(wall, zone).ambiguous ? { instant } : { wall, zone };
}
