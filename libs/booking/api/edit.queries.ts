/** Removes what dates occupy, before they take another time. */
export const FREE_DATES = 'DELETE FROM allocation WHERE space_id = $1 AND occurrence_id = ANY($2::uuid[])';

/** A series may shift onto its own next dates, in several statements. */
export const RENUMBER_AT_THE_END = 'SET CONSTRAINTS occurrence_recurrence_unique DEFERRED';

/** Writes dates of a booking; a null leaves the column of an existing date as it is, an empty title is no own one. */
export const DATES_UPSERT = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($3::jsonb) AS d(id uuid, recurrence_id text, starts_at timestamptz, ends_at timestamptz, status text,
      flags text[], reasons jsonb, own_title text, own_time boolean, own_rooms boolean,
      price_cents integer, overridden text[], given_up_late boolean, cancelled_late boolean)
  ), changed AS (
    UPDATE occurrence o SET recurrence_id = g.recurrence_id, starts_at = coalesce(g.starts_at, o.starts_at), ends_at = coalesce(g.ends_at, o.ends_at),
      status = coalesce(g.status, o.status), flags = coalesce(g.flags, o.flags), reasons = coalesce(g.reasons, o.reasons),
      own_title = nullif(coalesce(g.own_title, o.own_title), ''), own_time = coalesce(g.own_time, o.own_time), own_rooms = coalesce(g.own_rooms, o.own_rooms),
      price_cents = coalesce(g.price_cents, o.price_cents), overridden = coalesce(g.overridden, o.overridden),
      given_up_late = o.given_up_late OR coalesce(g.given_up_late, false), cancelled_late = coalesce(g.cancelled_late, o.cancelled_late),
      -- Who came for one time did not come for another.
      checked_in_at = CASE WHEN coalesce(g.starts_at, o.starts_at) = o.starts_at THEN o.checked_in_at END,
      checked_in_by = CASE WHEN coalesce(g.starts_at, o.starts_at) = o.starts_at THEN o.checked_in_by END
    FROM given g WHERE o.space_id = $1 AND o.id = g.id RETURNING o.id
  )
  INSERT INTO occurrence (space_id, id, booking_id, recurrence_id, starts_at, ends_at, status, flags, reasons, price_cents, overridden, own_rooms)
  SELECT $1, g.id, $2, g.recurrence_id, g.starts_at, g.ends_at, g.status, g.flags, g.reasons, coalesce(g.price_cents, 0), coalesce(g.overridden, '{}'),
    coalesce(g.own_rooms, false)
  FROM given g WHERE NOT EXISTS (SELECT FROM occurrence o WHERE o.space_id = $1 AND o.id = g.id)`;

/** A series gets another title: dates that are over keep the one they had, coming ones take the new one. */
export const DATES_RETITLE = `
  UPDATE occurrence SET own_title = CASE WHEN ends_at <= $3 THEN $4 END
  WHERE space_id = $1 AND booking_id = $2 AND (ends_at <= $3) = (own_title IS NULL)`;

/** A booking goes over to another organisation: dates that are over, or cancelled too late, stay with the one they were for. */
export const DATES_STAY = `
  UPDATE occurrence SET own_organisation_id = $4
  WHERE space_id = $1 AND booking_id = $2 AND (ends_at <= $3 OR cancelled_late) AND own_organisation_id IS NULL`;

export const BOOKING_UPDATE = `
  WITH gone AS (
    DELETE FROM booking_room WHERE space_id = $1 AND booking_id = $2 AND room_id <> ALL($16::uuid[])
  ), added AS (
    INSERT INTO booking_room (space_id, booking_id, room_id) SELECT $1, $2, unnest($16::uuid[]) ON CONFLICT DO NOTHING
  )
  UPDATE booking SET version = version + 1, title = $3, description = $4, organisation_id = $5, visibility = $6, attendees = $7, wall_start = $8,
    wall_end = $9, starts_at = $10, ends_at = $11, rrule = $12, exdates = $13, materialised_until = $14, updated_at = $15,
    layout = $17, set_up_minutes = $18, tear_down_minutes = $19, overridden = $20, override_reason = $21, retry_skipped = $22
  WHERE space_id = $1 AND id = $2`;

/** What changes by itself is a change too: whoever looks at the old one is told. */
export const NEXT_VERSION = 'UPDATE booking SET version = version + 1, updated_at = $3 WHERE space_id = $1 AND id = $2';

/** Ends dates: they stay in the record and free their rooms. */
export const CANCEL_DATES = `
  WITH ended AS (
    UPDATE occurrence SET status = 'cancelled', cancelled_at = $3, cancelled_late = id = ANY($4::uuid[])
    WHERE space_id = $1 AND id = ANY($2::uuid[]) RETURNING id
  )
  UPDATE allocation SET blocking = false WHERE space_id = $1 AND occurrence_id IN (SELECT id FROM ended)`;

/** Days ahead that all of some rooms are booked; null when none of them limits it. */
export const HORIZON_OF_ROOMS = `SELECT min((rules->>'horizonDays')::int) AS days FROM room WHERE space_id = $1 AND id = ANY($2::uuid[])`;

/** Minutes before its start that a date in a room is cancelled without counting as used. */
export const CANCEL_NOTICES = `SELECT id, (rules->>'cancelMinutes')::int AS minutes FROM room WHERE space_id = $1 AND rules ? 'cancelMinutes'`;
