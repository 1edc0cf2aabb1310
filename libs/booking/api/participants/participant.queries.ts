/** Whom a booking `b` invites, with what they answered; `personId` when the address is that of an account. */
export const PARTICIPANTS_OF = (booking: string) => `
  (SELECT coalesce(json_agg(json_build_object('email', i.email, 'name', i.name, 'personId', p.id, 'isAsked', r.id IS NOT NULL, 'answer', r.answer, 'note', coalesce(r.note, ''))
      ORDER BY i.position, i.email), '[]')
   FROM booking_participant i LEFT JOIN person p ON p.email = i.email AND p.erased_at IS NULL
     LEFT JOIN booking_reply r ON r.space_id = i.space_id AND r.participant_id = i.id AND r.superseded_at IS NULL
   WHERE i.space_id = ${booking}.space_id AND i.booking_id = ${booking}.id AND i.removed_at IS NULL)`;

/** Whether a person is invited to a booking `b` and did not decline. */
export const IS_INVITED = (booking: string, person: string) => `
  EXISTS (SELECT FROM booking_participant i JOIN person p ON p.email = i.email AND p.erased_at IS NULL
   WHERE i.space_id = ${booking}.space_id AND i.booking_id = ${booking}.id AND i.removed_at IS NULL AND p.id = ${person} AND NOT EXISTS (
     SELECT FROM booking_reply r WHERE r.space_id = i.space_id AND r.participant_id = i.id AND r.superseded_at IS NULL AND r.answer = 'declined'))`;

/** The ids of the bookings that some people are invited to and did not decline, with who it is. */
export const INVITED_TO = (space: string, people: string) => `
  SELECT i.booking_id, p.id AS person_id FROM person p JOIN booking_participant i ON i.email = p.email
  WHERE p.id = ANY(${people}) AND p.erased_at IS NULL AND i.space_id = ${space} AND i.removed_at IS NULL AND NOT EXISTS (
    SELECT FROM booking_reply r WHERE r.space_id = i.space_id AND r.participant_id = i.id AND r.superseded_at IS NULL AND r.answer = 'declined')`;

/** Whom a booking invites from now on; who is named again before they heard that they are not is invited as before. */
export const NAME_PARTICIPANTS = `
  WITH named AS (
    SELECT * FROM jsonb_to_recordset($3::jsonb) AS n(id uuid, email citext, name text, position integer)
  ), removed AS (
    UPDATE booking_participant i SET removed_at = $4 WHERE i.space_id = $1 AND i.booking_id = $2 AND i.removed_at IS NULL
      AND NOT EXISTS (SELECT FROM named n WHERE n.email = i.email)
  ), opened AS (
    INSERT INTO booking_invitation (space_id, booking_id) SELECT $1, $2 WHERE EXISTS (SELECT FROM named) ON CONFLICT DO NOTHING
  )
  INSERT INTO booking_participant (space_id, id, booking_id, email, name, position)
  SELECT $1, n.id, $2, n.email, n.name, n.position FROM named n
  ON CONFLICT ON CONSTRAINT booking_participant_once DO UPDATE SET name = EXCLUDED.name, position = EXCLUDED.position, removed_at = NULL`;

/** The booking that continues a series invites whom the old one did. */
export const PASS_ON_PARTICIPANTS = `
  WITH opened AS (
    INSERT INTO booking_invitation (space_id, booking_id) SELECT space_id, $3 FROM booking_invitation WHERE space_id = $1 AND booking_id = $2
  )
  INSERT INTO booking_participant (space_id, id, booking_id, email, name, position)
  SELECT space_id, gen_random_uuid(), $3, email, name, position FROM booking_participant
  WHERE space_id = $1 AND booking_id = $2 AND removed_at IS NULL`;

/** What counting the letters of an edit needs to know. */
export const INVITING = `
  SELECT b.organisation_id AS "organisationId", b.booked_by AS "bookedBy", p.email AS booker, ARRAY(
    SELECT i.email::text FROM booking_participant i WHERE i.space_id = b.space_id AND i.booking_id = b.id AND i.removed_at IS NULL) AS emails
  FROM booking b JOIN person p ON p.id = b.booked_by WHERE b.space_id = $1 AND b.id = $2`;

// Whom a series invited hears of its end by the booking that goes on from it: that one waits.
const IS_DUE = (invitation: string, booking: string) =>
  `${booking}.stage = 'confirmed' AND ${invitation}.told_version IS DISTINCT FROM ${booking}.version`;

