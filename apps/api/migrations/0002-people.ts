import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters, invitations, requests to join, sign-in links; sessions that can be listed and accounts that can be erased. */
export class People1700000000002 implements MigrationInterface {
  name = 'People1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LETTERS);
    await runner.query(ACCOUNTS);
    await runner.query(JOINING);
  }

  async down(): Promise<void> {
    throw new Error('letters and accounts have no way back: restore a backup');
  }
}

const LETTERS = `
  -- Written in the transaction of the change it tells of, sent afterwards by whichever process comes first.
  CREATE TABLE letter (
    id uuid PRIMARY KEY,
    space_id uuid REFERENCES space,
    kind text NOT NULL,
    recipient citext NOT NULL,
    language text NOT NULL CHECK (language IN ('fr', 'nl', 'en')),
    subject text NOT NULL,
    body_text text NOT NULL,
    body_html text NOT NULL,
    created_at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    try_at timestamptz NOT NULL,
    sent_at timestamptz,
    failed_at timestamptz,
    last_error text
  );
  CREATE INDEX letter_waiting ON letter (try_at) WHERE sent_at IS NULL AND failed_at IS NULL;
  CREATE INDEX letter_of_space ON letter (space_id, created_at);
`;

const ACCOUNTS = `
  ALTER TABLE session ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT session_id_unique UNIQUE;
  ALTER TABLE person ADD COLUMN erased_at timestamptz;
  CREATE TABLE sign_in_link (
    token_hash bytea PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  );
  CREATE INDEX sign_in_link_person ON sign_in_link (person_id);
`;

const JOINING = `
  CREATE TABLE invitation (
    id uuid PRIMARY KEY,
    token_hash bytea NOT NULL CONSTRAINT invitation_token_unique UNIQUE,
    organisation_id uuid NOT NULL REFERENCES organisation,
    email citext NOT NULL,
    role text NOT NULL CHECK (role IN ('member', 'admin')),
    invited_by uuid NOT NULL REFERENCES person,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    accepted_at timestamptz,
    accepted_by uuid REFERENCES person,
    withdrawn_at timestamptz,
    CONSTRAINT invitation_ends_once CHECK (accepted_at IS NULL OR withdrawn_at IS NULL)
  );
  CREATE INDEX invitation_of_organisation ON invitation (organisation_id, created_at);
  CREATE UNIQUE INDEX invitation_open_once ON invitation (organisation_id, email) WHERE accepted_at IS NULL AND withdrawn_at IS NULL;
  CREATE TABLE join_request (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    message text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL,
    decided_at timestamptz,
    decided_by uuid REFERENCES person,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'approved', 'declined', 'withdrawn')),
    CHECK ((state = 'open') = (decided_at IS NULL))
  );
  CREATE UNIQUE INDEX join_request_open_once ON join_request (organisation_id, person_id) WHERE state = 'open';
`;
