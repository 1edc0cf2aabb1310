import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { BookingDraft, type WaitlistDraft, besidesTaken, offerEnd } from '@bota/booking/domain';
import { actorOf } from '@bota/people/api';
import { Chronicler, Clock, NotificationKinds, Notifications, Refusal, isRetryable, record, recordAll, sqlState } from '@bota/shared/api';
import type { Reason } from '@bota/shared/domain';
import { SpaceEntity } from '@bota/spaces/api';
import { BookingsService } from '../bookings.service';
import { roomNames } from '../feeds/feed.queries';
import { withoutNames } from '../judgement';
import { holdPeriods } from '../quotas/quota.books';
import { offeredKind } from './offered.letter';
import { nearest } from './waitlist.service';
import { END_WITHOUT_CLAIM, HOLD_ENTRY, HOUSES, LOOKS_FREE, PASSED_OVER, SERVED, SWEEP } from './waitlist.queries';

const TRIES = 4;
type Waiting = {
  id: string;
  personId: string;
  organisationId: string;
  draft: WaitlistDraft;
  start: Date;
  end: Date;
  reasons: Reason[];
};
type Ended = { spaceId: string; id: string; organisationId: string; ending: string; title: string; start: Date; end: Date };
type Offer = { space: SpaceEntity; entry: Waiting; bookingId: string; until: Date };

/** What has come free is kept for a while for who waits for it, in the order in which they came. */
@Injectable()
export class Offers implements OnModuleInit {
  private readonly logger = new Logger(Offers.name);

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly bookings: BookingsService,
    private readonly chronicler: Chronicler,
    private readonly kinds: NotificationKinds,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    this.kinds.declare(offeredKind);
  }

  /** In one house or all; running twice, or twice at once, offers nothing twice. Answers how many offers were made. */
  async serve(spaceId: string | null = null): Promise<number> {
    await this.endWithoutClaim(spaceId);
    const houses = await this.db.query<{ id: string }[]>(HOUSES, [spaceId]);
    let count = 0;
    for (const { id } of houses) count += await this.serveHouse(id);
    this.chronicler.nudge();
    return count;
  }

  /** What has no claim any more waits no longer: it is too near, the room is gone, or who waits has left. */
  private async endWithoutClaim(spaceId: string | null): Promise<void> {
    const now = this.clock.now();
    await this.db.query(SWEEP, [now]);
    await this.db.transaction(async (tx) => {
      const [ended] = await tx.query<[Ended[], number]>(END_WITHOUT_CLAIM, [spaceId, nearest(now), now]);
      const entries = ended.map(({ id: entityId, spaceId, organisationId, ending, title, start, end }) => ({
        ...{ kind: 'waitlist.ended', entityId, spaceId, organisationId },
        after: { title, start, end, reason: ending },
        facts: { from: start, to: end },
      }));
      await recordAll(tx, entries);
    });
  }

  private async serveHouse(spaceId: string): Promise<number> {
    for (let tries = 1; tries <= TRIES; tries++) {
      try {
        return await this.pass(spaceId);
      } catch (error) {
        if (!isInterrupted(error)) {
          this.logger.error(`waiting list of ${spaceId} could not be served: ${(error as Error).message}`);
          return 0;
        }
      }
    }
    // The job comes back to it.
    return 0;
  }

  /** In one view of what is taken, so that nobody is passed over for a room that came free while it was looked at. */
  private pass(spaceId: string): Promise<number> {
    return this.db.transaction('REPEATABLE READ', async (tx) => {
      const space = await tx.findOneByOrFail(SpaceEntity, { id: spaceId });
      const entries = await tx.query<Waiting[]>(LOOKS_FREE, [spaceId, nearest(this.clock.now())]);
      await holdPeriods(tx, space, entries);
      let count = 0;
      for (const entry of entries) if (await this.offer(tx, space, entry)) count += 1;
      return count;
    });
  }

  /** Judged as any wish of theirs would be now; what no longer passes keeps its place, with the reason. */
  private async offer(tx: EntityManager, space: SpaceEntity, entry: Waiting): Promise<boolean> {
    const now = this.clock.now();
    const [person, until] = [await actorOf(tx, entry.personId), offerEnd(entry.start, now)];
    const [waits] = await tx.query<unknown[]>(HOLD_ENTRY, [space.id, entry.id]);
    if (!person || !until || !waits) return false;
    try {
      // `skip`: judged whole before anything is written. Refused, nothing of the attempt stays.
      const draft = { ...BookingDraft.parse(entry.draft), onRefused: 'skip' as const };
      const asking = { person, space, requestId: `waitlist ${entry.id}`, offeredUntil: until };
      const { id: bookingId } = await tx.transaction((part) => this.bookings.within(part, this.clock).create(asking, draft));
      await tx.query(SERVED, [space.id, entry.id, now, bookingId]);
      await this.tell(tx, { space, entry, bookingId, until });
      return true;
    } catch (error) {
      if (isInterrupted(error)) throw error;
      // What cannot be made of one keeps nobody else waiting.
      if (!(error instanceof Refusal)) {
        this.logger.error(`entry ${entry.id} of the waiting list could not be served: ${(error as Error).message}`);
        return false;
      }
      await tx.query(PASSED_OVER, [space.id, entry.id, JSON.stringify(withoutNames(besidesTaken(error.particulars.reasons ?? [])))]);
      return false;
    }
  }

  private async tell(tx: EntityManager, { space, entry, bookingId, until }: Offer): Promise<void> {
    const { id: entityId, organisationId, personId, draft, start, end } = entry;
    const after = { title: draft.title, start, end, until };
    await record(tx, { kind: 'waitlist.offered', entityId, spaceId: space.id, organisationId, after, facts: { from: start, to: end } });
    const nameRooms = await roomNames(tx, space.id);
    const times = { start: start.toISOString(), end: end.toISOString(), until: until.toISOString(), zone: space.zone };
    const facts = { title: draft.title, house: space.name, where: nameRooms(draft.roomIds), ...times };
    const about = { kind: offeredKind.kind, key: `waitlist-offered:${entityId}:${bookingId}`, path: `bookings/${bookingId}` };
    await this.notifications.tell(tx, { ...about, space, subjectId: bookingId, to: [personId], facts });
  }
}

/** Somebody else was at the same thing: with a new view it goes on, or there is nothing left to do. */
const isInterrupted = (error: unknown): boolean => isRetryable(error) || sqlState(error) === '25P02';
