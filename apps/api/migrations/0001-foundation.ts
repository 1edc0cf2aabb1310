import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, spaces, residents, the log, and the reservation engine. */
export class Foundation1700000000001 implements MigrationInterface {
  name = 'Foundation1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EXTENSIONS);
    await runner.query(PEOPLE);
    await runner.query(SPACES);
    await runner.query(BOOKING);
    await runner.query(LOG);
  }

  async down(): Promise<void> {
    throw new Error('the first migration has no way back: restore a backup');
  }
}

const EXTENSIONS = `
  CREATE EXTENSION IF NOT EXISTS btree_gist;
  CREATE EXTENSION IF NOT EXISTS citext;
`;

const PEOPLE = `
  CREATE TABLE person (
    id uuid PRIMARY KEY,
    email citext NOT NULL CONSTRAINT person_email_unique UNIQUE,
    display_name text NOT NULL,
    language text NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'nl', 'en')),
    password_hash text,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE session (
    token_hash bytea PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    user_agent text NOT NULL DEFAULT ''
  );
  CREATE INDEX session_person ON session (person_id);
  CREATE TABLE organisation (
    id uuid PRIMARY KEY,
    slug text NOT NULL CONSTRAINT organisation_slug_unique UNIQUE,
    name text NOT NULL,
    initials text NOT NULL,
    kind text NOT NULL DEFAULT 'association',
    enterprise_number text,
    hue smallint NOT NULL DEFAULT 1 CHECK (hue BETWEEN 1 AND 12),
    pattern smallint NOT NULL DEFAULT 1 CHECK (pattern BETWEEN 1 AND 4),
    description jsonb NOT NULL DEFAULT '{}',
    demo boolean NOT NULL DEFAULT false,
    archived_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE membership (
    organisation_id uuid NOT NULL REFERENCES organisation,
    person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('member', 'admin')),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organisation_id, person_id)
  );
  CREATE INDEX membership_person ON membership (person_id);
  CREATE TABLE sign_in_limit (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
`;

const SPACES = `
  CREATE TABLE space (
    id uuid PRIMARY KEY,
    slug text NOT NULL CONSTRAINT space_slug_unique UNIQUE,
    name text NOT NULL,
    address text NOT NULL DEFAULT '',
    zone text NOT NULL,
    languages text[] NOT NULL DEFAULT '{fr,nl,en}',
    horizon_days integer NOT NULL DEFAULT 365 CHECK (horizon_days BETWEEN 30 AND 1100),
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE house_role (
    space_id uuid NOT NULL REFERENCES space,
    person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('coordinator', 'steering', 'researcher')),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (space_id, person_id, role)
  );
  CREATE INDEX house_role_person ON house_role (person_id);
  CREATE TABLE floor (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    level integer NOT NULL,
    name jsonb NOT NULL,
    PRIMARY KEY (space_id, id),
    CONSTRAINT floor_level_unique UNIQUE (space_id, level)
  );
  CREATE TABLE room (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    floor_id uuid,
    position integer NOT NULL DEFAULT 0,
    capacity integer CHECK (capacity > 0),
    area_m2 real,
    features text[] NOT NULL DEFAULT '{}',
    layout text NOT NULL DEFAULT 'table',
    description jsonb NOT NULL DEFAULT '{}',
    rules jsonb NOT NULL DEFAULT '{}',
    archived_at timestamptz,
    PRIMARY KEY (space_id, id),
    CONSTRAINT room_slug_unique UNIQUE (space_id, slug),
    FOREIGN KEY (space_id, floor_id) REFERENCES floor (space_id, id)
  );
  CREATE TABLE room_part (
    space_id uuid NOT NULL,
    room_id uuid NOT NULL,
    part_id uuid NOT NULL CHECK (part_id <> room_id),
    PRIMARY KEY (space_id, room_id, part_id),
    FOREIGN KEY (space_id, room_id) REFERENCES room (space_id, id),
    FOREIGN KEY (space_id, part_id) REFERENCES room (space_id, id)
  );
  -- What can physically be occupied: an atomic room today, a piece of equipment later.
  CREATE TABLE unit (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('room', 'equipment')),
    PRIMARY KEY (space_id, id)
  );
  -- The flattened composition: which units a room occupies.
  CREATE TABLE room_unit (
    space_id uuid NOT NULL,
    room_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    PRIMARY KEY (space_id, room_id, unit_id),
    FOREIGN KEY (space_id, room_id) REFERENCES room (space_id, id),
    FOREIGN KEY (space_id, unit_id) REFERENCES unit (space_id, id)
  );
  CREATE TABLE closure (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    room_id uuid,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
    reason jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (space_id, id),
    FOREIGN KEY (space_id, room_id) REFERENCES room (space_id, id)
  );
  CREATE INDEX closure_time ON closure (space_id, ends_at);
  CREATE TABLE residency (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    organisation_id uuid NOT NULL REFERENCES organisation,
    during daterange NOT NULL CHECK (NOT isempty(during) AND lower(during) IS NOT NULL),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (space_id, id),
    CONSTRAINT residency_once EXCLUDE USING gist (space_id WITH =, organisation_id WITH =, during WITH &&)
  );
`;

