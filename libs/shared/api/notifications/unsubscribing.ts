import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Id, LetterFamily } from '@bota/shared/domain';
import { CONFIG, type Config } from '../config';
import { pageLink } from '../mail/links';

export type Unsubscribed = { personId: string; family: LetterFamily };

/** The link that ends the letters of one family, or the digest, for one person, without a session (RFC 8058): signed, and good for nothing else. */
@Injectable()
export class Unsubscribing {
  private key?: Buffer;

  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async linkFor(whose: Unsubscribed): Promise<string> {
    return pageLink(this.config, `/api/unsubscriptions/${await this.tokenFor(whose)}`);
  }

  async tokenFor({ personId, family }: Unsubscribed): Promise<string> {
    const about = `${personId}.${family}`;
    return `${about}.${await this.sign(about)}`;
  }

  /** Null when the token is not ours. */
  async read(token: string): Promise<Unsubscribed | null> {
    const [personId = '', name = '', signature = ''] = token.split('.');
    const [id, family] = [Id.safeParse(personId), LetterFamily.safeParse(name)];
    if (!id.success || !family.success) return null;
    const [given, right] = [Buffer.from(signature), Buffer.from(await this.sign(`${personId}.${name}`))];
    return given.length === right.length && timingSafeEqual(given, right) ? { personId, family: family.data } : null;
  }

  private async sign(about: string): Promise<string> {
    this.key ??= await this.keyOf();
    return createHmac('sha256', this.key).update(about).digest('base64url');
  }

  /** One for all processes, whichever signs first; in no transaction of others, which might be rolled back. */
  private async keyOf(): Promise<Buffer> {
    await this.db.query(MAKE, [randomBytes(32)]);
    const [row] = await this.db.query<{ key: Buffer }[]>(`SELECT key FROM signing_key WHERE purpose = 'unsubscribe'`);
    if (!row) throw new Error('no key to sign with');
    return row.key;
  }
}

const MAKE = `INSERT INTO signing_key (purpose, key) VALUES ('unsubscribe', $1) ON CONFLICT DO NOTHING`;
