import { minutesBetween, type Reason, type TimeReading } from '@bota/shared/domain';
import type { Ask, RoomFacts } from './booking.facts';
import { admissionReasons, residencyReasons } from './admission.rules';
import { placesOf } from './layout.rules';
import { askable } from './approval.rules';
import { closedFrom, opensAgain } from './opening.rules';
import { takenReasons } from './taken.rules';

/** The longest one booking may last, in days of 24 hours; the database has the same bound. */
export const MAX_SPAN_DAYS = 14;
const MAX_SPAN_MINUTES = MAX_SPAN_DAYS * 24 * 60;

/**
 * Everything that stands against an ask, in the order of its rooms and then of time; empty = yes. Opening hours are those of the booking
 * itself: a house may be set up before it opens.
 * NOT_RESIDENT, NOT_BOOKABLE (an office, an archived room), OVER_CAPACITY (limit: persons), TOO_SHORT and TOO_LONG (limit: elapsed minutes), CLOSED (until: it opens again, when known),
 * what `admissionReasons` says of who asks and when, ROOM_TAKEN (until: that booking ends), BUFFER (limit: minutes; until: the earliest start accepted after that booking).
 */
export function reasonsAgainst(ask: Ask): Reason[] {
  const ofRooms = ask.rooms.flatMap((room) => (room.bookable ? roomReasons(room, ask) : [notBookable(room)]));
  return [...residencyReasons(ask), ...capacityReasons(ask), ...ofRooms];
}

const roomReasons = (room: RoomFacts, ask: Ask): Reason[] => [
  ...admissionReasons(room, ask),
  ...lengthReasons(room, ask),
  ...closedReasons(room, ask),
  ...takenReasons(room, ask),
];

const notBookable = ({ id }: RoomFacts): Reason => ({ code: 'NOT_BOOKABLE', roomId: id });

/** OVER_CAPACITY (limit: persons) when more come than the rooms hold in their layout. */
export function capacityReasons({ rooms, attendees, layout }: Pick<Ask, 'rooms' | 'attendees' | 'layout'>): Reason[] {
  const limit = placesTogether(rooms, layout);
  if (attendees === undefined || attendees <= limit) return [];
  const [only, more] = rooms;
  return [{ code: 'OVER_CAPACITY', ...(only && !more ? { roomId: only.id } : {}), limit }];
}

/** Places that are surely there: of rooms that share a part, the larger counts. */
function placesTogether(rooms: readonly RoomFacts[], layout: Ask['layout']): number {
  const placed = rooms.map((room) => ({ room, places: placesOf(room, layout) }));
  const largestFirst = placed.toSorted((one, other) => (one.places > other.places ? -1 : Number(one.places < other.places)));
  const counted = new Set<string>();
  return largestFirst.reduce((sum, { room, places }) => {
    if (room.unitIds.some((unitId) => counted.has(unitId))) return sum;
    for (const unitId of room.unitIds) counted.add(unitId);
    return sum + places;
  }, 0);
}

function lengthReasons(room: RoomFacts, { span }: Ask): Reason[] {
  const { minMinutes = 0, maxMinutes = Infinity } = room.rules;
  const minutes = minutesBetween(span.start, span.end);
  if (minutes < minMinutes) return [{ code: 'TOO_SHORT', roomId: room.id, limit: minMinutes }];
  return minutes > maxMinutes ? [{ code: 'TOO_LONG', roomId: room.id, limit: maxMinutes }] : [];
}

function closedReasons(room: RoomFacts, { span, closures, zone }: Ask): Reason[] {
  const moment = closedFrom(askable(room), span, closures, zone);
  if (!moment) return [];
  const until = opensAgain(room, moment, closures, zone);
  return [{ code: 'CLOSED', roomId: room.id, ...(until ? { until: until.toISOString() } : {}) }];
}

export type TimeQuestion = {
  start: TimeReading;
  end: TimeReading;
  /** Wall times of a series may fall in a DST gap, a single booking may not. */
  isRecurring: boolean;
  mayBookPast: boolean;
  now: Date;
};

/**
 * What stands against a time before any room is looked at. The refusal `booking/ends-before-it-starts` is a mistake
 * in the request itself; the reasons are TIME_DOES_NOT_EXIST, TOO_LONG (over 14 days; limit: minutes) and IN_THE_PAST.
 */
export function whyNotTime({ start, end, isRecurring, mayBookPast, now }: TimeQuestion): {
  refusal: 'booking/ends-before-it-starts' | null;
  reasons: Reason[];
} {
  const isMissing = !isRecurring && !(start.exists && end.exists);
  const endsBefore = isRecurring || isMissing ? end.wall <= start.wall : end.instant <= start.instant;
  if (endsBefore) return { refusal: 'booking/ends-before-it-starts', reasons: [] };
  const reasons: Reason[] = [];
  if (isMissing) reasons.push({ code: 'TIME_DOES_NOT_EXIST' });
  if (minutesBetween(start.instant, end.instant) > MAX_SPAN_MINUTES) reasons.push({ code: 'TOO_LONG', limit: MAX_SPAN_MINUTES });
  if (!mayBookPast && start.instant < now) reasons.push({ code: 'IN_THE_PAST' });
  return { refusal: null, reasons };
}
