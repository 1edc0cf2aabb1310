import { createHash } from 'node:crypto';
import type { ReasonCode, SignedIn } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';

/**
 * Who asks what of which house: goes through every change of a booking. `setAside`: rules that do not count for what the house itself
 * does: a season is booked as far ahead as it lasts. `offeredUntil`: it is no booking yet, but kept until then for who waited for it.
 * `isForOutsiders`: the organisation receives people from outside. `isToldApart`: who booked, and the neighbour it was
 * booked for, hear of it with what else happens to them.
 * `note`: what the house says with a change. `costsNoMore`: what was said of the price holds. `confirms`: somebody books for themselves, and gets a letter of it.
 */
export type Asking = {
  person: SignedIn;
  space: SpaceEntity;
  requestId: string;
  setAside?: readonly ReasonCode[];
  offeredUntil?: Date;
  isForOutsiders?: boolean;
  isToldApart?: boolean;
  note?: string;
  costsNoMore?: boolean;
  confirms?: boolean;
};

export const requestHash = (request: unknown): Buffer => createHash('sha256').update(JSON.stringify(request)).digest();
