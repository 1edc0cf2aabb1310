import { LEFT_OUT } from '../feeds/feed.queries';

/** What a booking was decided to be; `$5` who decided, null when time did. */
export const STAGE = `
  UPDATE booking SET stage = $3, version = version + 1, updated_at = $4, decided_at = $4, decided_by = $5, decision_note = nullif($6, ''),
    expires_at = NULL
  WHERE space_id = $1 AND id = $2`;

/** Dates that were never confirmed leave their rooms. */
export const RELEASE = `
  WITH ended AS (
    UPDATE occurrence SET status = 'declined' WHERE space_id = $1 AND booking_id = $2 AND status = 'requested' RETURNING id
  )
  UPDATE allocation SET blocking = false WHERE space_id = $1 AND occurrence_id IN (SELECT id FROM ended)`;

/** What was held is asked for now, in rooms that requests leave to others until they are decided. */
export const LEAVE_OPEN = `
  UPDATE allocation SET blocking = false
  WHERE space_id = $1 AND occurrence_id IN (SELECT id FROM occurrence WHERE space_id = $1 AND booking_id = $2)`;

/** Dates as they are confirmed, or left out with what stood in the way; a null leaves which rules were set aside for them as it is. */
export const SETTLE = `
  UPDATE occurrence o SET status = g.status, reasons = g.reasons, overridden = coalesce(g.overridden, o.overridden)
  FROM jsonb_to_recordset($2::jsonb) AS g(id uuid, status text, reasons jsonb, overridden text[]) WHERE o.space_id = $1 AND o.id = g.id`;

/** The rules that a decision set aside for a booking, and why. */
export const SET_ASIDE = `
  UPDATE booking SET overridden = ARRAY(SELECT DISTINCT unnest(overridden || $3::text[])), override_reason = $4 WHERE space_id = $1 AND id = $2`;

/** What is asked for, by unit and time: read once, since there is little of it beside all that is booked. */
const ASKED = `
  asked AS MATERIALIZED (
    SELECT d.booking_id, a.unit_id, a.during FROM booking r
      JOIN occurrence d ON d.space_id = r.space_id AND d.booking_id = r.id AND d.status = 'requested'
      JOIN allocation a ON a.space_id = d.space_id AND a.occurrence_id = d.id
    WHERE r.space_id = $1 AND r.stage = 'requested' AND r.cancelled_at IS NULL)`;

/** Other requests that want a part of the same time of the same rooms. */
export const RIVALS = `
  WITH ${ASKED}
  SELECT DISTINCT other.booking_id AS id FROM occurrence d
    JOIN allocation mine ON mine.space_id = d.space_id AND mine.occurrence_id = d.id
    JOIN asked other ON other.unit_id = mine.unit_id AND other.booking_id <> d.booking_id AND other.during && mine.during
  WHERE d.space_id = $1 AND d.booking_id = $2`;

/** Of rivals, the dates that can no longer be: what they want is taken now. */
export const LOST_DATES = `
  SELECT DISTINCT d.id, d.booking_id AS "bookingId" FROM occurrence d
    JOIN allocation a ON a.space_id = d.space_id AND a.occurrence_id = d.id
    JOIN allocation won ON won.space_id = a.space_id AND won.unit_id = a.unit_id AND won.occurrence_id = ANY($3::uuid[]) AND won.blocking AND won.during && a.during
  WHERE d.space_id = $1 AND d.status = 'requested' AND d.booking_id = ANY($2::uuid[])`;

/** What waits for a decision, the soonest first, and how many others want a part of the same. */
export const WAITING = `
  WITH ${ASKED}, dates AS (
    SELECT booking_id, min(starts_at) AS starts_at, min(ends_at) AS ends_at, count(*)::int AS dates FROM occurrence
    WHERE space_id = $1 AND status = 'requested' GROUP BY booking_id
  ), rivals AS (
    SELECT mine.booking_id, count(DISTINCT other.booking_id)::int AS rivals FROM asked mine
      JOIN asked other ON other.unit_id = mine.unit_id AND other.booking_id <> mine.booking_id AND other.during && mine.during
    GROUP BY mine.booking_id)
  SELECT b.id, b.version, b.title, b.organisation_id AS "organisationId", g.name AS organisation, p.display_name AS "bookedBy", b.attendees,
    b.description, d.starts_at AS start, d.ends_at AS "end", d.dates, b.rrule, ${LEFT_OUT} AS "leftOut", b.created_at AS "askedAt",
    ARRAY(SELECT room_id FROM booking_room WHERE space_id = b.space_id AND booking_id = b.id
          UNION SELECT a.room_id FROM occurrence o JOIN allocation a ON a.space_id = o.space_id AND a.occurrence_id = o.id
                WHERE o.space_id = b.space_id AND o.booking_id = b.id AND o.own_rooms) AS "roomIds",
    coalesce(v.rivals, 0) AS rivals
  FROM booking b JOIN organisation g ON g.id = b.organisation_id JOIN person p ON p.id = b.booked_by
    JOIN dates d ON d.booking_id = b.id LEFT JOIN rivals v ON v.booking_id = b.id
  WHERE b.space_id = $1 AND b.stage = 'requested' AND b.cancelled_at IS NULL
  ORDER BY d.starts_at, b.created_at LIMIT 200`;

/** Holds that are over, and requests nobody answered before they would have begun. */
export const OVERDUE = `
  SELECT b.space_id AS "spaceId", b.id FROM booking b
  WHERE b.cancelled_at IS NULL AND ($2::uuid IS NULL OR b.space_id = $2)
    AND ((b.stage = 'held' AND b.expires_at <= $1) OR (b.stage = 'requested' AND NOT EXISTS (
      SELECT FROM occurrence d WHERE d.space_id = b.space_id AND d.booking_id = b.id AND d.status = 'requested' AND d.starts_at > $1)))
  ORDER BY b.id LIMIT 500`;

/** Who booked gets a letter of it. */
export const CONFIRMS = 'INSERT INTO booking_confirmation (space_id, booking_id) VALUES ($1, $2) ON CONFLICT DO NOTHING';
