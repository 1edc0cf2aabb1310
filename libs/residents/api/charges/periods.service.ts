import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Period,
  type PeriodDetail,
  type PeriodList,
  type Statement,
  type StatementSummary,
  monthOf,
  monthsBetween,
  nextOpen,
  periodState,
  totalOf,
  whyNotClose,
} from '@bota/residents/domain';
import { refuse } from '@bota/shared/api';
import { CURRENCY } from '@bota/shared/domain';
import { type Asking, onlyCoordinators } from './asking';
import { Bookkeeper } from './bookkeeper';
import { CLOSED_PERIODS, ORGANISATIONS } from './charges.queries';
import { type Resident, StatementReader } from './statement.reader';

type ClosedRow = { month: string; statements: number; totalCents: number; closedAt: Date };

/** The months of a house: closed ones as they were frozen, the others as they stand. */
@Injectable()
export class PeriodsService {
  constructor(
    private readonly db: DataSource,
    private readonly bookkeeper: Bookkeeper,
    private readonly reader: StatementReader,
  ) {}

  async list(asking: Asking): Promise<PeriodList> {
    onlyCoordinators(asking);
    const { space } = asking;
    const closing = await this.bookkeeper.closing(this.db, space);
    const today = this.bookkeeper.today(space);
    const closed: ClosedRow[] = await this.db.query(CLOSED_PERIODS, [space.id]);
    const open = await this.bookkeeper.drafts(this.db, space.id, monthsBetween(nextOpen(closing), monthOf(today)));
    const drafts = [...open].map(([month, { lines }]): Period => {
      const may = { close: whyNotClose(month, closing, today) === null };
      const totalCents = totalOf([...lines.values()].flat());
      return { month, state: periodState(month, closing, today), statements: lines.size, totalCents, closedAt: null, may };
    });
    const items = [...closed.map(closedView), ...drafts].sort((a, b) => (a.month < b.month ? 1 : -1));
    return { items, currency: CURRENCY };
  }

  async one(asking: Asking, month: string): Promise<PeriodDetail> {
    const { items } = await this.list(asking);
    const period = items.find((one) => one.month === month) ?? refuse('not-found');
    const statements = await this.reader.read(this.db, asking, month);
    const charged = new Set(statements.map(({ organisation }) => organisation.id));
    const draft = period.state === 'closed' ? undefined : (await this.bookkeeper.drafts(this.db, asking.space.id, [month])).get(month);
    const residents: Resident[] = await this.db.query(ORGANISATIONS, [asking.space.id]);
    const withoutCharge = residents.map(({ organisation }) => organisation).filter(({ id }) => draft?.present.has(id) && !charged.has(id));
    return { period, items: statements.map(summaryOf), withoutCharge, currency: CURRENCY };
  }

  /** All statements of a month, with their lines. */
  async statements(asking: Asking, month: string): Promise<Statement[]> {
    onlyCoordinators(asking);
    return this.reader.read(this.db, asking, month);
  }
}

const closedView = ({ closedAt, ...row }: ClosedRow): Period => ({
  ...row,
  ...{ state: 'closed', closedAt: closedAt.toISOString(), may: { close: false } },
});

export const summaryOf = ({ month, state, organisation, number, totalCents, lines }: Statement): StatementSummary => ({
  ...{ month, state, organisation, number, totalCents, lines: lines.length },
});
