import type { CalendarBooking, CalendarOccurrence } from '@bota/booking/domain';
import type { LocalizedText } from '@bota/shared/domain';
import type { Stage } from '../booking.entity';
import type { Queryable } from '../facts.queries';
import { IS_INVITED } from '../participants/participant.queries';

/** What a feed is about; the public one of a house has no reader and only public bookings. */
export type Subject = { roomId?: string | null; organisationId?: string | null; bookedBy?: string; onlyPublic?: boolean };
export type FeedBooking = Omit<CalendarBooking, 'url' | 'roomIds'> & {
  id: string;
  organisationId: string;
  bookedBy: string;
  roomIds: string[];
  occurrences: CalendarOccurrence[];
  /** Names of the calendars whose days it leaves out. */
  leftOut: LocalizedText[];
  /** Of a person’s own feed: it is there because it invites them. */
  isInvited?: boolean;
};
type RawBooking = Omit<FeedBooking, 'occurrences' | 'isTentative'> & { stage: Stage; occurrences: RawOccurrence[] };
type RawOccurrence = Omit<CalendarOccurrence, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string; isHere: boolean };

/** Bookings with a date that ends after `from`, or cancelled since, with all their dates. */
export async function feedBookings(db: Queryable, spaceId: string, subject: Subject, from: Date): Promise<FeedBooking[]> {
  const rows = await db.query<RawBooking[]>(FEED_BOOKINGS, [
    spaceId,
    from,
    subject.roomId ?? null,
    subject.organisationId ?? null,
    subject.bookedBy ?? null,
    subject.onlyPublic ?? false,
  ]);
  return subject.roomId ? rows.map(ofRoom) : rows.map(withDates);
}

/** One booking, as calendars are told of it. */
export async function feedBooking(db: Queryable, spaceId: string, id: string): Promise<FeedBooking | null> {
  const [row] = await db.query<RawBooking[]>(FEED_BOOKING, [spaceId, id]);
  return row ? withDates(row) : null;
}

const withDates = ({ stage: _, ...row }: RawBooking): FeedBooking => ({ ...row, occurrences: row.occurrences.map(dated) });
const dated = ({ isHere: _, ...one }: RawOccurrence): CalendarOccurrence => ({
  ...one,
  ...{ startsAt: new Date(one.startsAt), endsAt: new Date(one.endsAt) },
});

/** What takes a room: dates of the same booking in other rooms are none of it, and one that is only held takes it too. */
function ofRoom(row: RawBooking): FeedBooking {
  const isTentative = row.stage === 'held' || row.stage === 'requested';
  const status = ({ status, isHere }: RawOccurrence) => (!isHere ? 'cancelled' : status === 'requested' ? 'confirmed' : status);
  return { ...withDates({ ...row, occurrences: row.occurrences.map((one) => ({ ...one, status: status(one) })) }), isTentative };
}

/** Says rooms by their names, in the order of the house. */
export async function roomNames(db: Queryable, spaceId: string): Promise<(ids: readonly string[]) => string> {
  const rows = await db.query<{ id: string; name: string }[]>('SELECT id, name FROM room WHERE space_id = $1 ORDER BY position, name', [
    spaceId,
  ]);
  return (ids) =>
    rows
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(', ');
}

/** Names of the calendars whose days a booking `b` leaves out. */
export const LEFT_OUT = `(SELECT coalesce(json_agg(c.name ORDER BY c.id), '[]') FROM booking_exclusion x
    JOIN exclusion_calendar c ON c.space_id = x.space_id AND c.id = x.calendar_id WHERE x.space_id = b.space_id AND x.booking_id = b.id)`;

const columns = ({ isHere, isApart }: { isHere: string; isApart: string }) => `
    b.id, b.uid, b.version, b.title, b.description, b.visibility, b.organisation_id AS "organisationId", g.name AS organisation,
    b.booked_by AS "bookedBy", b.wall_start AS "wallStart", b.wall_end AS "wallEnd", b.zone, b.starts_at AS "startsAt", b.ends_at AS "endsAt",
    b.rrule, b.exdates, b.materialised_until AS "materialisedUntil", b.cancelled_at AS "cancelledAt", b.created_at AS "createdAt",
    b.updated_at AS "updatedAt", b.stage, ${isApart} AS "isApart",
    ARRAY(SELECT room_id FROM booking_room br WHERE br.space_id = b.space_id AND br.booking_id = b.id) AS "roomIds",
    ${LEFT_OUT} AS "leftOut",
    (SELECT coalesce(json_agg(json_build_object('id', o.id, 'recurrenceId', o.recurrence_id, 'startsAt', o.starts_at, 'endsAt', o.ends_at,
        'status', o.status, 'ownTitle', o.own_title, 'isHere', ${isHere}, 'roomIds', CASE WHEN o.own_rooms THEN ARRAY(
          SELECT DISTINCT a.room_id FROM allocation a WHERE a.space_id = o.space_id AND a.occurrence_id = o.id) ELSE '{}' END)
        ORDER BY o.starts_at, o.recurrence_id), '[]')
     FROM occurrence o WHERE o.space_id = b.space_id AND o.booking_id = b.id) AS occurrences`;
const JOINS = 'JOIN organisation g ON g.id = b.organisation_id';

const UNITS = 'SELECT unit_id FROM room_unit WHERE space_id = $1 AND room_id = $3';
/** The rooms of a booking overlap the room asked. */
const OF_ROOM = `EXISTS (
      SELECT FROM booking_room br JOIN room_unit taken ON taken.space_id = br.space_id AND taken.room_id = br.room_id
      WHERE br.space_id = b.space_id AND br.booking_id = b.id AND taken.unit_id IN (${UNITS}))`;
const SHOWN = columns({
  isHere: `$3::uuid IS NULL OR EXISTS (SELECT FROM allocation a WHERE a.space_id = o.space_id AND a.occurrence_id = o.id AND a.blocking
          AND a.unit_id IN (${UNITS}))`,
  isApart: `$3::uuid IS NOT NULL AND NOT ${OF_ROOM}`,
});

// A date lasts two weeks at most; so far before the window its start may lie. Each arm uses an index of its own. What was never confirmed
// was never told, so its end is not either.
const FEED_BOOKINGS = `/* booking_feed */
  WITH shown AS (
    SELECT a.booking_id AS id FROM allocation a WHERE a.space_id = $1 AND a.blocking AND a.starts_at > $2::timestamptz - interval '15 days'
      AND a.ends_at > $2 AND ($3::uuid IS NULL OR a.unit_id IN (${UNITS}))
    UNION
    SELECT b.id FROM booking b WHERE b.space_id = $1 AND b.cancelled_at > $2 AND b.stage = 'confirmed' AND ($3::uuid IS NULL OR ${OF_ROOM})
  )
  SELECT ${SHOWN}, $5::uuid IS NOT NULL AND b.booked_by <> $5 AS "isInvited" FROM shown JOIN booking b ON b.space_id = $1 AND b.id = shown.id ${JOINS}
  WHERE ($4::uuid IS NULL OR b.organisation_id = $4) AND ($5::uuid IS NULL OR b.booked_by = $5 OR ${IS_INVITED('b', '$5')}) AND (NOT $6 OR b.visibility = 'public')
  ORDER BY b.starts_at, b.id`;

const FEED_BOOKING = `/* booking_feed_of_one */ SELECT ${columns({ isHere: 'true', isApart: 'false' })} FROM booking b ${JOINS} WHERE b.space_id = $1 AND b.id = $2`;
