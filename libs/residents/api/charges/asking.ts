import { refuse } from '@bota/shared/api';
import { type SignedIn, can } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';

/** Who asks, in which house. */
export type Asking = { person: SignedIn; space: SpaceEntity; requestId: string };

/** Charges, fees and closing are the coordinators'. */
export function onlyCoordinators({ person, space }: Pick<Asking, 'person' | 'space'>): void {
  if (!can(person, 'charges:manage', { spaceId: space.id })) refuse('not-allowed');
}

/** Statements are for the organisation's admins and the coordinators; that there are any, its members know, and nobody else. */
export function onlyItsReaders({ person, space }: Pick<Asking, 'person' | 'space'>, organisationId: string): void {
  const subject = { spaceId: space.id, organisationId };
  if (can(person, 'statement:read', subject)) return;
  refuse(can(person, 'residency:read', subject) ? 'not-allowed' : 'not-found');
}
