import type { EntityManager } from 'typeorm';
import { newId } from '@bota/shared/api';
import type { Queryable } from '../facts.queries';

/** What is known of an event by its UID. `digest` null: it was booked here in another way. */
export type KnownEvent = {
  uid: string;
  family: string;
  bookingId: string;
  digest: Buffer | null;
  isCancelled: boolean;
  isSeries: boolean;
  title: string;
};

/** Bookings with these UIDs, and what was imported before of their families. */
export const knownEvents = (db: Queryable, spaceId: string, uids: readonly string[], families: readonly string[]): Promise<KnownEvent[]> =>
  db.query(KNOWN, [spaceId, uids, families]);

export const rememberedRooms = async (db: Queryable, spaceId: string): Promise<Map<string, string>> => {
  const rows = await db.query<{ location: string; roomId: string }[]>(LOCATIONS, [spaceId]);
  return new Map(rows.map(({ location, roomId }) => [location, roomId]));
};

/** From now on these locations mean these rooms; null means none of them. */
export async function rememberRooms(tx: EntityManager, spaceId: string, rooms: readonly { location: string; roomId: string | null }[]) {
  const locations = rooms.map(({ location }) => location);
  await tx.query('DELETE FROM calendar_location WHERE space_id = $1 AND location = ANY($2::text[])', [spaceId, locations]);
  for (const { location, roomId } of rooms)
    if (roomId)
      await tx.query('INSERT INTO calendar_location (space_id, id, location, room_id) VALUES ($1, $2, $3, $4)', [
        spaceId,
        newId(),
        location,
        roomId,
      ]);
}

export type Imported = { spaceId: string; uid: string; family: string; bookingId: string; digest: Buffer; at: Date };

export const rememberEvent = (db: Queryable, { spaceId, uid, family, bookingId, digest, at }: Imported): Promise<unknown> =>
  db.query(REMEMBER, [spaceId, newId(), uid, family, bookingId, digest, at]);

const KNOWN = `/* calendar_import_known */
  SELECT b.uid, coalesce(e.family, b.uid) AS family, b.id AS "bookingId", e.digest, b.cancelled_at IS NOT NULL AS "isCancelled",
    b.rrule IS NOT NULL AS "isSeries", b.title
  FROM booking b LEFT JOIN imported_event e ON e.space_id = b.space_id AND e.booking_id = b.id
  WHERE b.space_id = $1 AND (b.uid = ANY($2::text[])
    OR b.id IN (SELECT booking_id FROM imported_event WHERE space_id = $1 AND family = ANY($3::text[])))`;

const LOCATIONS = `
  SELECT l.location, l.room_id AS "roomId" FROM calendar_location l JOIN room r ON r.space_id = l.space_id AND r.id = l.room_id
  WHERE l.space_id = $1 AND r.bookable AND r.archived_at IS NULL`;

const REMEMBER = `
  INSERT INTO imported_event (space_id, id, uid, family, booking_id, digest, imported_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (space_id, uid) DO UPDATE SET booking_id = $5, digest = $6, imported_at = $7`;
