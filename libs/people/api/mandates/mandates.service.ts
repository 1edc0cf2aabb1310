import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Mandate, type MandateDraft, type MandateList, mandateState } from '@bota/people/domain';
import { Clock, type KeptFile, PersonalData, fileById, keepFile, newId, record, refuse } from '@bota/shared/api';
import { type Action, type SignedIn, can, dateOf } from '@bota/shared/domain';
import { OrganisationEntity } from '../organisation.entity';
import { Placement } from '../placement';
import { INSERT, MANDATES, type MandateRow, OWN, mandateView } from './mandates.queries';

type Asking = { person: SignedIn; requestId: string };
type Subject = { organisationId: string; id: string };

@Injectable()
export class MandatesService implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly placement: Placement,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.declare({ name: 'mandates', read: (tx, id) => tx.query(OWN, [id]), erase: endAll });
  }

  /** All mandates of the organisation, also those that are over: latest first. */
  async list(person: SignedIn, organisationId: string): Promise<MandateList> {
    const placed = await this.placed(person, 'mandate:read', organisationId);
    const rows = await this.db.query<MandateRow[]>(MANDATES, [organisationId, null]);
    return { items: rows.map(mandateView), today: placed.today, may: { manage: can(person, 'mandate:manage', placed) } };
  }

  /** Writes down who may bind the organisation; holder and named persons belong to it. */
  async record({ person, requestId }: Asking, organisationId: string, draft: MandateDraft): Promise<Mandate> {
    await this.placed(person, 'mandate:manage', organisationId);
    const { personId, basis, basisText, scope, ceiling, joint, from, to } = draft;
    const [id, now] = [newId(), this.clock.now()];
    const [others, named] = [joint.kind === 'with-others' ? joint.others : null, joint.kind === 'with-one-of' ? joint.personIds : []];
    return this.db.transaction(async (tx) => {
      await refuseStrangers(tx, organisationId, { personId, named });
      const money = [ceiling?.cents ?? null, ceiling?.currency ?? null];
      const values = [personId, basis, basisText, scope, ...money, joint.kind, others, named, from, to, person.personId, now];
      await tx.query(INSERT, [organisationId, id, ...values]);
      const change = { entityId: id, personId: person.personId, organisationId, requestId, after: { basis, from, to } };
      await record(tx, { kind: 'mandate.recorded', ...change });
      return this.one(tx, { organisationId, id });
    });
  }

  /** Ends a mandate with a day to come, or today: what it bound until then stays bound. */
  async end({ person, requestId }: Asking, { organisationId, id }: Subject, lastDay: string): Promise<Mandate> {
    const { today } = await this.placed(person, 'mandate:manage', organisationId);
    if (lastDay < today) refuse('mandate/ends-in-the-past', { errors: [{ path: 'lastDay', message: `not before ${today}` }] });
    return this.db.transaction(async (tx) => {
      const mandate = await this.locked(tx, { organisationId, id });
      if (mandate.endedOn !== null || mandateState(mandate, today) === 'ended') refuse('mandate/ended');
      const end = 'UPDATE mandate SET ended_on = $3, ended_by = $4, ended_at = $5 WHERE organisation_id = $1 AND id = $2';
      await tx.query(end, [organisationId, id, lastDay, person.personId, this.clock.now()]);
      const change = { entityId: id, personId: person.personId, organisationId, requestId, after: { to: lastDay } };
      await record(tx, { kind: 'mandate.ended', ...change });
      return this.one(tx, { organisationId, id });
    });
  }

  /** Keeps the evidence of a mandate, once: what somebody relied on is not replaced. */
  async attach({ person, requestId }: Asking, { organisationId, id }: Subject, evidence: { file: File; name: string }): Promise<Mandate> {
    await this.placed(person, 'mandate:manage', organisationId);
    return this.db.transaction(async (tx) => {
      const { evidence: kept } = await this.locked(tx, { organisationId, id });
      if (kept) refuse('mandate/has-evidence');
      const fileId = await keepFile(tx, { ...evidence, by: person.personId, now: this.clock.now() });
      await tx.query('UPDATE mandate SET evidence_id = $3 WHERE organisation_id = $1 AND id = $2', [organisationId, id, fileId]);
      await record(tx, { kind: 'mandate.evidenced', entityId: id, personId: person.personId, organisationId, requestId });
      return this.one(tx, { organisationId, id });
    });
  }

  async evidence(person: SignedIn, { organisationId, id }: Subject): Promise<KeptFile> {
    await this.placed(person, 'mandate:read', organisationId);
    const find = 'SELECT evidence_id AS "fileId" FROM mandate WHERE organisation_id = $1 AND id = $2';
    const [found] = await this.db.query<{ fileId: string | null }[]>(find, [organisationId, id]);
    return fileById(this.db.manager, found?.fileId ?? refuse('not-found'));
  }

  private async placed(person: SignedIn, action: Action, organisationId: string) {
    if (!(await this.db.manager.existsBy(OrganisationEntity, { id: organisationId }))) return refuse('not-found');
    const placed = await this.placement.of(organisationId);
    if (!can(person, action, placed)) refuse('not-allowed');
    return { ...placed, today: dateOf(this.clock.now(), placed.home?.zone ?? 'UTC') };
  }

  private async locked(tx: EntityManager, { organisationId, id }: Subject): Promise<Mandate> {
    await tx.query('SELECT FROM mandate WHERE organisation_id = $1 AND id = $2 FOR UPDATE', [organisationId, id]);
    return this.one(tx, { organisationId, id });
  }

  private async one(tx: EntityManager, { organisationId, id }: Subject): Promise<Mandate> {
    const [row] = await tx.query<MandateRow[]>(MANDATES, [organisationId, id]);
    return row ? mandateView(row) : refuse('not-found');
  }
}

async function refuseStrangers(tx: EntityManager, organisationId: string, { personId, named }: { personId: string; named: string[] }) {
  const members = 'SELECT person_id AS id FROM membership WHERE organisation_id = $1 AND person_id = ANY($2) FOR SHARE';
  const known = new Set((await tx.query<{ id: string }[]>(members, [organisationId, [personId, ...named]])).map(({ id }) => id));
  const path = known.has(personId) ? (named.every((id) => known.has(id)) ? null : 'joint.personIds') : 'personId';
  if (path) refuse('mandate/not-a-member', { errors: [{ path, message: 'not a member' }] });
}

/** Who is erased binds nobody any more, from that very day on. */
async function endAll(tx: EntityManager, personId: string, now: Date): Promise<void> {
  const day = dateOf(now, 'UTC');
  const end = `UPDATE mandate SET ended_on = $2, ended_by = $1, ended_at = $3 WHERE person_id = $1 AND ended_on IS NULL AND (ends_on IS NULL OR ends_on >= $2)`;
  await tx.query(end, [personId, day, now]);
}
