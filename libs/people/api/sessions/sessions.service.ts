import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, Jobs, newId, record } from '@bota/shared/api';
import type { SignedIn } from '@bota/shared/domain';
import { STANDING } from '../actors';
import { digest, freshToken } from '../tokens';

export const SESSION_DAYS = 30;
const SEEN_EVERY_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

type Row = SignedIn & { seenAt: Date };

/** From where somebody signs in. */
export type From = { address: string; userAgent: string; requestId: string };
export type Entered = { token: string; personId: string };

/** Sessions live in the database; the browser holds a random token of which we keep the digest only. */
@Injectable()
export class SessionsService implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({ name: 'people.sweep-sessions', cron: '20 2 * * *', run: () => this.sweep() });
  }

  /** Signs the person in, and says so in the log: by password unless another way is named. */
  async enter(tx: EntityManager, personId: string, { userAgent, requestId }: From, by?: 'link' | 'passkey' | 'provider'): Promise<Entered> {
    await record(tx, { kind: 'session.opened', entityId: personId, personId, requestId, ...(by && { after: { by } }) });
    return { personId, token: await this.open(tx, personId, userAgent) };
  }

  /** A fresh token at every sign-in, so that a planted one is worth nothing (session fixation). */
  async open(tx: EntityManager, personId: string, userAgent: string): Promise<string> {
    const token = freshToken();
    const now = this.clock.now();
    await tx.query(
      'INSERT INTO session (id, token_hash, person_id, created_at, seen_at, expires_at, user_agent) VALUES ($1, $2, $3, $4, $4, $5, $6)',
      [newId(), digest(token), personId, now, new Date(now.getTime() + SESSION_DAYS * DAY_MS), userAgent.slice(0, 300)],
    );
    return token;
  }

  async close(token: string): Promise<void> {
    await this.db.query('DELETE FROM session WHERE token_hash = $1', [digest(token)]);
  }

  /** Who holds this token, with memberships and house roles: one round trip, on every request. */
  async actorOf(token: string): Promise<SignedIn | null> {
    const now = this.clock.now();
    const [row]: Row[] = await this.db.query(ACTOR, [digest(token), now]);
    if (!row) return null;
    if (now.getTime() - row.seenAt.getTime() > SEEN_EVERY_MS) await this.touch(token, now);
    const { personId, displayName, memberships, houseRoles } = row;
    return { personId, displayName, memberships, houseRoles };
  }

  private async touch(token: string, now: Date): Promise<void> {
    const expires = new Date(now.getTime() + SESSION_DAYS * DAY_MS);
    await this.db.query('UPDATE session SET seen_at = $2, expires_at = $3 WHERE token_hash = $1', [digest(token), now, expires]);
  }

  private async sweep(): Promise<void> {
    await this.db.query('DELETE FROM session WHERE expires_at < $1', [this.clock.now()]);
    await this.db.query('DELETE FROM sign_in_link WHERE expires_at < $1', [this.clock.now()]);
  }
}

const ACTOR = `/* people_actor */
  SELECT p.id AS "personId", p.display_name AS "displayName", s.seen_at AS "seenAt",
    ${STANDING}
  FROM session s JOIN person p ON p.id = s.person_id
  WHERE s.token_hash = $1 AND s.expires_at > $2`;
