import { type Actor, hasHouseRole, isAdminOf, isCoordinator, isMemberOf } from '@bota/shared/domain';
import type { Visibility } from './booking.contract';

type Owned = { spaceId: string; organisationId: string; bookedBy: string };

/** Members book in the name of their own resident organisation; coordinators in the name of any resident. */
export const mayBookFor = (actor: Actor, spaceId: string, organisationId: string): boolean =>
  isCoordinator(actor, spaceId) || isMemberOf(actor, organisationId);

/** The past belongs to the record; only a coordinator may add to it (imports, what really happened). */
export const mayBookPast = (actor: Actor, spaceId: string): boolean => isCoordinator(actor, spaceId);

/** Who booked, an admin of the organisation, or a coordinator. */
export const mayEdit = (actor: Actor, booking: Owned): boolean =>
  actor.personId !== null &&
  (isCoordinator(actor, booking.spaceId) || isAdminOf(actor, booking.organisationId) || isOwnBooking(actor, booking));

const isOwnBooking = (actor: Actor, booking: Owned) => booking.bookedBy === actor.personId && isMemberOf(actor, booking.organisationId);

/** The name of who booked is for those who live or work in the house, and for the organisation itself. */
export const maySeeBooker = (actor: Actor & { isResident: boolean }, booking: { spaceId: string; organisationId: string }): boolean =>
  actor.isResident || hasHouseRole(actor, booking.spaceId) || isMemberOf(actor, booking.organisationId);

/**
 * Who sees title and organisation: everybody when public; residents and the house team when for residents;
 * the organisation and coordinators when private. Everybody else sees "occupied".
 */
export function maySee(
  actor: Actor & { isResident: boolean },
  booking: { spaceId: string; organisationId: string; visibility: Visibility },
): boolean {
  if (booking.visibility === 'public') return true;
  if (isCoordinator(actor, booking.spaceId) || isMemberOf(actor, booking.organisationId)) return true;
  return booking.visibility === 'residents' && (actor.isResident || hasHouseRole(actor, booking.spaceId));
}
