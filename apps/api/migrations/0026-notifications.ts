import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told of, once each; how they choose to hear of it; and the digests they got. */
export class Notifications1700000000026 implements MigrationInterface {
  name = 'Notifications1700000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NOTIFICATION);
    await runner.query(PREFERENCES);
    await runner.query(LETTER);
  }

  async down(): Promise<void> {
    throw new Error('notifications have no way back: restore a backup');
  }
}

const NOTIFICATION = `
  CREATE TABLE notification (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    person_id uuid NOT NULL REFERENCES person,
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    -- What it tells of: a job or a request that runs twice tells once.
    change_key text NOT NULL,
    facts jsonb NOT NULL,
    path text NOT NULL,
    way text NOT NULL CHECK (way IN ('app', 'mail', 'digest')),
    created_at timestamptz NOT NULL,
    read_at timestamptz,
    digested_at timestamptz,
    PRIMARY KEY (space_id, id),
    CONSTRAINT notification_once UNIQUE (space_id, person_id, change_key)
  );
  CREATE INDEX notification_latest ON notification (space_id, person_id, id DESC);
  CREATE INDEX notification_unread ON notification (space_id, person_id) WHERE read_at IS NULL;
  CREATE INDEX notification_undigested ON notification (space_id, person_id) WHERE way = 'digest' AND digested_at IS NULL;
  CREATE INDEX notification_age ON notification (created_at);
  CREATE TABLE digest (
    space_id uuid NOT NULL REFERENCES space,
    person_id uuid NOT NULL REFERENCES person,
    day date NOT NULL,
    PRIMARY KEY (space_id, person_id, day)
  );
`;

const PREFERENCES = `
  CREATE TABLE notification_preferences (
    person_id uuid PRIMARY KEY REFERENCES person,
    ways jsonb NOT NULL DEFAULT '{}',
    reminder text NOT NULL DEFAULT 'day-before' CHECK (reminder IN ('off', 'hour', 'day-before')),
    digest text NOT NULL DEFAULT 'daily' CHECK (digest IN ('daily', 'weekly')),
    changed_at timestamptz NOT NULL DEFAULT now()
  );
  -- Signs the links of letters that work without a session; made when the first is signed.
  CREATE TABLE signing_key (purpose text PRIMARY KEY, key bytea NOT NULL);
`;

// A series that goes on otherwise is two for a calendar, and one letter for its reader.
const LETTER = `
  ALTER TABLE letter ADD COLUMN unsubscribe_url text, ADD COLUMN calendar_beside text;
`;
