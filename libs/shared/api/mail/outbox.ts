import type { EntityManager } from 'typeorm';
import type { Language } from '@bota/shared/domain';
import { newId } from '../ids';
import { POSTED_CHANNEL } from '../live.told';
import { letterOf, type Words } from './letter';

/** An iCalendar object for the reader's calendar, of one booking (iMIP, RFC 6047). */
export type CalendarPart = { method: 'REQUEST' | 'CANCEL'; text: string };
/** `calendars`: one for each booking the letter speaks of. `unsubscribe`: the link that ends such letters. */
export type Addressed = {
  kind: string;
  to: string;
  language: Language;
  spaceId?: string | null;
  now: Date;
  calendars?: readonly CalendarPart[];
  unsubscribe?: string;
};

/** Puts a letter into the outbox in the transaction of what it tells of: no change without its letter, no letter without its change. */
export const post = (tx: Pick<EntityManager, 'query'>, to: Addressed, words: Words): Promise<void> => postAll(tx, [{ to, words }]);

const AT_ONCE = 500;

/** Puts many letters into the outbox, some hundreds in a statement. They are sent when the transaction is through. */
export async function postAll(tx: Pick<EntityManager, 'query'>, letters: readonly { to: Addressed; words: Words }[]): Promise<void> {
  for (let from = 0; from < letters.length; from += AT_ONCE)
    await tx.query(POST_ALL, [JSON.stringify(letters.slice(from, from + AT_ONCE).map(rowOf))]);
}

function rowOf({ to: { calendars: [calendar, ...others] = [], ...to }, words }: { to: Addressed; words: Words }) {
  // One iCalendar stream (RFC 5545, 3.4) of several objects: iMIP speaks of one UID in each.
  const beside = others.length > 0 ? others.map(({ text }) => text).join('') : undefined;
  return { ...to, id: newId(), ...letterOf(to.language, words), calendar: calendar?.text, method: calendar?.method, beside };
}

const POST_ALL = `
  WITH posted AS (
  INSERT INTO letter (id, space_id, kind, recipient, language, subject, body_text, body_html, created_at, try_at, calendar, calendar_method,
    calendar_beside, unsubscribe_url)
  SELECT id, "spaceId", kind, "to", language, subject, text, html, now, now, calendar, method, beside, unsubscribe FROM jsonb_to_recordset($1) AS
    r(id uuid, "spaceId" uuid, kind text, "to" citext, language text, subject text, text text, html text, now timestamptz, calendar text,
      method text, beside text, unsubscribe text) RETURNING id
  )
  SELECT pg_notify('${POSTED_CHANNEL}', '') FROM posted LIMIT 1`;
