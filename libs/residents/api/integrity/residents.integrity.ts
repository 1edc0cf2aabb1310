import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What must never be, counted: each is zero while the promises hold. */
export type ResidentFaults = { desks: number; holders: number; statements: number };

/** Counts what must never be among residents, by SQL that does not trust constraints and triggers. */
@Injectable()
export class ResidentsIntegrity {
  constructor(private readonly db: DataSource) {}

  /** `today` is the local date of the house: rooms may have had more desks before. */
  async count(spaceId: string, today: string): Promise<ResidentFaults> {
    const [counts] = await this.db.query<[ResidentFaults]>(COUNTS, [spaceId, today]);
    return counts;
  }
}

// The most of a room is taken today, or on the first day of somebody.
const COUNTS = `
  WITH taken AS (
    SELECT DISTINCT m.id, m.desks AS places, (SELECT coalesce(sum(o.desks), 0) FROM occupancy o WHERE o.space_id = m.space_id AND o.room_id = m.id
        AND o.during @> day.one) AS desks, (SELECT count(*) FROM occupancy o WHERE o.space_id = m.space_id AND o.room_id = m.id
        AND o.during @> day.one) AS sitters, (SELECT count(*) FROM occupancy o WHERE o.space_id = m.space_id AND o.room_id = m.id
        AND o.during @> day.one AND o.desks IS NULL) AS wholes
    FROM occupancy f JOIN room m ON m.space_id = f.space_id AND m.id = f.room_id
      CROSS JOIN LATERAL (SELECT greatest(lower(f.during), $2::date) AS one) day
    WHERE f.space_id = $1 AND f.during @> day.one)
  SELECT
    (SELECT count(DISTINCT id)::int FROM taken WHERE desks > coalesce(places, 0) OR (wholes > 0 AND sitters > 1)) AS desks,
    (SELECT count(*)::int FROM key_holding a JOIN key_holding b ON b.space_id = a.space_id AND b.key_id = a.key_id AND b.id > a.id
       AND daterange(b.since, b.ended_on) && daterange(a.since, a.ended_on) WHERE a.space_id = $1) AS holders,
    (SELECT count(*)::int FROM statement s WHERE s.space_id = $1 AND (s.lines, s.total_cents) <>
       (SELECT count(*)::int, coalesce(sum(l.cents), 0)::bigint FROM statement_line l WHERE l.space_id = s.space_id AND l.statement_id = s.id))
    + (SELECT count(*)::int FROM closed_period p WHERE p.space_id = $1 AND (p.statements, p.total_cents) <>
       (SELECT count(*)::int, coalesce(sum(s.total_cents), 0)::bigint FROM statement s WHERE s.space_id = p.space_id AND s.month = p.month))
    AS statements`;
