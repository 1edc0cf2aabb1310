/** What the rooms of a date ask of who comes, and since when. */
export const ASKED = `
  SELECT DISTINCT r.id, r.rules->'checkIn' AS rule, r.check_in_since AS since
  FROM allocation a JOIN room r ON r.space_id = a.space_id AND r.id = a.room_id AND r.check_in_since IS NOT NULL
  WHERE a.space_id = $1 AND a.occurrence_id = $2`;

/** Only a date that is still awaited; `$3` who says so, `$4` when. */
export const CHECK_IN = `
  UPDATE occurrence SET checked_in_by = $3, checked_in_at = $4
  WHERE space_id = $1 AND id = $2 AND status = 'confirmed' AND checked_in_at IS NULL`;

/** Dates that have begun, are not over, and that nobody has come to; the rules judge which of them are late. */
export const AWAITED = `/* booking_awaited */
  SELECT DISTINCT a.space_id AS "spaceId", a.booking_id AS "bookingId", a.occurrence_id AS id
  FROM room r
    JOIN room_unit u ON u.space_id = r.space_id AND u.room_id = r.id
    JOIN allocation a ON a.space_id = r.space_id AND a.unit_id = u.unit_id AND a.room_id = r.id AND a.blocking
      AND a.starts_at < $1 AND a.starts_at > $1::timestamptz - interval '15 days' AND a.ends_at > $1
    JOIN occurrence o ON o.space_id = a.space_id AND o.id = a.occurrence_id AND o.status = 'confirmed' AND o.checked_in_at IS NULL
  WHERE r.check_in_since IS NOT NULL`;

/**
 * Releases a date once, whoever asks: the condition is the guarantee. Until this moment its rooms were kept for it, and stay so in the
 * record; from it on they are free, without the clearing and the buffer of what did not take place.
 */
export const RELEASE_DATE = `
  WITH gone AS (
    UPDATE occurrence SET status = 'no_show', released_at = $3
    WHERE space_id = $1 AND id = $2 AND status = 'confirmed' AND checked_in_at IS NULL AND starts_at < $3 AND ends_at > $3 RETURNING id
  ), freed AS (
    UPDATE allocation SET ends_at = $3, tear_down_minutes = 0, during = tstzrange(lower(during), $3, '[)')
    WHERE space_id = $1 AND occurrence_id IN (SELECT id FROM gone)
  )
  SELECT id FROM gone`;

/** They came after all: `$3` says so, at `$4`. */
export const REINSTATE = `
  UPDATE occurrence SET status = 'confirmed', released_at = NULL, checked_in_by = $3, checked_in_at = $4 WHERE space_id = $1 AND id = $2`;
