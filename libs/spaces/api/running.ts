import { refuse } from '@bota/shared/api';
import { type SignedIn, can } from '@bota/shared/domain';

/** The house is run by its coordinators. */
export function refuseUnlessRunning(person: SignedIn, spaceId: string): void {
  if (!can(person, 'house:configure', { spaceId })) refuse('not-allowed');
}
