import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { auditTime, filter } from 'rxjs';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, Clock, type Config, Jobs, LetterSamples, Live, Notifications, Postman, pageLink, InTurn } from '@bota/shared/api';
import { type Language, type NotificationFamily, type NotificationWay, spanInWords, wayOf } from '@bota/shared/domain';
import { SpaceEntity } from '@bota/spaces/api';
import { type FeedBooking, feedBooking, roomNames } from '../feeds/feed.queries';
import { calendarPart } from '../letters/calendar.part';
import { dateMeant } from '../letters/date.meant';
import { mayHear } from '../letters/hearing';
import { spreadInWords, spreadOf } from '../letters/spread';
import { noteCalendar } from './calendar.knowledge';
import { bookingConfirmedLetter, confirmedSample } from './confirmation.words';

const KIND = 'booking-confirmed';
/** So many at once, so that who books meanwhile is not kept waiting. */
const AT_ONCE = 100;
const PAUSE_MS = 2000;
type Due = { spaceId: string; bookingId: string };
export type Reader = {
  personId: string;
  name: string;
  email: string;
  language: Language;
  ways: Partial<Record<NotificationFamily, NotificationWay>>;
};

/**
 * Who booked gets a letter with what they booked, for their calendar. What waits for it is written with the booking, and becomes what their
 * calendar knows with the letter: the same request again, a second process or a job that runs twice writes nothing twice. The application
 * said it at once.
 */
@Injectable()
export class Confirmations implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Confirmations.name);
  private readonly inTurn = new InTurn(this.logger);

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly live: Live,
    private readonly samples: LetterSamples,
    private readonly notifications: Notifications,
    private readonly postman: Postman,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const [start, end] = [new Date('2026-03-16T09:00:00Z'), new Date('2026-03-16T10:00:00Z')];
    this.samples.declare(KIND, (language) =>
      bookingConfirmedLetter[language](confirmedSample(spanInWords({ start, end }, 'Europe/Brussels', language))),
    );
    this.jobs.schedule({ name: 'booking.confirmations', cron: '* * * * *', run: async () => void (await this.write()) });
    if (!this.jobs.areOn) return;
    const isBooked = ({ kind }: { kind: string }) => kind === 'booking.created' || kind === 'booking.confirmed';
    this.live.announced.pipe(filter(isBooked), auditTime(PAUSE_MS)).subscribe(() => {
      this.inTurn.add(() => this.write());
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.inTurn.end();
  }

  /** Writes what waits, the oldest first; answers how many went. */
  async write(): Promise<number> {
    const count = await this.db.transaction(async (tx) => {
      const due = await tx.query<Due[]>(DUE);
      let written = 0;
      for (const one of due) written += await this.attempt(tx, one);
      return written;
    });
    if (count > 0) void this.postman.nudge();
    return count;
  }

  /** One that fails waits for the next time, and keeps nobody else waiting. */
  private async attempt(tx: EntityManager, due: Due): Promise<number> {
    try {
      await tx.transaction(async (part) => {
        if (!(await this.confirm(part, due))) await part.query(DROP, [due.spaceId, due.bookingId]);
      });
      return 1;
    } catch (error) {
      this.logger.warn(`confirmation of ${due.bookingId}: ${(error as Error).message}`);
      return 0;
    }
  }

  /** As it stands now; what is no booking any more, what somebody else changed meanwhile and told of, or is not of who reads, is passed over. */
  private async confirm(tx: EntityManager, { spaceId, bookingId }: Due): Promise<boolean> {
    const [space, booking] = [await tx.findOneByOrFail(SpaceEntity, { id: spaceId }), await feedBooking(tx, spaceId, bookingId)];
    if (!booking || booking.cancelledAt || (await this.isToldOf(tx, booking, spaceId))) return false;
    const reader = await readerOf(tx, space, booking, this.clock.now());
    if (!reader) return false;
    await this.post(tx, space, booking, reader);
    await noteCalendar(tx, spaceId, booking, this.clock.now());
    return true;
  }

  private async isToldOf(tx: EntityManager, { id, bookedBy }: FeedBooking, spaceId: string): Promise<boolean> {
    return (await tx.query<unknown[]>(CHANGED, [spaceId, id, bookedBy])).length > 0;
  }

  private async post(tx: EntityManager, space: SpaceEntity, booking: FeedBooking, reader: Reader): Promise<void> {
    const now = this.clock.now();
    const nameRooms = await roomNames(tx, space.id);
    const { startsAt: start, endsAt: end, roomIds } = dateMeant(booking, undefined, now);
    const url = pageLink(this.config, `/${space.slug}/bookings/${booking.id}`);
    const words = bookingConfirmedLetter[reader.language]({
      ...{ title: booking.title, url, when: spanInWords({ start, end }, booking.zone, reader.language) },
      where: nameRooms(roomIds.length > 0 ? roomIds : booking.roomIds),
      spread: spreadInWords(spreadOf(booking, nameRooms, now), booking.zone, reader.language),
      skipped: booking.occurrences.filter(({ status }) => status === 'skipped').length,
    });
    const attendee = { name: reader.name, email: reader.email, status: 'ACCEPTED', comment: '' } as const;
    const calendar = calendarPart(this.config, { ...booking, url }, { attendee, isGone: false, nameRooms, now });
    const about = { kind: KIND, family: 'confirmations', space, calendars: calendar ? [calendar] : [] } as const;
    await this.notifications.write(tx, { ...about, letters: [{ reader, words }] });
  }
}

const DUE = `
  SELECT space_id AS "spaceId", booking_id AS "bookingId" FROM booking_confirmation WHERE told_version IS NULL
  ORDER BY booking_id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`;

const DROP = 'DELETE FROM booking_confirmation WHERE space_id = $1 AND booking_id = $2';

/** Who booked was told of a change by somebody else, or asked whether it suits; whom it invites is another matter. */
const CHANGED = `
  SELECT 1 FROM booking_reply WHERE space_id = $1 AND booking_id = $2 AND person_id = $3
  UNION ALL SELECT 1 FROM notification WHERE space_id = $1 AND subject_id = $2 AND person_id = $3 AND kind = 'booking-changed' LIMIT 1`;

/** Who booked, when they may see it still and chose to be written to for their calendar. */
export async function readerOf(tx: EntityManager, space: SpaceEntity, booking: FeedBooking, now: Date): Promise<Reader | undefined> {
  if (!(await mayHear(tx, space, booking.bookedBy, booking, now))) return undefined;
  const [reader] = await tx.query<Reader[]>(READER, [booking.bookedBy]);
  return reader && wayOf('confirmations', reader.ways) === 'mail' ? reader : undefined;
}

const READER = `
  SELECT p.id AS "personId", p.display_name AS name, p.email, p.language, coalesce(c.ways, '{}') AS ways
  FROM person p LEFT JOIN notification_preferences c ON c.person_id = p.id WHERE p.id = $1 AND p.erased_at IS NULL`;
