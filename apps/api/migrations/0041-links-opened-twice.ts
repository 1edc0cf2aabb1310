import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The link by which a neighbour confirms may be opened twice: the digest of its secret stays when it is confirmed, and says so the second time. */
export class LinksOpenedTwice1700000000041 implements MigrationInterface {
  name = 'LinksOpenedTwice1700000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outside_request DROP CONSTRAINT outside_request_link,
        ADD CONSTRAINT outside_request_link CHECK (confirmed_at IS NOT NULL OR token_hash IS NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE outside_request SET token_hash = NULL WHERE confirmed_at IS NOT NULL;
      ALTER TABLE outside_request DROP CONSTRAINT outside_request_link,
        ADD CONSTRAINT outside_request_link CHECK ((confirmed_at IS NULL) = (token_hash IS NOT NULL))`);
  }
}
