import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Other ways to sign in, passkeys and the house's own provider, and who may bind an organisation. */
export class SignIn1700000000005 implements MigrationInterface {
  name = 'SignIn1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WAYS);
    await runner.query(MANDATES);
  }

  async down(): Promise<void> {
    throw new Error('passkeys and mandates have no way back: restore a backup');
  }
}

const WAYS = `
  -- What one request begins and a later one ends, once: the secret that holds both together is kept as its digest.
  CREATE TABLE ceremony (
    token_hash bytea PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('passkey-added', 'passkey-used', 'provider')),
    facts jsonb NOT NULL DEFAULT '{}',
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX ceremony_expiry ON ceremony (expires_at);
  CREATE TABLE passkey (
    id uuid PRIMARY KEY,
    credential_id bytea NOT NULL CONSTRAINT passkey_credential_unique UNIQUE,
    person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    public_key bytea NOT NULL,
    counter bigint NOT NULL CHECK (counter >= 0),
    transports text[] NOT NULL DEFAULT '{}',
    added_at timestamptz NOT NULL,
    used_at timestamptz
  );
  CREATE INDEX passkey_person ON passkey (person_id);
  -- Who somebody is at the provider of the house: its issuer and subject, never the address, which may pass to somebody else.
  CREATE TABLE identity (
    id uuid PRIMARY KEY,
    issuer text NOT NULL,
    subject text NOT NULL,
    person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    linked_at timestamptz NOT NULL,
    used_at timestamptz NOT NULL,
    CONSTRAINT identity_subject_unique UNIQUE (issuer, subject),
    CONSTRAINT identity_once_per_person UNIQUE (person_id, issuer)
  );
`;

const MANDATES = `
  -- Who may bind an organisation. What was once in force is kept: a mandate ends, it is not deleted.
  CREATE TABLE mandate (
    organisation_id uuid NOT NULL REFERENCES organisation,
    id uuid NOT NULL,
    person_id uuid NOT NULL REFERENCES person,
    basis text NOT NULL CHECK (basis IN ('statutes', 'board-decision', 'power-of-attorney', 'other')),
    basis_text text NOT NULL DEFAULT '',
    scope text NOT NULL,
    ceiling_cents bigint CHECK (ceiling_cents > 0),
    ceiling_currency text CHECK (ceiling_currency ~ '^[A-Z]{3}$'),
    joint text NOT NULL CHECK (joint IN ('alone', 'with-others', 'with-one-of')),
    joint_others smallint CHECK (joint_others BETWEEN 1 AND 9),
    joint_with uuid[] NOT NULL DEFAULT '{}',
    starts_on date NOT NULL,
    ends_on date,
    evidence_id uuid REFERENCES file,
    recorded_by uuid NOT NULL REFERENCES person,
    recorded_at timestamptz NOT NULL,
    -- The last day, when it is ended before its time.
    ended_on date,
    ended_by uuid REFERENCES person,
    ended_at timestamptz,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT mandate_days CHECK (ends_on >= starts_on),
    CONSTRAINT mandate_ceiling CHECK ((ceiling_cents IS NULL) = (ceiling_currency IS NULL)),
    CONSTRAINT mandate_joint CHECK ((joint = 'with-others') = (joint_others IS NOT NULL) AND (joint = 'with-one-of') = (joint_with <> '{}')),
    CONSTRAINT mandate_ended CHECK ((ended_on IS NULL) = (ended_at IS NULL) AND (ended_on IS NULL) = (ended_by IS NULL))
  );
  CREATE INDEX mandate_person ON mandate (person_id);
`;
