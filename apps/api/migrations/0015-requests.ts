import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bookings that wait: for the coordination to agree, or for who holds them to decide. */
export class Requests1700000000015 implements MigrationInterface {
  name = 'Requests1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STAGES);
    await runner.query(DATES);
  }

  async down(): Promise<void> {
    throw new Error('requests have no way back: restore a backup');
  }
}

const STAGES = `
  ALTER TABLE booking
    ADD COLUMN stage text NOT NULL DEFAULT 'confirmed' CHECK (stage IN ('requested', 'held', 'confirmed', 'declined', 'expired')),
    ADD COLUMN expires_at timestamptz,
    ADD COLUMN decided_at timestamptz,
    ADD COLUMN decided_by uuid REFERENCES person,
    ADD COLUMN decision_note text,
    -- Letters to who decides are written once.
    ADD COLUMN coordinators_told_at timestamptz,
    ADD CONSTRAINT booking_held_until CHECK (stage <> 'held' OR expires_at IS NOT NULL);
  CREATE INDEX booking_waiting ON booking (space_id, starts_at) WHERE stage IN ('requested', 'held') AND cancelled_at IS NULL;
`;

const DATES = `
  ALTER TABLE occurrence DROP CONSTRAINT occurrence_status_check,
    ADD CONSTRAINT occurrence_status_check CHECK (status IN ('confirmed', 'cancelled', 'skipped', 'requested', 'declined'));
`;
