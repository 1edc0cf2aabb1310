import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a house asks of its residents every month, fees beside it, and statements that never change once their month is closed. */
export class Charges1700000000007 implements MigrationInterface {
  name = 'Charges1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STATEMENTS);
    await runner.query(OPEN);
    await runner.query(FINAL);
    await runner.query(COMPLETE);
  }

  async down(): Promise<void> {
    throw new Error('closed statements have no way back: restore a backup');
  }
}

const STATEMENTS = `
  -- A month that is closed says how many statements it has and their sum, a statement how many lines: nothing can be slipped in later.
  CREATE TABLE closed_period (
    space_id uuid NOT NULL REFERENCES space,
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    closed_at timestamptz NOT NULL,
    closed_by uuid NOT NULL REFERENCES person,
    statements integer NOT NULL CHECK (statements >= 0),
    total_cents bigint NOT NULL,
    CONSTRAINT closed_period_once PRIMARY KEY (space_id, month)
  );
  CREATE TABLE statement (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    month date NOT NULL,
    organisation_id uuid NOT NULL REFERENCES organisation,
    year integer NOT NULL CHECK (year = extract(year FROM month)),
    number integer NOT NULL CHECK (number > 0),
    -- As they were called that day.
    house_name text NOT NULL,
    house_address text NOT NULL,
    organisation_name text NOT NULL,
    enterprise_number text,
    lines integer NOT NULL CHECK (lines > 0),
    total_cents bigint NOT NULL,
    currency text NOT NULL CHECK (currency = 'EUR'),
    PRIMARY KEY (space_id, id),
    FOREIGN KEY (space_id, month) REFERENCES closed_period (space_id, month),
    CONSTRAINT statement_number_once UNIQUE (space_id, year, number),
    CONSTRAINT statement_once UNIQUE (space_id, organisation_id, month)
  );
`;

const OPEN = `
  CREATE TABLE charge (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    label jsonb NOT NULL,
    -- From the first day of its first month to the last day of its last one.
    during daterange NOT NULL CHECK (NOT isempty(during) AND lower(during) IS NOT NULL),
    terms jsonb NOT NULL,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (space_id, id)
  );
  CREATE TABLE statement_line (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    statement_id uuid NOT NULL,
    position integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('charge', 'booking', 'fee', 'correction')),
    label jsonb NOT NULL,
    day date,
    share jsonb,
    cents integer NOT NULL,
    charge_id uuid,
    residency_id uuid,
    fee_id uuid,
    booking_id uuid,
    corrects_id uuid,
    PRIMARY KEY (space_id, id),
    FOREIGN KEY (space_id, statement_id) REFERENCES statement (space_id, id),
    CONSTRAINT statement_line_charge FOREIGN KEY (space_id, charge_id) REFERENCES charge (space_id, id),
    FOREIGN KEY (space_id, residency_id) REFERENCES residency (space_id, id),
    FOREIGN KEY (space_id, corrects_id) REFERENCES statement_line (space_id, id),
    CHECK ((kind = 'correction') = (corrects_id IS NOT NULL)),
    CONSTRAINT statement_line_position UNIQUE (space_id, statement_id, position)
  );
  CREATE INDEX statement_line_of_charge ON statement_line (space_id, charge_id);
  CREATE INDEX statement_line_corrects ON statement_line (space_id, corrects_id);
  CREATE TABLE fee (
    space_id uuid NOT NULL REFERENCES space,
    id uuid NOT NULL,
    organisation_id uuid NOT NULL REFERENCES organisation,
    day date NOT NULL,
    label jsonb NOT NULL,
    cents integer NOT NULL CHECK (cents <> 0),
    corrects_id uuid,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (space_id, id),
    FOREIGN KEY (space_id, corrects_id) REFERENCES statement_line (space_id, id)
  );
  CREATE INDEX fee_by_day ON fee (space_id, day);
`;

