import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Neighbours without an account may ask for a room, where the house lets them. */
export class OutsideRequests1700000000019 implements MigrationInterface {
  name = 'OutsideRequests1700000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HOUSES);
    await runner.query(REQUESTS);
  }

  async down(): Promise<void> {
    throw new Error('what neighbours asked for has no way back: restore a backup');
  }
}

const HOUSES = `
  ALTER TABLE space
    ADD COLUMN neighbours_may_ask boolean NOT NULL DEFAULT false,
    -- Signs when a form was handed out; it never leaves the database but to the process that signs.
    ADD COLUMN form_secret bytea NOT NULL DEFAULT decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
`;

const REQUESTS = `
  CREATE TABLE outside_request (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    name text NOT NULL,
    organisation text,
    email citext NOT NULL,
    phone text,
    language text NOT NULL CHECK (language IN ('fr', 'nl', 'en')),
    purpose text NOT NULL,
    message text NOT NULL,
    -- Null: any room.
    room_id uuid,
    attendees integer NOT NULL CHECK (attendees > 0),
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
    asked_at timestamptz NOT NULL,
    -- The link is a secret, used once; only its digest stays, until then.
    token_hash bytea,
    expires_at timestamptz NOT NULL,
    confirmed_at timestamptz,
    decided_at timestamptz,
    decided_by uuid REFERENCES person,
    booking_id uuid,
    PRIMARY KEY (space_id, id),
    FOREIGN KEY (space_id, room_id) REFERENCES room (space_id, id),
    FOREIGN KEY (space_id, booking_id) REFERENCES booking (space_id, id),
    CONSTRAINT outside_request_link CHECK ((confirmed_at IS NULL) = (token_hash IS NOT NULL)),
    CONSTRAINT outside_request_decided CHECK (decided_at IS NULL OR confirmed_at IS NOT NULL),
    CONSTRAINT outside_request_booked CHECK (booking_id IS NULL OR decided_at IS NOT NULL)
  );
  CREATE INDEX outside_request_token ON outside_request (token_hash) WHERE token_hash IS NOT NULL;
  CREATE INDEX outside_request_waiting ON outside_request (space_id, starts_at) WHERE confirmed_at IS NOT NULL;
  -- One booking is made of one request.
  CREATE UNIQUE INDEX outside_request_booking ON outside_request (space_id, booking_id) WHERE booking_id IS NOT NULL;
`;
