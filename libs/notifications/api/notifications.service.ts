import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Notification, NotificationCount, NotificationList, NotificationQuery } from '@bota/notifications/domain';
import { CONFIG, Clock, type Config, NotificationKinds, pageLink, refuse, sayTold } from '@bota/shared/api';
import type { Language, SignedIn } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';

const PAGE = 50;
type Reading = { person: SignedIn; space: SpaceEntity };
type Row = { id: string; kind: string; facts: unknown; path: string; at: Date; isRead: boolean };

/** What a person was told in a house: theirs alone, said in the language they read. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly kinds: NotificationKinds,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(reading: Reading, { language, before }: NotificationQuery): Promise<NotificationList> {
    const { person, space } = reading;
    const known = language ?? (await this.languageOf(person.personId));
    const rows = await this.db.query<Row[]>(LIST, [space.id, person.personId, before ?? null, PAGE + 1, this.kinds.names()]);
    const items = rows.slice(0, PAGE).map((row) => this.view(row, space, known));
    const next = rows.length > PAGE ? items.at(-1)?.id : undefined;
    return { items, ...(await this.count(reading)), ...(next && { next }) };
  }

  async count({ person, space }: Reading): Promise<NotificationCount> {
    const [row] = await this.db.query<NotificationCount[]>(COUNT, [space.id, person.personId, this.kinds.names()]);
    return row ?? refuse('internal');
  }

  async read({ person, space }: Reading, id: string): Promise<void> {
    const found = await this.db.query<unknown[]>(FOUND, [space.id, person.personId, id]);
    if (found.length === 0) refuse('not-found');
    await this.mark(READ, [space.id, person.personId, this.clock.now(), id]);
  }

  async readAll({ person, space }: Reading, upTo: string): Promise<void> {
    await this.mark(READ_ALL, [space.id, person.personId, this.clock.now(), upTo]);
  }

  /** The other pages of the reader count again too. */
  private async mark(sql: string, values: [spaceId: string, personId: string, now: Date, id: string]): Promise<void> {
    await this.db.query(sql, values);
    await sayTold(this.db, values[0], [values[1]]);
  }

  private view({ id, kind, facts, path, at, isRead }: Row, space: SpaceEntity, language: Language): Notification {
    const { family, words } = this.kinds.of(kind);
    const { subject, paragraphs } = words(facts, { language, url: pageLink(this.config, `/${space.slug}/${path}`) });
    return { id, family, title: subject, text: paragraphs, path, at: at.toISOString(), isRead };
  }

  private async languageOf(personId: string): Promise<Language> {
    const [row] = await this.db.query<{ language: Language }[]>('SELECT language FROM person WHERE id = $1', [personId]);
    return row?.language ?? 'fr';
  }
}

const LIST = `/* notifications_of_person */
  SELECT id, kind, facts, path, created_at AS at, read_at IS NOT NULL AS "isRead" FROM notification
  WHERE space_id = $1 AND person_id = $2 AND ($3::uuid IS NULL OR id < $3) AND kind = ANY($5) ORDER BY id DESC LIMIT $4`;
const COUNT = `/* notifications_unread */
  SELECT count(*)::int AS unread FROM notification WHERE space_id = $1 AND person_id = $2 AND read_at IS NULL AND kind = ANY($3)`;
const FOUND = 'SELECT FROM notification WHERE space_id = $1 AND person_id = $2 AND id = $3';
const READ = 'UPDATE notification SET read_at = coalesce(read_at, $3) WHERE space_id = $1 AND person_id = $2 AND id = $4';
const READ_ALL = 'UPDATE notification SET read_at = $3 WHERE space_id = $1 AND person_id = $2 AND read_at IS NULL AND id <= $4';
