import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MembershipEntity, OrganisationEntity, PersonEntity, SessionsService, hashPassword } from '@bota/people/api';
import type { Demo, Setup } from '@bota/people/domain';
import { openResidency } from '@bota/residents/api';
import { CONFIG, Clock, type Config, newId, record, refuse } from '@bota/shared/api';
import { dateOf } from '@bota/shared/domain';
import { SpaceEntity, createSpace } from '@bota/spaces/api';
import { DEMO_PASSWORD, demoAccounts } from '../demo/accounts';

export const SETUP_LOCK = 75_001;

@Injectable()
export class FirstVisitService {
  constructor(
    private readonly db: DataSource,
    private readonly sessions: SessionsService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What a first visitor may do: try a demo account, or create the house. */
  async welcome(): Promise<Demo> {
    const needsSetup = !(await this.db.manager.exists(SpaceEntity));
    if (!this.config.BOTA_DEMO) return { enabled: false, needsSetup, accounts: [] };
    return { enabled: true, needsSetup, password: DEMO_PASSWORD, accounts: demoAccounts() };
  }

  /** Creates the house, its coordination and its first coordinator; only once. */
  async setUp(
    setup: Setup,
    from: { userAgent: string; requestId: string },
  ): Promise<{ space: SpaceEntity; personId: string; token: string }> {
    const passwordHash = await hashPassword(setup.coordinator.password);
    return this.db.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [SETUP_LOCK]);
      if (await tx.exists(SpaceEntity)) refuse('setup/done');
      const personId = newId();
      const { email, displayName, language } = setup.coordinator;
      const now = this.clock.now();
      await tx.insert(PersonEntity, { id: personId, email, displayName, language, passwordHash, createdAt: now });
      const space = await createSpace(tx, personId, { ...setup.space, slug: slugOf(setup.space.name) }, from.requestId);
      await this.createCoordination(tx, space, personId, now);
      await record(tx, { kind: 'person.created', entityId: personId, spaceId: space.id, personId, requestId: from.requestId });
      return { space, personId, token: await this.sessions.open(tx, personId, from.userAgent) };
    });
  }

  // The house itself books too: its coordination is an organisation like the others.
  private async createCoordination(tx: EntityManager, space: SpaceEntity, personId: string, now: Date): Promise<void> {
    const organisationId = newId();
    const initials = space.name.slice(0, 2).toUpperCase();
    const slug = `${space.slug}-coordination`;
    await tx.insert(OrganisationEntity, { id: organisationId, slug, name: space.name, initials, hue: 12, pattern: 1, createdAt: now });
    await tx.insert(MembershipEntity, { organisationId, personId, role: 'admin', createdAt: now });
    const from = dateOf(now, space.zone);
    await openResidency(tx, { spaceId: space.id, organisationId, from, to: null, by: personId });
  }
}

const slugOf = (name: string): string => {
  const words =
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 60).padEnd(2, '0') || 'house';
};
