import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Chronicler, Clock, Jobs, isRetryable, record, refuse, sqlState } from '@bota/shared/api';
import { loadBooking } from '../booking.reads';
import { BookingLetters } from '../letters/booking.letters';
import { isTaken } from '../taken';
import { OVERDUE, RELEASE, STAGE } from './requests.queries';

const TRIES = 4;
/** The transaction was lost by a statement before. */
const LOST = '25P02';
type Loaded = NonNullable<Awaited<ReturnType<typeof loadBooking>>>;

/** What is kept until a moment is free from it on: by a job, and at once for who meets what is over. */
@Injectable()
export class Expiry implements OnModuleInit {
  private readonly logger = new Logger(Expiry.name);

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly chronicler: Chronicler,
    private readonly letters: BookingLetters,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({ name: 'booking.expire', cron: '* * * * *', run: async () => void (await this.expire()) });
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
    if (count > 0) this.chronicler.nudge();
    return count;
  }

  /**
   * Tries again what meets somebody who is at the same thing: what they took is seen then, and said; what a hold that is over had is free.
   * The refusal `busy` when it meets somebody each time.
   */
  async persevere<Done>(spaceId: string, act: () => Promise<Done>): Promise<Done> {
    for (let tries = 1; tries <= TRIES; tries++) {
      try {
        return await act();
      } catch (error) {
        if (!isTaken(error) && !isRetryable(error) && sqlState(error) !== LOST) throw error;
        await this.expire(spaceId);
      }
    }
    return refuse('busy');
  }

  private async end({ spaceId, id }: { spaceId: string; id: string }): Promise<number> {
    return this.db.transaction(async (tx) => {
      const loaded = await loadBooking(tx, spaceId, id, true);
      if (!loaded || !isOverdue(loaded, this.clock.now())) return 0;
      const { booking } = loaded;
      await tx.query(RELEASE, [spaceId, id]);
      await tx.query(STAGE, [spaceId, id, 'expired', this.clock.now(), null, '']);
      const whose = { entityId: id, spaceId, organisationId: booking.organisationId };
      await record(tx, { kind: 'booking.expired', ...whose, before: { stage: booking.stage }, facts: factsOf(loaded) });
      await this.letters.tellOfTime(tx, booking, booking.stage === 'held' ? 'hold-over' : 'request-over');
      return 1;
    });
  }
}

const factsOf = ({ occurrences }: Loaded) => ({ from: occurrences[0]?.startsAt, to: occurrences.at(-1)?.endsAt });

function isOverdue({ booking, occurrences }: Loaded, now: Date): boolean {
  if (booking.cancelledAt) return false;
  if (booking.stage === 'held') return booking.expiresAt !== null && booking.expiresAt <= now;
  return booking.stage === 'requested' && occurrences.every(({ status, startsAt }) => status !== 'requested' || startsAt <= now);
}