/** A booking that changed since its participants were told, held until they are. */
export const DUE = `
  SELECT i.space_id AS "spaceId", i.booking_id AS "bookingId", b.organisation_id AS "organisationId"
  FROM booking_invitation i JOIN booking b ON b.space_id = i.space_id AND b.id = i.booking_id
  WHERE ${IS_DUE('i', 'b')} AND i.booking_id <> ALL($1::uuid[]) AND NOT (i.told_version IS NULL AND EXISTS (
      SELECT FROM booking f JOIN booking_invitation e ON e.space_id = f.space_id AND e.booking_id = f.id
      WHERE f.space_id = b.space_id AND f.id = b.follows_id AND ${IS_DUE('e', 'f')}))
  ORDER BY i.booking_id LIMIT 1 FOR UPDATE OF i, b SKIP LOCKED`;

/** The booking that goes on from a series and whose participants were not told yet. */
export const SUCCESSOR = `
  SELECT b.id FROM booking b JOIN booking_invitation i ON i.space_id = b.space_id AND i.booking_id = b.id
  WHERE b.space_id = $1 AND b.follows_id = $2 AND ${IS_DUE('i', 'b')} AND i.told_version IS NULL FOR UPDATE OF i, b`;

export const INVITATION = 'SELECT told FROM booking_invitation WHERE space_id = $1 AND booking_id = $2';

/**
 * `language`: of the account with this address, else of who books. `isOfHouse`: they live or work there at $3. `knowsSeries`: they were told
 * of the booking from which this one goes on, and nobody of this one yet.
 */
export const WHO_HEARS = `
  SELECT i.id, i.email::text AS email, i.name, i.told_at AS "toldAt", i.removed_at AS "removedAt", p.id AS "personId",
    EXISTS (SELECT FROM house_role h WHERE h.space_id = $1 AND h.person_id = p.id) OR EXISTS (
      SELECT FROM membership m JOIN residency r ON r.organisation_id = m.organisation_id AND r.space_id = $1
        AND r.during @> ($3::timestamptz AT TIME ZONE b.zone)::date
      WHERE m.person_id = p.id) AS "isOfHouse",
    EXISTS (SELECT FROM booking_participant e JOIN booking_invitation n ON n.space_id = $1 AND n.booking_id = $2 AND n.told_version IS NULL
      WHERE e.space_id = $1 AND e.booking_id = b.follows_id AND e.email = i.email AND e.told_at IS NOT NULL AND e.removed_at IS NULL) AS "knowsSeries",
    coalesce(p.language, k.language) AS language
  FROM booking_participant i JOIN booking b ON b.space_id = i.space_id AND b.id = i.booking_id JOIN person k ON k.id = b.booked_by
    LEFT JOIN person p ON p.email = i.email AND p.erased_at IS NULL
  WHERE i.space_id = $1 AND i.booking_id = $2 ORDER BY i.position, i.email`;

export const TOLD = `
  WITH gone AS (
    DELETE FROM booking_participant WHERE space_id = $1 AND booking_id = $2 AND removed_at IS NOT NULL
  ), heard AS (
    UPDATE booking_participant SET told_at = $3 WHERE space_id = $1 AND booking_id = $2 AND removed_at IS NULL
  )
  UPDATE booking_invitation SET told_version = $4, told = $5 WHERE space_id = $1 AND booking_id = $2`;

/**
 * Whom a booking invited is kept no longer than some days after its last date; the letters go with it, unless another booking invites
 * them. Those to who is invited to nothing any more go as late after they were written.
 */
export const FORGET = `
  WITH over AS (
    SELECT i.space_id, i.booking_id FROM booking_invitation i WHERE NOT EXISTS (
      SELECT FROM occurrence o WHERE o.space_id = i.space_id AND o.booking_id = i.booking_id AND o.ends_at >= $1)
  ), gone AS (
    DELETE FROM booking_participant i USING over WHERE i.space_id = over.space_id AND i.booking_id = over.booking_id
    RETURNING i.space_id, i.id, i.email
  )
  DELETE FROM letter l WHERE l.kind LIKE 'participant-%'
    AND (l.created_at < $1 OR EXISTS (SELECT FROM gone g WHERE g.space_id = l.space_id AND g.email = l.recipient))
    AND NOT EXISTS (
      SELECT FROM booking_participant i WHERE i.space_id = l.space_id AND i.email = l.recipient AND i.id NOT IN (SELECT id FROM gone))`;

export const FORGET_INVITATIONS = `
  DELETE FROM booking_invitation i WHERE NOT EXISTS (
    SELECT FROM booking_participant p WHERE p.space_id = i.space_id AND p.booking_id = i.booking_id)
  AND NOT EXISTS (SELECT FROM occurrence o WHERE o.space_id = i.space_id AND o.booking_id = i.booking_id AND o.ends_at >= $1)`;
