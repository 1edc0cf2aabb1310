import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { filter } from 'rxjs';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, Clock, type Config, Jobs, LetterSamples, Live, Postman, pageLink, post } from '@bota/shared/api';
import { type Language, spanInWords } from '@bota/shared/domain';
import { type Asked, bookingAskedLetter } from './request.words';

type Request = {
  spaceId: string;
  id: string;
  slug: string;
  title: string;
  organisation: string;
  person: string;
  zone: string;
  start: Date;
  end: Date;
};
type Reader = { email: string; language: Language };

/** Tells the coordination that somebody asks, once for each request, whichever process comes first. */
@Injectable()
export class RequestLetters implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(RequestLetters.name);
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly live: Live,
    private readonly postman: Postman,
    private readonly samples: LetterSamples,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const [start, end] = [new Date('2026-03-16T09:00:00Z'), new Date('2026-03-16T10:00:00Z')];
    this.samples.declare('booking-asked', (language) => {
      const when = spanInWords({ start, end }, 'Europe/Brussels', language);
      return bookingAskedLetter[language]({
        ...{ title: 'Assemblée', organisation: 'Atelier Racines', person: 'Membre Racines' },
        when,
        url: SAMPLE,
      });
    });
    this.jobs.schedule({ name: 'booking.tell-requests', cron: '*/5 * * * *', run: () => this.tell() });
    if (!this.config.BOTA_JOBS) return;
    this.live.announced.pipe(filter(({ kind }) => kind === 'booking.requested')).subscribe(() => {
      this.running = this.running.then(() => this.tell()).catch((error: Error) => this.logger.warn(`requests: ${error.message}`));
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.running;
  }

  /** Writes what was not told yet; running twice, or twice at once, tells nobody twice. */
  async tell(): Promise<void> {
    const count = await this.db.transaction(async (tx) => {
      const requests = await tx.query<Request[]>(UNTOLD);
      for (const request of requests) await this.write(tx, request);
      return requests.length;
    });
    if (count > 0) await this.postman.nudge();
  }

  private async write(tx: EntityManager, { spaceId, id, slug, start, end, zone, ...about }: Request): Promise<void> {
    const now = this.clock.now();
    const url = pageLink(this.config, `/${slug}/house/requests`);
    for (const { email, language } of await tx.query<Reader[]>(COORDINATORS, [spaceId])) {
      const asked: Asked = { ...about, url, when: spanInWords({ start, end }, zone, language) };
      await post(tx, { kind: 'booking-asked', to: email, language, spaceId, now }, bookingAskedLetter[language](asked));
    }
    await tx.query('UPDATE booking SET coordinators_told_at = $3 WHERE space_id = $1 AND id = $2', [spaceId, id, now]);
  }
}

const SAMPLE = 'https://maison.example/';

const UNTOLD = `
  SELECT b.space_id AS "spaceId", b.id, s.slug, b.title, g.name AS organisation, p.display_name AS person, b.zone, b.starts_at AS start, b.ends_at AS "end"
  FROM booking b JOIN space s ON s.id = b.space_id JOIN organisation g ON g.id = b.organisation_id JOIN person p ON p.id = b.booked_by
  WHERE b.stage = 'requested' AND b.cancelled_at IS NULL AND b.coordinators_told_at IS NULL
  ORDER BY b.id LIMIT 100 FOR UPDATE OF b SKIP LOCKED`;

const COORDINATORS = `
  SELECT p.email, p.language FROM house_role h JOIN person p ON p.id = h.person_id
  WHERE h.space_id = $1 AND h.role = 'coordinator' AND p.erased_at IS NULL`;
