import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Settings and rooms are edited by several people: each edit says which version it was made on. */
export class House1700000000006 implements MigrationInterface {
  name = 'House1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE space ADD COLUMN version integer NOT NULL DEFAULT 1');
    await runner.query('ALTER TABLE room ADD COLUMN version integer NOT NULL DEFAULT 1');
  }

  async down(): Promise<void> {
    throw new Error('versions have no way back: restore a backup');
  }
}
