import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of secrets the digest alone is kept: so also in the letters that brought them, once they are sent. */
export class LettersWithoutSecrets1700000000038 implements MigrationInterface {
  name = 'LettersWithoutSecrets1700000000038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE letter SET calendar = NULL, calendar_method = NULL, calendar_beside = NULL,
        body_text = regexp_replace(body_text, '#[A-Za-z0-9_-]{43}', '#', 'g'), body_html = regexp_replace(body_html, '#[A-Za-z0-9_-]{43}', '#', 'g')
      WHERE sent_at IS NOT NULL OR failed_at IS NOT NULL`);
  }

  async down(): Promise<void> {
    // Nothing of the schema changed.
  }
}
