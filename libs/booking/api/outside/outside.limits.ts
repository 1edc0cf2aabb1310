import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { consume, limiterOptions } from '@bota/people/api';

const HOUR_SECONDS = 60 * 60;

/** How often is asked in an hour: from one network address; and is written, to one e-mail address and for one house by all together. */
@Injectable()
export class OutsideLimits implements OnModuleInit {
  private perAddress!: RateLimiterPostgres;
  private perEmail!: RateLimiterPostgres;
  private perHouse!: RateLimiterPostgres;
  private guesses!: RateLimiterPostgres;

  constructor(private readonly db: DataSource) {}

  onModuleInit(): void {
    const options = limiterOptions(this.db, HOUR_SECONDS);
    this.perAddress = new RateLimiterPostgres({ ...options, keyPrefix: 'outside-from', points: 10 });
    this.perEmail = new RateLimiterPostgres({ ...options, keyPrefix: 'outside-to', points: 3 });
    this.perHouse = new RateLimiterPostgres({ ...options, keyPrefix: 'outside-of', points: 60 });
    this.guesses = new RateLimiterPostgres({ ...options, keyPrefix: 'outside-token', points: 60 });
  }

  /** Each try, whatever becomes of it. */
  countTry(address: string): Promise<void> {
    return consume([this.perAddress, address]);
  }

  /**
   * Each letter that is written: who mistypes a day keeps their turn. One after the other: who has used up their own takes none of those
   * that are everybody's.
   */
  async countLetter({ email, spaceId }: { email: string; spaceId: string }): Promise<void> {
    await consume([this.perEmail, email]);
    await consume([this.perHouse, spaceId]);
  }

  countGuess(address: string): Promise<void> {
    return consume([this.guesses, address]);
  }
}
