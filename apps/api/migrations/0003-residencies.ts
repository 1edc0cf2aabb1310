import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a residency occupies and by which key it shares costs; rooms that are not booked; plans, branding, and kept files. */
export class Residencies1700000000003 implements MigrationInterface {
  name = 'Residencies1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FILES);
    await runner.query(HOUSE);
    await runner.query(ORGANISATIONS);
    await runner.query(RESIDENCIES);
  }

  async down(): Promise<void> {
    throw new Error('residencies have no way back: restore a backup');
  }
}

const FILES = `
  -- Small files (logos, plans, evidence): beside the rows that name them, so that one backup holds both and every process can serve them.
  -- A file belongs to the row that names it and is only reached through that row.
  CREATE TABLE file (
    id uuid PRIMARY KEY,
    media_type text NOT NULL,
    name text NOT NULL,
    bytes bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 5242880),
    kept_by uuid REFERENCES person,
    kept_at timestamptz NOT NULL
  );
`;

const HOUSE = `
  ALTER TABLE space
    ADD COLUMN colour text CONSTRAINT space_colour_hex CHECK (colour ~ '^#[0-9a-f]{6}$'),
    ADD COLUMN logo_id uuid REFERENCES file,
    ADD COLUMN hours jsonb;
  -- A drawing of the floor, in whose coordinates (width x height) the rooms lie; without a drawing the rooms are drawn alone.
  ALTER TABLE floor
    ADD COLUMN plan_id uuid REFERENCES file,
    ADD COLUMN width real NOT NULL DEFAULT 100 CHECK (width > 0),
    ADD COLUMN height real NOT NULL DEFAULT 60 CHECK (height > 0);
  ALTER TABLE room
    -- An office is occupied by its resident, and not offered for booking.
    ADD COLUMN bookable boolean NOT NULL DEFAULT true,
    ADD COLUMN desks integer CHECK (desks > 0),
    -- Where it lies on its floor: {x, y, width, height}.
    ADD COLUMN outline jsonb;
`;

const ORGANISATIONS = `
  ALTER TABLE organisation
    ADD COLUMN website text,
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD CONSTRAINT organisation_kind CHECK (kind IN ('association', 'cooperative', 'collective', 'company', 'public')),
    ADD CONSTRAINT organisation_enterprise_digits CHECK (enterprise_number ~ '^[01][0-9]{9}$');
  CREATE UNIQUE INDEX organisation_enterprise_number_unique ON organisation (enterprise_number) WHERE enterprise_number IS NOT NULL;
  -- Contacts are shown to the house by the person's own consent, and to the public by a second one.
  ALTER TABLE membership
    ADD COLUMN contact_for text CHECK (contact_for IN ('house', 'public')),
    ADD COLUMN contact_role text NOT NULL DEFAULT '',
    ADD COLUMN phone text NOT NULL DEFAULT '';
`;

const RESIDENCIES = `
  ALTER TABLE residency
    -- The day notice was given: until then it is active, from then on in notice, after its last day ended.
    ADD COLUMN notice_on date,
    ADD COLUMN share_key text NOT NULL DEFAULT 'm2' CHECK (share_key IN ('m2', 'desks', 'heads', 'fixed')),
    -- Square metres and desks follow from what is occupied unless a number is agreed; heads and a fixed share (in thousandths) are agreed.
    ADD COLUMN share_quantity numeric(12, 3) CHECK (share_quantity >= 0),
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD CONSTRAINT residency_notice_has_end CHECK (notice_on IS NULL OR upper(during) IS NOT NULL);
  CREATE TABLE occupancy (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    residency_id uuid NOT NULL,
    room_id uuid NOT NULL,
    -- How many desks of the room; null = the whole room.
    desks integer CHECK (desks > 0),
    during daterange NOT NULL CHECK (NOT isempty(during) AND lower(during) IS NOT NULL),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (space_id, id),
    FOREIGN KEY (space_id, residency_id) REFERENCES residency (space_id, id),
    FOREIGN KEY (space_id, room_id) REFERENCES room (space_id, id),
    CONSTRAINT occupancy_whole_room EXCLUDE USING gist (space_id WITH =, room_id WITH =, during WITH &&) WHERE (desks IS NULL),
    CONSTRAINT occupancy_once EXCLUDE USING gist (space_id WITH =, residency_id WITH =, room_id WITH =, during WITH &&)
  );
  CREATE INDEX occupancy_of_residency ON occupancy (space_id, residency_id);
  -- Desks by their peak: on no day more than the room has, and none beside somebody who has the whole room. The room's row is locked,
  -- so that two who take the last desk at once come one after the other.
  CREATE FUNCTION occupancy_fits() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE places integer; peak integer;
  BEGIN
    -- Who only leaves earlier or comes later takes nothing from anybody, also where the room has lost desks since.
    IF TG_OP = 'UPDATE' AND NEW.room_id = OLD.room_id AND NEW.during <@ OLD.during AND NEW.desks IS NOT DISTINCT FROM OLD.desks THEN
      RETURN NEW;
    END IF;
    SELECT desks INTO places FROM room WHERE space_id = NEW.space_id AND id = NEW.room_id FOR NO KEY UPDATE;
    IF EXISTS (SELECT FROM occupancy WHERE space_id = NEW.space_id AND room_id = NEW.room_id AND id <> NEW.id
               AND (desks IS NULL) <> (NEW.desks IS NULL) AND during && NEW.during) THEN
      RAISE EXCEPTION 'the room is taken' USING ERRCODE = '23P01', CONSTRAINT = 'occupancy_whole_room';
    END IF;
    IF NEW.desks IS NULL THEN RETURN NEW; END IF;
    -- The peak is reached on the first day of somebody.
    SELECT max((SELECT sum(o.desks) FROM occupancy o WHERE o.space_id = NEW.space_id AND o.room_id = NEW.room_id AND o.id <> NEW.id
                AND o.during @> start.day)) INTO peak
    FROM (SELECT lower(NEW.during) AS day
          UNION SELECT lower(during) FROM occupancy WHERE space_id = NEW.space_id AND room_id = NEW.room_id AND NEW.during @> lower(during)) start;
    IF coalesce(peak, 0) + NEW.desks > coalesce(places, 0) THEN
      RAISE EXCEPTION 'only % desks are left', coalesce(places, 0) - coalesce(peak, 0)
        USING ERRCODE = '23P01', CONSTRAINT = 'occupancy_desks_peak', DETAIL = greatest(0, coalesce(places, 0) - coalesce(peak, 0));
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER occupancy_fits BEFORE INSERT OR UPDATE ON occupancy FOR EACH ROW EXECUTE FUNCTION occupancy_fits();
`;
