import { type Told, toldOf } from '@bota/booking/domain';
import type { Queryable } from '../facts.queries';
import type { FeedBooking } from '../feeds/feed.queries';

/** The calendar of who booked was sent this booking as it is now: it hears no more of this version. */
export async function noteCalendar(tx: Queryable, spaceId: string, booking: FeedBooking, now: Date): Promise<void> {
  await tx.query(NOTE, [spaceId, booking.id, booking.version, JSON.stringify(toldOf(booking, now))]);
}

/** Nothing is to be said of this version; what the calendar knows stays what it is. */
export const passOver = (tx: Queryable, spaceId: string, { id, version }: FeedBooking) => tx.query(PASS_OVER, [spaceId, id, version]);

/** They were told of this change in another way; what they changed themselves before it is still to come. */
export const heardElsewhere = (tx: Queryable, spaceId: string, { id, version }: FeedBooking) =>
  tx.query(HEARD_ELSEWHERE, [spaceId, id, version]);

/** Null: the calendar knows nothing of it. */
export async function calendarKnows(tx: Queryable, spaceId: string, id: string): Promise<Told | null> {
  const [row] = await tx.query<{ told: Told | null }[]>(KNOWN, [spaceId, id]);
  return row?.told ?? null;
}

const NOTE = `
  INSERT INTO booking_confirmation (space_id, booking_id, told_version, told) VALUES ($1, $2, $3, $4)
  ON CONFLICT (space_id, booking_id) DO UPDATE SET told_version = EXCLUDED.told_version, told = EXCLUDED.told
  WHERE booking_confirmation.told_version IS NULL OR booking_confirmation.told_version <= EXCLUDED.told_version`;
const PASS_OVER = 'UPDATE booking_confirmation SET told_version = $3 WHERE space_id = $1 AND booking_id = $2';
const HEARD_ELSEWHERE = `${PASS_OVER} AND told_version = $3 - 1`;
const KNOWN = 'SELECT told FROM booking_confirmation WHERE space_id = $1 AND booking_id = $2';

/** A booking that changed since its calendar was told, and not after $1, held until it is. */
export const CHANGED_SINCE = `/* booking_own_changes */
  SELECT c.space_id AS "spaceId", c.booking_id AS "bookingId"
  FROM booking_confirmation c JOIN booking b ON b.space_id = c.space_id AND b.id = c.booking_id
  WHERE c.told_version <> b.version AND b.updated_at <= $1 AND c.booking_id <> ALL($2::uuid[])
  ORDER BY c.booking_id LIMIT 1 FOR UPDATE OF c, b SKIP LOCKED`;

/** The bookings that go on from a series, one from the other, and that the calendar was never told of, held. */
export const GO_ON = `
  WITH RECURSIVE line AS (
    SELECT b.id, b.booked_by, 0 AS place FROM booking b WHERE b.space_id = $1 AND b.id = $2
    UNION ALL
    SELECT f.id, f.booked_by, line.place + 1 FROM line JOIN booking f ON f.space_id = $1 AND f.follows_id = line.id AND f.booked_by = line.booked_by
    WHERE NOT EXISTS (SELECT FROM booking_confirmation c WHERE c.space_id = $1 AND c.booking_id = f.id)
  )
  SELECT b.id FROM booking b JOIN line ON line.id = b.id AND line.place > 0 WHERE b.space_id = $1 ORDER BY line.place FOR UPDATE OF b`;

/** What is over concerns no calendar any more. */
export const FORGET_CALENDARS = `
  DELETE FROM booking_confirmation c WHERE c.told_version IS NOT NULL AND NOT EXISTS (
    SELECT FROM occurrence o WHERE o.space_id = c.space_id AND o.booking_id = c.booking_id AND o.ends_at >= $1)`;
