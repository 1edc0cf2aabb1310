import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type AskedSince, releaseOf } from '@bota/booking/domain';
import { Chronicler, Clock, Jobs, record } from '@bota/shared/api';
import { loadBooking } from '../booking.reads';
import { BookingLetters } from '../letters/booking.letters';
import { NEXT_VERSION } from '../edit.queries';
import { ASKED, AWAITED, RELEASE_DATE } from './check-in.queries';

type Awaited = { spaceId: string; bookingId: string; id: string };

/** What nobody came to is released, once, whichever process comes first and however late it comes; what is over is left alone. */
@Injectable()
export class NoShows implements OnModuleInit {
  private readonly logger = new Logger(NoShows.name);

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly chronicler: Chronicler,
    private readonly letters: BookingLetters,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({ name: 'booking.release-no-shows', cron: '* * * * *', run: async () => void (await this.release()) });
  }

  /** Answers how many dates were released; running it twice, or twice at once, releases nothing twice. */
  async release(): Promise<number> {
    const awaited = await this.db.query<Awaited[]>(AWAITED, [this.clock.now()]);
    let count = 0;
    for (const one of awaited) {
      const isReleased = await this.db
        .transaction((tx) => this.releaseOne(tx, one))
        .catch((error: Error) => this.logger.error(`date ${one.id} could not be released: ${error.message}`));
      if (isReleased) count += 1;
    }
    if (count > 0) this.chronicler.nudge();
    return count;
  }

  private async releaseOne(tx: EntityManager, { spaceId, bookingId, id }: Awaited): Promise<boolean> {
    const loaded = await loadBooking(tx, spaceId, bookingId, true);
    const date = loaded?.occurrences.find((one) => one.id === id);
    if (!loaded || !date) return false;
    const { booking } = loaded;
    const now = this.clock.now();
    const { startsAt: start, endsAt: end } = date;
    const asked = await tx.query<AskedSince[]>(ASKED, [spaceId, id]);
    const releases = releaseOf({ start, end, asked, changedAt: booking.updatedAt });
    if (!releases || releases > now) return false;
    const gone = await tx.query<unknown[]>(RELEASE_DATE, [spaceId, id, now]);
    if (gone.length === 0) return false;
    await tx.query(NEXT_VERSION, [spaceId, bookingId, now]);
    const whose = { entityId: bookingId, spaceId, organisationId: booking.organisationId };
    await record(tx, { kind: 'booking.released', ...whose, after: { start, end }, facts: { from: start, to: end } });
    await this.letters.tellOfTime(tx, booking, 'no-show', start);
    return true;
  }
}
