/** The quotas that hold for an organisation, its exceptions applied. A room counts when it contains, whole, one of those that the quota names. */
export const quotasOf = (organisation: string) => `
  (SELECT coalesce(json_agg(json_build_object('id', q.id, 'source', 'house', 'per', q.per, 'counts', q.counts, 'limit', coalesce(x.most, q.most),
      'prime', q.prime, 'roomIds', (SELECT json_agg(r.id) FROM room r WHERE r.space_id = q.space_id AND EXISTS (
        SELECT FROM quota_room m WHERE m.space_id = q.space_id AND m.quota_id = q.id AND NOT EXISTS (
          SELECT FROM room_unit u WHERE u.space_id = m.space_id AND u.room_id = m.room_id AND NOT EXISTS (
            SELECT FROM room_unit v WHERE v.space_id = r.space_id AND v.room_id = r.id AND v.unit_id = u.unit_id))))) ORDER BY q.id), '[]')
   FROM quota q LEFT JOIN quota_exception x ON x.space_id = q.space_id AND x.quota_id = q.id AND x.organisation_id = ${organisation}
   WHERE q.space_id = $1 AND ${organisation}::uuid IS NOT NULL AND (x.quota_id IS NULL OR x.most IS NOT NULL))`;

/** Holds the rows of organisations' periods until the transaction ends; always in the same order. */
export const LOCK_PERIODS = `/* quota_lock */
  INSERT INTO quota_period (space_id, organisation_id, period)
  SELECT DISTINCT $1::uuid, o, p FROM unnest($2::uuid[], $3::text[]) AS held(o, p) ORDER BY o, p
  ON CONFLICT (space_id, organisation_id, period) DO UPDATE SET period = excluded.period`;

/**
 * Dates of an organisation’s own that touch a window and count, in its name when they took place: what takes a room, from the agenda's own index,
 * and the few that count beside it. `isOwn`: of the booking `$5`, or of its dates `$6`, which are being changed. What is held no longer at `$7` counts no more.
 */
export const COUNTED = `/* quota_counted */
  WITH near AS (
    SELECT occurrence_id AS id FROM allocation
    WHERE space_id = $1 AND blocking AND starts_at < $4 AND starts_at > $3::timestamptz - interval '15 days' AND ends_at > $3
    UNION
    SELECT id FROM occurrence
    WHERE space_id = $1 AND (status NOT IN ('confirmed', 'skipped', 'declined', 'cancelled') OR cancelled_late)
      AND starts_at < $4 AND starts_at > $3::timestamptz - interval '15 days' AND ends_at > $3
  )
  SELECT o.starts_at AS start, o.ends_at AS "end", o.booking_id AS "bookingId",
    ARRAY(SELECT DISTINCT a.room_id FROM allocation a WHERE a.space_id = o.space_id AND a.occurrence_id = o.id) AS "roomIds",
    coalesce(o.booking_id = $5 AND ($6::uuid[] IS NULL OR o.id = ANY($6)), false) AS "isOwn"
  FROM near n JOIN occurrence o ON o.space_id = $1 AND o.id = n.id JOIN booking b ON b.space_id = o.space_id AND b.id = o.booking_id
  WHERE coalesce(o.own_organisation_id, b.organisation_id) = $2 AND NOT b.for_outsiders AND NOT (b.stage = 'held' AND b.expires_at <= $7)
    AND (o.status NOT IN ('skipped', 'declined', 'cancelled') OR o.cancelled_late)`;

/** Of which periods a house counts. */
export const KINDS = 'SELECT DISTINCT per FROM quota WHERE space_id = $1';

export const QUOTAS = `
  SELECT q.id, q.per, q.counts, q.most AS "limit", q.prime, q.version,
    ARRAY(SELECT room_id FROM quota_room m WHERE m.space_id = q.space_id AND m.quota_id = q.id ORDER BY room_id) AS "roomIds",
    (SELECT coalesce(json_agg(json_build_object('organisationId', x.organisation_id, 'limit', x.most) ORDER BY g.name, g.id), '[]')
     FROM quota_exception x JOIN organisation g ON g.id = x.organisation_id WHERE x.space_id = q.space_id AND x.quota_id = q.id) AS exceptions
  FROM quota q WHERE q.space_id = $1 AND ($2::uuid IS NULL OR q.id = $2) ORDER BY q.id`;

export const QUOTA_WRITE = `
  WITH written AS (
    INSERT INTO quota (space_id, id, per, counts, most, prime) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (space_id, id) DO UPDATE SET per = $3, counts = $4, most = $5, prime = $6, version = quota.version + 1 RETURNING id
  ), gone_rooms AS (
    DELETE FROM quota_room WHERE space_id = $1 AND quota_id = $2 AND room_id <> ALL($7::uuid[])
  ), gone_exceptions AS (
    DELETE FROM quota_exception WHERE space_id = $1 AND quota_id = $2
      AND organisation_id NOT IN (SELECT (e->>'organisationId')::uuid FROM jsonb_array_elements($8::jsonb) e)
  ), rooms AS (
    INSERT INTO quota_room (space_id, quota_id, room_id) SELECT $1, id, unnest($7::uuid[]) FROM written ON CONFLICT DO NOTHING
  )
  INSERT INTO quota_exception (space_id, quota_id, organisation_id, most)
  SELECT $1, w.id, (e->>'organisationId')::uuid, (e->>'limit')::int FROM written w, jsonb_array_elements($8::jsonb) e
  ON CONFLICT (space_id, quota_id, organisation_id) DO UPDATE SET most = excluded.most`;
