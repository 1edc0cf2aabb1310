/**
 * The booking that continues a series, as the old one was but for time and rule. It keeps its place in the line of those who wait
 * for a room (`created_at`). Version 0: the edit it is made for makes it 1.
 */
export const SERIES_CONTINUE = `
  WITH continued AS (
    INSERT INTO booking (space_id, id, uid, version, title, description, organisation_id, booked_by, visibility, attendees, wall_start, wall_end,
      zone, starts_at, ends_at, rrule, exdates, materialised_until, retry_skipped, for_outsiders, layout, set_up_minutes,
      tear_down_minutes, overridden, override_reason, decided_at, decided_by, created_at, updated_at)
    SELECT space_id, $3, $4, 0, title, description, organisation_id, booked_by, visibility, attendees, $5, $6,
      zone, $7, $8, $9, $10, materialised_until, retry_skipped, for_outsiders, layout, set_up_minutes, tear_down_minutes, overridden, override_reason, decided_at, decided_by, created_at, $11
    FROM booking WHERE space_id = $1 AND id = $2
  ), excluded AS (
    INSERT INTO booking_exclusion (space_id, booking_id, calendar_id)
    SELECT space_id, $3, calendar_id FROM booking_exclusion WHERE space_id = $1 AND booking_id = $2
  )
  INSERT INTO booking_room (space_id, booking_id, room_id) SELECT space_id, $3, room_id FROM booking_room WHERE space_id = $1 AND booking_id = $2`;

/** What followed the old one follows the new one: a series continued twice stays one chain. */
export const SERIES_PASS_ON = 'UPDATE booking SET follows_id = $3 WHERE space_id = $1 AND follows_id = $2';

export const SERIES_FOLLOW = 'UPDATE booking SET follows_id = $2 WHERE space_id = $1 AND id = $3';

/** Gives dates, with what they occupy, to another booking. */
export const SERIES_GIVE = `
  WITH given AS (
    UPDATE occurrence SET booking_id = $2 WHERE space_id = $1 AND id = ANY($3::uuid[]) RETURNING id
  )
  UPDATE allocation SET booking_id = $2 WHERE space_id = $1 AND occurrence_id IN (SELECT id FROM given)`;

/** The old series ends: its rule says so, and no horizon prolongs it. */
export const SERIES_END = `
  UPDATE booking SET rrule = $3, exdates = $4, materialised_until = NULL, version = version + 1, updated_at = $5 WHERE space_id = $1 AND id = $2`;

/** Dates of a booking from one of them on, in the order of its rule. */
export const DATES_FROM = `
  SELECT later.id FROM occurrence named
  JOIN occurrence later ON later.space_id = named.space_id AND later.booking_id = named.booking_id AND later.recurrence_id >= named.recurrence_id
  WHERE named.space_id = $1 AND named.booking_id = $2 AND named.id = $3`;
