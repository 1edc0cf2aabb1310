import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Chronicler, Clock, NotificationKinds, Notifications, isRetryable, record } from '@bota/shared/api';
import type { SpaceEntity } from '@bota/spaces/api';
import { allocate, allocationsFor } from './allocations';
import { loadBooking } from './booking.reads';
import { NEXT_VERSION } from './edit.queries';
import { spanOf } from './booking.spans';
import { BookingLetters } from './letters/booking.letters';
import type { BookingRead, OccurrenceRead } from './booking.view';
import { regainedKind } from './regained.letter';
import { Refusals } from './refusals';
import { isTaken } from './taken';

const TRIES = 4;
type Waiting = { id: string; bookingId: string; space: SpaceEntity };
type Regained = Waiting & { booking: BookingRead; date: OccurrenceRead };

/** Skipped dates of those who asked for it are booked when their rooms are freed: who asked first comes first, nothing that has begun. */
@Injectable()
export class SkippedDates implements OnModuleInit {
  private readonly logger = new Logger(SkippedDates.name);
  private isStopped = false;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly chronicler: Chronicler,
    private readonly refusals: Refusals,
    private readonly kinds: NotificationKinds,
    private readonly notifications: Notifications,
    private readonly letters: BookingLetters,
  ) {}

  onModuleInit(): void {
    this.kinds.declare(regainedKind);
  }

  /** Ends with the date that is being tried. */
  stop(): void {
    this.isStopped = true;
  }

  /** Tries every date that waits, in one house or all; running twice, or twice at once, books nothing twice. */
  async retry(spaceId: string | null = null): Promise<void> {
    const waiting = await this.db.query<Waiting[]>(WAITING, [this.clock.now(), spaceId]);
    let count = 0;
    for (const one of waiting) if (!this.isStopped && (await this.regain(one))) count += 1;
    if (count === 0) return;
    this.chronicler.nudge();
  }

  private async regain(one: Waiting): Promise<boolean> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.db.transaction((tx) => this.take(tx, one));
      } catch (error) {
        if (tries < TRIES && isRetryable(error)) continue;
        // Somebody was quicker: it waits on.
        if (!isTaken(error)) this.logger.error(`date ${one.id} could not be tried again: ${(error as Error).message}`);
        return false;
      }
    }
  }

  private async take(tx: EntityManager, one: Waiting): Promise<boolean> {
    const now = this.clock.now();
    const { id, bookingId, space } = one;
    const loaded = await loadBooking(tx, space.id, bookingId, true);
    const date = loaded?.occurrences.find((occurrence) => occurrence.id === id);
    if (
      !loaded ||
      !date ||
      !loaded.booking.retrySkipped ||
      loaded.booking.stage !== 'confirmed' ||
      date.status !== 'skipped' ||
      date.startsAt <= now
    )
      return false;
    const { booking } = loaded;
    const span = spanOf(date);
    const { judged, wanted, facts, priceOf } = await this.refusals.judgeKept(
      tx,
      { space, booking, spans: [span], aside: date.overridden },
      now,
    );
    if (judged.some(({ reasons }) => reasons.length > 0)) return false;
    const rows = allocationsFor([{ id, ...span }], wanted.rooms, wanted);
    await allocate(tx, { spaceId: space.id, bookingId, rows, judgedBy: facts });
    await tx.query(CONFIRM, [space.id, id, priceOf(span)]);
    await tx.query(NEXT_VERSION, [space.id, bookingId, now]);
    await this.tell(tx, { ...one, booking, date });
    return true;
  }

  private async tell(tx: EntityManager, { booking, date, space }: Regained): Promise<void> {
    const { id: entityId, organisationId, title, zone, version } = booking;
    const { startsAt: start, endsAt: end } = date;
    const times = { from: start, to: end };
    await record(tx, { kind: 'booking.regained', entityId, spaceId: space.id, organisationId, after: { start, end }, facts: times });
    const facts = { title: date.ownTitle ?? title, house: space.name, start: start.toISOString(), end: end.toISOString(), zone };
    const about = { kind: regainedKind.kind, key: `date-regained:${date.id}:${version}`, path: `bookings/${entityId}?at=${date.id}` };
    const calendar = await this.letters.calendarOf(tx, space, booking);
    const told = { ...about, space, subjectId: entityId, to: [booking.bookedBy], facts, calendars: calendar ? [calendar] : [] };
    const written = await this.notifications.tell(tx, told);
    await this.letters.noteTold(tx, space.id, { id: entityId, byLetter: written.length > 0 });
  }
}

const CONFIRM = `UPDATE occurrence SET status = 'confirmed', reasons = '[]', price_cents = $3 WHERE space_id = $1 AND id = $2`;

const WAITING = `/* booking_waiting */
  SELECT o.id, o.booking_id AS "bookingId",
    json_build_object('id', s.id, 'name', s.name, 'slug', s.slug, 'zone', s.zone, 'horizonDays', s.horizon_days) AS space
  FROM occurrence o
  JOIN booking b ON b.space_id = o.space_id AND b.id = o.booking_id AND b.retry_skipped AND b.stage = 'confirmed' AND b.cancelled_at IS NULL
  JOIN space s ON s.id = o.space_id
  WHERE o.status = 'skipped' AND o.starts_at > $1 AND ($2::uuid IS NULL OR o.space_id = $2)
    AND EXISTS (SELECT FROM residency r WHERE r.space_id = b.space_id AND r.organisation_id = b.organisation_id
                  AND r.during @> (o.starts_at AT TIME ZONE s.zone)::date)
  ORDER BY b.created_at, b.id, o.starts_at`;
