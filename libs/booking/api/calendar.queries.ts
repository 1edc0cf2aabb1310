import type { Visibility } from '@bota/booking/domain';
import { UNITS_OF } from '@bota/spaces/api';
import type { CalendarRow } from './booking.view';
import type { Queryable } from './facts.queries';
import { INVITED_TO, IS_INVITED } from './participants/participant.queries';

const COLUMNS = `
  a.occurrence_id AS "occurrenceId", a.booking_id AS "bookingId", a.room_id AS "roomId", a.starts_at AS start, a.ends_at AS "end",
  coalesce(o.own_title, b.title) AS title, b.organisation_id AS "organisationId", b.booked_by AS "bookedBy", b.visibility, b.attendees,
  b.rrule IS NOT NULL AS recurring, b.stage, o.status, o.checked_in_at AS "checkedInAt", b.set_up_minutes AS "setUpMinutes", b.tear_down_minutes AS "tearDownMinutes"`;

// Few dates have a title of their own, and in few rooms people say that they came. An index holds only those: the others cost no look
// into a large table.
const JOINS = `
  LEFT JOIN occurrence o ON o.space_id = $1 AND o.id = a.occurrence_id
    AND (o.own_title IS NOT NULL OR o.checked_in_at IS NOT NULL OR o.released_at IS NOT NULL)
  JOIN booking b ON b.space_id = $1 AND b.id = a.booking_id`;

// Nearly all bookings are shorter than a day, so the first half reads a day more than the window; the few long ones have their own index.
const IN_WINDOW = `
  SELECT * FROM allocation WHERE space_id = $1 AND blocking AND starts_at < $3 AND starts_at >= $2::timestamptz - interval '1 day'
    AND ends_at - starts_at <= interval '1 day' AND ends_at > $2
  UNION ALL
  SELECT * FROM allocation WHERE space_id = $1 AND blocking AND ends_at - starts_at > interval '1 day'
    AND starts_at < $3 AND starts_at > $2::timestamptz - interval '15 days' AND ends_at > $2`;

/** The week view: what takes rooms in `[from, to)`, soonest first. */
export const CALENDAR = `/* booking_calendar */ SELECT ${COLUMNS} FROM (${IN_WINDOW}) a ${JOINS} ORDER BY a.starts_at, a.occurrence_id`;

/** The same for some rooms: whatever takes one of their parts, with all rooms it takes. */
const CALENDAR_OF_ROOMS = `/* booking_calendar_of_rooms */
  WITH shown AS (${IN_WINDOW}), concerned AS (
    SELECT DISTINCT s.occurrence_id FROM shown s JOIN room_unit u ON u.space_id = $1 AND u.unit_id = s.unit_id WHERE u.room_id = ANY($4::uuid[]))
  SELECT ${COLUMNS} FROM shown a JOIN concerned USING (occurrence_id) ${JOINS} ORDER BY a.starts_at, a.occurrence_id`;

export const calendarRows = (db: Queryable, spaceId: string, from: Date, to: Date, roomIds: string[] | null): Promise<CalendarRow[]> =>
  roomIds ? db.query(CALENDAR_OF_ROOMS, [spaceId, from, to, roomIds]) : db.query(CALENDAR, [spaceId, from, to]);

/** What is asked for in `[from, to)` and takes no room until it is decided, in some rooms (null = all), soonest first. */
export const askedRows = (db: Queryable, spaceId: string, from: Date, to: Date, roomIds: string[] | null): Promise<CalendarRow[]> =>
  db.query(ASKED, [spaceId, from, to, roomIds]);

const ASKED = `/* booking_asked */
  SELECT ${COLUMNS} FROM booking b
    JOIN occurrence o ON o.space_id = b.space_id AND o.booking_id = b.id AND o.status = 'requested' AND o.starts_at < $3 AND o.ends_at > $2
    JOIN allocation a ON a.space_id = o.space_id AND a.occurrence_id = o.id AND NOT a.blocking
  WHERE b.space_id = $1 AND b.stage = 'requested' AND b.cancelled_at IS NULL AND ($4::uuid[] IS NULL OR EXISTS (
    SELECT FROM allocation c JOIN room_unit u ON u.space_id = c.space_id AND u.unit_id = c.unit_id
    WHERE c.space_id = o.space_id AND c.occurrence_id = o.id AND u.room_id = ANY($4)))
  ORDER BY a.starts_at, a.occurrence_id`;

/** Coming occurrences of a person's or of organisations' bookings, soonest first. */
export const upcomingRows = (
  db: Queryable,
  question: { spaceId: string; from: Date; personId: string | null; organisationIds: string[]; limit: number; after?: [string, string] },
): Promise<CalendarRow[]> =>
  db.query(
    `SELECT ${COLUMNS}, b.booked_by <> $3 AND ${IS_INVITED('b', '$3')} AS "isInvited" FROM (
       SELECT o.id FROM booking b JOIN occurrence o ON o.space_id = b.space_id AND o.booking_id = b.id
       WHERE b.space_id = $1 AND b.cancelled_at IS NULL AND o.status IN ('confirmed', 'requested') AND o.ends_at > $2
         AND (b.booked_by = $3 OR b.organisation_id = ANY($4::uuid[]) OR b.stage = 'confirmed' AND b.id = ANY(ARRAY(
           SELECT booking_id FROM (${INVITED_TO('$1', 'ARRAY[$3::uuid]')}) invited)))
         AND ($6::timestamptz IS NULL OR (o.starts_at, o.id) > ($6, $7::uuid))
       ORDER BY o.starts_at, o.id LIMIT $5) soon
     JOIN allocation a ON a.space_id = $1 AND a.occurrence_id = soon.id ${JOINS}
     ORDER BY a.starts_at, a.occurrence_id`,
    [question.spaceId, question.from, question.personId, question.organisationIds, question.limit, ...(question.after ?? [null, null])],
  );

