import type { EntityManager } from 'typeorm';
import type { Language } from '@bota/shared/domain';
import { newId } from '../ids';
import { letterOf, type Words } from './letter';

/** An iCalendar object for the reader's calendar, of one booking (iMIP, RFC 6047). */
export type CalendarPart = { method: 'REQUEST' | 'CANCEL'; text: string };
export type Addressed = { kind: string; to: string; language: Language; spaceId?: string | null; now: Date; calendar?: CalendarPart };

/** Puts a letter into the outbox in the transaction of what it tells of: no change without its letter, no letter without its change. */
export async function post(tx: Pick<EntityManager, 'query'>, addressed: Addressed, words: Words): Promise<void> {
  const { kind, to, language, spaceId, now, calendar } = addressed;
  const { subject, text, html } = letterOf(language, words);
  await tx.query(
    `INSERT INTO letter (id, space_id, kind, recipient, language, subject, body_text, body_html, created_at, try_at, calendar, calendar_method)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11)`,
    [newId(), spaceId ?? null, kind, to, language, subject, text, html, now, calendar?.text ?? null, calendar?.method ?? null],
  );
}

const AT_ONCE = 500;

/** Puts many letters into the outbox, some hundreds in a statement; none of them with a calendar. */
export async function postAll(
  tx: Pick<EntityManager, 'query'>,
  letters: readonly { to: Omit<Addressed, 'calendar'>; words: Words }[],
): Promise<void> {
  for (let from = 0; from < letters.length; from += AT_ONCE) {
    const rows = letters.slice(from, from + AT_ONCE).map(({ to, words }) => ({ ...to, id: newId(), ...letterOf(to.language, words) }));
    await tx.query(POST_ALL, [JSON.stringify(rows)]);
  }
}

const POST_ALL = `
  INSERT INTO letter (id, space_id, kind, recipient, language, subject, body_text, body_html, created_at, try_at)
  SELECT id, "spaceId", kind, "to", language, subject, text, html, now, now FROM jsonb_to_recordset($1) AS
    r(id uuid, "spaceId" uuid, kind text, "to" citext, language text, subject text, text text, html text, now timestamptz)`;
