import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Series that are continued by another one, and skipped dates that wait for their room. */
export class Series1700000000012 implements MigrationInterface {
  name = 'Series1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SERIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX booking_follower_unique; DROP INDEX occurrence_waiting; ALTER TABLE booking DROP COLUMN retry_skipped');
  }
}

const SERIES = `
  -- A chain, never a tree: a series has one continuation.
  CREATE UNIQUE INDEX booking_follower_unique ON booking (space_id, follows_id) WHERE follows_id IS NOT NULL;
  -- Asked when booking: dates that were refused are tried again when their room is freed.
  ALTER TABLE booking ADD COLUMN retry_skipped boolean NOT NULL DEFAULT false;
  CREATE INDEX occurrence_waiting ON occurrence (space_id, starts_at) WHERE status = 'skipped';
`;
