import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finding by words and by likeness, accents and capitals ignored. */
export class Search1700000000009 implements MigrationInterface {
  name = 'Search1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WORDS);
    await runner.query(INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX booking_words; DROP FUNCTION search_words, plain');
  }
}

const WORDS = `
  CREATE EXTENSION IF NOT EXISTS unaccent;
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE EXTENSION IF NOT EXISTS btree_gin;
  -- unaccent() is only STABLE, because its dictionary can be replaced; with the dictionary named, an index may rely on it.
  CREATE FUNCTION plain(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(public.unaccent('public.unaccent'::regdictionary, $1));
  CREATE FUNCTION search_words(text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN to_tsvector('pg_catalog.simple'::regconfig, public.plain($1));
`;

// Rooms, organisations and people of a house are few; its bookings are not. No trigram index on them: it would cost each new booking
// four times what its row costs.
const INDEXES = `
  CREATE INDEX booking_words ON booking USING gin (space_id, search_words(title || ' ' || description)) WHERE cancelled_at IS NULL;
`;
