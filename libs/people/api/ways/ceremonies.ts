import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CEREMONY_MINUTES } from '@bota/people/domain';
import { Clock, Jobs } from '@bota/shared/api';
import { digest, freshToken } from '../tokens';

type Kind = 'passkey-added' | 'passkey-used' | 'provider';

/** What one request begins and a later one ends: once, soon, and by who holds its secret. */
@Injectable()
export class Ceremonies implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    const sweep = 'DELETE FROM ceremony WHERE expires_at < $1';
    this.jobs.schedule({ name: 'people.sweep-ceremonies', cron: '40 * * * *', run: () => this.db.query(sweep, [this.clock.now()]) });
  }

  /** Answers the secret, 32 random bytes as base64url. */
  async begin(kind: Kind, facts: Record<string, string> = {}): Promise<string> {
    const token = freshToken();
    const expiresAt = new Date(this.clock.now().getTime() + CEREMONY_MINUTES * 60_000);
    const insert = 'INSERT INTO ceremony (token_hash, kind, facts, expires_at) VALUES ($1, $2, $3, $4)';
    await this.db.query(insert, [digest(token), kind, facts, expiresAt]);
    return token;
  }

  /** What was begun with this secret, or null; it is over then, whatever comes of it. */
  async end(kind: Kind, token: string): Promise<Record<string, string> | null> {
    const end = `DELETE FROM ceremony WHERE token_hash = $1 AND kind = $2 RETURNING facts, expires_at > $3 AS "isOpen"`;
    const [[found]] = (await this.db.query(end, [digest(token), kind, this.clock.now()])) as [
      { facts: Record<string, string>; isOpen: boolean }[],
      number,
    ];
    return found?.isOpen ? found.facts : null;
  }
}
