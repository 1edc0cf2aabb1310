import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { filter } from 'rxjs';
import { CONFIG, type Config, Jobs, Live, InTurn } from '@bota/shared/api';
import { SkippedDates } from './skipped.dates';
import { Offers } from './waitlist/offers.service';

/** Changes of these may free rooms, or open them. Kinds that join are heard by themselves. */
const MAY_FREE = /^(booking|closure|room|space|season|quota)\./;
/** These only take; and what the hook itself does is no news to it. */
const ONLY_TAKE = [
  ...['booking.created', 'booking.requested', 'booking.held', 'booking.confirmed', 'booking.accepted', 'booking.regained'],
  ...['booking.checked-in', 'booking.reinstated'],
];
/** A room may have come free while somebody began to wait for it. */
const WAITS_ANEW = 'waitlist.joined';

export const mayFree = (kind: string): boolean => kind === WAITS_ANEW || (MAY_FREE.test(kind) && !ONLY_TAKE.includes(kind));

/**
 * The one place where what has come free is given on, whatever freed it: first to the skipped dates of what is booked, then to who waits.
 * Each process hears of each change; the job finds what was missed while no process lived.
 */
@Injectable()
export class FreedRooms implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(FreedRooms.name);
  private readonly inTurn = new InTurn(this.logger);

  constructor(
    private readonly jobs: Jobs,
    private readonly live: Live,
    private readonly skipped: SkippedDates,
    private readonly offers: Offers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    // Named when only skipped dates waited; a schedule that is renamed would leave its old queue behind.
    this.jobs.schedule({ name: 'booking.retry-skipped', cron: '*/10 * * * *', run: () => this.give() });
    if (!this.config.BOTA_JOBS) return;
    this.live.announced.pipe(filter(({ kind }) => mayFree(kind))).subscribe(({ spaceId }) => {
      this.inTurn.add(() => this.give(spaceId));
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.skipped.stop();
    await this.inTurn.end();
  }

  /** In one house or all; running twice, or twice at once, gives nothing twice. */
  async give(spaceId: string | null = null): Promise<void> {
    await this.skipped.retry(spaceId);
    await this.offers.serve(spaceId);
  }
}
