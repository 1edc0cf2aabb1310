import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much of the house an organisation may book in a week or a month. */
export class Quotas1700000000023 implements MigrationInterface {
  name = 'Quotas1700000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(QUOTAS);
    await runner.query(PERIODS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE quota_period, quota_exception, quota_room, quota; DROP INDEX occurrence_beside_agenda');
  }
}

const QUOTAS = `
  CREATE TABLE quota (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    per text NOT NULL CHECK (per IN ('week', 'month')),
    counts text NOT NULL CHECK (counts IN ('minutes', 'dates')),
    most integer NOT NULL CHECK (most > 0),
    prime jsonb NOT NULL DEFAULT '[]',
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (space_id, id)
  );
  CREATE TABLE quota_room (
    space_id uuid NOT NULL,
    quota_id uuid NOT NULL,
    room_id uuid NOT NULL,
    PRIMARY KEY (space_id, quota_id, room_id),
    FOREIGN KEY (space_id, quota_id) REFERENCES quota (space_id, id) ON DELETE CASCADE,
    CONSTRAINT quota_room_known FOREIGN KEY (space_id, room_id) REFERENCES room (space_id, id)
  );
  CREATE TABLE quota_exception (
    space_id uuid NOT NULL,
    quota_id uuid NOT NULL,
    organisation_id uuid NOT NULL CONSTRAINT quota_exception_known REFERENCES organisation,
    -- Null: without limit.
    most integer CHECK (most >= 0),
    PRIMARY KEY (space_id, quota_id, organisation_id),
    FOREIGN KEY (space_id, quota_id) REFERENCES quota (space_id, id) ON DELETE CASCADE
  );
`;

const PERIODS = `
  -- Who books within a quota holds the rows of its periods first, in one order: nobody else of the organisation counts meanwhile.
  CREATE TABLE quota_period (
    space_id uuid NOT NULL REFERENCES space,
    organisation_id uuid NOT NULL REFERENCES organisation,
    period text NOT NULL,
    PRIMARY KEY (space_id, organisation_id, period)
  );
  -- Dates that count and that the index of what is taken does not know.
  CREATE INDEX occurrence_beside_agenda ON occurrence (space_id, starts_at)
    WHERE status NOT IN ('confirmed', 'skipped', 'declined', 'cancelled') OR cancelled_late;
`;