const BOOKING = `
  CREATE TABLE booking (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    uid text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    title text NOT NULL,
    description text NOT NULL DEFAULT '',
    organisation_id uuid NOT NULL REFERENCES organisation,
    booked_by uuid NOT NULL REFERENCES person,
    visibility text NOT NULL CHECK (visibility IN ('public', 'residents', 'private')),
    attendees integer CHECK (attendees > 0),
    -- Local wall time + zone + rule are the truth of a series; instants follow from them.
    wall_start text NOT NULL,
    wall_end text NOT NULL,
    zone text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
    rrule text,
    exdates text[] NOT NULL DEFAULT '{}',
    -- Set while the series has no end of its own: up to where dates exist.
    materialised_until timestamptz,
    -- "This and following" ends one series and starts the next, which names the one it follows.
    follows_id uuid,
    cancelled_at timestamptz,
    cancelled_by uuid REFERENCES person,
    cancel_reason text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (space_id, id),
    CONSTRAINT booking_uid_unique UNIQUE (space_id, uid),
    FOREIGN KEY (space_id, follows_id) REFERENCES booking (space_id, id)
  );
  CREATE INDEX booking_rolling ON booking (materialised_until) WHERE materialised_until IS NOT NULL AND cancelled_at IS NULL;
  CREATE TABLE booking_room (
    space_id uuid NOT NULL,
    booking_id uuid NOT NULL,
    room_id uuid NOT NULL,
    PRIMARY KEY (space_id, booking_id, room_id),
    FOREIGN KEY (space_id, booking_id) REFERENCES booking (space_id, id),
    FOREIGN KEY (space_id, room_id) REFERENCES room (space_id, id)
  );
  CREATE TABLE occurrence (
    space_id uuid NOT NULL,
    id uuid NOT NULL,
    booking_id uuid NOT NULL,
    -- Wall start by the rule: stays when the date is moved (RFC 5545 RECURRENCE-ID).
    recurrence_id text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    status text NOT NULL DEFAULT 'confirmed' CHECK (status IN ('confirmed', 'cancelled', 'skipped')),
    -- What this date has of its own, and an edit of the whole series leaves alone.
    own_title text,
    own_time boolean NOT NULL DEFAULT false,
    own_rooms boolean NOT NULL DEFAULT false,
    flags text[] NOT NULL DEFAULT '{}',
    reasons jsonb NOT NULL DEFAULT '[]',
    PRIMARY KEY (space_id, id),
    -- Checked at the end of a statement: a whole series may shift onto its own next dates.
    CONSTRAINT occurrence_recurrence_unique UNIQUE (space_id, booking_id, recurrence_id) DEFERRABLE,
    CONSTRAINT occurrence_bounded CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '14 days 2 hours'),
    FOREIGN KEY (space_id, booking_id) REFERENCES booking (space_id, id)
  );
  CREATE INDEX occurrence_retitled ON occurrence (space_id, id) INCLUDE (own_title) WHERE own_title IS NOT NULL;
  -- The guarantee: no two blocking rows of one unit overlap, whoever writes. "during" holds the room's buffer after the end.
  CREATE TABLE allocation (
    space_id uuid NOT NULL,
    occurrence_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    room_id uuid NOT NULL,
    booking_id uuid NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    during tstzrange NOT NULL CHECK (NOT isempty(during)),
    blocking boolean NOT NULL DEFAULT true,
    PRIMARY KEY (space_id, occurrence_id, unit_id),
    CONSTRAINT allocation_no_overlap EXCLUDE USING gist (space_id WITH =, unit_id WITH =, during WITH &&) WHERE (blocking),
    CONSTRAINT allocation_bounded CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '14 days 2 hours'),
    FOREIGN KEY (space_id, occurrence_id) REFERENCES occurrence (space_id, id),
    FOREIGN KEY (space_id, unit_id) REFERENCES unit (space_id, id),
    FOREIGN KEY (space_id, room_id) REFERENCES room (space_id, id)
  );
  CREATE INDEX allocation_unit_time ON allocation (space_id, unit_id, starts_at)
    INCLUDE (ends_at, occurrence_id, booking_id, room_id) WHERE blocking;
  CREATE INDEX allocation_time ON allocation (space_id, starts_at)
    INCLUDE (ends_at, occurrence_id, booking_id, room_id, unit_id) WHERE blocking;
  CREATE INDEX allocation_long ON allocation (space_id, starts_at) WHERE blocking AND ends_at - starts_at > interval '1 day';
  CREATE INDEX booking_of_person ON booking (space_id, booked_by);
  CREATE INDEX booking_of_organisation ON booking (space_id, organisation_id);
  -- Stops the whole statement when fewer rows than asked were allocated: somebody else has the time.
  CREATE FUNCTION require_all(got bigint, asked bigint) RETURNS boolean LANGUAGE plpgsql AS $$
  BEGIN
    IF got < asked THEN
      RAISE EXCEPTION 'only % of % allocations are free', got, asked USING ERRCODE = 'B7501';
    END IF;
    RETURN true;
  END $$;
  CREATE TABLE idempotency_key (
    person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    space_id uuid NOT NULL,
    answer jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT idempotency_key_once PRIMARY KEY (person_id, key)
  );
  CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
`;

