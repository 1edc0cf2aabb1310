import { createHash } from 'node:crypto';
import type { SignedIn } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';

/** Who asks what of which house: goes through every change of a booking. */
export type Asking = { person: SignedIn; space: SpaceEntity; requestId: string };

export const requestHash = (request: unknown): Buffer => createHash('sha256').update(JSON.stringify(request)).digest();
