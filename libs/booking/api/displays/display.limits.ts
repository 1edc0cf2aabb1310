import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { consume, limiterOptions } from '@bota/people/api';

/** A screen asks for a code every ten minutes; ten of them may stand in one house. */
const CODES_AN_HOUR = 90;
/** Somebody reads a code off a screen, and mistypes it now and then. */
const TRIES = 12;
const TRIES_SECONDS = 10 * 60;

/** How often codes are given and tried: a code cannot be found by trying. */
@Injectable()
export class DisplayLimits implements OnModuleInit {
  private codes!: RateLimiterPostgres;
  private tries!: RateLimiterPostgres;

  constructor(private readonly db: DataSource) {}

  onModuleInit(): void {
    this.codes = new RateLimiterPostgres({ ...limiterOptions(this.db, 60 * 60), keyPrefix: 'display-code', points: CODES_AN_HOUR });
    this.tries = new RateLimiterPostgres({ ...limiterOptions(this.db, TRIES_SECONDS), keyPrefix: 'display-try', points: TRIES });
  }

  countCode = (address: string): Promise<void> => consume([this.codes, address]);
  countTry = (personId: string): Promise<void> => consume([this.tries, personId]);
}