const FINAL = `
  CREATE FUNCTION statements_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'a closed statement never changes' USING ERRCODE = 'B7503';
  END $$;
  CREATE TRIGGER closed_period_final BEFORE UPDATE OR DELETE ON closed_period FOR EACH ROW EXECUTE FUNCTION statements_are_final();
  CREATE TRIGGER closed_period_kept BEFORE TRUNCATE ON closed_period EXECUTE FUNCTION statements_are_final();
  CREATE TRIGGER statement_final BEFORE UPDATE OR DELETE ON statement FOR EACH ROW EXECUTE FUNCTION statements_are_final();
  CREATE TRIGGER statement_kept BEFORE TRUNCATE ON statement EXECUTE FUNCTION statements_are_final();
  CREATE TRIGGER statement_line_final BEFORE UPDATE OR DELETE ON statement_line FOR EACH ROW EXECUTE FUNCTION statements_are_final();
  CREATE TRIGGER statement_line_kept BEFORE TRUNCATE ON statement_line EXECUTE FUNCTION statements_are_final();
  -- What went into a closed month stays as it was written; a month that is closed takes nothing new.
  CREATE FUNCTION fee_month_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM closed_period p WHERE (TG_OP <> 'INSERT' AND p.space_id = OLD.space_id AND p.month >= date_trunc('month', OLD.day)::date)
               OR (TG_OP <> 'DELETE' AND p.space_id = NEW.space_id AND p.month >= date_trunc('month', NEW.day)::date)) THEN
      RAISE EXCEPTION 'the month is closed' USING ERRCODE = 'B7504', CONSTRAINT = 'fee_month_open';
    END IF;
    RETURN coalesce(NEW, OLD);
  END $$;
  CREATE TRIGGER fee_month_open BEFORE INSERT OR UPDATE OR DELETE ON fee FOR EACH ROW EXECUTE FUNCTION fee_month_is_open();
`;

const COMPLETE = `
  CREATE FUNCTION statement_is_complete() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE head statement; found_lines integer; found_cents bigint;
  BEGIN
    SELECT * INTO head FROM statement WHERE space_id = NEW.space_id
      AND id = CASE TG_TABLE_NAME WHEN 'statement' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(NEW) ->> 'statement_id')::uuid END;
    SELECT count(*), coalesce(sum(cents), 0) INTO found_lines, found_cents
      FROM statement_line WHERE space_id = head.space_id AND statement_id = head.id;
    IF (found_lines, found_cents) <> (head.lines, head.total_cents) THEN
      RAISE EXCEPTION 'a statement has the lines it says' USING ERRCODE = 'B7503';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER statement_complete AFTER INSERT ON statement
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION statement_is_complete();
  CREATE CONSTRAINT TRIGGER statement_line_counted AFTER INSERT ON statement_line
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION statement_is_complete();
  -- And a period the statements it says, numbered without a gap in its year, after all periods before it.
  CREATE FUNCTION closed_period_is_complete() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE head closed_period; found_statements integer; found_cents bigint;
  BEGIN
    SELECT * INTO head FROM closed_period WHERE space_id = NEW.space_id AND month = NEW.month;
    SELECT count(*), coalesce(sum(total_cents), 0) INTO found_statements, found_cents
      FROM statement WHERE space_id = head.space_id AND month = head.month;
    IF (found_statements, found_cents) <> (head.statements, head.total_cents) THEN
      RAISE EXCEPTION 'a period has the statements it says' USING ERRCODE = 'B7503';
    END IF;
    IF EXISTS (SELECT FROM statement WHERE space_id = head.space_id AND year = extract(year FROM head.month)
               HAVING count(*) > 0 AND max(number) <> count(*)) THEN
      RAISE EXCEPTION 'statements are numbered without gaps' USING ERRCODE = 'B7503';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER closed_period_complete AFTER INSERT ON closed_period
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION closed_period_is_complete();
  CREATE CONSTRAINT TRIGGER statement_counted AFTER INSERT ON statement
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION closed_period_is_complete();
`;
