import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which calendar an imported event comes from, so that it can be told when it is no longer in it. Digests: an address may be a secret. */
export class FollowedCalendars1700000000034 implements MigrationInterface {
  name = 'FollowedCalendars1700000000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE calendar_import ADD COLUMN calendar bytea');
    await runner.query('ALTER TABLE imported_event ADD COLUMN calendar bytea');
    await runner.query('CREATE INDEX imported_event_calendar ON imported_event (space_id, calendar)');
  }

  async down(): Promise<void> {
    throw new Error('what is followed would be forgotten: restore a backup');
  }
}
