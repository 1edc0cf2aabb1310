import { randomInt } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CODE_LENGTH, CODE_LETTERS, CODE_MINUTES, type Pairing } from '@bota/booking/domain';
import { digest, freshToken } from '@bota/people/api';
import { Clock, Jobs, newId } from '@bota/shared/api';
import { DisplayLimits } from './display.limits';
import { OFFER_CODE } from './display.queries';

const MINUTE_MS = 60_000;

/** Screens that wait to be paired: each has a code to show, and a secret it does not show. */
@Injectable()
export class Pairings implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly limits: DisplayLimits,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({ name: 'booking.sweep-pairings', cron: '50 2 * * *', run: () => this.sweep() });
  }

  /** A fresh code with a fresh secret; what the browser held before is worth nothing for it. */
  async offer(address: string): Promise<Pairing & { token: string }> {
    await this.limits.countCode(address);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + CODE_MINUTES * MINUTE_MS);
    const [code, token] = [freshCode(), freshToken()];
    await this.db.query(OFFER_CODE, [newId(), digest(code), digest(token), now, expiresAt]);
    return { code, token, expiresAt: expiresAt.toISOString() };
  }

  private async sweep(): Promise<void> {
    await this.db.query('DELETE FROM display_pairing WHERE expires_at < $1', [this.clock.now()]);
  }
}

const freshCode = (): string => Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