const RESIDENT = `EXISTS (SELECT FROM residency WHERE space_id = $1 AND organisation_id = ANY($2::uuid[])
    AND during @> ($3::timestamptz AT TIME ZONE $4)::date)`;

/** Whether one of the organisations is resident at a moment. */
export const IS_RESIDENT = `/* booking_is_resident */ SELECT ${RESIDENT} AS resident`;

/** The same, the closures that touch a window, as the contract shows them, and the bookings that invite the reader. */
export const CALENDAR_FACTS = `/* booking_calendar_facts */
  SELECT ${RESIDENT} AS resident,
    ARRAY(SELECT booking_id FROM (${INVITED_TO('$1', 'ARRAY[$7::uuid]')}) invited) AS "invitedTo",
    (SELECT coalesce(json_agg(json_build_object('id', id, 'roomId', room_id, 'unitIds', ${UNITS_OF('c')}, 'start', starts_at, 'end', ends_at,
        'reason', reason) ORDER BY starts_at), '[]')
     FROM closure c WHERE space_id = $1 AND ends_at > $5 AND starts_at < $6) AS closures`;

/** What is booked from a moment on, in some rooms (null = all), soonest first. */
export const rowsAhead = (db: Queryable, spaceId: string, from: Date, roomIds: readonly string[] | null): Promise<CalendarRow[]> =>
  db.query(
    `SELECT ${COLUMNS} FROM allocation a ${JOINS}
     WHERE a.space_id = $1 AND a.blocking AND a.ends_at > $2 AND a.starts_at > $2::timestamptz - interval '15 days'
       AND ($3::uuid[] IS NULL OR a.room_id = ANY($3))
     ORDER BY a.starts_at, a.occurrence_id`,
    [spaceId, from, roomIds],
  );

type DaysQuestion = {
  spaceId: string;
  zone: string;
  from: Date;
  to: Date;
  roomIds: readonly string[] | null;
  organisationIds: readonly string[] | null;
  personId: string | null;
  isOfMe: boolean;
};
/** Whose they are only where that was asked. */
export type DayCount = { date: string; bookings: number; organisationId: string | null; visibility: Visibility };

/** Bookings of each day of the house; what lasts over several days counts on each. */
export const countedDays = (db: Queryable, question: DaysQuestion): Promise<DayCount[]> => {
  const { spaceId, zone, from, to, roomIds, organisationIds, personId, isOfMe } = question;
  const isOfSome = organisationIds !== null || isOfMe;
  return isOfSome
    ? db.query(DAYS_OF_SOME, [spaceId, from, to, zone, roomIds, organisationIds, isOfMe, personId])
    : db.query(DAYS, [spaceId, from, to, zone, roomIds]);
};

const TAKEN_DAYS = `
  FROM allocation a CROSS JOIN LATERAL generate_series((a.starts_at AT TIME ZONE $4)::date,
    ((a.ends_at - interval '1 microsecond') AT TIME ZONE $4)::date, interval '1 day') AS d(day)`;
const TAKEN_BETWEEN = `
  WHERE a.space_id = $1 AND a.blocking AND a.starts_at < $3 AND a.starts_at > $2::timestamptz - interval '15 days' AND a.ends_at > $2
    AND ($5::uuid[] IS NULL OR a.unit_id IN (SELECT unit_id FROM room_unit WHERE space_id = $1 AND room_id = ANY($5)))`;

const DAYS = `/* booking_days */
  SELECT to_char(d.day, 'YYYY-MM-DD') AS date, count(DISTINCT a.occurrence_id)::int AS bookings, NULL AS "organisationId", 'public' AS visibility
  ${TAKEN_DAYS} ${TAKEN_BETWEEN} GROUP BY d.day ORDER BY d.day`;

const DAYS_OF_SOME = `/* booking_days_of_some */
  SELECT to_char(d.day, 'YYYY-MM-DD') AS date, count(DISTINCT a.occurrence_id)::int AS bookings, b.organisation_id AS "organisationId", b.visibility
  ${TAKEN_DAYS} JOIN booking b ON b.space_id = a.space_id AND b.id = a.booking_id
  ${TAKEN_BETWEEN} AND ($6::uuid[] IS NULL OR b.organisation_id = ANY($6)) AND (NOT $7::boolean OR b.booked_by = $8 OR b.stage = 'confirmed' AND b.id = ANY(ARRAY(
    SELECT booking_id FROM (${INVITED_TO('$1', 'ARRAY[$8::uuid]')}) invited)))
  GROUP BY d.day, b.organisation_id, b.visibility ORDER BY d.day`;
