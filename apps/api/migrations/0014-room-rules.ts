import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Set-up, clearing and layout of bookings; rules a coordinator set aside, and why; dates cancelled too late. */
export class RoomRules1700000000014 implements MigrationInterface {
  name = 'RoomRules1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BOOKING);
    await runner.query(ALLOCATION);
    await runner.query(OCCURRENCE);
  }

  async down(): Promise<void> {
    throw new Error('what bookings hold beside their time has no way back: restore a backup');
  }
}

const BOOKING = `
  ALTER TABLE booking
    ADD COLUMN layout text,
    ADD COLUMN set_up_minutes smallint NOT NULL DEFAULT 0 CHECK (set_up_minutes BETWEEN 0 AND 480),
    ADD COLUMN tear_down_minutes smallint NOT NULL DEFAULT 0 CHECK (tear_down_minutes BETWEEN 0 AND 480),
    ADD COLUMN overridden text[] NOT NULL DEFAULT '{}',
    ADD COLUMN override_reason text,
    ADD CONSTRAINT booking_override_says_why CHECK ((override_reason IS NULL) = (overridden = '{}'));
`;

// "during" begins with the setting up; what it has after the clearing is buffer, which two neighbours share.
const ALLOCATION = `
  ALTER TABLE allocation
    ADD COLUMN tear_down_minutes smallint NOT NULL DEFAULT 0,
    ADD CONSTRAINT allocation_during_holds_all CHECK (
      lower(during) <= starts_at AND upper(during) >= ends_at + make_interval(mins => tear_down_minutes));
`;

const OCCURRENCE = `
  ALTER TABLE occurrence
    ADD COLUMN cancelled_at timestamptz,
    ADD COLUMN cancelled_late boolean NOT NULL DEFAULT false;
`;
