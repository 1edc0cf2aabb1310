import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who books gets a letter with what they booked: it waits here from the moment of booking until it is written. */
export class BookingConfirmations1700000000032 implements MigrationInterface {
  name = 'BookingConfirmations1700000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE booking_confirmation (
        space_id uuid NOT NULL,
        booking_id uuid NOT NULL,
        PRIMARY KEY (space_id, booking_id),
        FOREIGN KEY (space_id, booking_id) REFERENCES booking (space_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE booking_confirmation');
  }
}
