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
    colour: space.colour,
    // The address changes with the file, so that it may be kept by the browser.
    logo: space.logoId && `/api/spaces/${space.id}/logo?v=${space.logoId}`,
    hours: space.hours,
    neighboursMayAsk: space.neighboursMayAsk,
    version: space.version,
    horizonDays: space.horizonDays,
    may: { book: mayConfigure || actor.memberships.length > 0, configure: mayConfigure },
  };
};
