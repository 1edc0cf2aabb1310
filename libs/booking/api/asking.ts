import { createHash } from 'node:crypto';
import type { ReasonCode, SignedIn } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';

/**
 * Who asks what of which house: goes through every change of a booking. `setAside`: rules that do not count for what the house itself
 * does: a season is booked as far ahead as it lasts.
 */
export type Asking = { person: SignedIn; space: SpaceEntity; requestId: string; setAside?: readonly ReasonCode[] };

export const requestHash = (request: unknown): Buffer => createHash('sha256').update(JSON.stringify(request)).digest();
