import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Language, type LetterFamily, type NotificationFamily, type NotificationWay, wayOf } from '@bota/shared/domain';
import { Clock } from '../clock';
import { CONFIG, type Config } from '../config';
import { newId } from '../ids';
import { sayTold } from '../live.told';
import type { LetterAsk, Words } from '../mail/letter';
import { pageLink } from '../mail/links';
import { type CalendarPart, postAll } from '../mail/outbox';
import { endingOf } from './letter.ending';
import { NotificationKinds } from './notification.kinds';
import { Unsubscribing } from './unsubscribing';

/** `key` names the change: whoever was told of it hears no more of it. `path` is where it is looked up, below the address of the house. */
export type Told<Facts> = {
  kind: string;
  key: string;
  space: { id: string; slug: string };
  subjectId: string;
  path: string;
  to: readonly string[];
  facts: Facts;
  /** For the calendar of its one reader: one for each booking that is spoken of. */
  calendars?: readonly CalendarPart[];
  /** When it happened, when that is not now. */
  at?: Date;
  /** What its one reader is asked; it holds a secret, so it stands in the letter alone. */
  asks?: (language: Language) => LetterAsk;
};
type Addressee = { personId: string; email: string; language: Language };
type Written = {
  kind: string;
  family: LetterFamily;
  space: { id: string };
  at?: Date;
  calendars?: readonly CalendarPart[];
  letters: readonly { reader: Addressee; words: Words }[];
};
type Reader = Addressee & { ways: Partial<Record<NotificationFamily, NotificationWay>> };

/** The one way to tell people something: in the application, and by e-mail as each of them chose. */
@Injectable()
export class Notifications {
  constructor(
    private readonly clock: Clock,
    private readonly kinds: NotificationKinds,
    private readonly unsubscribing: Unsubscribing,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** In the transaction of the change, so that neither goes without the other; told once per person and change, however often it runs. Answers who gets a letter now. */
  async tell<Facts>(tx: EntityManager, told: Told<Facts>): Promise<string[]> {
    const { family, isUrgent } = this.kinds.of(told.kind);
    const people = await tx.query<Reader[]>(READERS, [told.to]);
    const wayFor = (way: NotificationWay) => (isUrgent && way === 'digest' ? 'mail' : way);
    const asked = people
      .map((reader) => ({ ...reader, id: newId(), way: wayFor(wayOf(family, reader.ways)) }))
      .filter(({ way }) => way !== 'none');
    if (asked.length === 0) return [];
    const { kind, key, space, subjectId, path, facts, at = this.clock.now() } = told;
    const rows = JSON.stringify(asked.map(({ id, personId, way }) => ({ id, personId, way })));
    const values = [space.id, kind, subjectId, key, JSON.stringify(facts), path, at, rows];
    const first = new Set((await tx.query<{ id: string }[]>(TELL, values)).map(({ id }) => id));
    const hear = asked.filter(({ id }) => first.has(id));
    const words = this.kinds.of(kind).words;
    const url = pageLink(this.config, `/${space.slug}/${path}`);
    const readers = hear.filter(({ way }) => way === 'mail');
    const letters = readers.map((reader) => ({
      reader,
      words: { ...words(facts, { language: reader.language, url }), asks: told.asks?.(reader.language) },
    }));
    await this.write(tx, { ...told, at, family, letters });
    await sayTold(
      tx,
      space.id,
      hear.map(({ personId }) => personId),
    );
    return readers.map(({ personId }) => personId);
  }

  /** Letters that one may do without: each says how to have fewer of them, and ends them in one click. */
  async write(tx: EntityManager, { kind, family, space, at: now = this.clock.now(), calendars, letters }: Written): Promise<void> {
    const preferences = pageLink(this.config, '/account#notifications');
    const posts = [];
    for (const { reader, words } of letters) {
      const { personId, email: to, language } = reader;
      const unsubscribe = await this.unsubscribing.linkFor({ personId, family });
      const ending = endingOf(language, { preferences, unsubscribe });
      posts.push({ to: { kind, to, language, spaceId: space.id, now, calendars, unsubscribe }, words: { ...words, ending } });
    }
    await postAll(tx, posts);
  }
}

// In the order of their ids, so that two who tell the same people wait for each other instead of for ever.
const READERS = `
  SELECT p.id AS "personId", p.email, p.language, coalesce(c.ways, '{}') AS ways
  FROM person p LEFT JOIN notification_preferences c ON c.person_id = p.id
  WHERE p.id = ANY($1::uuid[]) AND p.erased_at IS NULL ORDER BY p.id`;

const TELL = `
  INSERT INTO notification (space_id, id, person_id, kind, subject_id, change_key, facts, path, way, created_at)
  SELECT $1, r.id, r."personId", $2, $3, $4, $5::jsonb, $6, r.way, $7 FROM jsonb_to_recordset($8::jsonb) AS r(id uuid, "personId" uuid, way text)
  ON CONFLICT ON CONSTRAINT notification_once DO NOTHING RETURNING id`;
