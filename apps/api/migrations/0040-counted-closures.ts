import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A house counts its closures. Who takes rooms says how many there were when that was judged, and waits for who is about to close;
 * who closes counts last, and then sees all that was taken by who did not know of it.
 */
export class CountedClosures1700000000040 implements MigrationInterface {
  name = 'CountedClosures1700000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE space ADD COLUMN closings integer NOT NULL DEFAULT 0;

      CREATE FUNCTION closing_lock(house uuid) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT hashtextextended('closing ' || house, 0) $$;

      -- Volatile: it looks anew after waiting. A transaction that sees one moment only learns by the lock of the row that the count went on.
      CREATE FUNCTION require_open(house uuid, judged integer) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
      DECLARE counted integer;
      BEGIN
        IF current_setting('transaction_isolation') = 'read committed' THEN
          PERFORM pg_advisory_xact_lock_shared(closing_lock(house));
          SELECT closings INTO counted FROM space WHERE id = house;
        ELSE
          SELECT closings INTO counted FROM space WHERE id = house FOR SHARE;
        END IF;
        IF counted <> judged THEN
          RAISE EXCEPTION 'closed since it was judged' USING ERRCODE = 'serialization_failure';
        END IF;
        RETURN true;
      END $$;

      CREATE FUNCTION count_closing(house uuid) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(closing_lock(house));
        UPDATE space SET closings = closings + 1 WHERE id = house;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION count_closing(uuid);
      DROP FUNCTION require_open(uuid, integer);
      DROP FUNCTION closing_lock(uuid);
      ALTER TABLE space DROP COLUMN closings`);
  }
}
