import type { EntityManager } from 'typeorm';
import type { Language } from '@bota/shared/domain';
import { newId } from '../ids';
import { letterOf, type Words } from './letter';

export type Addressed = { kind: string; to: string; language: Language; spaceId?: string | null; now: Date };

/** Puts a letter into the outbox in the transaction of what it tells of: no change without its letter, no letter without its change. */
export async function post(tx: Pick<EntityManager, 'query'>, { kind, to, language, spaceId, now }: Addressed, words: Words): Promise<void> {
  const { subject, text, html } = letterOf(language, words);
  await tx.query(
    `INSERT INTO letter (id, space_id, kind, recipient, language, subject, body_text, body_html, created_at, try_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
    [newId(), spaceId ?? null, kind, to, language, subject, text, html, now],
  );
}
