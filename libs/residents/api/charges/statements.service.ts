import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Statement,
  type StatementList,
  type StatementSummary,
  monthOf,
  monthsBetween,
  nextOpen,
  periodState,
  statementNumber,
  totalOf,
} from '@bota/residents/domain';
import { refuse } from '@bota/shared/api';
import { CURRENCY, type Language } from '@bota/shared/domain';
import { type Asking, onlyItsReaders } from './asking';
import { Bookkeeper } from './bookkeeper';
import { CLOSED_STATEMENTS, ORGANISATIONS } from './charges.queries';
import { type Head, type Resident, StatementReader } from './statement.reader';
import { PeriodsService } from './periods.service';
import { statementsCsv } from './statement.csv';
import { statementPdf } from './statement.pdf';

/** A document to take away. */
export type Document = { bytes: Buffer; name: string };

/** Statements of an organisation, on the screen and on paper. */
@Injectable()
export class StatementsService {
  constructor(
    private readonly db: DataSource,
    private readonly bookkeeper: Bookkeeper,
    private readonly reader: StatementReader,
    private readonly periods: PeriodsService,
  ) {}

  async list(asking: Asking, organisationId: string): Promise<StatementList> {
    const resident = await this.find(asking, organisationId);
    const heads: Head[] = await this.db.query(CLOSED_STATEMENTS, [asking.space.id, null, organisationId]);
    return { items: [...(await this.drafts(asking, resident)), ...heads.map(headView)], currency: CURRENCY };
  }

  async one(asking: Asking, organisationId: string, month: string): Promise<Statement> {
    await this.find(asking, organisationId);
    const [statement] = await this.reader.read(this.db, asking, month, organisationId);
    return statement ?? refuse('not-found');
  }

  async pdf(asking: Asking, organisationId: string, month: string, language?: Language): Promise<Document> {
    const statement = await this.one(asking, organisationId, month);
    const bytes = await statementPdf(statement, language ?? (await this.languageOf(asking)));
    return { bytes, name: nameOf(statement, 'pdf') };
  }

  async csv(asking: Asking, organisationId: string, month: string, language?: Language): Promise<Document> {
    const statement = await this.one(asking, organisationId, month);
    const text = statementsCsv([statement], language ?? (await this.languageOf(asking)));
    return { bytes: Buffer.from(text), name: nameOf(statement, 'csv') };
  }

  /** All statements of a month in one table (coordinators). */
  async csvOfMonth(asking: Asking, month: string, language?: Language): Promise<Document> {
    const statements = await this.periods.statements(asking, month);
    const text = statementsCsv(statements, language ?? (await this.languageOf(asking)));
    return { bytes: Buffer.from(text), name: `${month}.csv` };
  }

  /** The organisation, when it lives or lived in the house and its statements are for who asks. */
  private async find(asking: Asking, organisationId: string): Promise<Resident> {
    onlyItsReaders(asking, organisationId);
    const residents: Resident[] = await this.db.query(ORGANISATIONS, [asking.space.id]);
    return residents.find(({ organisation }) => organisation.id === organisationId) ?? refuse('not-found');
  }

  private async drafts({ space }: Asking, { organisation }: Resident): Promise<StatementSummary[]> {
    const closing = await this.bookkeeper.closing(this.db, space);
    const today = this.bookkeeper.today(space);
    const open = await this.bookkeeper.drafts(this.db, space.id, monthsBetween(nextOpen(closing), monthOf(today)));
    const drafts = [...open].flatMap(([month, { lines }]): StatementSummary[] => {
      const own = lines.get(organisation.id);
      const state = periodState(month, closing, today);
      return own ? [{ month, state, organisation, number: null, totalCents: totalOf(own), lines: own.length }] : [];
    });
    return drafts.reverse();
  }

  private async languageOf({ person }: Asking): Promise<Language> {
    const [{ language }] = (await this.db.query('SELECT language FROM person WHERE id = $1', [person.personId])) as [
      { language: Language },
    ];
    return language;
  }
}

const headView = ({ month, organisation, year, number, totalCents, lines }: Head): StatementSummary => ({
  ...{ month, state: 'closed', organisation, number: statementNumber(year, number), totalCents, lines },
});

/** Letters, digits and hyphens only: safe in a header and on every disk. */
const nameOf = ({ month, number, organisation }: Statement, ending: 'pdf' | 'csv') =>
  `${[number ?? month, organisation.slug]
    .join('-')
    .replace(/[^a-z0-9-]+/gi, '-')
    .slice(0, 100)}.${ending}`;
