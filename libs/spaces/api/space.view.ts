import { type Actor, can } from '@bota/shared/domain';
import type { Space } from '@bota/spaces/domain';
import type { SpaceEntity } from './space.entity';

export const spaceView = (space: SpaceEntity, actor: Actor): Space => {
  const mayConfigure = can(actor, 'house:configure', { spaceId: space.id });
  return {
    id: space.id,
    slug: space.slug,
    name: space.name,
    address: space.address,
    zone: space.zone,
    languages: space.languages,
    horizonDays: space.horizonDays,
    may: { book: mayConfigure || actor.memberships.length > 0, configure: mayConfigure },
  };
};
