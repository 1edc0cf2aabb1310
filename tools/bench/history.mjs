// Years of bookings, written set by set. They end a few weeks ahead, so the week looked at is as full in a young house as in an old one.
const BATCH = 50_000;
export const PER_DAY = 6;

/** Writes `rows` bookings of one date each, with their allocation and their entry in the log. */
export async function fill(pool, house, rows, daysAhead, tell) {
  for (let done = 0; done < rows; done += BATCH) {
    await pool.query(SLOTS, [
      house.spaceId,
      house.organisationId,
      house.personId,
      house.roomIds,
      done,
      Math.min(BATCH, rows - done),
      daysAhead,
    ]);
    tell(Math.min(rows, done + BATCH));
  }
}

// Six bookings a day in each room: 07:00, 09:00, … 17:00 UTC, 90 minutes each, day by day into the past.
const SLOTS = `
  WITH slot AS MATERIALIZED (
    SELECT uuidv7() AS booking_id, uuidv7() AS occurrence_id, ($4::uuid[])[1 + n % cardinality($4)] AS room_id,
      date_trunc('day', now()) + make_interval(days => $7::int - (n / (cardinality($4) * ${PER_DAY}))::int,
        hours => 7 + 2 * ((n / cardinality($4)) % ${PER_DAY})::int) AS starts_at
    FROM generate_series($5::bigint, $5::bigint + $6 - 1) AS n
  ), span AS MATERIALIZED (
    SELECT *, starts_at + interval '90 minutes' AS ends_at, to_char(starts_at AT TIME ZONE 'Europe/Brussels', 'YYYY-MM-DD"T"HH24:MI') AS wall_start,
      to_char((starts_at + interval '90 minutes') AT TIME ZONE 'Europe/Brussels', 'YYYY-MM-DD"T"HH24:MI') AS wall_end
    FROM slot
  ), bookings AS (
    INSERT INTO booking (space_id, id, uid, title, organisation_id, booked_by, visibility, attendees, wall_start, wall_end, zone, starts_at, ends_at, created_at, updated_at)
    SELECT $1, booking_id, booking_id || '@bota75', 'Réunion du groupe de travail', $2, $3, 'residents', 12, wall_start, wall_end, 'Europe/Brussels',
      starts_at, ends_at, starts_at - interval '20 days', starts_at - interval '20 days' FROM span
  ), rooms AS (
    INSERT INTO booking_room (space_id, booking_id, room_id) SELECT $1, booking_id, room_id FROM span
  ), dates AS (
    INSERT INTO occurrence (space_id, id, booking_id, recurrence_id, starts_at, ends_at)
    SELECT $1, occurrence_id, booking_id, wall_start, starts_at, ends_at FROM span
  ), logged AS (
    INSERT INTO log (kind, entity_id, space_id, person_id, organisation_id, request_id, position, hash, facts)
    SELECT 'booking.created', booking_id, $1, $3, $2, uuidv7()::text, (SELECT coalesce(max(position), 0) FROM log) + row_number() OVER (),
      sha256('bench'), jsonb_build_object('from', starts_at, 'to', ends_at) FROM span
  )
  INSERT INTO allocation (space_id, occurrence_id, unit_id, room_id, booking_id, starts_at, ends_at, during)
  SELECT $1, occurrence_id, room_id, room_id, booking_id, starts_at, ends_at, tstzrange(starts_at, ends_at, '[)') FROM span`;
