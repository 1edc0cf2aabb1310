import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Seasonal rounds: what organisations wish for every week, the plan that is published, appeals, and what was booked of it. */
export class Season1700000000013 implements MigrationInterface {
  name = 'Season1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROUNDS);
    await runner.query(WISHES);
    await runner.query(PLANS);
  }

  async down(): Promise<void> {
    throw new Error('published plans have no way back: restore a backup');
  }
}

const ROUNDS = `
  CREATE TABLE season_round (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    name text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    wishes_until date NOT NULL,
    appeals_until date,
    -- Of the lot that ties are drawn by: anybody can draw again.
    seed text,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    opened_at timestamptz,
    published_at timestamptz,
    adopted_at timestamptz,
    closed_at timestamptz,
    report jsonb,
    PRIMARY KEY (space_id, id),
    CONSTRAINT season_round_dates CHECK (last_day >= first_day AND last_day - first_day <= 400 AND wishes_until < first_day AND appeals_until < first_day),
    CONSTRAINT season_round_steps CHECK ((published_at IS NULL OR opened_at IS NOT NULL) AND (adopted_at IS NULL OR published_at IS NOT NULL)
      AND (published_at IS NULL OR appeals_until IS NOT NULL) AND (adopted_at IS NULL) = (report IS NULL))
  );
  CREATE TABLE season_room (
    space_id uuid NOT NULL,
    round_id uuid NOT NULL,
    room_id uuid NOT NULL,
    PRIMARY KEY (space_id, round_id, room_id),
    FOREIGN KEY (space_id, round_id) REFERENCES season_round (space_id, id),
    FOREIGN KEY (space_id, room_id) REFERENCES room (space_id, id)
  );
`;

const WISHES = `
  CREATE TABLE season_wish (
    space_id uuid NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    organisation_id uuid NOT NULL REFERENCES organisation,
    -- 1 = the greatest need of the organisation.
    need integer NOT NULL CHECK (need > 0),
    title text NOT NULL,
    attendees integer CHECK (attendees > 0),
    features text[] NOT NULL DEFAULT '{}',
    filed_by uuid NOT NULL REFERENCES person,
    filed_at timestamptz NOT NULL,
    booking_id uuid,
    PRIMARY KEY (space_id, id),
    FOREIGN KEY (space_id, round_id) REFERENCES season_round (space_id, id),
    FOREIGN KEY (space_id, booking_id) REFERENCES booking (space_id, id),
    -- Checked at the end of a statement: a new order moves them all.
    CONSTRAINT season_wish_need UNIQUE (space_id, round_id, organisation_id, need) DEFERRABLE
  );
  CREATE INDEX season_wish_filed_by ON season_wish (filed_by);
  CREATE TABLE season_choice (
    space_id uuid NOT NULL,
    wish_id uuid NOT NULL,
    rank smallint NOT NULL CHECK (rank BETWEEN 1 AND 3),
    -- NULL: any room of the round that fits.
    room_id uuid,
    weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    starts text NOT NULL,
    ends text NOT NULL CHECK (ends > starts),
    PRIMARY KEY (space_id, wish_id, rank),
    FOREIGN KEY (space_id, wish_id) REFERENCES season_wish (space_id, id) ON DELETE CASCADE,
    FOREIGN KEY (space_id, room_id) REFERENCES room (space_id, id)
  );
`;

const PLANS = `
  CREATE TABLE season_decision (
    space_id uuid NOT NULL,
    round_id uuid NOT NULL,
    tie text NOT NULL,
    wish_id uuid NOT NULL,
    decided_at timestamptz NOT NULL,
    PRIMARY KEY (space_id, round_id, tie),
    FOREIGN KEY (space_id, round_id) REFERENCES season_round (space_id, id),
    FOREIGN KEY (space_id, wish_id) REFERENCES season_wish (space_id, id) ON DELETE CASCADE
  );
  -- What was published stays as it was read; a change on appeal is another number.
  CREATE TABLE season_plan (
    space_id uuid NOT NULL,
    round_id uuid NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    plan jsonb NOT NULL,
    published_at timestamptz NOT NULL,
    PRIMARY KEY (space_id, round_id, number),
    FOREIGN KEY (space_id, round_id) REFERENCES season_round (space_id, id)
  );
  CREATE FUNCTION season_plan_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'a published plan never changes' USING ERRCODE = 'B7505';
  END $$;
  CREATE TRIGGER season_plan_final BEFORE UPDATE OR DELETE ON season_plan FOR EACH ROW EXECUTE FUNCTION season_plan_is_final();
  CREATE TABLE season_appeal (
    space_id uuid NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    wish_id uuid NOT NULL,
    text text NOT NULL,
    filed_by uuid NOT NULL REFERENCES person,
    filed_at timestamptz NOT NULL,
    is_accepted boolean,
    answer text,
    answered_at timestamptz,
    PRIMARY KEY (space_id, id),
    FOREIGN KEY (space_id, round_id) REFERENCES season_round (space_id, id),
    FOREIGN KEY (space_id, wish_id) REFERENCES season_wish (space_id, id),
    CHECK ((answered_at IS NULL) = (is_accepted IS NULL) AND (answered_at IS NULL) = (answer IS NULL))
  );
  CREATE INDEX season_appeal_of_round ON season_appeal (space_id, round_id);
  CREATE INDEX season_appeal_filed_by ON season_appeal (filed_by);
  CREATE UNIQUE INDEX season_appeal_once ON season_appeal (space_id, wish_id) WHERE answered_at IS NULL;
`;
