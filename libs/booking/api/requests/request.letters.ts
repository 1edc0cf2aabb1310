import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { filter } from 'rxjs';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, Jobs, Live, NotificationKinds, Notifications, InTurn } from '@bota/shared/api';
import { coordinatorsOf } from '../coordinators';
import { type Time, nameOf, whenOf } from '../letters/booking.kinds';
import { bookingAskedLetter } from './request.words';

type Facts = Time & { title: string; organisation: string; by: string; byId: string };
type Request = Omit<Facts, 'start' | 'end'> & { spaceId: string; id: string; slug: string; start: Date; end: Date };

const KIND = 'booking-asked';
const TIME = { start: '2026-03-16T09:00:00Z', end: '2026-03-16T10:00:00Z', zone: 'Europe/Brussels' };
const SAMPLE: Facts = { title: 'Assemblée', organisation: 'Atelier Racines', by: 'Membre Racines', byId: '', ...TIME };

/** Tells the coordination that somebody asks, once for each request, whichever process comes first. */
@Injectable()
export class RequestLetters implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(RequestLetters.name);
  private readonly inTurn = new InTurn(this.logger);

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly live: Live,
    private readonly kinds: NotificationKinds,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    this.kinds.declare<Facts>({
      ...{ kind: KIND, family: 'coordination', sample: SAMPLE },
      words: (facts, { language, url }) =>
        bookingAskedLetter[language]({ ...facts, url, when: whenOf(facts, language), person: nameOf(facts.by, language) }),
    });
    this.jobs.schedule({ name: 'booking.tell-requests', cron: '*/5 * * * *', run: () => this.tell() });
    if (!this.jobs.areOn) return;
    this.live.announced.pipe(filter(({ kind }) => kind === 'booking.requested')).subscribe(() => {
      this.inTurn.add(() => this.tell());
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.inTurn.end();
  }

  /** Writes what was not told yet; running twice, or twice at once, tells nobody twice. */
  async tell(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const request of await tx.query<Request[]>(UNTOLD)) await this.write(tx, request);
    });
  }

  private async write(tx: EntityManager, { spaceId, id, slug, start, end, ...about }: Request): Promise<void> {
    const facts: Facts = { ...about, start: start.toISOString(), end: end.toISOString() };
    const to = await coordinatorsOf(tx, spaceId);
    const space = { id: spaceId, slug };
    await this.notifications.tell(tx, { kind: KIND, key: `${KIND}:${id}`, space, subjectId: id, path: `house/requests#${id}`, to, facts });
    await tx.query('UPDATE booking SET coordinators_told_at = $3 WHERE space_id = $1 AND id = $2', [spaceId, id, this.clock.now()]);
  }
}

const UNTOLD = `
  SELECT b.space_id AS "spaceId", b.id, s.slug, b.title, g.name AS organisation, p.display_name AS by, p.id AS "byId", b.zone, b.starts_at AS start, b.ends_at AS "end"
  FROM booking b JOIN space s ON s.id = b.space_id JOIN organisation g ON g.id = b.organisation_id JOIN person p ON p.id = b.booked_by
  WHERE b.stage = 'requested' AND b.cancelled_at IS NULL AND b.coordinators_told_at IS NULL
  ORDER BY b.id LIMIT 100 FOR UPDATE OF b SKIP LOCKED`;
