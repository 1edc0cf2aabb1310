import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendars of days that series leave out. */
export class Exclusions1700000000016 implements MigrationInterface {
  name = 'Exclusions1700000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EXCLUSIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE booking_exclusion, exclusion_range, exclusion_calendar');
  }
}

const EXCLUSIONS = `
  CREATE TABLE exclusion_calendar (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    name jsonb NOT NULL,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (space_id, id)
  );
  CREATE TABLE exclusion_range (
    space_id uuid NOT NULL,
    calendar_id uuid NOT NULL,
    from_date date NOT NULL,
    to_date date NOT NULL CHECK (to_date >= from_date),
    name text NOT NULL DEFAULT '',
    PRIMARY KEY (space_id, calendar_id, from_date),
    FOREIGN KEY (space_id, calendar_id) REFERENCES exclusion_calendar (space_id, id) ON DELETE CASCADE
  );
  -- A calendar that a series leaves out is not removed.
  CREATE TABLE booking_exclusion (
    space_id uuid NOT NULL,
    booking_id uuid NOT NULL,
    calendar_id uuid NOT NULL,
    PRIMARY KEY (space_id, booking_id, calendar_id),
    FOREIGN KEY (space_id, booking_id) REFERENCES booking (space_id, id),
    CONSTRAINT booking_exclusion_calendar FOREIGN KEY (space_id, calendar_id) REFERENCES exclusion_calendar (space_id, id)
  );
  CREATE INDEX booking_exclusion_of_calendar ON booking_exclusion (space_id, calendar_id);
`;
