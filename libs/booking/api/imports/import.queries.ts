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
  /** One date, and it took place. */
  isOver: boolean;
  isSeries: boolean;
  organisationId: string;
  title: string;
};

/** Bookings with these UIDs, and what was imported before of their families. */
export const knownEvents = (
  db: Queryable,
  { spaceId, now, ...asked }: { spaceId: string; now: Date; uids: readonly string[]; families: readonly string[] },
): Promise<KnownEvent[]> => db.query(KNOWN, [spaceId, asked.uids, asked.families, now]);

/** `nextAt`: its next date. */
export type GoneEvent = KnownEvent & { nextAt: Date };

/** What a calendar had when it was imported before, has no more, and is still ahead here. */
export const goneEvents = async (
  db: Queryable,
  {
    spaceId,
    calendar,
    now,
    uids,
    families,
  }: { spaceId: string; calendar: Buffer | null; now: Date; uids: readonly string[]; families: readonly string[] },
): Promise<GoneEvent[]> => (calendar ? db.query(GONE, [spaceId, uids, families, now, calendar]) : []);

/** From now on these events are of this calendar. In their order: two imports of the same events never wait for each other. */
export const followEvents = (
  db: Queryable,
  { spaceId, calendar, uids }: { spaceId: string; calendar: Buffer | null; uids: readonly string[] },
): Promise<unknown> => db.query(FOLLOW, [spaceId, uids, calendar]);

export const rememberedRooms = async (db: Queryable, spaceId: string): Promise<Map<string, string>> => {
  const rows = await db.query<{ location: string; roomId: string }[]>(LOCATIONS, [spaceId]);
  return new Map(rows.map(({ location, roomId }) => [location, roomId]));
};

/** From now on these locations mean these rooms; null means none of them. Two who say so at once: the last one counts, each in their order. */
export async function rememberRooms(tx: EntityManager, spaceId: string, rooms: readonly { location: string; roomId: string | null }[]) {
  const meant = new Map(rooms.map(({ location, roomId }) => [location, roomId] as const).sort(([one], [other]) => (one < other ? -1 : 1)));
  await tx.query(HOLD_ROOMS, [spaceId, [...meant.keys()]]);
  await tx.query('DELETE FROM calendar_location WHERE space_id = $1 AND location = ANY($2::text[])', [spaceId, [...meant.keys()]]);
  for (const [location, roomId] of meant) if (roomId) await tx.query(REMEMBER_ROOM, [spaceId, newId(), location, roomId]);
}

export type Imported = { spaceId: string; uid: string; family: string; bookingId: string; digest: Buffer; at: Date };

export const rememberEvent = (db: Queryable, { spaceId, uid, family, bookingId, digest, at }: Imported): Promise<unknown> =>
  db.query(REMEMBER, [spaceId, newId(), uid, family, bookingId, digest, at]);

const STATE = `b.cancelled_at IS NOT NULL AS "isCancelled", b.rrule IS NULL AND b.ends_at <= $4 AS "isOver", b.rrule IS NOT NULL AS "isSeries", b.title,
    b.organisation_id AS "organisationId"`;
// An event that came back has its booking under another UID, and is still known by its own.
const KNOWN = `/* calendar_import_known */
  SELECT e.uid, e.family, b.id AS "bookingId", e.digest, ${STATE}
  FROM imported_event e JOIN booking b ON b.space_id = e.space_id AND b.id = e.booking_id
  WHERE e.space_id = $1 AND (e.uid = ANY($2::text[]) OR e.family = ANY($3::text[]))
  UNION ALL
  SELECT b.uid, b.uid, b.id, NULL, ${STATE} FROM booking b
  WHERE b.space_id = $1 AND b.uid = ANY($2::text[] || $3::text[])
    AND NOT EXISTS (SELECT FROM imported_event e WHERE e.space_id = $1 AND (e.uid = b.uid OR e.booking_id = b.id))`;

const GONE = `/* calendar_import_gone */
  SELECT e.uid, e.family, b.id AS "bookingId", e.digest, n.at AS "nextAt", ${STATE}
  FROM imported_event e JOIN booking b ON b.space_id = e.space_id AND b.id = e.booking_id AND b.cancelled_at IS NULL
    CROSS JOIN LATERAL (SELECT min(o.starts_at) AS at FROM occurrence o
      WHERE o.space_id = b.space_id AND o.booking_id = b.id AND o.status IN ('confirmed', 'requested') AND o.starts_at > $4) n
  WHERE e.space_id = $1 AND e.calendar = $5 AND n.at IS NOT NULL AND NOT e.uid = ANY($2::text[]) AND NOT e.family = ANY($3::text[])
  ORDER BY n.at, e.uid`;

const FOLLOW = `
  WITH held AS MATERIALIZED (SELECT uid FROM imported_event
    WHERE space_id = $1 AND uid = ANY($2::text[]) AND calendar IS DISTINCT FROM $3 ORDER BY uid FOR UPDATE)
  UPDATE imported_event SET calendar = $3 WHERE space_id = $1 AND uid IN (SELECT uid FROM held)`;

const HOLD_ROOMS = `
  SELECT FROM calendar_location WHERE space_id = $1 AND location = ANY($2::text[]) ORDER BY location COLLATE "C", room_id FOR UPDATE`;

const LOCATIONS = `
  SELECT l.location, l.room_id AS "roomId" FROM calendar_location l JOIN room r ON r.space_id = l.space_id AND r.id = l.room_id
  WHERE l.space_id = $1 AND r.bookable AND r.archived_at IS NULL`;

const REMEMBER = `
  INSERT INTO imported_event (space_id, id, uid, family, booking_id, digest, imported_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (space_id, uid) DO UPDATE SET booking_id = $5, digest = $6, imported_at = $7`;

const REMEMBER_ROOM = `
  INSERT INTO calendar_location (space_id, id, location, room_id) VALUES ($1, $2, $3, $4) ON CONFLICT (space_id, location, room_id) DO NOTHING`;
