import { type Preparing, type RoomFacts, bufferForUnit, held, occupied } from '@bota/booking/domain';
import type { Facts, Queryable } from './facts.queries';

/** One unit for one date: what the database guards. */
export type AllocationRow = {
  occurrence_id: string;
  unit_id: string;
  room_id: string;
  starts_at: Date;
  ends_at: Date;
  /** With setting up and clearing, and the buffer after that. */
  blocked_from: Date;
  cleared_at: Date;
  blocked_until: Date;
  tear_down_minutes: number;
  /** False for a request that leaves the room to others until it is decided. */
  blocking: boolean;
};

type DatedSpan = { id: string; start: Date; end: Date };

/** One row per unit and date; a unit shared by several rooms asked is taken once, through the first of them. */
export function allocationsFor(
  dates: readonly DatedSpan[],
  rooms: readonly RoomFacts[],
  preparing: Preparing & { blocking?: boolean } = {},
): AllocationRow[] {
  const roomOf = new Map<string, string>();
  for (const room of rooms) for (const unitId of room.unitIds) if (!roomOf.has(unitId)) roomOf.set(unitId, room.id);
  return dates.flatMap((date) => {
    const core = held(date, preparing);
    return [...roomOf].map(([unitId, roomId]) => ({
      occurrence_id: date.id,
      unit_id: unitId,
      room_id: roomId,
      starts_at: date.start,
      ends_at: date.end,
      blocked_from: core.start,
      cleared_at: core.end,
      blocked_until: occupied(core, bufferForUnit(unitId, rooms)).end,
      tear_down_minutes: preparing.tearDownMinutes ?? 0,
      blocking: preparing.blocking ?? true,
    }));
  });
}

/**
 * Units in sorted order, ON CONFLICT DO NOTHING, then counting: the order is part of the guarantee. A plain INSERT, or another order, deadlocks
 * and stalls when several fight for the same rooms. One constraint keeps each booking's buffer after its end, the other, where needs differ, before
 * its beginning; the conditions keep both from what was booked before needs differed.
 */
export const ALLOCATE = (rows: string) => `
  INSERT INTO allocation (space_id, occurrence_id, unit_id, room_id, booking_id, starts_at, ends_at, during, tear_down_minutes, blocking, needs_differ)
  SELECT $1, w.occurrence_id, w.unit_id, w.room_id, $2, w.starts_at, w.ends_at, tstzrange(w.blocked_from, w.blocked_until, '[)'), w.tear_down_minutes, w.blocking,
    CASE WHEN w.unit_id = ANY (ARRAY(SELECT unit_id FROM room_unit WHERE space_id = $1 AND room_id <> unit_id)) THEN needs_differ($1, w.unit_id) ELSE false END
  FROM jsonb_to_recordset(${rows}::jsonb) AS w(occurrence_id uuid, unit_id uuid, room_id uuid, starts_at timestamptz, ends_at timestamptz,
    blocked_from timestamptz, cleared_at timestamptz, blocked_until timestamptz, tear_down_minutes smallint, blocking boolean)
  WHERE NOT EXISTS (
    SELECT FROM allocation n WHERE n.space_id = $1 AND n.unit_id = w.unit_id AND n.blocking AND w.blocking AND w.blocked_until > w.cleared_at
      AND n.starts_at < w.blocked_from AND n.starts_at > w.blocked_from - interval '15 days'
      AND n.ends_at + make_interval(mins => n.tear_down_minutes) + (w.blocked_until - w.cleared_at) > w.blocked_from)
    AND NOT EXISTS (
    SELECT FROM allocation n WHERE n.space_id = $1 AND n.unit_id = w.unit_id AND n.blocking AND w.blocking
      AND n.starts_at >= w.blocked_from AND n.starts_at < w.cleared_at + interval '32 hours' AND lower(n.during) >= w.cleared_at
      AND lower(n.during) < w.cleared_at + (upper(n.during) - n.ends_at - make_interval(mins => n.tear_down_minutes)))
  ORDER BY w.unit_id, w.starts_at
  ON CONFLICT DO NOTHING
  RETURNING 1`;

type Taking = { spaceId: string; bookingId: string; rows: readonly AllocationRow[]; judgedBy: Pick<Facts, 'closings'> };

/** Takes all of the rows as they were judged, or throws and the transaction is lost: see `isTaken`, and `isRetryable` for what was closed since. */
export async function allocate(tx: Queryable, { spaceId, bookingId, rows, judgedBy }: Taking): Promise<void> {
  await tx.query(TAKE, [spaceId, bookingId, JSON.stringify(rows), rows.length, judgedBy.closings]);
}

// Who closes is waited for last, with the rooms in hand: who closes waits for nobody then.
const TAKE = `
  WITH allocated AS (${ALLOCATE('$3')}), won AS (SELECT count(*) AS n FROM allocated)
  SELECT require_all(won.n, $4) AND require_open($1, $5) FROM won`;
