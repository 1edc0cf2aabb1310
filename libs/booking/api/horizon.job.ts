import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Chronicler, Clock, Jobs } from '@bota/shared/api';
import type { SpaceEntity } from '@bota/spaces/api';
import { loadBooking } from './booking.reads';
import { HORIZON_OF_ROOMS } from './edit.queries';
import { excludedDays } from './exclusion.queries';
import { extendSeries, missingDates } from './horizon.extension';
import { Refusals } from './refusals';
import { Expiry } from './requests/expiry';

const DAY_MS = 86_400_000;

/** Series without end get their dates as the horizon moves on; a taken date is kept as skipped, with its reason. */
@Injectable()
export class HorizonJob implements OnModuleInit {
  private readonly logger = new Logger(HorizonJob.name);

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly chronicler: Chronicler,
    private readonly refusals: Refusals,
    private readonly expiry: Expiry,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({ name: 'booking.roll-horizon', cron: '10 2 * * *', run: () => this.roll() });
    this.jobs.schedule({ name: 'booking.sweep-keys', cron: '40 2 * * *', run: () => this.sweepKeys() });
  }

  /** Extends every series that ends before today's horizon; running it twice adds nothing. */
  async roll(): Promise<void> {
    const due: { id: string; space: SpaceEntity }[] = await this.db.query(DUE, [this.clock.now()]);
    for (const { id, space } of due) {
      await this.expiry
        .persevere(space.id, () => this.extend(space, id))
        .catch((error: Error) => this.logger.error(`series ${id} could not be extended: ${error.message}`));
    }
    this.chronicler.nudge();
  }

  private async extend(space: SpaceEntity, id: string): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const loaded = await loadBooking(tx, space.id, id, true);
      const horizon = await this.horizonOf(tx, space, loaded?.booking.roomIds ?? []);
      if (
        loaded?.booking.stage !== 'confirmed' ||
        !loaded.booking.rrule ||
        !loaded.booking.materialisedUntil ||
        loaded.booking.materialisedUntil >= horizon
      )
        return;
      const { booking, occurrences } = loaded;
      const days = await excludedDays(tx, space.id, booking.excludes);
      const spans = missingDates(booking, occurrences, horizon, days);
      if (spans.length > 0) await extendSeries(tx, { space, booking, occurrences, spans, refusals: this.refusals, now });
      await tx.query('UPDATE booking SET materialised_until = $3 WHERE space_id = $1 AND id = $2', [space.id, id, horizon]);
    });
  }

  /** No further than its rooms are booked ahead. */
  private async horizonOf(tx: EntityManager, { id: spaceId, horizonDays }: SpaceEntity, roomIds: string[]): Promise<Date> {
    const [row] = await tx.query<{ days: number | null }[]>(HORIZON_OF_ROOMS, [spaceId, roomIds]);
    return new Date(this.clock.now().getTime() + Math.min(horizonDays, row?.days ?? horizonDays) * DAY_MS);
  }

  /** Keys protect a retry, not an archive. */
  private async sweepKeys(): Promise<void> {
    await this.db.query('DELETE FROM idempotency_key WHERE created_at < $1', [new Date(this.clock.now().getTime() - 7 * DAY_MS)]);
  }
}

const DUE = `
  SELECT b.id, json_build_object('id', s.id, 'zone', s.zone, 'horizonDays', s.horizon_days, 'slug', s.slug) AS space
  FROM booking b JOIN space s ON s.id = b.space_id
  WHERE b.materialised_until < $1::timestamptz + make_interval(days => s.horizon_days) AND b.stage = 'confirmed' AND b.cancelled_at IS NULL`;
