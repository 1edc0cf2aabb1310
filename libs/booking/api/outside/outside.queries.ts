export const SECRET = 'SELECT form_secret AS secret, neighbours_may_ask AS "isOpen" FROM space WHERE id = $1';
export const ROOM = 'SELECT FROM room WHERE space_id = $1 AND id = $2 AND bookable AND archived_at IS NULL';

export const INSERT = `
  INSERT INTO outside_request (space_id, id, name, organisation, email, phone, language, purpose, message, room_id, attendees, starts_at, ends_at,
    asked_at, token_hash, expires_at, confirmed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`;

/** Once, before what is asked for begins. */
export const CONFIRM = `
  UPDATE outside_request SET confirmed_at = $3 WHERE space_id = $1 AND token_hash = $2 AND expires_at > $3 AND starts_at > $3 AND confirmed_at IS NULL
  RETURNING id, purpose, room_id AS "roomId", attendees, starts_at AS start, ends_at AS "end"`;

/** By this secret, while its link would have worked. */
export const CONFIRMED =
  'SELECT FROM outside_request WHERE space_id = $1 AND token_hash = $2 AND expires_at > $3 AND confirmed_at IS NOT NULL';

const COLUMNS = `
  r.id, r.name, r.organisation, r.email, r.phone, r.language, r.purpose, r.message, r.room_id AS "roomId", r.attendees,
  r.starts_at AS start, r.ends_at AS "end", r.confirmed_at AS "askedAt", r.booking_id AS "bookingId"`;

/** What waits and has not begun, and what was accepted, still takes place and is not over. */
export const LIST = `
  SELECT ${COLUMNS} FROM outside_request r LEFT JOIN booking b ON b.space_id = r.space_id AND b.id = r.booking_id
  WHERE r.space_id = $1 AND r.confirmed_at IS NOT NULL
    AND (r.decided_at IS NULL AND r.starts_at > $2 OR b.cancelled_at IS NULL AND b.ends_at > $2)
  ORDER BY r.decided_at IS NOT NULL, r.starts_at, r.id LIMIT 200`;

export const ONE = `SELECT ${COLUMNS}, r.decided_at AS "decidedAt" FROM outside_request r WHERE r.space_id = $1 AND r.id = $2 AND r.confirmed_at IS NOT NULL FOR UPDATE`;
export const DECIDE = `UPDATE outside_request SET decided_at = $3, decided_by = $4, booking_id = $5 WHERE space_id = $1 AND id = $2`;

/**
 * What the coordination was told of it goes too, in the application and by letter, and the letters that were written to who asked, unless they ask
 * for something else as well.
 */
const FORGET = `, told AS (
    DELETE FROM notification n USING gone g WHERE n.space_id = g.space_id AND n.kind = 'outside-asked' AND n.subject_id = g.id
  )
  DELETE FROM letter l USING gone g
  WHERE l.space_id = g.space_id AND (l.kind = 'outside-asked' AND position(g.id::text IN l.body_text) > 0
    OR l.recipient = g.email AND l.kind LIKE 'outside-%' AND NOT EXISTS (
      SELECT FROM outside_request o WHERE o.space_id = g.space_id AND o.email = g.email AND o.id NOT IN (SELECT id FROM gone)))`;

export const ERASE = `
  WITH gone AS (DELETE FROM outside_request WHERE space_id = $1 AND id = $2 RETURNING space_id, id, email)${FORGET}`;

/** Links nobody followed, and what is over for `$2` days. */
export const SWEEP = `
  WITH gone AS (
    DELETE FROM outside_request WHERE confirmed_at IS NULL AND expires_at <= $1 OR ends_at < $1::timestamptz - make_interval(days => $2)
    RETURNING space_id, id, email
  )${FORGET}`;

/** Of a booking `b`, the request of the neighbour it was made for; also when it goes on from the series that was made for them. */
export const ASKED_BY = (booking: string) => `(
    WITH RECURSIVE line AS (
      SELECT ${booking}.id, ${booking}.follows_id UNION ALL
      SELECT f.id, f.follows_id FROM line JOIN booking f ON f.space_id = ${booking}.space_id AND f.id = line.follows_id
    )
    SELECT q.id FROM line JOIN outside_request q ON q.space_id = ${booking}.space_id AND q.booking_id = line.id LIMIT 1)`;

/** Whom a booking was made for, when a neighbour asked for it. */
export const ASKER_OF = `
  SELECT r.id, r.email, r.name, r.language FROM booking b JOIN outside_request r ON r.space_id = b.space_id AND r.id = ${ASKED_BY('b')}
  WHERE b.space_id = $1 AND b.id = $2`;

/** The same for many bookings; what they asked last says in which language. */
export const ASKERS_OF = `
  SELECT b.id AS "bookingId", r.id, r.email, r.name, r.language
  FROM booking b JOIN outside_request r ON r.space_id = b.space_id AND r.id = ${ASKED_BY('b')}
  WHERE b.space_id = $1 AND b.id = ANY($2::uuid[]) ORDER BY r.asked_at DESC, b.id`;

export const WAITING = `
  SELECT r.id, r.purpose AS title, r.confirmed_at AS since, to_char(r.starts_at AT TIME ZONE s.zone, 'YYYY-MM-DD') AS due
  FROM outside_request r JOIN space s ON s.id = r.space_id
  WHERE r.space_id = $1 AND r.confirmed_at IS NOT NULL AND r.decided_at IS NULL AND r.starts_at > $2`;

/** Passed unanswered: decided by nobody. Who is being answered right now is left alone. */
export const LAPSE = `
  WITH over AS (
    SELECT space_id, id FROM outside_request WHERE confirmed_at IS NOT NULL AND decided_at IS NULL AND starts_at <= $1
    ORDER BY starts_at LIMIT 100 FOR UPDATE SKIP LOCKED
  )
  UPDATE outside_request r SET decided_at = $1 FROM over WHERE r.space_id = over.space_id AND r.id = over.id
  RETURNING r.id, r.space_id AS "spaceId", r.name, r.email, r.language, r.purpose, r.starts_at AS start, r.ends_at AS "end"`;
export const WAIT_ON = 'UPDATE outside_request SET decided_at = NULL WHERE space_id = $1 AND id = $2';
