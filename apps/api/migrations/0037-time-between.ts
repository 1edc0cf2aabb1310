import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where rooms share a unit and want different time between two bookings, the need of the one that comes after is guarded too. */
export class TimeBetween1700000000037 implements MigrationInterface {
  name = 'TimeBetween1700000000037';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NEEDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE allocation DROP COLUMN needs_differ;
      DROP FUNCTION with_need_before(tstzrange, timestamptz, smallint), needs_differ(uuid, uuid);
      DROP INDEX room_unit_rooms`);
  }
}

// Few rows are in this index: none where all rooms that share a unit want the same time between, for then "allocation_no_overlap" says it all.
const NEEDS = `
  -- "during" has the time needed after the end; this has as much before the beginning instead.
  CREATE FUNCTION with_need_before(during tstzrange, ends_at timestamptz, tear_down_minutes smallint) RETURNS tstzrange
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT tstzrange(lower(during) - make_interval(secs => extract(epoch FROM upper(during) - cleared)::float8), cleared, '[)')
    FROM (SELECT ends_at + make_interval(mins => tear_down_minutes) AS cleared) AS c
  $$;
  -- Whether rooms that have a unit, or those they share others with, want different time between two bookings.
  CREATE FUNCTION needs_differ(space uuid, unit uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
  BEGIN
    RETURN (
      SELECT count(DISTINCT coalesce((r.rules->>'bufferMinutes')::int, 0)) > 1 FROM room_unit u
        JOIN room_unit beside ON beside.space_id = space AND beside.room_id = u.room_id
        JOIN room_unit other ON other.space_id = space AND other.unit_id = beside.unit_id
        JOIN room r ON r.space_id = space AND r.id = other.room_id
      WHERE u.space_id = space AND u.unit_id = unit);
  END $$;
  ALTER TABLE allocation ADD COLUMN needs_differ boolean NOT NULL DEFAULT false;
  ALTER TABLE allocation ADD CONSTRAINT allocation_time_between
    EXCLUDE USING gist (space_id WITH =, unit_id WITH =, with_need_before(during, ends_at, tear_down_minutes) WITH &&) WHERE (blocking AND needs_differ);
  CREATE INDEX room_unit_rooms ON room_unit (space_id, unit_id, room_id);
`;
