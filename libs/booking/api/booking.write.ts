import type { Participant } from '@bota/booking/domain';
import { type AllocationRow, ALLOCATE } from './allocations';
import type { Stage } from './booking.entity';
import type { Facts, Queryable } from './facts.queries';
import { participantRows } from './participants/participating';

export type OccurrenceRow = {
  id: string;
  recurrence_id: string;
  starts_at: Date;
  ends_at: Date;
  status: string;
  flags: string[];
  reasons: unknown[];
  overridden: readonly string[];
  price_cents: number;
  own_rooms: boolean;
};

export type NewBooking = {
  spaceId: string;
  id: string;
  uid: string;
  title: string;
  description: string;
  organisationId: string;
  bookedBy: string;
  visibility: string;
  attendees: number | null;
  wallStart: string;
  wallEnd: string;
  zone: string;
  startsAt: Date;
  endsAt: Date;
  rrule: string | null;
  exdates: string[];
  materialisedUntil: Date | null;
  createdAt: Date;
  roomIds: string[];
  retrySkipped: boolean;
  forOutsiders: boolean;
  layout: string | null;
  setUpMinutes: number;
  tearDownMinutes: number;
  overridden: string[];
  overrideReason: string | null;
  excludes: string[];
  stage: Stage;
  expiresAt: Date | null;
  participants: readonly Participant[];
};

export type WriteContext = {
  requestId: string;
  key?: { key: string; hash: Buffer; answer: unknown };
  facts: Record<string, unknown>;
  judgedBy: Pick<Facts, 'closings'>;
  after: unknown;
  /** Who booked gets a letter, when it is a booking at once. */
  confirms?: boolean;
};

/** Booking, dates, allocations, idempotency key and log entry in one statement: all of it or nothing, in one round trip. */
export async function writeBooking(
  db: Queryable,
  booking: NewBooking,
  occurrences: readonly OccurrenceRow[],
  allocations: readonly AllocationRow[],
  context: WriteContext,
): Promise<void> {
  await db.query(WRITE, [
    booking.spaceId,
    booking.id,
    JSON.stringify(allocations),
    allocations.length,
    JSON.stringify(occurrences),
    booking.uid,
    booking.title,
    booking.description,
    booking.organisationId,
    booking.bookedBy,
    booking.visibility,
    booking.attendees,
    booking.wallStart,
    booking.wallEnd,
    booking.zone,
    booking.startsAt,
    booking.endsAt,
    booking.rrule,
    booking.exdates,
    booking.materialisedUntil,
    booking.createdAt,
    booking.roomIds,
    context.key?.key ?? null,
    context.key?.hash ?? null,
    context.key ? JSON.stringify(context.key.answer) : null,
    context.requestId,
    JSON.stringify(context.after),
    JSON.stringify(context.facts),
    booking.layout,
    booking.setUpMinutes,
    booking.tearDownMinutes,
    booking.overridden,
    booking.overrideReason,
    booking.retrySkipped,
    booking.excludes,
    booking.stage,
    booking.expiresAt,
    booking.forOutsiders,
    (context.confirms ?? false) && booking.stage === 'confirmed',
    JSON.stringify(participantRows(booking.participants)),
    context.judgedBy.closings,
  ]);
}

// The log waits for the allocations (it reads "won"), so nobody holds a log row while waiting for a room.
const WRITE = `/* booking_write */
  WITH new_booking AS (
    INSERT INTO booking (space_id, id, uid, title, description, organisation_id, booked_by, visibility, attendees, wall_start, wall_end, zone,
      starts_at, ends_at, rrule, exdates, materialised_until, created_at, updated_at, layout, set_up_minutes, tear_down_minutes, overridden, override_reason, retry_skipped,
      stage, expires_at, for_outsiders)
    VALUES ($1, $2, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $21, $29, $30, $31, $32, $33, $34, $36, $37, $38)
  ), new_rooms AS (
    INSERT INTO booking_room (space_id, booking_id, room_id) SELECT $1, $2, unnest($22::uuid[])
  ), new_exclusions AS (
    INSERT INTO booking_exclusion (space_id, booking_id, calendar_id) SELECT $1, $2, unnest($35::uuid[])
  ), new_confirmation AS (
    INSERT INTO booking_confirmation (space_id, booking_id) SELECT $1, $2 WHERE $39::boolean
  ), new_invitation AS (
    INSERT INTO booking_invitation (space_id, booking_id) SELECT $1, $2 WHERE jsonb_array_length($40::jsonb) > 0
  ), new_participants AS (
    INSERT INTO booking_participant (space_id, id, booking_id, email, name, position)
    SELECT $1, n.id, $2, n.email, n.name, n.position FROM jsonb_to_recordset($40::jsonb) AS n(id uuid, email citext, name text, position integer)
  ), new_dates AS (
    INSERT INTO occurrence (space_id, id, booking_id, recurrence_id, starts_at, ends_at, status, flags, reasons, overridden, price_cents, own_rooms)
    SELECT $1, d.id, $2, d.recurrence_id, d.starts_at, d.ends_at, d.status, d.flags, d.reasons, d.overridden, d.price_cents, d.own_rooms
    FROM jsonb_to_recordset($5::jsonb) AS d(id uuid, recurrence_id text, starts_at timestamptz, ends_at timestamptz, status text, flags text[], reasons jsonb,
      overridden text[], price_cents integer, own_rooms boolean)
  ), allocated AS (${ALLOCATE('$3')}
  ), won AS (SELECT count(*) AS n FROM allocated
  ), new_key AS (
    INSERT INTO idempotency_key (person_id, key, request_hash, space_id, answer, created_at)
    SELECT $10, $23, $24, $1, $25::jsonb, $21 FROM won WHERE $23::text IS NOT NULL
  ), logged AS (
    INSERT INTO log (kind, entity_id, space_id, person_id, organisation_id, request_id, after, facts)
    SELECT CASE $36::text WHEN 'confirmed' THEN 'booking.created' WHEN 'held' THEN 'booking.held' ELSE 'booking.requested' END, $2, $1, $10, $9, $26, $27::jsonb, $28::jsonb FROM won
  )
  SELECT require_all(won.n, $4) AND require_open($1, $41) FROM won`;
