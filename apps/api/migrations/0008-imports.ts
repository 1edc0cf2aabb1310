import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Backups that were made, and invitations that wait for somebody to send them. */
export class Imports1700000000008 implements MigrationInterface {
  name = 'Imports1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BACKUPS);
    await runner.query(INVITATIONS);
  }

  async down(): Promise<void> {
    throw new Error('imports have no way back: restore a backup');
  }
}

const BACKUPS = `
  -- Of the whole installation. Written when the backup is complete on its disk; it may be moved or lost since.
  CREATE TABLE backup (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    at timestamptz NOT NULL,
    name text NOT NULL,
    bytes bigint NOT NULL,
    rows bigint NOT NULL,
    log_position bigint NOT NULL,
    -- sha256 of its manifest, to tell later that a folder is the one that was made.
    digest text NOT NULL
  );
  CREATE INDEX backup_latest ON backup (at DESC);
`;

const INVITATIONS = `
  ALTER TABLE invitation
    -- As the one who invites calls the person; they name themself when they join.
    ADD COLUMN display_name text NOT NULL DEFAULT '',
    ADD COLUMN language text NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'nl', 'en')),
    -- Imported, and no letter written yet: nobody knows its token.
    ADD COLUMN is_held boolean NOT NULL DEFAULT false;
  CREATE INDEX invitation_held ON invitation (organisation_id) WHERE is_held AND accepted_at IS NULL AND withdrawn_at IS NULL;
`;
