import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { consume, giveBack, limiterOptions } from '@bota/people/api';

const HOUR_SECONDS = 60 * 60;

/** How often links of letters are tried, and answered, in an hour from one network address. */
@Injectable()
export class ReplyLimits implements OnModuleInit {
  private guesses!: RateLimiterPostgres;

  constructor(private readonly db: DataSource) {}

  onModuleInit(): void {
    this.guesses = new RateLimiterPostgres({ ...limiterOptions(this.db, HOUR_SECONDS), keyPrefix: 'reply-token', points: 60 });
  }

  countGuess(address: string): Promise<void> {
    return consume([this.guesses, address]);
  }

  /** Who opens a link that they were given guesses nothing: all of a house may share one address. */
  openedRightly(address: string): Promise<void> {
    return giveBack(this.guesses, address);
  }
}
