import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { consume, limiterOptions } from '@bota/people/api';

const HOUR_SECONDS = 60 * 60;

/** How often calendars read: each link and each network address in an hour. Calendars ask every quarter of an hour at most. */
@Injectable()
export class FeedLimits implements OnModuleInit {
  private perLink!: RateLimiterPostgres;
  private perAddress!: RateLimiterPostgres;

  constructor(private readonly db: DataSource) {}

  onModuleInit(): void {
    const options = limiterOptions(this.db, HOUR_SECONDS);
    this.perLink = new RateLimiterPostgres({ ...options, keyPrefix: 'feed', points: 120 });
    this.perAddress = new RateLimiterPostgres({ ...options, keyPrefix: 'feed-from', points: 600 });
  }

  /** `link`: a token, or the id of the house for its public calendar. */
  count(link: string, address: string): Promise<void> {
    return consume([this.perLink, `${link} ${address}`], [this.perAddress, address]);
  }
}
