import { type Actor, can } from '@bota/shared/domain';
import type { Visibility } from './booking.contract';

/** Who sees title and organisation; everybody else sees "occupied". */
export const maySee = (
  actor: Actor & { isResident: boolean },
  booking: { spaceId: string; organisationId: string; visibility: Visibility },
): boolean => can(actor, `booking:see-${booking.visibility}`, { ...booking, isResident: actor.isResident });
