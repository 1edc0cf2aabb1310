import { z } from 'zod';
import { refuse } from '@bota/shared/api';
import type { SignedIn } from '@bota/shared/domain';
import type { Queryable } from './facts.queries';

export const IdempotencyKey = z.string().min(1).max(200).optional();
export const RETRY_HEADER = {
  name: 'Idempotency-Key',
  required: false,
  description: 'The same key again gives the same answer and is done once',
};

/** What a person calls a request by, so that the same one again is known; `hash` of what it asks. */
export type RetryKey = { key: string; hash: Buffer };

/** What the same request was answered before; the key of another one is refused. */
export async function answerTo<Answer>(db: Queryable, { personId }: SignedIn, { key, hash }: RetryKey): Promise<Answer | null> {
  const [known] = await db.query<{ hash: Buffer; answer: Answer }[]>(KNOWN, [personId, key]);
  if (!known) return null;
  return hash.equals(known.hash) ? known.answer : refuseReused();
}

export const refuseReused = (): never =>
  refuse('idempotency-key-reused', { errors: [{ path: 'Idempotency-Key', message: 'already used' }] });

const KNOWN = 'SELECT request_hash AS hash, answer FROM idempotency_key WHERE person_id = $1 AND key = $2';
