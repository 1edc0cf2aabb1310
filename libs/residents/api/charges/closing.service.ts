import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type DraftLine, firstDayOf, totalOf, whyNotClose } from '@bota/residents/domain';
import { Clock, NotificationKinds, Notifications, Postman, breaks, newId, record, refuse } from '@bota/shared/api';
import { CURRENCY } from '@bota/shared/domain';
import { type Asking, onlyCoordinators } from './asking';
import { Bookkeeper, lockBooks } from './bookkeeper';
import { ORGANISATIONS } from './charges.queries';
import { by } from './charges.service';
import { type StatementFacts, statementKind } from './statement.letter';
import type { Resident } from './statement.reader';

/** `admins`: ids of those who run the organisation. */
type Readers = { id: string; organisation: string; slug: string; totalCents: number; admins: string[] };

/** Closes months: once, in order, for all organisations together, and for good. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly bookkeeper: Bookkeeper,
    private readonly postman: Postman,
    private readonly notifications: Notifications,
    kinds: NotificationKinds,
  ) {
    // The demo house closes months before the application is initialised.
    kinds.declare(statementKind);
  }

  /** Freezes the statements of a month that has ended; the admins of each organisation are told. */
  async close(asking: Asking, month: string): Promise<void> {
    onlyCoordinators(asking);
    try {
      await this.db.transaction((tx) => this.within(tx, asking, month, this.clock.now()));
    } catch (error) {
      if (breaks(error, 'closed_period_once')) refuse('period/already-closed');
      throw error;
    }
    void this.postman.nudge();
  }

  /** Closes in a transaction of somebody else, at a time of theirs. */
  async within(tx: EntityManager, asking: Asking, month: string, now: Date): Promise<void> {
    const { space } = asking;
    await lockBooks(tx, space.id);
    const closing = await this.bookkeeper.closing(tx, space);
    if (month < closing.first) refuse('not-found');
    const no = whyNotClose(month, closing, this.bookkeeper.today(space));
    if (no) refuse(no);
    const { lines } = (await this.bookkeeper.drafts(tx, space.id, [month])).get(month) ?? refuse('internal');
    await freeze(tx, asking, { month, now, lines });
    const after = { month, statements: lines.size, totalCents: totalOf([...lines.values()].flat()) };
    await record(tx, { kind: 'period.closed', entityId: space.id, ...by(asking), after });
    await this.tell(tx, asking, { month, at: now });
  }

  private async tell(tx: EntityManager, { space }: Asking, { month, at }: { month: string; at: Date }): Promise<void> {
    for (const { id, organisation, slug, totalCents, admins: to } of await tx.query<Readers[]>(READERS, [space.id, firstDayOf(month)])) {
      const facts: StatementFacts = { house: space.name, organisation, month, totalCents };
      const about = {
        kind: statementKind.kind,
        key: `statement-ready:${id}`,
        path: `residents/${slug}/statements/${month}`,
        subjectId: id,
      };
      await this.notifications.tell(tx, { ...about, space, to, facts, at });
    }
  }
}

type Frozen = { month: string; now: Date; lines: Map<string, DraftLine[]> };

/** Period, statements and lines; the database checks at the end that nothing is missing. */
async function freeze(tx: EntityManager, asking: Asking, { month, now, lines }: Frozen): Promise<void> {
  const { id: spaceId, name, address } = asking.space;
  const residents: Resident[] = await tx.query(ORGANISATIONS, [spaceId]);
  const charged = residents.filter(({ organisation }) => lines.has(organisation.id));
  const total = totalOf([...lines.values()].flat());
  await tx.query(PERIOD, [spaceId, firstDayOf(month), now, asking.person.personId, charged.length, total]);
  const heads = charged.map(({ organisation, enterpriseNumber }) => {
    const own = lines.get(organisation.id) ?? [];
    const sums = { lines: own.length, total_cents: totalOf(own) };
    return {
      id: newId(),
      organisation_id: organisation.id,
      organisation_name: organisation.name,
      enterprise_number: enterpriseNumber,
      ...sums,
    };
  });
  await tx.query(STATEMENTS, [spaceId, firstDayOf(month), name, address, CURRENCY, JSON.stringify(heads)]);
  const rows = heads.flatMap(({ id, organisation_id }) => (lines.get(organisation_id) ?? []).map((line, index) => rowOf(id, line, index)));
  await tx.query(LINES, [spaceId, JSON.stringify(rows)]);
}

const rowOf = (statementId: string, line: DraftLine, index: number) => ({
  ...{ id: newId(), statement_id: statementId, position: index + 1, kind: line.kind, label: line.label, day: line.on, share: line.share },
  ...{ cents: line.cents, charge_id: line.chargeId, residency_id: line.residencyId, fee_id: line.feeId },
  ...{ booking_id: line.bookingId, corrects_id: line.correctsId },
});

const PERIOD = `
  INSERT INTO closed_period (space_id, month, closed_at, closed_by, statements, total_cents) VALUES ($1, $2, $3, $4, $5, $6)`;

// Numbered by name after the last one of the year; the books are locked, so nobody else numbers meanwhile.
const STATEMENTS = `
  INSERT INTO statement (space_id, id, month, organisation_id, year, number, house_name, house_address, organisation_name, enterprise_number,
    lines, total_cents, currency)
  SELECT $1, h.id, $2::date, h.organisation_id, extract(year FROM $2::date), h.n + coalesce((SELECT max(number) FROM statement
    WHERE space_id = $1 AND year = extract(year FROM $2::date)), 0), $3, $4, h.organisation_name, h.enterprise_number, h.lines, h.total_cents, $5
  FROM ROWS FROM (jsonb_to_recordset($6::jsonb) AS (id uuid, organisation_id uuid, organisation_name text, enterprise_number text,
    lines integer, total_cents bigint)) WITH ORDINALITY AS h (id, organisation_id, organisation_name, enterprise_number, lines, total_cents, n)`;

const LINES = `
  INSERT INTO statement_line (space_id, id, statement_id, position, kind, label, day, share, cents, charge_id, residency_id, fee_id, booking_id,
    corrects_id)
  SELECT $1, l.* FROM jsonb_to_recordset($2::jsonb) AS l (id uuid, statement_id uuid, position integer, kind text, label jsonb, day date,
    share jsonb, cents integer, charge_id uuid, residency_id uuid, fee_id uuid, booking_id uuid, corrects_id uuid)`;

const READERS = `
  SELECT s.id, s.organisation_name AS organisation, o.slug, s.total_cents::float8 AS "totalCents", array_agg(m.person_id ORDER BY m.person_id) AS admins
  FROM statement s JOIN organisation o ON o.id = s.organisation_id JOIN membership m ON m.organisation_id = o.id AND m.role = 'admin'
  WHERE s.space_id = $1 AND s.month = $2 GROUP BY s.space_id, s.id, o.slug ORDER BY s.number`;
