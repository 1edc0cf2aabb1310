/** Why a waiting entry `w` has no claim any more, null as long as it has; `$2`: what starts before then is too near to be offered. */
const ENDING = `
  CASE
    WHEN w.starts_at < $2 THEN 'over'
    WHEN EXISTS (SELECT FROM room r WHERE r.space_id = w.space_id AND r.id = ANY(w.room_ids) AND r.archived_at IS NOT NULL) THEN 'room-gone'
    WHEN NOT EXISTS (
      SELECT FROM residency r JOIN space s ON s.id = r.space_id
      WHERE r.space_id = w.space_id AND r.organisation_id = w.organisation_id AND r.during @> (w.starts_at AT TIME ZONE s.zone)::date
    ) OR NOT EXISTS (
      SELECT FROM membership m WHERE m.person_id = w.person_id AND m.organisation_id = w.organisation_id
      UNION ALL SELECT FROM house_role h WHERE h.person_id = w.person_id AND h.space_id = w.space_id AND h.role = 'coordinator'
    ) THEN 'not-entitled'
  END`;

/** Entries that wait and have a claim. `$1`: the house, null for all. */
const STANDING = `
  SELECT w.* FROM waitlist_entry w WHERE w.ended_at IS NULL AND ($1::uuid IS NULL OR w.space_id = $1) AND (${ENDING}) IS NULL`;

const AHEAD = `
  SELECT count(*)::int FROM standing e
  WHERE e.space_id = w.space_id AND (e.since, e.id) < (w.since, w.id) AND e.starts_at < w.ends_at AND w.starts_at < e.ends_at
    AND EXISTS (SELECT FROM room_unit a JOIN room_unit b ON b.space_id = a.space_id AND b.unit_id = a.unit_id
                WHERE a.space_id = e.space_id AND a.room_id = ANY(e.room_ids) AND b.room_id = ANY(w.room_ids))`;

/** What came free is kept for them, and not answered yet. */
const OFFERED = `
  SELECT w.*, b.expires_at AS until FROM waitlist_entry w JOIN booking b ON b.space_id = w.space_id AND b.id = w.booking_id
  WHERE w.space_id = $1 AND b.stage = 'held' AND b.cancelled_at IS NULL AND b.expires_at > $4`;

/** `$3`: whose, null for everybody's; `$4`: now. */
export const LIST = `
  WITH standing AS (${STANDING}), listed AS (
    SELECT w.*, NULL::timestamptz AS until, (${AHEAD}) AS ahead FROM standing w UNION ALL SELECT o.*, 0 FROM (${OFFERED}) o)
  SELECT w.id, w.draft->>'title' AS title, w.organisation_id AS "organisationId", g.name AS organisation, p.display_name AS person,
    w.draft->'roomIds' AS "roomIds", w.starts_at AS start, w.ends_at AS "end", w.since, w.ahead, w.reasons, w.booking_id AS "bookingId", w.until
  FROM listed w JOIN organisation g ON g.id = w.organisation_id JOIN person p ON p.id = w.person_id
  WHERE $3::uuid IS NULL OR w.person_id = $3
  ORDER BY w.until, CASE WHEN $3::uuid IS NULL THEN w.since ELSE w.starts_at END, w.id`;

/** A person joins once at a time in a house, so that what is counted next is what there is. */
export const ONE_JOIN_AT_A_TIME = `SELECT pg_advisory_xact_lock(hashtextextended('waitlist ' || $1::uuid || ' ' || $2::uuid, 0))`;

/** How many a person waits for in a house. */
export const HOW_MANY = `SELECT count(*)::int AS count FROM waitlist_entry WHERE space_id = $1 AND person_id = $2 AND ended_at IS NULL`;

/** Ends what has no claim any more. `$3`: now. */
export const END_WITHOUT_CLAIM = `
  WITH ended AS (
    SELECT w.space_id, w.id, (${ENDING}) AS ending FROM waitlist_entry w WHERE w.ended_at IS NULL AND ($1::uuid IS NULL OR w.space_id = $1)
    ORDER BY w.space_id, w.id FOR UPDATE OF w SKIP LOCKED
  )
  UPDATE waitlist_entry w SET ended_at = $3, ending = e.ending FROM ended e
  WHERE w.space_id = e.space_id AND w.id = e.id AND e.ending IS NOT NULL
  RETURNING w.space_id AS "spaceId", w.id, w.organisation_id AS "organisationId", w.ending, w.draft->>'title' AS title, w.starts_at AS start, w.ends_at AS "end"`;

/** Ended entries are kept for as long as somebody might ask what became of them; the log tells the rest. */
export const SWEEP = `DELETE FROM waitlist_entry WHERE ended_at < $1::timestamptz - interval '90 days'`;

export const HOUSES = `
  SELECT DISTINCT s.id FROM waitlist_entry w JOIN space s ON s.id = w.space_id
  WHERE w.ended_at IS NULL AND ($1::uuid IS NULL OR w.space_id = $1)`;

/** Of a house, what looks free again, in the order in which it was asked for: who begins to wait first comes first. */
export const LOOKS_FREE = `
  WITH standing AS (${STANDING})
  SELECT w.id, w.person_id AS "personId", w.organisation_id AS "organisationId", w.draft, w.starts_at AS start, w.ends_at AS "end", w.reasons
  FROM standing w
  WHERE NOT EXISTS (
    SELECT FROM room_unit u JOIN allocation a ON a.space_id = u.space_id AND a.unit_id = u.unit_id AND a.blocking
      AND a.during && tstzrange(w.starts_at, w.ends_at, '[)')
    WHERE u.space_id = w.space_id AND u.room_id = ANY(w.room_ids))
  ORDER BY w.since, w.id`;

export const HOLD_ENTRY = `SELECT FROM waitlist_entry WHERE space_id = $1 AND id = $2 AND ended_at IS NULL FOR UPDATE`;
export const SERVED = `UPDATE waitlist_entry SET ended_at = $3, ending = 'served', booking_id = $4, reasons = '[]' WHERE space_id = $1 AND id = $2`;
export const PASSED_OVER = `UPDATE waitlist_entry SET reasons = $3 WHERE space_id = $1 AND id = $2 AND reasons <> $3::jsonb`;

export const ONE = `
  SELECT person_id AS "personId", organisation_id AS "organisationId", draft->>'title' AS title, starts_at AS start, ends_at AS "end"
  FROM waitlist_entry WHERE space_id = $1 AND id = $2 AND ended_at IS NULL FOR UPDATE`;
export const LEFT = `UPDATE waitlist_entry SET ended_at = $3, ending = 'left' WHERE space_id = $1 AND id = $2`;

export const INSERT = `
  INSERT INTO waitlist_entry (space_id, id, person_id, organisation_id, draft, room_ids, starts_at, ends_at, since)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
