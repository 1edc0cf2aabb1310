import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MembershipEntity, OrganisationEntity } from '@bota/people/api';
import { Clock, newId, refuse } from '@bota/shared/api';
import { type SignedIn, can, dateOf } from '@bota/shared/domain';
import { type SpaceEntity, createSpace } from '@bota/spaces/api';
import type { SpaceDraft } from '@bota/spaces/domain';
import { openResidency } from './residencies/opening';

@Injectable()
export class HousesService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Creates a space with its coordination: for people who coordinate one already. */
  async create(person: SignedIn, draft: SpaceDraft, requestId: string): Promise<SpaceEntity> {
    if (!can(person, 'space:create')) refuse('not-allowed');
    return this.db.transaction((tx) => foundHouse(tx, { personId: person.personId, requestId, now: this.clock.now() }, draft));
  }
}

/** A space, who coordinates it, and the organisation in whose name the house itself books: resident from the first day. */
export async function foundHouse(
  tx: EntityManager,
  by: { personId: string; requestId: string; now: Date },
  draft: SpaceDraft,
): Promise<SpaceEntity> {
  const { personId, requestId, now: createdAt } = by;
  const space = await createSpace(tx, personId, draft, requestId);
  const organisationId = newId();
  const initials = space.name.slice(0, 2).toUpperCase();
  const slug = `${space.slug}-coordination`;
  await tx.insert(OrganisationEntity, { id: organisationId, slug, name: space.name, initials, hue: 12, pattern: 1, createdAt });
  await tx.insert(MembershipEntity, { organisationId, personId, role: 'admin', createdAt });
  await openResidency(tx, { spaceId: space.id, organisationId, from: dateOf(createdAt, space.zone), to: null, by: personId });
  return space;
}
