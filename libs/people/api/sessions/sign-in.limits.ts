import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { consume, limitKey, limiterOptions } from '../limits';

const WINDOW_SECONDS = 15 * 60;

/** Sign-ins that do not succeed are counted per account with address, and per address. */
@Injectable()
export class SignInLimits implements OnModuleInit {
  private perAccount!: RateLimiterPostgres;
  private perAddress!: RateLimiterPostgres;
  private beginnings!: RateLimiterPostgres;

  constructor(private readonly db: DataSource) {}

  onModuleInit(): void {
    const options = limiterOptions(this.db, WINDOW_SECONDS);
    this.perAccount = new RateLimiterPostgres({ ...options, keyPrefix: 'account', points: 10 });
    this.perAddress = new RateLimiterPostgres({ ...options, keyPrefix: 'address', points: 100 });
    // Every visit of the sign-in page begins one, for a whole house behind one address.
    this.beginnings = new RateLimiterPostgres({ ...options, keyPrefix: 'ceremony', points: 600 });
  }

  countAttempt(email: string, address: string): Promise<void> {
    return consume([this.perAccount, `${email}|${address}`], [this.perAddress, address]);
  }

  /** Where no account is named: a passkey, or the provider of the house. */
  countAttemptFrom(address: string): Promise<void> {
    return consume([this.perAddress, address]);
  }

  countBeginning(address: string): Promise<void> {
    return consume([this.beginnings, address]);
  }

  async forgetAttemptFrom(address: string): Promise<void> {
    await this.perAddress.reward(limitKey(address));
  }

  /** Who gets in was no guesser. */
  async forget(email: string, address: string): Promise<void> {
    await Promise.all([this.perAccount.delete(limitKey(`${email}|${address}`)), this.perAddress.reward(limitKey(address))]);
  }
}
