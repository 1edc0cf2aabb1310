import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who waits for rooms that others have. */
export class Waitlist1700000000018 implements MigrationInterface {
  name = 'Waitlist1700000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENTRIES);
  }

  async down(): Promise<void> {
    throw new Error('waiting has no way back: restore a backup');
  }
}

const ENTRIES = `
  CREATE TABLE waitlist_entry (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    person_id uuid NOT NULL REFERENCES person,
    organisation_id uuid NOT NULL REFERENCES organisation,
    -- The whole wish as it was refused; rooms and times again, for what is asked of them.
    draft jsonb NOT NULL,
    -- Sorted: the same rooms are the same wish.
    room_ids uuid[] NOT NULL CHECK (cardinality(room_ids) > 0),
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    since timestamptz NOT NULL,
    -- Why it was passed over the last time its rooms were free.
    reasons jsonb NOT NULL DEFAULT '[]',
    ended_at timestamptz,
    ending text CHECK (ending IN ('served', 'left', 'over', 'not-entitled', 'room-gone')),
    -- The hold it was offered.
    booking_id uuid,
    PRIMARY KEY (space_id, id),
    FOREIGN KEY (space_id, booking_id) REFERENCES booking (space_id, id),
    CONSTRAINT waitlist_times CHECK (ends_at > starts_at),
    CONSTRAINT waitlist_ending CHECK ((ended_at IS NULL) = (ending IS NULL) AND (booking_id IS NOT NULL) = coalesce(ending = 'served', false))
  );
  -- One waits once for the same.
  CREATE UNIQUE INDEX waitlist_once ON waitlist_entry (space_id, person_id, room_ids, starts_at, ends_at) WHERE ended_at IS NULL;
  -- One offer is made to one entry.
  CREATE UNIQUE INDEX waitlist_offer ON waitlist_entry (space_id, booking_id) WHERE booking_id IS NOT NULL;
  CREATE INDEX waitlist_order ON waitlist_entry (space_id, since, id) WHERE ended_at IS NULL;
  CREATE INDEX waitlist_of_person ON waitlist_entry (person_id);
`;
