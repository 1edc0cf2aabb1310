const COLUMNS = `
  d.id, d.name, d.shows, d.room_id AS "roomId", d.language, d.created_at AS "pairedAt", d.seen_at AS "seenAt"`;

/** The screens of a house that are paired now, by name. */
export const DISPLAYS = `SELECT ${COLUMNS} FROM display d WHERE d.space_id = $1 AND d.revoked_at IS NULL ORDER BY lower(d.name), d.created_at`;

/** The screen that holds a secret. */
export const DISPLAY_OF_TOKEN = `/* display_of_token */
  SELECT ${COLUMNS}, d.space_id AS "spaceId" FROM display d WHERE d.token_hash = $1 AND d.revoked_at IS NULL`;

/** To the minute: nobody needs more, and a screen that asks often costs no writing. */
export const SEEN = `
  UPDATE display SET seen_at = $3
  WHERE space_id = $1 AND id = $2 AND (seen_at IS NULL OR seen_at < $3::timestamptz - interval '50 seconds')`;

export const OFFER_CODE = `INSERT INTO display_pairing (id, code_hash, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)`;

/** Whether the secret of a browser waits for its code to be entered. */
export const WAITING = `SELECT expires_at AS "expiresAt" FROM display_pairing WHERE token_hash = $1 AND expires_at > $2`;

/** A code works once: who takes it away has it. */
export const TAKE_CODE = `DELETE FROM display_pairing WHERE code_hash = $1 AND expires_at > $2 RETURNING token_hash AS "tokenHash"`;

export const PAIR = `
  INSERT INTO display (space_id, id, name, shows, room_id, language, token_hash, paired_by, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** The screen as it was, held until it is changed. */
export const HELD_DISPLAY = `
  SELECT d.name, coalesce(d.room_id::text, 'today') AS shows, d.language FROM display d
  WHERE d.space_id = $1 AND d.id = $2 AND d.revoked_at IS NULL FOR UPDATE`;

export const CHANGE = 'UPDATE display SET name = $3, shows = $4, room_id = $5, language = $6 WHERE space_id = $1 AND id = $2';

export const REVOKE = `
  UPDATE display SET revoked_at = $3 WHERE space_id = $1 AND id = $2 AND revoked_at IS NULL
  RETURNING name, coalesce(room_id::text, 'today') AS shows`;

export const BOOKABLE = 'SELECT FROM room WHERE space_id = $1 AND id = $2 AND bookable AND archived_at IS NULL';
