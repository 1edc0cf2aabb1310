import { type Taken, type Visibility, maySee } from '@bota/booking/domain';
import type { Actor } from '@bota/shared/domain';

export type Seen = { organisationId: string; visibility: Visibility };
type TakenBy = Seen & { bookingId: string; title: string; organisation: string };
/** Room, unit, start, end (both in seconds), buffer in minutes, and by whom in the time asked. */
export type RawTaken = [roomId: string, unitId: string, start: number, end: number, bufferMinutes: number, by: TakenBy | null];

export function takenFrom(rows: readonly RawTaken[], reader: Actor & { isResident: boolean }, spaceId: string): Taken[] {
  return rows.map(([roomId, unitId, start, end, bufferMinutes, by]) => {
    const times = { start: new Date(start * 1000), end: new Date(end * 1000) };
    return { roomId, unitId, ...times, bufferMinutes, by: by && maySee(reader, { spaceId, ...by }) ? namesOf(by) : {} };
  });
}

const namesOf = ({ bookingId, title, organisationId, organisation }: TakenBy): Taken['by'] => ({
  ...{ bookingId, title, organisationId, organisation },
});

// A row of its own for each unit, and names only where they are wanted: there are thousands.
export const ROW = (by: string) => `json_build_array(a.room_id, a.unit_id, extract(epoch FROM lower(a.during)),
  extract(epoch FROM a.ends_at + make_interval(mins => a.tear_down_minutes)),
  (extract(epoch FROM upper(a.during) - a.ends_at) / 60)::int - a.tear_down_minutes, ${by})`;

// Two bookings keep the larger buffer of their rooms between them, and a layout may need setting up before.
export const REACH = (setUp: string) =>
  `make_interval(mins => ${setUp} + (SELECT coalesce(max((rules->>'bufferMinutes')::int), 0) FROM room WHERE space_id = $1))`;

// As long as a booking may be set up, or cleared.
const MOST_PREPARING = `interval '8 hours'`;

// A hold that is over takes nothing; there are few, and they are looked for once.
const STANDS = `booking_id <> ALL(ARRAY(SELECT id FROM booking WHERE space_id = $1 AND stage = 'held' AND cancelled_at IS NULL AND expires_at <= $8))`;

// Nearly all bookings are shorter than a day, so each stretch of time reads a day more; the few long ones have their own index. What is set
// up for hours, or cleared, takes its rooms long before it starts, or long after it ends.
export const TAKEN_IN = (stretches: string, reach: string, which = '') => `
  SELECT a.* FROM ${stretches}, LATERAL (
    SELECT * FROM allocation WHERE space_id = $1 AND blocking AND starts_at < s.until + ${reach} + ${MOST_PREPARING}
      AND starts_at > s.since - interval '1 day' - ${reach} * 2 - ${MOST_PREPARING} AND ends_at - starts_at <= interval '1 day'
      AND lower(during) < s.until + ${reach} AND upper(during) > s.since - ${reach} AND ${STANDS} ${which}
    UNION ALL
    SELECT * FROM allocation WHERE space_id = $1 AND blocking AND ends_at - starts_at > interval '1 day'
      AND starts_at < s.until + ${reach} + ${MOST_PREPARING} AND starts_at > s.since - interval '16 days'
      AND lower(during) < s.until + ${reach} AND upper(during) > s.since - ${reach} AND ${STANDS} ${which}) a`;
