import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type DigestDay, type DigestRhythm, digestDue } from '@bota/notifications/domain';
import { CONFIG, Clock, Coming, type Config, Jobs, LetterSamples, NotificationKinds, Notifications, pageLink } from '@bota/shared/api';
import { type Language, spanInWords } from '@bota/shared/domain';
import { digestLetter, digestSample } from './digest.words';

type Reader = {
  personId: string;
  email: string;
  language: Language;
  rhythm: DigestRhythm;
  chosenAt: Date;
  space: { id: string; slug: string; name: string; zone: string };
};
type Gathered = { id: string; kind: string; facts: unknown; path: string };

/** One letter with what was told since the last, and with what comes: once for each person, house and day, and none when there is nothing to say. */
@Injectable()
export class Digests implements OnModuleInit {
  private readonly logger = new Logger(Digests.name);

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly kinds: NotificationKinds,
    private readonly notifications: Notifications,
    private readonly coming: Coming,
    private readonly samples: LetterSamples,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.samples.declare('digest', digestSample);
    this.jobs.schedule({ name: 'notifications.digest', cron: '*/5 * * * *', run: () => this.gather() });
  }

  /** Running it twice, or twice at once, writes to nobody twice. */
  async gather(): Promise<void> {
    const now = this.clock.now();
    for (const reader of await this.db.query<Reader[]>(READERS, [now])) {
      const due = digestDue(reader.rhythm, reader.chosenAt, reader.space.zone, now);
      if (!due) continue;
      await this.db
        .transaction((tx) => this.write(tx, reader, due))
        .catch((error: Error) => this.logger.error(`no digest for ${reader.personId}: ${error.message}`));
    }
  }

  /** Whoever writes the day first writes the letter. */
  private async write(tx: EntityManager, reader: Reader, { day, from, to }: DigestDay): Promise<void> {
    const { space, personId, language, rhythm } = reader;
    const first = await tx.query<unknown[]>(FIRST, [space.id, personId, day]);
    if (first.length === 0) return;
    const gathered = await tx.query<Gathered[]>(GATHERED, [space.id, personId, this.kinds.names(), this.clock.now()]);
    const things = await this.coming.of(tx, { spaceId: space.id, personId, from, to });
    if (gathered.length + things.length === 0) return;
    const link = (path: string) => pageLink(this.config, `/${space.slug}/${path}`);
    const happened = gathered.map(({ kind, facts, path }) => {
      const { subject, paragraphs } = this.kinds.of(kind).words(facts, { language, url: link(path) });
      return [subject, ...paragraphs].join('\n');
    });
    const coming = things.map(({ title, start, end, where }) => `${title}, ${spanInWords({ start, end }, space.zone, language)}, ${where}`);
    const words = digestLetter[language]({ house: space.name, rhythm, happened, coming, url: link('notifications') });
    await this.notifications.write(tx, { kind: 'digest', family: 'digest', space, letters: [{ reader, words }] });
  }
}

const READERS = `/* notifications_digest_readers */
  SELECT p.id AS "personId", p.email, p.language, c.digest AS rhythm, c.changed_at AS "chosenAt",
    json_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'zone', s.zone) AS space
  FROM notification_preferences c JOIN person p ON p.id = c.person_id AND p.erased_at IS NULL CROSS JOIN space s
  WHERE EXISTS (SELECT FROM jsonb_each_text(c.ways) AS one WHERE one.value = 'digest')
    AND NOT EXISTS (SELECT FROM digest d WHERE d.space_id = s.id AND d.person_id = p.id
      AND d.day = date_trunc(CASE c.digest WHEN 'weekly' THEN 'week' ELSE 'day' END, $1::timestamptz AT TIME ZONE s.zone)::date)
  ORDER BY s.id, p.id`;
const FIRST = 'INSERT INTO digest (space_id, person_id, day) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING day';
const GATHERED = `
  WITH gathered AS (
    UPDATE notification SET digested_at = $4
    WHERE space_id = $1 AND person_id = $2 AND way = 'digest' AND digested_at IS NULL AND kind = ANY($3) RETURNING id, kind, facts, path
  )
  SELECT * FROM gathered ORDER BY id`;
