/** What was used of each unit in the window `$2`–`$3`, cut to it. */
const USED = `
  used AS (
    SELECT a.unit_id, a.booking_id, o.id, o.own_organisation_id, greatest(a.starts_at, $2) AS starts_at, least(a.ends_at, $3) AS ends_at
    FROM allocation a JOIN occurrence o ON o.space_id = a.space_id AND o.id = a.occurrence_id
    WHERE a.space_id = $1 AND a.blocking AND o.status = 'confirmed'
      AND a.starts_at < $3 AND a.starts_at > $2::timestamptz - interval '15 days' AND a.ends_at > $2)`;
const MINUTES = `sum(extract(epoch FROM u.ends_at - u.starts_at) / 60)::float8`;

/** Of each room without parts: minutes and dates used; dates that begin in the window and that nobody came to, or were cancelled too late. */
export const OF_ROOMS = `
  WITH ${USED}, sums AS (SELECT u.unit_id, ${MINUTES} AS minutes, count(DISTINCT u.id)::int AS dates FROM used u GROUP BY u.unit_id),
  missed AS (
    SELECT a.unit_id, count(*) FILTER (WHERE o.status = 'no_show')::int AS no_shows, count(*) FILTER (WHERE o.cancelled_late)::int AS late
    FROM occurrence o JOIN allocation a ON a.space_id = o.space_id AND a.occurrence_id = o.id
    WHERE o.space_id = $1 AND (o.status NOT IN ('confirmed', 'skipped', 'declined', 'cancelled') OR o.cancelled_late)
      AND o.starts_at >= $2 AND o.starts_at < $3
    GROUP BY a.unit_id)
  SELECT r.id AS "roomId", r.name, coalesce(s.minutes, 0) AS "usedMinutes", coalesce(s.dates, 0) AS dates,
    coalesce(m.no_shows, 0) AS "noShows", coalesce(m.late, 0) AS "lateCancellations"
  FROM room r LEFT JOIN sums s ON s.unit_id = r.id LEFT JOIN missed m ON m.unit_id = r.id
  WHERE r.space_id = $1 AND ((r.bookable AND r.archived_at IS NULL) OR s.unit_id IS NOT NULL OR m.unit_id IS NOT NULL)
    AND NOT EXISTS (SELECT FROM room_part p WHERE p.space_id = r.space_id AND p.room_id = r.id)
  ORDER BY r.position, r.name`;

/** By hour of the week in the zone `$4`: a quarter of an hour lies in one hour of any zone, also when clocks change. */
export const OF_HOURS = `
  WITH ${USED}
  SELECT extract(isodow FROM q AT TIME ZONE $4)::int AS weekday, extract(hour FROM q AT TIME ZONE $4)::int AS hour,
    sum(extract(epoch FROM least(u.ends_at, q + interval '15 minutes') - greatest(u.starts_at, q)) / 60)::float8 AS "usedMinutes"
  FROM used u CROSS JOIN LATERAL generate_series(date_bin('15 minutes', u.starts_at, 'epoch'::timestamptz), u.ends_at - interval '1 microsecond',
    interval '15 minutes') q
  WHERE $5::uuid IS NULL OR u.unit_id IN (SELECT unit_id FROM room_unit WHERE space_id = $1 AND room_id = $5)
  GROUP BY 1, 2 ORDER BY 1, 2`;

/** By organisation, in whose name it took place. */
export const OF_ORGANISATIONS = `
  WITH ${USED}
  SELECT g.id AS "organisationId", g.name, ${MINUTES} AS "usedMinutes"
  FROM used u JOIN booking b ON b.space_id = $1 AND b.id = u.booking_id
    JOIN organisation g ON g.id = coalesce(u.own_organisation_id, b.organisation_id)
  GROUP BY g.id, g.name`;
