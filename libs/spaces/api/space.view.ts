import { type Actor, isCoordinator } from '@bota/shared/domain';
import type { Space } from '@bota/spaces/domain';
import type { SpaceEntity } from './space.entity';

export const spaceView = (space: SpaceEntity, actor: Actor): Space => ({
  id: space.id,
  slug: space.slug,
  name: space.name,
  address: space.address,
  zone: space.zone,
  languages: space.languages,
  horizonDays: space.horizonDays,
  may: { book: isCoordinator(actor, space.id) || actor.memberships.length > 0, configure: isCoordinator(actor, space.id) },
});