const LOG = `
  CREATE TABLE log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    space_id uuid,
    kind text NOT NULL,
    entity_id uuid NOT NULL,
    person_id uuid,
    organisation_id uuid,
    request_id text,
    before jsonb,
    after jsonb,
    facts jsonb NOT NULL DEFAULT '{}',
    -- Given once, in order, by seal_log(): place in the chain and hash over the entry and the hash before it.
    position bigint CONSTRAINT log_position_unique UNIQUE,
    hash bytea
  );
  CREATE INDEX log_unsealed ON log (id) WHERE position IS NULL;
  CREATE INDEX log_of_space ON log (space_id, position);
  CREATE INDEX log_of_entity ON log (entity_id);
  CREATE FUNCTION log_digest(entry log, previous bytea) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(previous || convert_to(jsonb_build_array(
      entry.id, (extract(epoch FROM entry.at) * 1000000)::bigint, entry.space_id, entry.kind, entry.entity_id, entry.person_id,
      entry.organisation_id, entry.request_id, entry.before, entry.after, entry.facts, entry.position)::text, 'UTF8'))
  $$;
  CREATE FUNCTION log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'UPDATE' AND OLD.position IS NULL AND NEW.position IS NOT NULL
       AND to_jsonb(OLD) - 'position' - 'hash' = to_jsonb(NEW) - 'position' - 'hash' THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the log is append-only' USING ERRCODE = 'B7502';
  END $$;
  CREATE TRIGGER log_append_only BEFORE UPDATE OR DELETE ON log FOR EACH ROW EXECUTE FUNCTION log_is_append_only();
  CREATE TRIGGER log_no_truncate BEFORE TRUNCATE ON log EXECUTE FUNCTION log_is_append_only();
  -- One sealer at a time; returns how many entries joined the chain and tells every API process.
  CREATE FUNCTION seal_log(most integer) RETURNS integer LANGUAGE plpgsql AS $$
  DECLARE
    entry log; last_position bigint; last_hash bytea; sealed integer := 0;
  BEGIN
    IF NOT pg_try_advisory_xact_lock(7501) THEN RETURN 0; END IF;
    SELECT position, hash INTO last_position, last_hash FROM log WHERE position IS NOT NULL ORDER BY position DESC LIMIT 1;
    last_position := coalesce(last_position, 0);
    last_hash := coalesce(last_hash, '\\x00'::bytea);
    FOR entry IN SELECT * FROM log WHERE position IS NULL ORDER BY id LIMIT most LOOP
      last_position := last_position + 1;
      entry.position := last_position;
      last_hash := log_digest(entry, last_hash);
      UPDATE log SET position = last_position, hash = last_hash WHERE id = entry.id;
      sealed := sealed + 1;
    END LOOP;
    IF sealed > 0 THEN PERFORM pg_notify('live', last_position::text); END IF;
    RETURN sealed;
  END $$;
`;
