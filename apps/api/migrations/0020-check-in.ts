import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People say that they came; what nobody comes to is released. */
export class CheckIn1700000000020 implements MigrationInterface {
  name = 'CheckIn1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROOMS);
    await runner.query(DATES);
    await runner.query(MARKED);
  }

  async down(): Promise<void> {
    throw new Error('who came and who did not has no way back: restore a backup');
  }
}

const ROOMS = `
  ALTER TABLE room ADD COLUMN check_in_since timestamptz,
    ADD CONSTRAINT room_check_in_since CHECK ((rules ? 'checkIn') = (check_in_since IS NOT NULL))`;

// "Checked in" and "done" follow from these and the clock; "no show" is decided once.
const DATES = `
  ALTER TABLE occurrence
    ADD COLUMN checked_in_at timestamptz,
    ADD COLUMN checked_in_by uuid REFERENCES person,
    ADD COLUMN released_at timestamptz,
    DROP CONSTRAINT occurrence_status_check,
    ADD CONSTRAINT occurrence_status_check CHECK (status IN ('confirmed', 'cancelled', 'skipped', 'requested', 'declined', 'no_show')),
    ADD CONSTRAINT occurrence_checked_in_by_somebody CHECK ((checked_in_at IS NULL) = (checked_in_by IS NULL)),
    ADD CONSTRAINT occurrence_no_show_released CHECK ((status = 'no_show') = (released_at IS NOT NULL)),
    ADD CONSTRAINT occurrence_no_show_never_came CHECK (status <> 'no_show' OR checked_in_at IS NULL),
    ADD CONSTRAINT occurrence_released_meanwhile CHECK (released_at > starts_at AND released_at < ends_at)`;

// An agenda looks only at the dates of which there is something to say.
const MARKED = `
  DROP INDEX occurrence_retitled;
  CREATE INDEX occurrence_marked ON occurrence (space_id, id) INCLUDE (own_title, status, checked_in_at, ends_at)
    WHERE own_title IS NOT NULL OR checked_in_at IS NOT NULL OR released_at IS NOT NULL`;
