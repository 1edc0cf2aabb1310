import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys and badges of the house, and who holds them since when. */
export class Keys1700000000004 implements MigrationInterface {
  name = 'Keys1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KEYS);
  }

  async down(): Promise<void> {
    throw new Error('who held which key has no way back: restore a backup');
  }
}

const KEYS = `
  CREATE TABLE house_key (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    label text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('key', 'badge')),
    opens text NOT NULL DEFAULT '',
    room_id uuid,
    lost_on date,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (space_id, id),
    CONSTRAINT house_key_label_unique UNIQUE (space_id, label),
    FOREIGN KEY (space_id, room_id) REFERENCES room (space_id, id)
  );
  CREATE TABLE key_holding (
    space_id uuid NOT NULL,
    id uuid NOT NULL,
    key_id uuid NOT NULL,
    person_id uuid REFERENCES person,
    organisation_id uuid REFERENCES organisation,
    since date NOT NULL,
    handed_by uuid NOT NULL REFERENCES person,
    ended_on date,
    ending text CHECK (ending IN ('returned', 'lost')),
    ended_by uuid REFERENCES person,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (space_id, id),
    FOREIGN KEY (space_id, key_id) REFERENCES house_key (space_id, id),
    CONSTRAINT key_holding_of_somebody CHECK (person_id IS NOT NULL OR organisation_id IS NOT NULL),
    CONSTRAINT key_holding_ends CHECK (ended_on >= since AND (ended_on IS NULL) = (ending IS NULL) AND (ended_on IS NULL) = (ended_by IS NULL))
  );
  -- Never two holders of one key at once.
  CREATE UNIQUE INDEX key_holding_once ON key_holding (space_id, key_id) WHERE ended_on IS NULL;
  CREATE INDEX key_holding_of_key ON key_holding (space_id, key_id, since);
  CREATE INDEX key_holding_of_organisation ON key_holding (space_id, organisation_id) WHERE ended_on IS NULL;
  CREATE INDEX key_holding_of_person ON key_holding (person_id);
`;
