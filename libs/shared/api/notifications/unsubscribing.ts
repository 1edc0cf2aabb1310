import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Id, LetterFamily } from '@bota/shared/domain';
import { CONFIG, type Config } from '../config';
import { pageLink } from '../mail/links';

type Queryable = { query<T = never>(sql: string, parameters?: unknown[]): Promise<T> };
export type Unsubscribed = { personId: string; family: LetterFamily };

/** The link that ends the letters of one family, or the digest, for one person, without a session (RFC 8058): signed, and good for nothing else. */
@Injectable()
export class Unsubscribing {
  private key?: Buffer;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async linkFor(db: Queryable, whose: Unsubscribed): Promise<string> {
    return pageLink(this.config, `/api/unsubscriptions/${await this.tokenFor(db, whose)}`);
  }

  async tokenFor(db: Queryable, { personId, family }: Unsubscribed): Promise<string> {
    const about = `${personId}.${family}`;
    return `${about}.${await this.sign(db, about)}`;
  }

  /** Null when the token is not ours. */
  async read(db: Queryable, token: string): Promise<Unsubscribed | null> {
    const [personId = '', name = '', signature = ''] = token.split('.');
    const [id, family] = [Id.safeParse(personId), LetterFamily.safeParse(name)];
    if (!id.success || !family.success) return null;
    const [given, right] = [Buffer.from(signature), Buffer.from(await this.sign(db, `${personId}.${name}`))];
    return given.length === right.length && timingSafeEqual(given, right) ? { personId, family: family.data } : null;
  }

  private async sign(db: Queryable, about: string): Promise<string> {
    if (!this.key) {
      const [row] = await db.query<{ key: Buffer }[]>(`SELECT key FROM signing_key WHERE purpose = 'unsubscribe'`);
      if (!row) throw new Error('no key to sign with');
      this.key = row.key;
    }
    return createHmac('sha256', this.key).update(about).digest('base64url');
  }
}
