import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a change concerns is asked whether it suits, and answers by the link of the letter. */
export class BookingReplies1700000000031 implements MigrationInterface {
  name = 'BookingReplies1700000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REPLIES);
  }

  async down(): Promise<void> {
    throw new Error('what was answered has no way back: restore a backup');
  }
}

const REPLIES = `
  CREATE TABLE booking_reply (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    booking_id uuid NOT NULL,
    -- Who is asked: who booked, or the neighbour it was made for.
    person_id uuid REFERENCES person,
    outside_request_id uuid,
    -- The start of the one date that is meant; null: all of them.
    date_at timestamptz,
    asked_by uuid REFERENCES person,
    asked_at timestamptz NOT NULL,
    -- The link is a secret; only its digest stays.
    token_hash bytea NOT NULL,
    answer text CHECK (answer IN ('accepted', 'declined')),
    note text NOT NULL DEFAULT '',
    answered_at timestamptz,
    -- The booking has changed since.
    superseded_at timestamptz,
    settled_at timestamptz,
    settled_by uuid REFERENCES person,
    PRIMARY KEY (space_id, id),
    FOREIGN KEY (space_id, booking_id) REFERENCES booking (space_id, id),
    FOREIGN KEY (space_id, outside_request_id) REFERENCES outside_request (space_id, id) ON DELETE CASCADE,
    CONSTRAINT booking_reply_of_one CHECK ((person_id IS NULL) <> (outside_request_id IS NULL)),
    CONSTRAINT booking_reply_answered CHECK ((answer IS NULL) = (answered_at IS NULL)),
    CONSTRAINT booking_reply_settled CHECK (settled_at IS NULL OR answer = 'declined')
  );
  CREATE UNIQUE INDEX booking_reply_token ON booking_reply (space_id, token_hash);
  -- Each is asked one thing at a time.
  CREATE UNIQUE INDEX booking_reply_present ON booking_reply (space_id, booking_id, coalesce(person_id, outside_request_id))
    WHERE superseded_at IS NULL;
  CREATE INDEX booking_reply_declined ON booking_reply (space_id)
    WHERE answer = 'declined' AND superseded_at IS NULL AND settled_at IS NULL;
  CREATE INDEX booking_reply_person ON booking_reply (person_id);
  CREATE INDEX booking_reply_outside ON booking_reply (space_id, outside_request_id);
`;
