import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendars of others: feeds they subscribe to, files they bring, and the iCalendar part of letters. */
export class Calendars1700000000011 implements MigrationInterface {
  name = 'Calendars1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FEEDS);
    await runner.query(IMPORTS);
    await runner.query(LETTERS);
  }

  async down(): Promise<void> {
    throw new Error('calendars have no way back: restore a backup');
  }
}

const FEEDS = `
  CREATE TABLE calendar_feed (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('room', 'organisation', 'person')),
    -- What it shows; a person's feed shows what they booked themself.
    room_id uuid,
    organisation_id uuid REFERENCES organisation,
    -- Whose link it is: it never shows more than this person may see at the moment of reading.
    person_id uuid NOT NULL REFERENCES person,
    -- The link is a secret; only its digest stays.
    token_hash bytea NOT NULL,
    language text NOT NULL CHECK (language IN ('fr', 'nl', 'en')),
    created_at timestamptz NOT NULL,
    last_read_at timestamptz,
    revoked_at timestamptz,
    PRIMARY KEY (space_id, id),
    CONSTRAINT calendar_feed_subject CHECK ((kind = 'room') = (room_id IS NOT NULL) AND (kind = 'organisation') = (organisation_id IS NOT NULL)),
    FOREIGN KEY (space_id, room_id) REFERENCES room (space_id, id)
  );
  CREATE INDEX calendar_feed_token ON calendar_feed (token_hash) WHERE revoked_at IS NULL;
  CREATE INDEX calendar_feed_of_person ON calendar_feed (person_id);
  -- Calendars are told of what was cancelled lately; few bookings are.
  CREATE INDEX booking_cancelled_lately ON booking (space_id, cancelled_at) WHERE cancelled_at IS NOT NULL;
`;

const IMPORTS = `
  -- What was received, as it was received. Without "done_at" it is only looked at, and swept after a week.
  CREATE TABLE calendar_import (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    -- Name of the file, or the address it was read from.
    source text NOT NULL,
    body text NOT NULL,
    person_id uuid NOT NULL REFERENCES person,
    created_at timestamptz NOT NULL,
    done_at timestamptz,
    counts jsonb,
    PRIMARY KEY (space_id, id)
  );
  -- Which rooms a LOCATION of other calendars means here.
  CREATE TABLE calendar_location (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    location text NOT NULL,
    room_id uuid NOT NULL,
    PRIMARY KEY (space_id, id),
    CONSTRAINT calendar_location_once UNIQUE (space_id, location, room_id),
    FOREIGN KEY (space_id, room_id) REFERENCES room (space_id, id)
  );
  -- What became of an event of another calendar, so that the same event is booked once and followed afterwards.
  CREATE TABLE imported_event (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    uid text NOT NULL,
    -- UID in the other calendar: that of its series for a date that was moved.
    family text NOT NULL,
    booking_id uuid NOT NULL,
    -- Digest of what was asked for: an event that did not change leaves alone what the house changed since.
    digest bytea NOT NULL,
    imported_at timestamptz NOT NULL,
    PRIMARY KEY (space_id, id),
    CONSTRAINT imported_event_once UNIQUE (space_id, uid),
    FOREIGN KEY (space_id, booking_id) REFERENCES booking (space_id, id)
  );
  CREATE INDEX imported_event_family ON imported_event (space_id, family);
`;

const LETTERS = `
  ALTER TABLE letter
    -- An iCalendar object for the reader's calendar (iMIP, RFC 6047) and its method.
    ADD COLUMN calendar text,
    ADD COLUMN calendar_method text CHECK (calendar_method IN ('REQUEST', 'CANCEL')),
    ADD CONSTRAINT letter_calendar_whole CHECK ((calendar IS NULL) = (calendar_method IS NULL));
`;
