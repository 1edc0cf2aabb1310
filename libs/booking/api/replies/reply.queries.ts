/**
 * What changed is asked no more as it was: of all dates, of those that began at `$4`, or of those from `$5` on and of all of them together.
 * Participants are asked anew only of what concerns them.
 */
export const SUPERSEDE = `
  UPDATE booking_reply SET superseded_at = $3
  WHERE space_id = $1 AND booking_id = $2 AND participant_id IS NULL AND superseded_at IS NULL
    AND ($4::timestamptz[] IS NULL OR date_at = ANY($4)) AND ($5::timestamptz IS NULL OR date_at IS NULL OR date_at >= $5)`;

const ASKED_OF = `space_id = $1 AND booking_id = $2 AND coalesce(person_id, outside_request_id, participant_id) = $3
    AND date_at IS NOT DISTINCT FROM $4 AND superseded_at IS NULL`;
/** Each is asked one thing at a time of the same. */
export const SUPERSEDE_SAME = `UPDATE booking_reply SET superseded_at = $5 WHERE ${ASKED_OF}`;
/** Whether somebody has not answered yet. */
export const UNANSWERED = `SELECT 1 FROM booking_reply WHERE ${ASKED_OF} AND answer IS NULL`;

export const ASK = `
  INSERT INTO booking_reply (space_id, id, booking_id, person_id, outside_request_id, date_at, asked_by, asked_at, token_hash,
    participant_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** What somebody answered to what they were asked last. */
export const PRESENT = `
  SELECT answer, note FROM booking_reply
  WHERE space_id = $1 AND booking_id = $2 AND coalesce(person_id, outside_request_id, participant_id) = $3 AND superseded_at IS NULL
  ORDER BY asked_at DESC, id DESC LIMIT 1`;

/** Whether what a reply `r` of a booking `b` is about takes place no more, or has, at `now`; a date that moved takes place elsewhere. */
const isOver = (now: string) => `(b.cancelled_at IS NOT NULL OR b.stage <> 'confirmed' OR NOT EXISTS (
    SELECT FROM occurrence o WHERE o.space_id = r.space_id AND o.booking_id = r.booking_id AND o.status = 'confirmed' AND o.ends_at > ${now}
      AND (r.date_at IS NULL OR o.starts_at = r.date_at OR r.superseded_at IS NOT NULL)))`;

const COLUMNS = `
  r.id, r.booking_id AS "bookingId", r.person_id AS "personId", r.outside_request_id AS "outsideRequestId", r.participant_id AS "participantId",
  r.date_at AS "dateAt",
  r.asked_by AS "askedBy", coalesce(k.display_name, '') AS by, r.asked_at AS "askedAt", r.answer, r.note, r.answered_at AS "answeredAt",
  r.superseded_at AS "supersededAt", r.settled_at AS "settledAt"`;
const FROM = `
  FROM booking_reply r JOIN booking b ON b.space_id = r.space_id AND b.id = r.booking_id
    LEFT JOIN person k ON k.id = r.asked_by AND k.erased_at IS NULL`;

export const BOOKING_OF_TOKEN = 'SELECT booking_id AS id FROM booking_reply WHERE space_id = $1 AND token_hash = $2';
/** The booking comes first, as with every change of it. */
export const LOCK = 'SELECT FROM booking WHERE space_id = $1 AND id = $2 FOR UPDATE';
export const BY_TOKEN = `SELECT ${COLUMNS}, ${isOver('$3')} AS "isOver" ${FROM} WHERE r.space_id = $1 AND r.token_hash = $2
  AND NOT EXISTS (SELECT FROM booking_participant i WHERE i.space_id = r.space_id AND i.id = r.participant_id AND i.removed_at IS NOT NULL)`;
/** What the person is asked now, as who booked or by the address that was invited: what is named, else what waits, the latest first. */
export const OF_PERSON = `
  SELECT ${COLUMNS}, ${isOver('$4')} AS "isOver" ${FROM}
  WHERE r.space_id = $1 AND r.booking_id = $2 AND r.superseded_at IS NULL AND (r.person_id = $3 OR EXISTS (
    SELECT FROM booking_participant i JOIN person p ON p.email = i.email AND p.erased_at IS NULL
    WHERE i.space_id = r.space_id AND i.id = r.participant_id AND i.removed_at IS NULL AND p.id = $3))
    AND ($5::uuid IS NULL OR r.id = $5)
  ORDER BY "isOver", r.answer IS NOT NULL, r.asked_at DESC LIMIT 1`;

export const OF_BOOKING = `
  SELECT ${COLUMNS}, coalesce(p.display_name, o.name, '') AS name
  ${FROM} LEFT JOIN person p ON p.id = r.person_id LEFT JOIN outside_request o ON o.space_id = r.space_id AND o.id = r.outside_request_id
  WHERE r.space_id = $1 AND r.booking_id = $2 AND r.participant_id IS NULL AND r.superseded_at IS NULL AND NOT ${isOver('$3')} ORDER BY r.asked_at, r.id`;

/** An answer that changes asks the coordination anew. */
export const ANSWER = `
  UPDATE booking_reply SET answer = $3, note = $4, answered_at = $5, settled_at = NULL, settled_by = NULL WHERE space_id = $1 AND id = $2`;

export const SETTLE = `
  UPDATE booking_reply SET settled_at = $4, settled_by = $5
  WHERE space_id = $1 AND booking_id = $2 AND id = $3 AND answer = 'declined' AND superseded_at IS NULL AND settled_at IS NULL RETURNING id`;

/** Declined, and nobody did anything about it. */
export const DECLINED = `
  SELECT r.id, b.id AS "bookingId", b.title, r.answered_at AS since, to_char((
      SELECT min(o.starts_at) FROM occurrence o WHERE o.space_id = r.space_id AND o.booking_id = r.booking_id AND o.status = 'confirmed'
        AND o.ends_at > $2 AND (r.date_at IS NULL OR o.starts_at = r.date_at)) AT TIME ZONE b.zone, 'YYYY-MM-DD') AS due
  FROM booking_reply r JOIN booking b ON b.space_id = r.space_id AND b.id = r.booking_id
  WHERE r.space_id = $1 AND r.answer = 'declined' AND r.participant_id IS NULL AND r.superseded_at IS NULL AND r.settled_at IS NULL AND NOT ${isOver('$2')}`;
