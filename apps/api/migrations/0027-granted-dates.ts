import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which rules a coordinator set aside for which date. */
export class GrantedDates1700000000027 implements MigrationInterface {
  name = 'GrantedDates1700000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(GRANTED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(GONE);
  }
}

const GONE = `ALTER TABLE occurrence DROP COLUMN overridden, DROP COLUMN given_up_late`;

// What was set aside for a booking was so for all of its dates.
const GRANTED = `
  ALTER TABLE occurrence
    ADD COLUMN overridden text[] NOT NULL DEFAULT '{}',
    -- Its place was given up later than the rooms ask, for another time or room: cancelled then, it counts as used.
    ADD COLUMN given_up_late boolean NOT NULL DEFAULT false;
  UPDATE occurrence o SET overridden = b.overridden FROM booking b
    WHERE b.space_id = o.space_id AND b.id = o.booking_id AND b.overridden <> '{}' AND o.status IN ('confirmed', 'requested', 'skipped')`;
