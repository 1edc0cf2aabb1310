import { isIPv6 } from 'node:net';
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

/** What is counted by: a digest, so that no address stays behind in the counters; of the network, where one has many addresses. */
export const limitKey = (key: string): string => digest(networkOf(key)).toString('base64url');

/** Of an IPv6 address its first 64 bits: whoever has one has all of these (RFC 6177). IPv4 in disguise is IPv4; anything else is itself. */
export function networkOf(key: string): string {
  const [address = ''] = key.split('%');
  if (!isIPv6(address)) return key;
  const [, hidden] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (hidden) return hidden;
  const [first = [], last] = address
    .toLowerCase()
    .split('::')
    .map((part) => part.split(':').filter(Boolean));
  const zeros = last ? Math.max(0, 8 - first.length - last.length) : 0;
  return [...first, ...Array<string>(zeros).fill('0'), ...(last ?? [])]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/** What was no guess is not counted. */
export async function giveBack(limiter: RateLimiterPostgres, key: string): Promise<void> {
  await limiter.reward(limitKey(key));
}

/** Counts before it is judged, so that a burst gets no more than its turn; refuses when one of the limits is used up. */
export async function consume(...limits: [limiter: RateLimiterPostgres, key: string, points?: number][]): Promise<void> {
  const counts = await Promise.allSettled(limits.map(([limiter, key, points]) => limiter.consume(limitKey(key), points)));
  const refusals: unknown[] = counts.flatMap((count) => (count.status === 'rejected' ? [count.reason] : []));
  const failure = refusals.find((reason) => !(reason instanceof RateLimiterRes));
  if (failure) throw failure;
  const waits = refusals.map((exhausted) => Math.ceil((exhausted as RateLimiterRes).msBeforeNext / 1000));
  if (waits.length > 0) refuse('too-many-attempts', { retryAfterSeconds: Math.max(1, ...waits) });
}
