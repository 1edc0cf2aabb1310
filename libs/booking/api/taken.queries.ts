import { type Taken, type Visibility, maySee } from '@bota/booking/domain';
import type { Actor } from '@bota/shared/domain';
import type { Queryable } from './facts.queries';

type RawTaken = {
  roomId: string;
  unitId: string;
  start: Date;
  end: Date;
  bufferMinutes: number;
  bookingId: string;
  title: string;
  organisationId: string;
  organisation: string;
  visibility: Visibility;
};

type Asked = {
  spaceId: string;
  unitIds: readonly string[];
  reader: Actor & { isResident: boolean };
  /** A hold that is over by then takes nothing. */
  now: Date;
  /** A booking being edited is no conflict with itself: all of it, or only some of its dates. */
  except?: { bookingId?: string; occurrenceIds?: readonly string[] };
};
type Window = { from: Date; to: Date };

/** What takes the units in a window (buffers included), with names as far as the reader may know them. */
export const takenIn = async (db: Queryable, { from, to, ...asked }: Asked & Window): Promise<Taken[]> =>
  asSeen(await db.query<RawTaken[]>(TAKEN_IN, parameters(asked, from, to)), asked);

/** The same on some dates, however far they lie apart: in one statement, which reads nothing between them. */
export const takenOn = async (db: Queryable, { dates, ...asked }: Asked & { dates: readonly Stretch[] }): Promise<Taken[]> => {
  const [starts, ends] = [dates.map(({ start }) => start), dates.map(({ end }) => end)];
  return asSeen(await db.query<RawTaken[]>(TAKEN_ON, parameters(asked, starts, ends)), asked);
};

type Stretch = { start: Date; end: Date };

const parameters = ({ spaceId, unitIds, except, now }: Asked, from: unknown, to: unknown): unknown[] => [
  ...[spaceId, unitIds, from, to, except?.bookingId ?? null, except?.occurrenceIds ?? null, now],
];

const asSeen = (rows: readonly RawTaken[], { spaceId, reader }: Asked): Taken[] =>
  rows.map(({ roomId, unitId, start, end, bufferMinutes, ...booking }) => {
    const { bookingId, title, organisationId, organisation } = booking;
    const by = maySee(reader, { spaceId, ...booking }) ? { bookingId, title, organisationId, organisation } : {};
    return { roomId, unitId, start, end, bufferMinutes, by };
  });

// As far beside a time as setting up, clearing and a buffer may reach.
const REACH = `interval '1 day'`;

const TAKEN = (from: string) => `
  SELECT a.room_id AS "roomId", a.unit_id AS "unitId", lower(a.during) AS start, a.ends_at + make_interval(mins => a.tear_down_minutes) AS "end",
    (extract(epoch FROM upper(a.during) - a.ends_at) / 60)::int - a.tear_down_minutes AS "bufferMinutes",
    b.id AS "bookingId", coalesce(o.own_title, b.title) AS title, b.organisation_id AS "organisationId", g.name AS organisation, b.visibility
  FROM ${from} a
  JOIN occurrence o ON o.space_id = a.space_id AND o.id = a.occurrence_id
  JOIN booking b ON b.space_id = a.space_id AND b.id = a.booking_id
  JOIN organisation g ON g.id = b.organisation_id
  WHERE a.space_id = $1 AND a.unit_id = ANY($2::uuid[]) AND a.blocking AND NOT (b.stage = 'held' AND b.expires_at <= $7)
    AND ($5::uuid IS NULL OR a.booking_id <> $5 OR ($6::uuid[] IS NOT NULL AND a.occurrence_id <> ALL($6)))`;

const TAKEN_IN = `/* booking_taken */ ${TAKEN('allocation')}
    AND a.starts_at < $4::timestamptz + ${REACH} AND a.starts_at > $3::timestamptz - interval '15 days'
    AND upper(a.during) > $3::timestamptz - ${REACH}
  ORDER BY a.starts_at`;

// For each date the index that keeps bookings apart is asked, and nothing between them is read (OFFSET keeps it so); what touches two of
// them is told once.
const TAKEN_ON = `/* booking_taken_on */ ${TAKEN(`(
    SELECT DISTINCT ON (m.occurrence_id, m.unit_id) m.* FROM unnest($3::timestamptz[], $4::timestamptz[]) AS d(starts_at, ends_at)
    CROSS JOIN LATERAL (
      SELECT * FROM allocation WHERE space_id = $1 AND unit_id = ANY($2::uuid[]) AND blocking
        AND during && tstzrange(d.starts_at - ${REACH}, d.ends_at + ${REACH}) OFFSET 0) m)`)}
  ORDER BY a.starts_at`;
