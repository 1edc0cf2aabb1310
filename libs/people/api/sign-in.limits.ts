import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { refuse } from '@bota/shared/api';

const WINDOW_SECONDS = 15 * 60;

type PostgresPool = { query: (...args: never[]) => unknown };

/** Sign-ins that do not succeed are counted per account with address, and per address; kept in the database, so for all processes together. */
@Injectable()
export class SignInLimits implements OnModuleInit {
  private perAccount!: RateLimiterPostgres;
  private perAddress!: RateLimiterPostgres;

  constructor(private readonly db: DataSource) {}

  onModuleInit(): void {
    const pool = (this.db.driver as unknown as { master: PostgresPool }).master;
    const common = { storeClient: pool, storeType: 'pool', tableName: 'sign_in_limit', tableCreated: true, duration: WINDOW_SECONDS };
    this.perAccount = new RateLimiterPostgres({ ...common, keyPrefix: 'account', points: 10 });
    this.perAddress = new RateLimiterPostgres({ ...common, keyPrefix: 'address', points: 100 });
  }

  /** Counts the attempt before it is judged, so that a burst gets no more guesses than its turn; refuses when there are none left. */
  async countAttempt(email: string, address: string): Promise<void> {
    const counts = await Promise.allSettled([this.perAccount.consume(`${email}|${address}`), this.perAddress.consume(address)]);
    const refusals: unknown[] = counts.flatMap((count) => (count.status === 'rejected' ? [count.reason] : []));
    const failure = refusals.find((reason) => !(reason instanceof RateLimiterRes));
    if (failure) throw failure;
    const waits = refusals.map((exhausted) => Math.ceil((exhausted as RateLimiterRes).msBeforeNext / 1000));
    if (waits.length > 0) refuse('too-many-attempts', { retryAfterSeconds: Math.max(1, ...waits) });
  }

  /** Who gets in was no guesser. */
  async forget(email: string, address: string): Promise<void> {
    await Promise.all([this.perAccount.delete(`${email}|${address}`), this.perAddress.reward(address)]);
  }
}
