import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { letterSamples } from '@bota/people/api';
import type { LetterList, LetterTemplate, SentLetter } from '@bota/residents/domain';
import { CONFIG, type Config, LetterSamples, Postman, refuse } from '@bota/shared/api';
import { type SignedIn, can } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';

type Row = Omit<SentLetter, 'createdAt' | 'state' | 'text' | 'html'> & {
  createdAt: Date;
  sentAt: Date | null;
  failedAt: Date | null;
  text: string;
  html: string;
};

@Injectable()
export class LettersService {
  constructor(
    private readonly db: DataSource,
    private readonly postman: Postman,
    private readonly samples: LetterSamples,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The outbox of the house. Letters carry secrets, so their text shows only where a demonstration sends none. */
  async list(person: SignedIn, space: SpaceEntity): Promise<LetterList> {
    if (!can(person, 'outbox:read', { spaceId: space.id })) refuse('not-allowed');
    const showsText = this.config.BOTA_DEMO && !this.postman.sends;
    const rows = await this.db.query<Row[]>(LETTERS, [space.id, showsText]);
    return { sends: this.postman.sends, items: rows.map((row) => this.view(row, showsText)) };
  }

  templates(person: SignedIn, space: SpaceEntity): { items: LetterTemplate[] } {
    if (!can(person, 'outbox:read', { spaceId: space.id })) refuse('not-allowed');
    return { items: [...letterSamples(), ...this.samples.all()] };
  }

  private view({ createdAt, sentAt, failedAt, text, html, ...letter }: Row, showsText: boolean): SentLetter {
    const unsent = this.postman.sends ? 'waiting' : 'kept';
    const state = sentAt ? 'sent' : failedAt ? 'failed' : unsent;
    return { ...letter, createdAt: createdAt.toISOString(), state, ...(showsText && { text, html }) };
  }
}

// Letters of no house (sign-in links) are shown in a demonstration only.
const LETTERS = `
  SELECT id, kind, recipient, language, subject, created_at AS "createdAt", sent_at AS "sentAt", failed_at AS "failedAt",
    last_error AS "lastError", body_text AS text, body_html AS html
  FROM letter WHERE space_id = $1 OR ($2::boolean AND space_id IS NULL) ORDER BY created_at DESC, id DESC LIMIT 200`;
