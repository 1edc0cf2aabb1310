import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each is asked one thing at a time of each date, and of all of them: what was declined of one date waits on when another one moves. */
export class QuestionsOfDates1700000000036 implements MigrationInterface {
  name = 'QuestionsOfDates1700000000036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX booking_reply_present');
    await runner.query(`
      CREATE UNIQUE INDEX booking_reply_present
      ON booking_reply (space_id, booking_id, coalesce(person_id, outside_request_id), coalesce(date_at, '-infinity'))
      WHERE superseded_at IS NULL`);
  }

  async down(): Promise<void> {
    throw new Error('what is asked of several dates would be asked of one: restore a backup');
  }
}
