import { type Actor, isAdminOf, isCoordinator, isMemberOf } from '@bota/shared/domain';

/** An organisation with the spaces it is resident of. */
export type Placed = { id: string; spaceIds: readonly string[] };

const coordinatesIt = (actor: Actor, { spaceIds }: Placed) => spaceIds.some((spaceId) => isCoordinator(actor, spaceId));

/** Its admins, and the coordinators of a house it lives in, invite, promote, remove and answer requests. */
export const mayManageMembers = (actor: Actor, organisation: Placed): boolean =>
  isAdminOf(actor, organisation.id) || coordinatesIt(actor, organisation);

/** Its members see each other, and who manages it sees them. */
export const maySeeMembers = (actor: Actor, organisation: Placed): boolean =>
  isMemberOf(actor, organisation.id) || mayManageMembers(actor, organisation);

/** Coordinators give and take the roles in their house. */
export const mayManageTeam = (actor: Actor, spaceId: string): boolean => isCoordinator(actor, spaceId);
