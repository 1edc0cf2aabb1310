import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Screens at doors and in the entrance, and those that wait to be paired. */
export class Displays1700000000021 implements MigrationInterface {
  name = 'Displays1700000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PAIRING);
    await runner.query(DISPLAY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE display, display_pairing');
  }
}

// Belongs to no house yet: a screen shows a code, and keeps the secret that becomes its credential once somebody enters the code.
const PAIRING = `
  CREATE TABLE display_pairing (
    id uuid PRIMARY KEY,
    code_hash bytea NOT NULL CONSTRAINT display_pairing_code UNIQUE,
    token_hash bytea NOT NULL CONSTRAINT display_pairing_token UNIQUE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > created_at)
  )`;

const DISPLAY = `
  CREATE TABLE display (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    name text NOT NULL,
    shows text NOT NULL CHECK (shows IN ('room', 'today')),
    room_id uuid,
    -- Said large; the other languages of the house stand beside it.
    language text NOT NULL CHECK (language IN ('fr', 'nl', 'en')),
    -- The browser of the screen holds the secret; only its digest stays.
    token_hash bytea NOT NULL,
    paired_by uuid NOT NULL REFERENCES person,
    created_at timestamptz NOT NULL,
    seen_at timestamptz,
    revoked_at timestamptz,
    PRIMARY KEY (space_id, id),
    CONSTRAINT display_subject CHECK ((shows = 'room') = (room_id IS NOT NULL)),
    FOREIGN KEY (space_id, room_id) REFERENCES room (space_id, id)
  );
  CREATE INDEX display_token ON display (token_hash) WHERE revoked_at IS NULL`;
