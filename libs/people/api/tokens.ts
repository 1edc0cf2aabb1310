import { createHash, randomBytes } from 'node:crypto';

/** A secret of 32 random bytes for a cookie or a letter; we keep its digest only. */
export const freshToken = (): string => randomBytes(32).toString('base64url');

export const digest = (token: string): Buffer => createHash('sha256').update(token).digest();
