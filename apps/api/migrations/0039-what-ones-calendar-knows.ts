import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the calendar of who booked was told of a booking stays known, so that it hears when that changes. */
export class WhatOnesCalendarKnows1700000000039 implements MigrationInterface {
  name = 'WhatOnesCalendarKnows1700000000039';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE booking_confirmation
        -- The version of the booking that the calendar was told of, or needs not be told of; null: its letter of confirmation waits.
        ADD COLUMN told_version integer,
        -- What the calendar knows.
        ADD COLUMN told jsonb;
      CREATE INDEX booking_confirmation_waiting ON booking_confirmation (booking_id) WHERE told_version IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM booking_confirmation WHERE told_version IS NOT NULL;
      DROP INDEX booking_confirmation_waiting;
      ALTER TABLE booking_confirmation DROP COLUMN told_version, DROP COLUMN told`);
  }
}
