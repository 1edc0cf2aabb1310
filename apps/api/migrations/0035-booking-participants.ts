import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a booking invites, and what they were told of it last. */
export class BookingParticipants1700000000035 implements MigrationInterface {
  name = 'BookingParticipants1700000000035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PARTICIPANTS);
  }

  async down(): Promise<void> {
    throw new Error('who was invited has no way back: restore a backup');
  }
}

const PARTICIPANTS = `
  CREATE TABLE booking_invitation (
    space_id uuid NOT NULL,
    booking_id uuid NOT NULL,
    -- The version of the booking that its participants know, and what they know of it; null: nobody was told yet.
    told_version integer,
    told jsonb,
    PRIMARY KEY (space_id, booking_id),
    FOREIGN KEY (space_id, booking_id) REFERENCES booking (space_id, id)
  );
  CREATE TABLE booking_participant (
    space_id uuid NOT NULL,
    id uuid NOT NULL,
    booking_id uuid NOT NULL,
    email citext NOT NULL,
    name text NOT NULL DEFAULT '',
    position integer NOT NULL,
    told_at timestamptz,
    -- Invited no more; the row goes once they were told.
    removed_at timestamptz,
    PRIMARY KEY (space_id, id),
    FOREIGN KEY (space_id, booking_id) REFERENCES booking_invitation (space_id, booking_id),
    CONSTRAINT booking_participant_once UNIQUE (space_id, booking_id, email)
  );
  CREATE INDEX booking_participant_email ON booking_participant (email);

  ALTER TABLE booking_reply ADD COLUMN participant_id uuid,
    ADD FOREIGN KEY (space_id, participant_id) REFERENCES booking_participant (space_id, id) ON DELETE CASCADE,
    DROP CONSTRAINT booking_reply_of_one,
    ADD CONSTRAINT booking_reply_of_one CHECK (num_nonnulls(person_id, outside_request_id, participant_id) = 1);
  CREATE UNIQUE INDEX booking_reply_participant ON booking_reply (space_id, participant_id) WHERE superseded_at IS NULL;
  CREATE INDEX booking_reply_of_participant ON booking_reply (space_id, participant_id);
`;
