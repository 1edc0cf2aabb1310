import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type HouseRoleName, type Team, type TeamMember } from '@bota/people/domain';
import { Clock, PersonalData, record, refuse } from '@bota/shared/api';
import { type SignedIn, can } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';

type Row = Omit<TeamMember, 'isMe'>;

/** Who has a role in the house. */
@Injectable()
export class TeamService implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.declare({ name: 'houseRoles', read: readRoles, erase: eraseRoles });
  }

  async list(person: SignedIn, space: SpaceEntity): Promise<Team> {
    if (!can(person, 'team:read', { spaceId: space.id })) refuse('not-allowed');
    const rows = await this.db.query<Row[]>(TEAM, [space.id]);
    return { items: rows.map((row) => ({ ...row, isMe: row.personId === person.personId })) };
  }

  /** Gives a person of the house exactly these roles; a house keeps a coordinator. */
  async edit(person: SignedIn, space: SpaceEntity, memberId: string, roles: readonly HouseRoleName[], requestId: string): Promise<void> {
    if (!can(person, 'team:manage', { spaceId: space.id })) refuse('not-allowed');
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      if ((await tx.query<unknown[]>(OF_THE_HOUSE, [space.id, memberId])).length === 0) refuse('not-found');
      const before = await rolesOf(tx, space.id, memberId);
      if (before.includes('coordinator') && !roles.includes('coordinator')) await keepACoordinator(tx, space.id, memberId);
      await tx.query('DELETE FROM house_role WHERE space_id = $1 AND person_id = $2 AND role <> ALL($3::text[])', [
        space.id,
        memberId,
        roles,
      ]);
      const add = `INSERT INTO house_role (space_id, person_id, role, created_at) SELECT $1, $2, unnest($3::text[]), $4 ON CONFLICT DO NOTHING`;
      await tx.query(add, [space.id, memberId, roles, now]);
      const change = { before: { roles: before }, after: { roles } };
      await record(tx, { kind: 'team.edited', entityId: memberId, spaceId: space.id, personId: person.personId, requestId, ...change });
    });
  }
}

/** Locks the roles of the house, so that two coordinators cannot take each other away at once. */
async function rolesOf(tx: EntityManager, spaceId: string, personId: string): Promise<HouseRoleName[]> {
  const lock = 'SELECT person_id, role FROM house_role WHERE space_id = $1 ORDER BY person_id, role FOR UPDATE';
  const rows = await tx.query<{ person_id: string; role: HouseRoleName }[]>(lock, [spaceId]);
  return rows.filter(({ person_id }) => person_id === personId).map(({ role }) => role);
}

async function keepACoordinator(tx: EntityManager, spaceId: string, besides: string): Promise<void> {
  const others = `SELECT FROM house_role WHERE space_id = $1 AND role = 'coordinator' AND person_id <> $2`;
  if ((await tx.query<unknown[]>(others, [spaceId, besides])).length === 0) refuse('team/last-coordinator');
}

const readRoles = (tx: EntityManager, personId: string): Promise<unknown> =>
  tx.query(
    `SELECT s.name AS space, h.role, h.created_at AS since FROM house_role h JOIN space s ON s.id = h.space_id WHERE h.person_id = $1`,
    [personId],
  );

async function eraseRoles(tx: EntityManager, personId: string): Promise<void> {
  const mine = await tx.query<{ id: string }[]>(
    `SELECT space_id AS id FROM house_role WHERE person_id = $1 AND role = 'coordinator' ORDER BY 1`,
    [personId],
  );
  for (const { id } of mine) {
    await rolesOf(tx, id, personId);
    await keepACoordinator(tx, id, personId);
  }
  await tx.query('DELETE FROM house_role WHERE person_id = $1', [personId]);
}

const TEAM = `
  SELECT p.id AS "personId", p.display_name AS "displayName", p.email, array_agg(h.role ORDER BY h.role) AS roles
  FROM house_role h JOIN person p ON p.id = h.person_id
  WHERE h.space_id = $1 GROUP BY p.id ORDER BY p.display_name COLLATE "fr-x-icu"`;

// Of the house: member of an organisation that is, was or will be resident, or has a role already.
const OF_THE_HOUSE = `
  SELECT FROM membership m JOIN residency r ON r.organisation_id = m.organisation_id WHERE r.space_id = $1 AND m.person_id = $2
  UNION ALL SELECT FROM house_role WHERE space_id = $1 AND person_id = $2`;
