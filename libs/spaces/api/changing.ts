import type { FastifyReply } from 'fastify';
import { type KeptFile, type RefusalCode, sendFile } from '@bota/shared/api';
import type { SignedIn } from '@bota/shared/domain';
import type { SpaceEntity } from './space.entity';

/** Who changes which house, in which request. */
export type Changing = { person: SignedIn; space: SpaceEntity; requestId: string };

/** What every change of the house may answer. */
export const OF_A_CHANGE: RefusalCode[] = ['not-signed-in', 'not-allowed', 'not-found'];

export const PICTURES = ['image/svg+xml', 'image/png', 'image/jpeg', 'image/webp'] as const;

/** A picture whose address changes with it: browsers may keep it. */
export function sendPicture(reply: FastifyReply, file: KeptFile): Buffer {
  void reply.header('cache-control', 'public, max-age=31536000, immutable');
  return sendFile(reply, file, 'inline');
}
