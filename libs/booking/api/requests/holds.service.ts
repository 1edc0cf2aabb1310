import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Booking, roomsToApprove } from '@bota/booking/domain';
import { Chronicler, Clock, isRetryable, Jobs, record, refuse } from '@bota/shared/api';
import type { Asking } from '../asking';
import { BookingEdits } from '../booking.edits';
import { BookingReads, loadBooking } from '../booking.reads';
import type { BookingRead } from '../booking.view';
import { factsFor, roomsAsked } from '../facts.queries';
import { askerOf } from '../judgement';
import { BookingLetters } from '../letters/booking.letters';
import { isTaken } from '../taken';
import { Confirmation } from './confirmation';
import { OVERDUE, STAGE } from './requests.queries';

const TRIES = 4;
type Loaded = NonNullable<Awaited<ReturnType<typeof loadBooking>>>;

/** What is kept undecided: who holds it confirms it in time, or lets it go. */
@Injectable()
export class Holds implements OnModuleInit {
  private readonly logger = new Logger(Holds.name);

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly chronicler: Chronicler,
    private readonly edits: BookingEdits,
    private readonly reads: BookingReads,
    private readonly confirmation: Confirmation,
    private readonly letters: BookingLetters,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({ name: 'booking.expire', cron: '* * * * *', run: async () => void (await this.expire()) });
  }

  /** Confirmed, or asked for where a room wants approval: it keeps its rooms either way. */
  async confirm(asking: Asking, id: string, version?: number): Promise<Booking> {
    for (let tries = 1; tries <= TRIES; tries++) {
      try {
        await this.db.transaction((tx) => this.within(tx, asking, id, version));
        this.chronicler.nudge();
        return await this.reads.one(asking.person, asking.space, id);
      } catch (error) {
        if (!isTaken(error) && !isRetryable(error)) throw error;
      }
    }
    return refuse('busy');
  }

  private async within(tx: EntityManager, asking: Asking, id: string, version?: number): Promise<void> {
    const loaded = await this.edits.loadForChange(tx, asking, id, version);
    const { booking, occurrences } = loaded;
    const now = this.clock.now();
    if (booking.stage !== 'held' || (booking.expiresAt ?? now) <= now) refuse('booking/not-held');
    const asks = await this.needsApproval(tx, asking, loaded);
    const asker = askerOf(asking.person, asking.space.id, booking.organisationId);
    if (!asks) await this.confirmation.confirm(tx, { ...asking, booking, occurrences, asker, onRefused: 'refuse' });
    await tx.query(STAGE, [booking.spaceId, id, asks ? 'requested' : 'confirmed', now, null, '']);
    const { person, space, requestId } = asking;
    const whose = { entityId: id, spaceId: space.id, personId: person.personId, organisationId: booking.organisationId };
    await record(tx, { kind: asks ? 'booking.requested' : 'booking.confirmed', ...whose, requestId, facts: factsOf(loaded) });
  }

  private async needsApproval(tx: EntityManager, { person, space }: Asking, { booking, occurrences }: Loaded): Promise<boolean> {
    const window = { from: booking.startsAt, to: booking.endsAt, now: this.clock.now() };
    const facts = await factsFor(tx, { spaceId: space.id, zone: space.zone, roomIds: booking.roomIds, actor: person, ...window });
    const rooms = roomsAsked(facts, booking.roomIds);
    const asker = askerOf(person, space.id, booking.organisationId);
    const spans = occurrences.map(({ startsAt: start, endsAt: end }) => ({ start, end }));
    return spans.some((span) => roomsToApprove({ rooms, span, asker, zone: space.zone }).length > 0);
  }

  /** Ends holds that are over, and requests nobody answered in time; answers how many. Running it twice ends nothing twice. */
  async expire(spaceId: string | null = null): Promise<number> {
    const overdue: { spaceId: string; id: string }[] = await this.db.query(OVERDUE, [this.clock.now(), spaceId]);
    let count = 0;
    for (const one of overdue) {
      count += await this.end(one).catch((error: Error) => {
        this.logger.error(`booking ${one.id} could not expire: ${error.message}`);
        return 0;
      });
    }
    if (count > 0) {
      this.chronicler.nudge();
      this.letters.send();
    }
    return count;
  }

  private async end({ spaceId, id }: { spaceId: string; id: string }): Promise<number> {
    return this.db.transaction(async (tx) => {
      const loaded = await loadBooking(tx, spaceId, id, true);
      if (!loaded || !isOverdue(loaded, this.clock.now())) return 0;
      const { booking } = loaded;
      await this.confirmation.release(tx, booking);
      await tx.query(STAGE, [spaceId, id, 'expired', this.clock.now(), null, '']);
      const whose = { entityId: id, spaceId, organisationId: booking.organisationId };
      await record(tx, { kind: 'booking.expired', ...whose, before: { stage: booking.stage }, facts: factsOf(loaded) });
      await this.letters.tellOfTime(tx, booking, booking.stage === 'held' ? 'hold-over' : 'request-over');
      return 1;
    });
  }
}

const factsOf = ({ occurrences }: Loaded) => ({ from: occurrences[0]?.startsAt, to: occurrences.at(-1)?.endsAt });

function isOverdue({ booking, occurrences }: { booking: BookingRead; occurrences: Loaded['occurrences'] }, now: Date): boolean {
  if (booking.cancelledAt) return false;
  if (booking.stage === 'held') return booking.expiresAt !== null && booking.expiresAt <= now;
  return booking.stage === 'requested' && occurrences.every(({ status, startsAt }) => status !== 'requested' || startsAt <= now);
}
