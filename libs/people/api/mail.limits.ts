import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { consume, limiterOptions } from './limits';

const HOUR_SECONDS = 60 * 60;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** How many letters one address gets and one person or network address sends, and how often tokens are tried. */
@Injectable()
export class MailLimits implements OnModuleInit {
  private perRecipient!: RateLimiterPostgres;
  private perSender!: RateLimiterPostgres;
  private bulk!: RateLimiterPostgres;
  private guesses!: RateLimiterPostgres;

  constructor(private readonly db: DataSource) {}

  onModuleInit(): void {
    const options = limiterOptions(this.db, HOUR_SECONDS);
    this.perRecipient = new RateLimiterPostgres({ ...options, keyPrefix: 'letter-to', points: 6 });
    this.perSender = new RateLimiterPostgres({ ...options, keyPrefix: 'letter-by', points: 60 });
    this.bulk = new RateLimiterPostgres({ ...limiterOptions(this.db, DAY_SECONDS), keyPrefix: 'letters-imported', points: 5000 });
    this.guesses = new RateLimiterPostgres({ ...options, keyPrefix: 'token', points: 60 });
  }

  countLetter(to: string, by: string): Promise<void> {
    return consume([this.perRecipient, to], [this.perSender, by]);
  }

  /** An import writes to as many as a house may have, in one go; so many in a day and no more. */
  countBulk(by: string, letters: number): Promise<void> {
    return consume([this.bulk, by, letters]);
  }

  countGuess(address: string): Promise<void> {
    return consume([this.guesses, address]);
  }
}
