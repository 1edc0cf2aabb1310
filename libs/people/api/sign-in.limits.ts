import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { refuse } from '@bota/shared/api';

const WINDOW_SECONDS = 15 * 60;

type PostgresPool = { query: (...args: never[]) => unknown };

/** Failed sign-ins are counted per account with address, and per address; kept in the database, so for all processes together. */
@Injectable()
export class SignInLimits {
  private readonly perAccount: RateLimiterPostgres;
  private readonly perAddress: RateLimiterPostgres;

  constructor(db: DataSource) {
    const pool = (db.driver as unknown as { master: PostgresPool }).master;
    const common = { storeClient: pool, storeType: 'pool', tableName: 'sign_in_limit', tableCreated: true, duration: WINDOW_SECONDS };
    this.perAccount = new RateLimiterPostgres({ ...common, keyPrefix: 'account', points: 10 });
    this.perAddress = new RateLimiterPostgres({ ...common, keyPrefix: 'address', points: 100 });
  }

  async refuseWhenExhausted(email: string, address: string): Promise<void> {
    const [account, from] = await Promise.all([this.perAccount.get(`${email}|${address}`), this.perAddress.get(address)]);
    const exhausted = [isExhausted(account, 10), isExhausted(from, 100)].filter((wait) => wait !== null);
    if (exhausted.length > 0) refuse('too-many-attempts', { retryAfterSeconds: Math.max(...exhausted) });
  }

  async countFailure(email: string, address: string): Promise<void> {
    await Promise.allSettled([this.perAccount.consume(`${email}|${address}`), this.perAddress.consume(address)]);
  }

  async forget(email: string, address: string): Promise<void> {
    await this.perAccount.delete(`${email}|${address}`);
  }
}

const isExhausted = (state: RateLimiterRes | null, points: number): number | null =>
  state && state.consumedPoints >= points ? Math.max(1, Math.ceil(state.msBeforeNext / 1000)) : null;
