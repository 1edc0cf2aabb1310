import type { EntityManager } from 'typeorm';

/** In rooms that ask who comes: people came to nearly all that is over or on, and a few times nobody did. */
export async function comeOrNot(tx: EntityManager, spaceId: string, now: Date): Promise<void> {
  await tx.query(NOBODY_CAME, [spaceId, now]);
  await tx.query(CAME, [spaceId, now]);
}

const ASKING = `
  SELECT DISTINCT o.id, o.starts_at, o.ends_at, b.booked_by, (r.rules->'checkIn'->>'releaseMinutes')::int AS minutes
  FROM room r JOIN allocation a ON a.space_id = r.space_id AND a.room_id = r.id
    JOIN occurrence o ON o.space_id = a.space_id AND o.id = a.occurrence_id AND o.status = 'confirmed'
    JOIN booking b ON b.space_id = o.space_id AND b.id = o.booking_id
  WHERE r.space_id = $1 AND r.rules ? 'checkIn' AND o.starts_at < $2`;

/** One in nine, of those that are over. */
const NOBODY_CAME = `
  WITH empty AS (
    SELECT id, starts_at + make_interval(mins => minutes) AS released FROM (
      SELECT *, row_number() OVER (ORDER BY starts_at, id) AS place FROM (${ASKING}) asked) numbered
    WHERE place % 9 = 4 AND ends_at <= $2 AND ends_at > starts_at + make_interval(mins => minutes)
  ), gone AS (
    UPDATE occurrence o SET status = 'no_show', released_at = e.released FROM empty e WHERE o.space_id = $1 AND o.id = e.id RETURNING o.id
  )
  UPDATE allocation a SET ends_at = e.released, tear_down_minutes = 0, during = tstzrange(lower(a.during), e.released, '[)')
  FROM empty e WHERE a.space_id = $1 AND a.occurrence_id = e.id`;

const CAME = `
  UPDATE occurrence o SET checked_in_at = a.starts_at - interval '4 minutes', checked_in_by = a.booked_by
  FROM (${ASKING}) a WHERE o.space_id = $1 AND o.id = a.id`;
