import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a date costs, fixed when it is booked, and in whose name a past one took place. */
export class Prices1700000000022 implements MigrationInterface {
  name = 'Prices1700000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PRICES);
  }

  async down(): Promise<void> {
    throw new Error('what was said to cost something has no way back: restore a backup');
  }
}

const PRICES = `
  ALTER TABLE occurrence
    ADD COLUMN price_cents integer NOT NULL DEFAULT 0 CHECK (price_cents >= 0),
    -- Set when the booking goes over to another organisation: what took place stays with the one it was for.
    ADD COLUMN own_organisation_id uuid REFERENCES organisation;
  CREATE INDEX occurrence_priced ON occurrence (space_id, starts_at) WHERE price_cents > 0;
`;
