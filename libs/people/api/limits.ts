import { type RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { refuse } from '@bota/shared/api';
import { digest } from './tokens';

type PostgresPool = { query: (...args: never[]) => unknown };

/** Limits are kept in the database, so for all processes together. */
export const limiterOptions = (db: DataSource, duration: number) => ({
  storeClient: (db.driver as unknown as { master: PostgresPool }).master,
  storeType: 'pool',
  tableName: 'sign_in_limit',
  tableCreated: true,
  duration,
});

/** What is counted by: a digest, so that no address stays behind in the counters. */
export const limitKey = (key: string): string => digest(key).toString('base64url');

/** Counts before it is judged, so that a burst gets no more than its turn; refuses when one of the limits is used up. */
export async function consume(...limits: [limiter: RateLimiterPostgres, key: string, points?: number][]): Promise<void> {
  const counts = await Promise.allSettled(limits.map(([limiter, key, points]) => limiter.consume(limitKey(key), points)));
  const refusals: unknown[] = counts.flatMap((count) => (count.status === 'rejected' ? [count.reason] : []));
  const failure = refusals.find((reason) => !(reason instanceof RateLimiterRes));
  if (failure) throw failure;
  const waits = refusals.map((exhausted) => Math.ceil((exhausted as RateLimiterRes).msBeforeNext / 1000));
  if (waits.length > 0) refuse('too-many-attempts', { retryAfterSeconds: Math.max(1, ...waits) });
}
