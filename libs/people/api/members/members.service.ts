import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Member, type MemberEdit, type MemberList, type MemberRole } from '@bota/people/domain';
import { record, refuse } from '@bota/shared/api';
import { type SignedIn, can } from '@bota/shared/domain';
import { OrganisationEntity } from '../organisation.entity';
import { Placement } from '../placement';

type Row = { personId: string; displayName: string; email: string; role: MemberRole; since: Date; contact: Member['contact'] };

@Injectable()
export class MembersService {
  constructor(
    private readonly db: DataSource,
    private readonly placement: Placement,
  ) {}

  /** Who belongs to the organisation, with what the reader may do. */
  async list(person: SignedIn, organisationId: string): Promise<MemberList> {
    const placed = await this.placed(organisationId);
    if (!can(person, 'members:read', placed)) refuse('not-allowed');
    const rows = await this.db.query<Row[]>(MEMBERS, [organisationId]);
    const items = rows.map((row): Member => ({ ...row, since: row.since.toISOString(), isMe: row.personId === person.personId }));
    return { items, may: { manage: can(person, 'members:manage', placed) } };
  }

  /** Gives a member another role; an organisation keeps an admin. */
  async edit(person: SignedIn, organisationId: string, memberId: string, { role }: MemberEdit, requestId: string): Promise<void> {
    if (!can(person, 'members:manage', await this.placed(organisationId))) refuse('not-allowed');
    await this.db.transaction(async (tx) => {
      const before = await this.locked(tx, organisationId, memberId);
      if (before.role === role) return;
      if (role === 'member') await keepAnAdmin(tx, organisationId, memberId);
      await tx.query('UPDATE membership SET role = $3 WHERE organisation_id = $1 AND person_id = $2', [organisationId, memberId, role]);
      const change = { before: { role: before.role }, after: { role } };
      await record(tx, { kind: 'membership.edited', entityId: memberId, personId: person.personId, organisationId, requestId, ...change });
    });
  }

  /** Ends a membership: one's own, or by who manages the members. Bookings made in the organisation's name stay. */
  async end(person: SignedIn, organisationId: string, memberId: string, requestId: string): Promise<void> {
    const placed = await this.placed(organisationId);
    if (!can(person, 'membership:leave', { ...placed, personId: memberId })) refuse('not-allowed');
    await this.db.transaction(async (tx) => {
      const before = await this.locked(tx, organisationId, memberId);
      if (before.role === 'admin') await keepAnAdmin(tx, organisationId, memberId);
      await tx.query('DELETE FROM membership WHERE organisation_id = $1 AND person_id = $2', [organisationId, memberId]);
      const change = { before: { role: before.role } };
      await record(tx, { kind: 'membership.ended', entityId: memberId, personId: person.personId, organisationId, requestId, ...change });
    });
  }

  private async placed(organisationId: string) {
    if (!(await this.db.manager.existsBy(OrganisationEntity, { id: organisationId }))) return refuse('not-found');
    return this.placement.of(organisationId);
  }

  private async locked(tx: EntityManager, organisationId: string, memberId: string): Promise<{ role: MemberRole }> {
    const lock = 'SELECT person_id, role FROM membership WHERE organisation_id = $1 ORDER BY person_id FOR UPDATE';
    const rows = await tx.query<{ person_id: string; role: MemberRole }[]>(lock, [organisationId]);
    return rows.find(({ person_id }) => person_id === memberId) ?? refuse('not-found');
  }
}

/** Refuses to take the last admin away. The memberships of the organisation are locked before. */
export async function keepAnAdmin(tx: EntityManager, organisationId: string, besides: string): Promise<void> {
  const others = `SELECT FROM membership WHERE organisation_id = $1 AND role = 'admin' AND person_id <> $2`;
  if ((await tx.query<unknown[]>(others, [organisationId, besides])).length === 0) refuse('membership/last-admin');
}

const MEMBERS = `
  SELECT p.id AS "personId", p.display_name AS "displayName", p.email, m.role, m.created_at AS since,
    json_build_object('audience', m.contact_for, 'role', m.contact_role, 'phone', m.phone) AS contact
  FROM membership m JOIN person p ON p.id = m.person_id
  WHERE m.organisation_id = $1 ORDER BY m.role, p.display_name COLLATE "fr-x-icu"`;
