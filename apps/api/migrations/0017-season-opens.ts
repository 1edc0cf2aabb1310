import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A round may hold its rooms back from ordinary bookings until what is left opens to all. */
export class SeasonOpens1700000000017 implements MigrationInterface {
  name = 'SeasonOpens1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OPENS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE season_round DROP COLUMN opens_on');
  }
}

const OPENS = `
  ALTER TABLE season_round ADD COLUMN opens_on date,
    ADD CONSTRAINT season_round_opens CHECK (opens_on > wishes_until AND opens_on <= first_day)`;
