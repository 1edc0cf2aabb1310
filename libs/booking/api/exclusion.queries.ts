import { refuse } from '@bota/shared/api';
import type { ExclusionCalendar, ExclusionCalendarDraft, ExclusionRange } from '@bota/booking/domain';
import { daysOf } from '@bota/booking/domain';
import type { Queryable } from './facts.queries';

/** The days that some calendars leave out, each with its calendar. Refused when one of them is unknown here. */
export async function excludedDays(db: Queryable, spaceId: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ id: string; from: string | null; to: string | null }[]>(DAYS, [spaceId, ids]);
  const known = new Set(rows.map(({ id }) => id));
  const errors = ids.flatMap((id, index) =>
    known.has(id) ? [] : [{ path: `recurrence.excludes.${index}`, message: 'no calendar of this space' }],
  );
  if (errors.length > 0) refuse('booking/unknown-calendar', { errors });
  return daysOf(rows.flatMap(({ id, from, to }) => (from && to ? [{ from, to, value: id }] : [])));
}

/** The calendars of a house by name, with their days in order; `id` asks for one. */
export const calendarsOf = (db: Queryable, spaceId: string, id: string | null = null): Promise<ExclusionCalendar[]> =>
  db.query(CALENDARS, [spaceId, id]);

/** A new calendar with its days. */
export async function writeCalendar(db: Queryable, calendar: { spaceId: string; id: string } & ExclusionCalendarDraft): Promise<void> {
  const { spaceId, id, name, ranges } = calendar;
  await db.query('INSERT INTO exclusion_calendar (space_id, id, name) VALUES ($1, $2, $3)', [spaceId, id, JSON.stringify(name)]);
  await writeRanges(db, spaceId, id, ranges);
}

export const writeRanges = (db: Queryable, spaceId: string, id: string, ranges: readonly ExclusionRange[]): Promise<unknown> =>
  db.query(RANGES, [spaceId, id, JSON.stringify(ranges)]);

const DAYS = `/* booking_excluded_days */
  SELECT c.id, r.from_date::text AS "from", r.to_date::text AS "to" FROM exclusion_calendar c
  LEFT JOIN exclusion_range r ON r.space_id = c.space_id AND r.calendar_id = c.id
  WHERE c.space_id = $1 AND c.id = ANY($2::uuid[]) ORDER BY r.from_date`;

const CALENDARS = `
  SELECT c.id, c.name, c.version, coalesce(json_agg(json_build_object('from', r.from_date, 'to', r.to_date, 'name', r.name) ORDER BY r.from_date)
    FILTER (WHERE r.from_date IS NOT NULL), '[]') AS ranges
  FROM exclusion_calendar c LEFT JOIN exclusion_range r ON r.space_id = c.space_id AND r.calendar_id = c.id
  WHERE c.space_id = $1 AND ($2::uuid IS NULL OR c.id = $2)
  GROUP BY c.space_id, c.id ORDER BY c.created_at, c.id`;

// Two ranges that begin on one day are one: the longer.
const RANGES = `
  WITH given AS (
    SELECT DISTINCT ON ("from") * FROM jsonb_to_recordset($3::jsonb) AS r("from" date, "to" date, name text) ORDER BY "from", "to" DESC
  ), gone AS (
    DELETE FROM exclusion_range WHERE space_id = $1 AND calendar_id = $2 AND from_date NOT IN (SELECT "from" FROM given)
  )
  INSERT INTO exclusion_range (space_id, calendar_id, from_date, to_date, name) SELECT $1, $2, "from", "to", name FROM given
  ON CONFLICT (space_id, calendar_id, from_date) DO UPDATE SET to_date = excluded.to_date, name = excluded.name`;

/** Which calendars a booking leaves out, as given. */
export const BOOKING_EXCLUDES = `
  WITH gone AS (
    DELETE FROM booking_exclusion WHERE space_id = $1 AND booking_id = $2 AND calendar_id <> ALL($3::uuid[])
  )
  INSERT INTO booking_exclusion (space_id, booking_id, calendar_id) SELECT $1, $2, unnest($3::uuid[]) ON CONFLICT DO NOTHING`;

/** Series that leave a calendar out and still have dates ahead, or none yet. */
export const SERIES_OF_CALENDAR = `
  SELECT b.id FROM booking_exclusion x JOIN booking b ON b.space_id = x.space_id AND b.id = x.booking_id
  WHERE x.space_id = $1 AND x.calendar_id = $2 AND b.stage = 'confirmed' AND b.cancelled_at IS NULL AND b.rrule IS NOT NULL ORDER BY b.starts_at, b.id`;

/** Series that will have no other date, cancelled or never agreed to, no longer hold the calendar. */
export const RELEASE_ENDED = `
  DELETE FROM booking_exclusion x USING booking b
  WHERE x.space_id = $1 AND x.calendar_id = $2 AND b.space_id = x.space_id AND b.id = x.booking_id
    AND (b.cancelled_at IS NOT NULL OR b.stage IN ('declined', 'expired'))`;
