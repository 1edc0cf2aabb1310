/** Who asks: nobody signed in (`personId` null), or a person with memberships and roles in houses. */
export type Actor = {
  personId: string | null;
  displayName: string;
  memberships: readonly { organisationId: string; role: 'member' | 'admin' }[];
  houseRoles: readonly { spaceId: string; role: 'coordinator' | 'steering' | 'researcher' }[];
};

export type SignedIn = Actor & { personId: string };

export const NOBODY: Actor = { personId: null, displayName: '', memberships: [], houseRoles: [] };

/** True when the person coordinates this space; a coordinator of another space is a stranger here. */
export const isCoordinator = (actor: Actor, spaceId: string): boolean =>
  actor.houseRoles.some((house) => house.spaceId === spaceId && house.role === 'coordinator');

export const hasHouseRole = (actor: Actor, spaceId: string): boolean => actor.houseRoles.some((house) => house.spaceId === spaceId);

export const isMemberOf = (actor: Actor, organisationId: string): boolean =>
  actor.memberships.some((membership) => membership.organisationId === organisationId);

export const isAdminOf = (actor: Actor, organisationId: string): boolean =>
  actor.memberships.some((membership) => membership.organisationId === organisationId && membership.role === 'admin');

export const organisationIdsOf = (actor: Actor): string[] => actor.memberships.map((membership) => membership.organisationId);
