import { Injectable } from '@nestjs/common';
import type { Organisation } from '@bota/people/domain';
import {
  type DraftLine,
  type PeriodState,
  type Statement,
  type StatementLine,
  firstDayOf,
  periodState,
  statementNumber,
  totalOf,
} from '@bota/residents/domain';
import { CURRENCY, can, dateOf } from '@bota/shared/domain';
import type { Asking } from './asking';
import { Bookkeeper } from './bookkeeper';
import { CLOSED_LINES, CLOSED_STATEMENTS, CORRECTED, ORGANISATIONS } from './charges.queries';
import type { Reading } from './priced-bookings';

export type Resident = { organisation: Organisation; enterpriseNumber: string | null };
export type Head = Resident & {
  id: string;
  month: string;
  year: number;
  number: number;
  lines: number;
  totalCents: number;
  closedAt: Date;
  houseName: string;
  houseAddress: string;
  organisationName: string;
};
type Frozen = Omit<StatementLine, 'corrects'> & { statementId: string; correctsId: string | null };
type Corrected = { lineId: string; label: StatementLine['label']; month: string; year: number; number: number };
type Corrections = Map<string, StatementLine['corrects']>;

/** Reads statements: closed ones as they were frozen, others as they would be now. */
@Injectable()
export class StatementReader {
  constructor(private readonly bookkeeper: Bookkeeper) {}

  /** The statements of a month, of one organisation or of all; an organisation of the house has an empty draft at least. */
  async read(tx: Reading, asking: Asking, month: string, organisationId: string | null = null): Promise<Statement[]> {
    const closing = await this.bookkeeper.closing(tx, asking.space);
    const today = this.bookkeeper.today(asking.space);
    if (month < closing.first || month > today.slice(0, 7)) return [];
    const state = periodState(month, closing, today);
    return state === 'closed' ? closedStatements(tx, asking, month, organisationId) : this.drafts(tx, asking, month, state, organisationId);
  }

  private async drafts(
    tx: Reading,
    asking: Asking,
    month: string,
    state: PeriodState,
    organisationId: string | null,
  ): Promise<Statement[]> {
    const residents: Resident[] = await tx.query(ORGANISATIONS, [asking.space.id]);
    const draft = (await this.bookkeeper.drafts(tx, asking.space.id, [month])).get(month);
    const linesOf = (id: string) => draft?.lines.get(id) ?? [];
    const wanted = residents.filter(({ organisation: { id } }) => (organisationId ? id === organisationId : linesOf(id).length > 0));
    const corrections = await correctionsOf(
      tx,
      asking.space.id,
      wanted.flatMap(({ organisation }) => linesOf(organisation.id)),
    );
    return wanted.map((resident) =>
      draftStatement(asking, { month, state }, resident, linesOf(resident.organisation.id).map(lineWith(corrections))),
    );
  }
}

const mayManage = ({ person, space }: Asking) => can(person, 'charges:manage', { spaceId: space.id });

function draftStatement(
  asking: Asking,
  period: { month: string; state: PeriodState },
  resident: Resident,
  lines: StatementLine[],
): Statement {
  const { name, address } = asking.space;
  const { organisation, enterpriseNumber } = resident;
  return {
    ...period,
    ...{ number: null, house: { name, address }, organisation, billedTo: { name: organisation.name, enterpriseNumber } },
    ...{ lines, totalCents: totalOf(lines), currency: CURRENCY, closedOn: null },
    may: { addFee: mayManage(asking), correct: false },
  };
}

async function closedStatements(tx: Reading, asking: Asking, month: string, organisationId: string | null): Promise<Statement[]> {
  const spaceId = asking.space.id;
  const heads: Head[] = await tx.query(CLOSED_STATEMENTS, [spaceId, firstDayOf(month), organisationId]);
  const frozen: Frozen[] = await tx.query(CLOSED_LINES, [spaceId, heads.map(({ id }) => id)]);
  const corrections = await correctionsOf(tx, spaceId, frozen);
  const lines = Map.groupBy(frozen, ({ statementId }) => statementId);
  return heads.map((head) => closedStatement(asking, head, (lines.get(head.id) ?? []).map(lineWith(corrections))));
}

const closedStatement = (asking: Asking, head: Head, lines: StatementLine[]): Statement => ({
  month: head.month,
  state: 'closed',
  number: statementNumber(head.year, head.number),
  house: { name: head.houseName, address: head.houseAddress },
  organisation: head.organisation,
  billedTo: { name: head.organisationName, enterpriseNumber: head.enterpriseNumber },
  lines,
  totalCents: head.totalCents,
  currency: CURRENCY,
  closedOn: dateOf(head.closedAt, asking.space.zone),
  may: { addFee: false, correct: mayManage(asking) },
});

const lineWith =
  (corrections: Corrections) =>
  (line: DraftLine | Frozen): StatementLine => ({
    id: 'id' in line ? line.id : null,
    ...{ kind: line.kind, label: line.label, on: line.on, share: line.share, bookingId: line.bookingId, feeId: line.feeId },
    corrects: (line.correctsId && corrections.get(line.correctsId)) || null,
    cents: line.cents,
  });

async function correctionsOf(tx: Reading, spaceId: string, lines: readonly { correctsId: string | null }[]): Promise<Corrections> {
  const ids = lines.flatMap(({ correctsId }) => correctsId ?? []);
  const rows: Corrected[] = ids.length > 0 ? await tx.query(CORRECTED, [spaceId, ids]) : [];
  return new Map(
    rows.map(({ lineId, label, month, year, number }) => [lineId, { lineId, label, month, number: statementNumber(year, number) }]),
  );
}
