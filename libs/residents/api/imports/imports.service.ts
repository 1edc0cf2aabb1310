import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AlreadyInvited, BulkInvitations } from '@bota/people/api';
import {
  type HeldInvitationList,
  type HeldLetters,
  type ImportConfirmation,
  type ImportQuery,
  type ImportReport,
  type ImportResult,
  type SheetRow,
  countsOf,
  headingsAt,
  missingFields,
  recogniseColumns,
} from '@bota/residents/domain';
import { Clock, Postman, breaks, record, refuse } from '@bota/shared/api';
import { type SignedIn, can } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { lockBooks } from '../charges/bookkeeper';
import type { Importer, Queryable } from './importer';
import { PeopleImport } from './people.import';
import { ResidentsImport } from './residents.import';
import { readSheet } from './sheet';

/** One import of a house at a time: the second is judged by what the first wrote. */
const ONE_AT_A_TIME = 75_008;
const SAMPLE_LETTERS = 60;
/** What somebody else may write between our look and our writing. */
const OVERTAKEN = ['residency_once', 'organisation_enterprise_number_unique', 'invitation_open_once'];

type Asking = { person: SignedIn; space: SpaceEntity };
type Sheet = { rows: SheetRow[]; query: ImportQuery };

@Injectable()
export class ImportsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly postman: Postman,
    private readonly residents: ResidentsImport,
    private readonly people: PeopleImport,
    private readonly invitations: BulkInvitations,
  ) {}

  /** What an import would do; nothing is written. */
  async preview({ person, space }: Asking, file: File, query: ImportQuery): Promise<ImportReport> {
    if (!can(person, 'house:import', { spaceId: space.id })) refuse('not-allowed');
    const sheet = { rows: await readSheet(file, query.kind), query };
    return (await this.evaluate(this.db, space, sheet)).report;
  }

  /** Writes exactly what was agreed to, all of it or nothing; when the house changed since, it says what it would do now instead. */
  async confirm(
    asking: Asking & { requestId: string },
    file: File,
    { digest, invite, ...query }: ImportConfirmation,
  ): Promise<ImportResult> {
    const { person, space, requestId } = asking;
    if (!can(person, 'house:import', { spaceId: space.id })) refuse('not-allowed');
    const sheet = { rows: await readSheet(file, query.kind), query };
    try {
      return await this.db.transaction(async (tx) => {
        await tx.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [ONE_AT_A_TIME, space.id]);
        // What is judged stays so until it is written: no month is closed, and no residency begins meanwhile.
        await lockBooks(tx, space.id);
        const { report, plans, importer } = await this.evaluate(tx, space, sheet);
        if (report.digest !== digest) refuse('import/changed', { current: report });
        if (plans.length === 0) refuse('import/nothing');
        const letters = await importer.write(tx, plans, { person, space, requestId, now: this.clock.now(), invite });
        const after = { sheet: `sheet-${query.kind}`, ...report.counts, ...letters };
        await record(tx, { kind: 'house.imported', entityId: space.id, spaceId: space.id, personId: person.personId, requestId, after });
        return { ...report, ...letters };
      });
    } catch (error) {
      if (error instanceof AlreadyInvited || OVERTAKEN.some((constraint) => breaks(error, constraint))) refuse('import/changed');
      throw error;
    } finally {
      void this.postman.nudge();
    }
  }

  /** Invitations of imported people that nobody has sent yet. */
  async held({ person, space }: Asking): Promise<HeldInvitationList> {
    if (!can(person, 'house:import', { spaceId: space.id })) refuse('not-allowed');
    const rows = await this.db.query<Held[]>(HELD, [await this.organisationIds(space), this.clock.now()]);
    const items = rows.map(({ total: _, createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() }));
    return { items, total: rows[0]?.total ?? 0 };
  }

  /** Writes to everybody who is held. */
  async sendHeld({ person, space, requestId }: Asking & { requestId: string }): Promise<HeldLetters> {
    if (!can(person, 'house:import', { spaceId: space.id })) refuse('not-allowed');
    const by = { ...person, spaceId: space.id, requestId, now: this.clock.now() };
    const ids = await this.organisationIds(space);
    const letters = await this.db.transaction((tx) => this.invitations.sendHeld(tx, ids, by));
    void this.postman.nudge();
    return letters;
  }

  private async organisationIds(space: SpaceEntity): Promise<string[]> {
    return (await this.people.organisationsOf(this.db, space)).map(({ id }) => id);
  }

  private async evaluate(db: Queryable, space: SpaceEntity, { rows, query: { kind, columns } }: Sheet) {
    const at = headingsAt(
      rows.map(({ cells }) => cells),
      kind,
    );
    const body = rows.slice(at + 1);
    const headings = headingsOf(rows[at], body);
    const fields = columns ? headings.map((_, index) => columns[index] ?? null) : recogniseColumns(headings, kind);
    const missing = missingFields(fields, kind);
    const importer: Importer<unknown> = kind === 'residents' ? this.residents : this.people;
    const verdicts = missing.length > 0 ? [] : await importer.judge(db, space, body, fields);
    const reports = verdicts.map(({ report }) => report);
    const shown = headings.map((header, index) => ({ header, sample: sampleOf(body, index), field: fields[index] ?? null }));
    const digest = createHash('sha256')
      .update(JSON.stringify([kind, fields, reports]))
      .digest('hex');
    const report: ImportReport = { kind, columns: shown, missing, counts: countsOf(reports), rows: reports, digest };
    return { report, importer, plans: verdicts.flatMap(({ plan }) => (plan ? [plan] : [])) };
  }
}

/** As many as the widest row has. */
function headingsOf(row: SheetRow | undefined, body: readonly SheetRow[]): string[] {
  const width = body.reduce((most, { cells }) => Math.max(most, cells.length), row?.cells.length ?? 0);
  return Array.from({ length: width }, (_, index) => shortened(row?.cells[index] ?? ''));
}

const sampleOf = (body: readonly SheetRow[], index: number): string =>
  shortened(body.map(({ cells }) => cells[index] ?? '').find((cell) => cell.trim() !== '') ?? '');

const shortened = (text: string): string => text.trim().replace(/\s+/g, ' ').slice(0, SAMPLE_LETTERS);

type Held = {
  id: string;
  email: string;
  displayName: string;
  organisation: string;
  organisationSlug: string;
  createdAt: Date;
  total: number;
};
const HELD = `
  SELECT i.id, i.email::text, i.display_name AS "displayName", o.name AS organisation, o.slug AS "organisationSlug", i.created_at AS "createdAt",
    (count(*) OVER ())::int AS total
  FROM invitation i JOIN organisation o ON o.id = i.organisation_id
  WHERE i.organisation_id = ANY($1) AND i.is_held AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > $2
  ORDER BY o.name, i.email LIMIT 200`;
