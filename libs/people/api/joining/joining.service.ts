import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type JoinRequest } from '@bota/people/domain';
import { Clock, Postman, breaks, newId, record, refuse } from '@bota/shared/api';
import { type SignedIn, can, isMemberOf } from '@bota/shared/domain';
import { MailLimits } from '../mail.limits';
import { JoiningNotices } from './joining.notices';
import { joinOrganisation } from './memberships';
import { OrganisationEntity } from '../organisation.entity';
import { Placement } from '../placement';

type Row = Omit<JoinRequest, 'createdAt'> & { createdAt: Date };

@Injectable()
export class JoiningService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly placement: Placement,
    private readonly limits: MailLimits,
    private readonly postman: Postman,
    private readonly notices: JoiningNotices,
  ) {}

  /** Asks to join; who decides hears of it. Asking twice is asking once. */
  async ask(person: SignedIn, organisationId: string, message: string, requestId: string): Promise<void> {
    const organisation = await this.organisation(organisationId);
    if (organisation.archivedAt) refuse('organisation/archived');
    if (isMemberOf(person, organisationId)) refuse('membership/already');
    await this.limits.countLetter(person.personId, person.personId);
    const now = this.clock.now();
    const id = newId();
    const placed = await this.placement.of(organisationId);
    try {
      await this.db.transaction(async (tx) => {
        const insert = 'INSERT INTO join_request (id, organisation_id, person_id, message, created_at) VALUES ($1, $2, $3, $4, $5)';
        await tx.query(insert, [id, organisationId, person.personId, message, now]);
        await this.notices.asked(tx, organisation, placed, { id, person, message });
        await record(tx, { kind: 'join.asked', entityId: id, personId: person.personId, organisationId, requestId });
      });
    } catch (error) {
      if (breaks(error, 'join_request_open_once')) refuse('join/already-asked');
      throw error;
    }
    void this.postman.nudge();
  }

  async list(person: SignedIn, organisationId: string): Promise<{ items: JoinRequest[] }> {
    await this.organisation(organisationId);
    if (!can(person, 'members:manage', await this.placement.of(organisationId))) refuse('not-allowed');
    const rows = await this.db.query<Row[]>(`${SELECT} WHERE j.organisation_id = $1 AND j.state = 'open' ORDER BY j.created_at`, [
      organisationId,
    ]);
    return { items: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) };
  }

  /** Answers a request, once; who asked hears of it. */
  async decide(person: SignedIn, organisationId: string, id: string, approve: boolean, requestId: string): Promise<void> {
    const organisation = await this.organisation(organisationId);
    const placed = await this.placement.of(organisationId);
    if (!can(person, 'members:manage', placed)) refuse('not-allowed');
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const asked = await this.openRequest(tx, organisationId, id);
      const state = approve ? 'approved' : 'declined';
      await tx.query('UPDATE join_request SET state = $2, decided_at = $3, decided_by = $4 WHERE id = $1', [
        id,
        state,
        now,
        person.personId,
      ]);
      await record(tx, { kind: `join.${state}`, entityId: id, personId: person.personId, organisationId, requestId });
      const joining = { organisationId, personId: asked.personId, role: 'member' as const };
      if (approve) await joinOrganisation(tx, joining, { by: person.personId, now, requestId });
      await this.notices.answered(tx, organisation, placed, { id, personId: asked.personId, state });
    });
    void this.postman.nudge();
  }

  private async openRequest(tx: EntityManager, organisationId: string, id: string): Promise<Row> {
    const [asked] = await tx.query<Row[]>(`${SELECT} WHERE j.organisation_id = $1 AND j.id = $2 FOR UPDATE OF j`, [organisationId, id]);
    if (!asked) return refuse('not-found');
    if (asked.state !== 'open') refuse('join/decided');
    return asked;
  }

  private async organisation(id: string): Promise<OrganisationEntity> {
    return (await this.db.manager.findOneBy(OrganisationEntity, { id })) ?? refuse('not-found');
  }
}

const SELECT = `
  SELECT j.id, j.person_id AS "personId", p.display_name AS "displayName", p.email, j.message, j.created_at AS "createdAt", j.state
  FROM join_request j JOIN person p ON p.id = j.person_id`;
