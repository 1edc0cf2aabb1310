import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, Clock, type Config, Jobs, LetterSamples, Notifications, Postman, pageLink } from '@bota/shared/api';
import { addMinutes, spanInWords } from '@bota/shared/domain';
import { SpaceEntity } from '@bota/spaces/api';
import { feedBooking, roomNames } from '../feeds/feed.queries';
import { calendarPart } from '../letters/calendar.part';
import { dateMeant } from '../letters/date.meant';
import { spreadInWords, spreadOf } from '../letters/spread';
import { type Known, hasDates, knownOf, takesPlace } from '../participants/invitation.telling';
import { AskingReplies } from '../replies/asking.replies';
import { CHANGED_SINCE, FORGET_CALENDARS, GO_ON, calendarKnows, noteCalendar, passOver } from './calendar.knowledge';
import { type Reader, readerOf } from './confirmations';
import { type OwnAct, ownLetter, ownSample } from './own.words';

/** Dragging and undoing it leave a pause: what was changed within it is one change. */
const PAUSE_MINUTES = 2;
const AT_ONCE = 100;
const ACTS: readonly OwnAct[] = ['changed', 'cancelled'];
type Due = { spaceId: string; bookingId: string };

/**
 * Who changes or cancels what they booked brings it up to date in their calendar too, by a letter, when a letter put it there. It is found
 * by comparing what their calendar knows with what is: whatever changed it, each version is told once, and nothing of what was undone.
 */
@Injectable()
export class OwnChanges implements OnModuleInit {
  private readonly logger = new Logger(OwnChanges.name);

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly samples: LetterSamples,
    private readonly notifications: Notifications,
    private readonly replies: AskingReplies,
    private readonly postman: Postman,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const [start, end] = [new Date('2026-03-16T09:00:00Z'), new Date('2026-03-16T10:00:00Z')];
    for (const act of ACTS)
      this.samples.declare(kindOf(act), (language) =>
        ownLetter(act, ownSample(spanInWords({ start, end }, 'Europe/Brussels', language)), language),
      );
    this.jobs.schedule({ name: 'booking.own-changes', cron: '* * * * *', run: async () => void (await this.write()) });
    this.jobs.schedule({ name: 'booking.calendars', cron: '50 3 * * *', run: () => this.forget() });
  }

  /** Tells of what changed and rests since, a booking at a time; answers how many were looked at. */
  async write(): Promise<number> {
    let count = 0;
    const passed: string[] = [];
    while (count + passed.length < AT_ONCE) {
      const went = await this.attempt(passed);
      if (went === undefined) break;
      if (went) count += 1;
    }
    if (count > 0) void this.postman.nudge();
    return count;
  }

  async forget(): Promise<void> {
    await this.db.query(FORGET_CALENDARS, [this.clock.now()]);
  }

  /** One that fails, or whose continuation is still being changed, waits for the next time, and keeps nobody else waiting. */
  private async attempt(passed: string[]): Promise<boolean | undefined> {
    let due: Due | undefined;
    try {
      const isDone = await this.db.transaction(async (tx) => {
        [due] = await tx.query<Due[]>(CHANGED_SINCE, [this.quietSince(), passed]);
        return due && (await this.writeOne(tx, due));
      });
      if (!due) return undefined;
      if (isDone) return true;
    } catch (error) {
      if (!due) throw error;
      this.logger.warn(`calendar of ${due.bookingId}: ${(error as Error).message}`);
    }
    passed.push(due.bookingId);
    return false;
  }

  private quietSince(): Date {
    return addMinutes(this.clock.now(), -PAUSE_MINUTES);
  }

  /** False when it has to wait. A series that is cut is told with what goes on from it. */
  private async writeOne(tx: EntityManager, { spaceId, bookingId }: Due): Promise<boolean> {
    const goOn = await tx.query<{ id: string }[]>(GO_ON, [spaceId, bookingId]);
    const all: Known[] = [];
    for (const id of [bookingId, ...goOn.map((one) => one.id)]) all.push(await this.know(tx, spaceId, id));
    const [ended, ...next] = all;
    if (!ended || next.some(({ booking }) => booking.updatedAt > this.quietSince())) return false;
    const told = [...next.filter(takesPlace), ...(ended.isNews || next.some(takesPlace) ? [ended] : [])];
    if (told.length > 0 && !(await this.tell(tx, spaceId, told))) await passOver(tx, spaceId, ended.booking);
    else for (const { booking } of all) await noteCalendar(tx, spaceId, booking, this.clock.now());
    return true;
  }

  private async know(tx: EntityManager, spaceId: string, id: string): Promise<Known> {
    const booking = await feedBooking(tx, spaceId, id);
    if (!booking) throw new Error('no such booking');
    return knownOf(booking, [], await calendarKnows(tx, spaceId, id), this.clock.now());
  }

  /** False when who booked hears nothing: they chose so, left, or may not see it any more. */
  private async tell(tx: EntityManager, spaceId: string, told: readonly Known[]): Promise<boolean> {
    const [first] = told as [Known];
    const space = await tx.findOneByOrFail(SpaceEntity, { id: spaceId });
    const reader = await readerOf(tx, space, first.booking, this.clock.now());
    if (!reader) return false;
    await this.post(tx, space, told, reader);
    return true;
  }

  private async post(tx: EntityManager, space: SpaceEntity, told: readonly Known[], reader: Reader): Promise<void> {
    const now = this.clock.now();
    const [first] = told as [Known];
    const { booking } = first;
    const nameRooms = await roomNames(tx, space.id);
    const urlOf = (id: string) => pageLink(this.config, `/${space.slug}/bookings/${id}`);
    const act = takesPlace(first) ? 'changed' : 'cancelled';
    const ended = act === 'cancelled' ? booking.occurrences.find(({ endsAt }) => endsAt > now)?.startsAt : undefined;
    const { startsAt: start, endsAt: end, roomIds } = dateMeant(booking, ended, now);
    const { language } = reader;
    const change = {
      ...{ title: booking.title, url: urlOf(booking.id), when: spanInWords({ start, end }, booking.zone, language) },
      where: nameRooms(roomIds.length > 0 ? roomIds : booking.roomIds),
      spread: spreadInWords(spreadOf(booking, nameRooms, now), booking.zone, language),
    };
    const calendars = [];
    for (const one of told.map((known) => known.booking)) {
      const attendee = await this.replies.guest(tx, space.id, one.id, reader);
      calendars.push(calendarPart(this.config, { ...one, url: urlOf(one.id) }, { attendee, isGone: !hasDates(one), nameRooms, now }));
    }
    await this.notifications.write(tx, {
      ...{ kind: kindOf(act), family: 'confirmations', space },
      calendars: calendars.filter((part) => part !== undefined),
      letters: [{ reader, words: ownLetter(act, change, language) }],
    });
  }
}

const kindOf = (act: OwnAct) => `own-booking-${act}`;
