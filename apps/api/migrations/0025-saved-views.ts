import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ways of looking at the agenda that people keep. */
export class SavedViews1700000000025 implements MigrationInterface {
  name = 'SavedViews1700000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(VIEWS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_view');
  }
}

const VIEWS = `
  CREATE TABLE saved_view (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    person_id uuid NOT NULL REFERENCES person,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    -- The query of an address of the agenda.
    query text NOT NULL CHECK (length(query) <= 500),
    is_default boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (space_id, id)
  );
  CREATE UNIQUE INDEX saved_view_name ON saved_view (space_id, person_id, lower(name));
  CREATE UNIQUE INDEX saved_view_default ON saved_view (space_id, person_id) WHERE is_default;
  CREATE INDEX saved_view_of_person ON saved_view (person_id);
`;
