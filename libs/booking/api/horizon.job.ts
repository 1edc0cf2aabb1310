import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { expand } from '@bota/booking/domain';
import { Chronicler, Clock, Jobs, newId, record } from '@bota/shared/api';
import { NOBODY } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { allocate, allocationsFor } from './allocations';
import { loadBooking } from './booking.reads';
import type { BookingRead } from './booking.view';
import { roomsAsked } from './bookings.service';
import { DATES_UPSERT } from './edit.queries';
import { factsFor } from './facts.queries';
import { Refusals } from './refusals';

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
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({ name: 'booking.roll-horizon', cron: '10 2 * * *', run: () => this.roll() });
    this.jobs.schedule({ name: 'booking.sweep-keys', cron: '40 2 * * *', run: () => this.sweepKeys() });
  }

  /** Extends every series that ends before today's horizon; running it twice adds nothing. */
  async roll(): Promise<void> {
    const due: { id: string; space: SpaceEntity }[] = await this.db.query(DUE, [this.clock.now()]);
    for (const { id, space } of due) {
      await this.extend(space, id).catch((error: Error) => this.logger.error(`series ${id} could not be extended: ${error.message}`));
    }
    this.chronicler.nudge();
  }

  private async extend(space: SpaceEntity, id: string): Promise<void> {
    const now = this.clock.now();
    const horizon = new Date(now.getTime() + space.horizonDays * DAY_MS);
    await this.db.transaction(async (tx) => {
      const loaded = await loadBooking(tx, space.id, id, true);
      if (!loaded?.booking.rrule || !loaded.booking.materialisedUntil || loaded.booking.materialisedUntil >= horizon) return;
      const { booking, occurrences } = loaded;
      const known = new Set(occurrences.map(({ recurrenceId }) => recurrenceId));
      const spans = datesUntil(booking, horizon).filter((span) => !known.has(span.wall));
      if (spans.length > 0) {
        const window = { from: spans[0]?.start ?? now, to: horizon };
        const facts = await factsFor(tx, { spaceId: space.id, zone: space.zone, roomIds: booking.roomIds, actor: NOBODY, now, ...window });
        const rooms = roomsAsked(facts, booking.roomIds);
        const wanted = { spans, rooms, ...(booking.attendees && { attendees: booking.attendees }) };
        const judged = await this.refusals.judgeAll({ space, person: { ...NOBODY, isResident: false } }, wanted, facts, now, tx);
        const dates = judged.map(({ span, reasons }) => ({ id: newId(), span, reasons }));
        const rows = dates.map(({ id: dateId, span, reasons }) => ({
          id: dateId,
          recurrence_id: span.wall,
          starts_at: span.start,
          ends_at: span.end,
          status: reasons.length > 0 ? 'skipped' : 'confirmed',
          flags: span.flags,
          reasons,
        }));
        await tx.query(DATES_UPSERT, [space.id, id, JSON.stringify(rows)]);
        const kept = dates
          .filter(({ reasons }) => reasons.length === 0)
          .map(({ id: dateId, span }) => ({ id: dateId, start: span.start, end: span.end }));
        await allocate(tx, space.id, id, allocationsFor(kept, rooms));
        await record(tx, {
          kind: 'booking.extended',
          entityId: id,
          spaceId: space.id,
          organisationId: booking.organisationId,
          after: { dates: kept.length },
          facts: window,
        });
      }
      await tx.query('UPDATE booking SET materialised_until = $3 WHERE space_id = $1 AND id = $2', [space.id, id, horizon]);
    });
  }

  /** Keys protect a retry, not an archive. */
  private async sweepKeys(): Promise<void> {
    await this.db.query('DELETE FROM idempotency_key WHERE created_at < $1', [new Date(this.clock.now().getTime() - 7 * DAY_MS)]);
  }
}

function datesUntil(booking: BookingRead, until: Date) {
  const { wallStart: start, wallEnd: end, zone, rrule, exdates } = booking;
  return expand({ start, end, zone, rrule: rrule ?? '', exdates }, { until, most: 5000 }).spans;
}

const DUE = `
  SELECT b.id, json_build_object('id', s.id, 'zone', s.zone, 'horizonDays', s.horizon_days, 'slug', s.slug) AS space
  FROM booking b JOIN space s ON s.id = b.space_id
  WHERE b.materialised_until < $1::timestamptz + make_interval(days => s.horizon_days) AND b.cancelled_at IS NULL`;
