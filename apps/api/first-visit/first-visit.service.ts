import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PersonEntity, SessionsService, hashPassword } from '@bota/people/api';
import type { Demo, Setup } from '@bota/people/domain';
import { foundHouse } from '@bota/residents/api';
import { CONFIG, Clock, type Config, newId, record, refuse } from '@bota/shared/api';
import { slugOf } from '@bota/shared/domain';
import { SpaceEntity } from '@bota/spaces/api';
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
    if (!this.config.BOTA_DEMO || !(await this.hasDemo())) return { enabled: false, needsSetup, accounts: [] };
    return { enabled: true, needsSetup, password: DEMO_PASSWORD, accounts: demoAccounts() };
  }

  /** A house of one's own stays without demonstration, whatever the switch says. */
  private hasDemo(): Promise<boolean> {
    return this.db.manager.existsBy(PersonEntity, { email: demoAccounts()[0]?.email ?? '' });
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
      const by = { personId, requestId: from.requestId, now };
      const space = await foundHouse(tx, by, { ...setup.space, slug: slugOf(setup.space.name, 'house').padEnd(2, '0') });
      await record(tx, { kind: 'person.created', entityId: personId, spaceId: space.id, personId, requestId: from.requestId });
      return { space, personId, token: await this.sessions.open(tx, personId, from.userAgent) };
    });
  }
}
