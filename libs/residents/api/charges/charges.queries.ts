/** The charges of a house, in the order of their months. */
export const CHARGES = `
  SELECT c.id, c.label, to_char(lower(c.during), 'YYYY-MM') AS "from", to_char(upper(c.during) - 1, 'YYYY-MM') AS "to", c.terms, c.version,
    EXISTS (SELECT FROM statement_line l WHERE l.space_id = c.space_id AND l.charge_id = c.id) AS "isUsed"
  FROM charge c WHERE c.space_id = $1 ORDER BY lower(c.during), c.id`;

/** The first month of charges and fees, and the last one closed. */
export const CLOSING = `
  SELECT (SELECT to_char(least((SELECT min(lower(during)) FROM charge WHERE space_id = $1),
      (SELECT min(day) FROM fee WHERE space_id = $1), (SELECT min(month) FROM closed_period WHERE space_id = $1)), 'YYYY-MM')) AS first,
    (SELECT to_char(max(month), 'YYYY-MM') FROM closed_period WHERE space_id = $1) AS "lastClosed"`;

/** Residencies of these days, with what they occupy. */
export const RESIDENCIES = `
  SELECT r.id, r.organisation_id AS "organisationId", to_char(lower(r.during), 'YYYY-MM-DD') AS "from",
    to_char(upper(r.during) - 1, 'YYYY-MM-DD') AS "to", r.share_key AS "shareKey", r.share_quantity::float8 AS "shareQuantity",
    coalesce((SELECT json_agg(json_build_object('roomId', o.room_id, 'desks', o.desks, 'from', lower(o.during), 'to', upper(o.during) - 1))
      FROM occupancy o WHERE o.space_id = r.space_id AND o.residency_id = r.id), '[]') AS occupied
  FROM residency r WHERE r.space_id = $1 AND r.during && daterange($2, $3, '[]') ORDER BY r.id`;

export const ROOM_MEASURES = `SELECT id, area_m2 AS "areaM2", desks FROM room WHERE space_id = $1`;

export const FEES = `
  SELECT id, organisation_id AS "organisationId", to_char(day, 'YYYY-MM-DD') AS "on", label, cents, corrects_id AS "correctsId"
  FROM fee WHERE space_id = $1 AND day BETWEEN $2 AND $3 ORDER BY day, id`;

const ORGANISATION = `json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'initials', o.initials, 'hue', o.hue,
  'pattern', o.pattern, 'demo', o.demo, 'description', o.description)`;

/** Organisations that live or lived in the house, by name. */
export const ORGANISATIONS = `
  SELECT ${ORGANISATION} AS organisation, o.enterprise_number AS "enterpriseNumber"
  FROM organisation o WHERE o.id IN (SELECT organisation_id FROM residency WHERE space_id = $1) ORDER BY o.name COLLATE "fr-x-icu", o.id`;

export const CLOSED_PERIODS = `
  SELECT to_char(month, 'YYYY-MM') AS month, statements, total_cents::float8 AS "totalCents", closed_at AS "closedAt"
  FROM closed_period WHERE space_id = $1`;

/** Heads of closed statements: of a month, of an organisation, or both. */
export const CLOSED_STATEMENTS = `
  SELECT s.id, to_char(s.month, 'YYYY-MM') AS month, s.year, s.number, s.lines, s.total_cents::float8 AS "totalCents", p.closed_at AS "closedAt",
    s.house_name AS "houseName", s.house_address AS "houseAddress", s.organisation_name AS "organisationName",
    s.enterprise_number AS "enterpriseNumber", ${ORGANISATION} AS organisation
  FROM statement s JOIN organisation o ON o.id = s.organisation_id
    JOIN closed_period p ON p.space_id = s.space_id AND p.month = s.month
  WHERE s.space_id = $1 AND ($2::date IS NULL OR s.month = $2) AND ($3::uuid IS NULL OR s.organisation_id = $3)
  ORDER BY s.month DESC, s.number`;

/** Lines of closed statements, as they were frozen. */
export const CLOSED_LINES = `
  SELECT l.statement_id AS "statementId", l.id, l.kind, l.label, to_char(l.day, 'YYYY-MM-DD') AS "on", l.share, l.booking_id AS "bookingId",
    l.fee_id AS "feeId", l.corrects_id AS "correctsId", l.cents
  FROM statement_line l WHERE l.space_id = $1 AND l.statement_id = ANY($2) ORDER BY l.statement_id, l.position`;

/** What corrections refer to. */
export const CORRECTED = `
  SELECT l.id AS "lineId", l.label, to_char(s.month, 'YYYY-MM') AS month, s.year, s.number, s.organisation_id AS "organisationId"
  FROM statement_line l JOIN statement s ON s.space_id = l.space_id AND s.id = l.statement_id
  WHERE l.space_id = $1 AND l.id = ANY($2)`;
