import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { auditTime, filter } from 'rxjs';
import { DataSource, type EntityManager } from 'typeorm';
import { PARTICIPANTS_KEPT_DAYS, type Told, hasChanged, toldOf } from '@bota/booking/domain';
import { Clock, Jobs, Live, Postman, InTurn } from '@bota/shared/api';
import { addMinutes } from '@bota/shared/domain';
import { SpaceEntity } from '@bota/spaces/api';
import { type FeedBooking, feedBooking } from '../feeds/feed.queries';
import { type Hearer, InvitationLetters } from './invitation.letters';
import { DUE, FORGET, FORGET_INVITATIONS, INVITATION, SUCCESSOR, TOLD, WHO_HEARS } from './participant.queries';

const PAUSE_MS = 1000;
const [DAY_MINUTES, AT_ONCE] = [24 * 60, 100];
type Due = { spaceId: string; bookingId: string };
type Participant = Hearer & { toldAt: Date | null; removedAt: Date | null };
/** A booking, whom it concerns and whether what they know of it is still so. */
type Known = { booking: FeedBooking; now: Told; people: Participant[]; isNews: boolean; wasTold: boolean };

/**
 * Participants are told by comparing what they know of a booking with what it is: whatever changed it, and however often it is looked at,
 * each hears once. What was changed twice before it was looked at is one change.
 */
@Injectable()
export class Invitations implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Invitations.name);
  private readonly inTurn = new InTurn(this.logger);

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly live: Live,
    private readonly letters: InvitationLetters,
    private readonly postman: Postman,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({ name: 'booking.invitations', cron: '* * * * *', run: async () => void (await this.write()) });
    this.jobs.schedule({ name: 'booking.participants', cron: '35 3 * * *', run: () => this.forget() });
    if (!this.jobs.areOn) return;
    const isOfBooking = ({ kind }: { kind: string }) => kind.startsWith('booking.') && kind !== 'booking.replied';
    this.live.announced.pipe(filter(isOfBooking), auditTime(PAUSE_MS)).subscribe(() => {
      this.inTurn.add(() => this.write());
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.inTurn.end();
  }

  /** Tells of what changed, a booking at a time; answers how many bookings. */
  async write(): Promise<number> {
    let count = 0;
    const failed: string[] = [];
    while (count < AT_ONCE && (await this.attempt(failed))) count += 1;
    if (count > 0) void this.postman.nudge();
    return count;
  }

  /** One that fails waits for the next time, and keeps nobody else waiting. */
  private async attempt(failed: string[]): Promise<boolean> {
    let due: Due | undefined;
    try {
      return await this.db.transaction(async (tx) => {
        [due] = await tx.query<Due[]>(DUE, [failed]);
        return due !== undefined && this.writeOne(tx, due);
      });
    } catch (error) {
      if (!due) throw error;
      this.logger.warn(`invitations of ${due.bookingId}: ${(error as Error).message}`);
      failed.push(due.bookingId);
      return this.attempt(failed);
    }
  }

  /** Whom a booking invited is kept no longer than it is good for; running it twice does no harm. */
  async forget(): Promise<void> {
    const before = addMinutes(this.clock.now(), -PARTICIPANTS_KEPT_DAYS * DAY_MINUTES);
    await this.db.query(FORGET, [before]);
    await this.db.query(FORGET_INVITATIONS, [before]);
  }

  private async writeOne(tx: EntityManager, due: Due): Promise<boolean> {
    const space = await tx.findOneByOrFail(SpaceEntity, { id: due.spaceId });
    const known = await this.know(tx, due);
    if (!known) return false;
    const [next] = await tx.query<{ id: string }[]>(SUCCESSOR, [due.spaceId, due.bookingId]);
    const successor = next && (await this.know(tx, { ...due, bookingId: next.id }));
    if (successor) await this.tellOfSuccessor(tx, space, known, successor);
    else for (const whom of known.people) await this.tell(tx, space, known, whom);
    for (const one of successor ? [known, successor] : [known])
      await tx.query(TOLD, [due.spaceId, one.booking.id, this.clock.now(), one.booking.version, JSON.stringify(one.now)]);
    return true;
  }

  private async know(tx: EntityManager, { spaceId, bookingId }: Due): Promise<Known | null> {
    const booking = await feedBooking(tx, spaceId, bookingId);
    if (!booking) return null;
    const [invitation] = await tx.query<{ told: Told | null }[]>(INVITATION, [spaceId, bookingId]);
    const people = await tx.query<Participant[]>(WHO_HEARS, [spaceId, bookingId]);
    const moment = this.clock.now();
    const now = toldOf(booking, moment);
    const before = invitation?.told ?? null;
    return { booking, now, people, wasTold: before !== null, isNews: before === null || hasChanged(before, now, moment) };
  }

  private async tell(tx: EntityManager, space: SpaceEntity, known: Known, whom: Participant): Promise<void> {
    const { booking, isNews } = known;
    const takesPlace = !booking.cancelledAt && Object.keys(known.now.dates).length > 0;
    const write = (act: 'invited' | 'changed' | 'removed' | 'cancelled') => this.letters.write(tx, space, { act, whom, booking });
    if (!whom.toldAt) return whom.removedAt || !takesPlace ? undefined : write('invited');
    if (whom.removedAt) return isOver(known, this.clock.now()) ? undefined : write('removed');
    if (isNews) return takesPlace ? write('changed') : write('cancelled');
  }

  /** Who goes on with the series hears of both halves at once; who does not, that the first one ends. */
  private async tellOfSuccessor(tx: EntityManager, space: SpaceEntity, ended: Known, next: Known): Promise<void> {
    const goesOn = new Set<string>();
    for (const whom of next.people.filter(({ removedAt }) => !removedAt)) {
      const before = ended.people.find(({ email, removedAt }) => !removedAt && email.toLowerCase() === whom.email.toLowerCase());
      if (before) goesOn.add(before.id);
      const act = before?.toldAt ? 'changed' : 'invited';
      await this.letters.write(tx, space, { act, whom, booking: next.booking, ...(before && { beside: ended.booking }) });
    }
    for (const whom of ended.people.filter(({ id }) => !goesOn.has(id))) await this.tell(tx, space, ended, whom);
  }
}

/** Nobody has to be told that they are not expected at what has passed. */
const isOver = ({ booking }: Known, now: Date): boolean => booking.occurrences.every(({ endsAt }) => endsAt <= now);
