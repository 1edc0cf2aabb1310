import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A booking for people from outside whom an organisation receives: at the price for outsiders, and of nobody’s quota. */
export class ForOutsiders1700000000028 implements MigrationInterface {
  name = 'ForOutsiders1700000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE booking ADD COLUMN for_outsiders boolean NOT NULL DEFAULT false');
    await runner.query(
      `UPDATE booking b SET for_outsiders = true FROM outside_request r WHERE r.space_id = b.space_id AND r.booking_id = b.id`,
    );
  }

  async down(): Promise<void> {
    throw new Error('prices were said by it: restore a backup');
  }
}
