import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the services refuse is refused to every writer: two holders of a key on a day, and fewer desks than are taken. */
export class Guards1700000000010 implements MigrationInterface {
  name = 'Guards1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HOLDINGS);
    await runner.query(DESKS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE key_holding DROP CONSTRAINT key_holding_day');
    await runner.query('DROP TRIGGER room_keeps_desks ON room; DROP FUNCTION room_keeps_desks');
  }
}

const HOLDINGS = `
  -- A key could once be handed out for a day on which somebody still had it. They were written in the order in which it really went round:
  -- nobody has it before whoever had it earlier gave it back.
  UPDATE key_holding h SET since = greatest(h.since, earlier.day), ended_on = CASE WHEN h.ended_on < earlier.day THEN earlier.day ELSE h.ended_on END
    FROM (SELECT space_id, id, max(ended_on) OVER (PARTITION BY space_id, key_id ORDER BY created_at, id
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS day FROM key_holding) earlier
    WHERE earlier.space_id = h.space_id AND earlier.id = h.id AND earlier.day > h.since;
  -- The day it comes back belongs to who has it next.
  ALTER TABLE key_holding ADD CONSTRAINT key_holding_day
    EXCLUDE USING gist (space_id WITH =, key_id WITH =, daterange(since, ended_on) WITH &&);
`;

const DESKS = `
  -- Beside occupancy_fits, which guards the other side: the row of the room is locked by both, so that whoever comes second sees the first.
  CREATE FUNCTION room_keeps_desks() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE today date; peak integer;
  BEGIN
    SELECT (now() AT TIME ZONE zone)::date INTO today FROM space WHERE id = NEW.space_id;
    SELECT max((SELECT sum(o.desks) FROM occupancy o WHERE o.space_id = NEW.space_id AND o.room_id = NEW.id
                AND o.during @> greatest(lower(first.during), today))) INTO peak
      FROM occupancy first WHERE first.space_id = NEW.space_id AND first.room_id = NEW.id;
    IF coalesce(peak, 0) > coalesce(NEW.desks, 0) THEN
      RAISE EXCEPTION '% desks are occupied on its fullest day', peak USING ERRCODE = '23514', CONSTRAINT = 'room_keeps_desks';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER room_keeps_desks BEFORE UPDATE OF desks ON room FOR EACH ROW
    WHEN (coalesce(NEW.desks, 0) < coalesce(OLD.desks, 0)) EXECUTE FUNCTION room_keeps_desks();
`;
