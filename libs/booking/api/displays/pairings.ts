import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CODE_LENGTH, CODE_LETTERS, CODE_MINUTES, type Pairing } from '@bota/booking/domain';
import { digest, freshToken } from '@bota/people/api';
import { Clock, Jobs, newId } from '@bota/shared/api';
import { DisplayLimits } from './display.limits';
import { OFFER_CODE, WAITING } from './display.queries';

const MINUTE_MS = 60_000;
type Row = { expiresAt: Date };

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

  /** The code that the browser shows already, on whichever of its pages, or a fresh one with a fresh secret. */
  async offer(address: string, held?: string): Promise<Pairing & { token: string }> {
    await this.limits.countCode(address);
    const waiting = await this.waiting(held);
    return held && waiting ? { ...waiting, token: held } : this.fresh();
  }

  /** The code of a browser that waits; null for a secret without one, or when its time is over. */
  async waiting(token?: string): Promise<Pairing | null> {
    const [row] = token ? await this.db.query<Row[]>(WAITING, [digest(token), this.clock.now()]) : [];
    return row && token ? { code: codeOf(token), expiresAt: row.expiresAt.toISOString() } : null;
  }

  private async fresh(): Promise<Pairing & { token: string }> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + CODE_MINUTES * MINUTE_MS);
    const token = freshToken();
    const code = codeOf(token);
    await this.db.query(OFFER_CODE, [newId(), digest(code), digest(token), now, expiresAt]);
    return { code, token, expiresAt: expiresAt.toISOString() };
  }

  private async sweep(): Promise<void> {
    await this.db.query('DELETE FROM display_pairing WHERE expires_at < $1', [this.clock.now()]);
  }
}

/** Made from the secret: it can be said again, and only digests of both are kept. */
function codeOf(token: string): string {
  const parts = digest(`code of ${token}`);
  return Array.from({ length: CODE_LENGTH }, (_, place) => CODE_LETTERS[parts.readUInt32BE(4 * place) % CODE_LETTERS.length]).join('');
}
