import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Booking, Cancellation, Series } from '@bota/booking/domain';
import { Chronicler, Clock, record, refuse } from '@bota/shared/api';
import type { Asking } from './asking';
import { BookingEdits } from './booking.edits';
import { BookingReads } from './booking.reads';
import { BookingLetters } from './letters/booking.letters';
import type { BookingRead, OccurrenceRead } from './booking.view';
import { dateOfBooking } from './edit.plan';
import { CANCEL_DATES } from './edit.queries';
import { lateAmong } from './late';
import { cutAt } from './series.continuation';
import { SERIES_END } from './series.queries';

type Loaded = { booking: BookingRead; occurrences: OccurrenceRead[] };
type Ending = { ending: OccurrenceRead[]; end: Series | null; late: string[]; cancellation: Cancellation };

/** Whether nothing of a booking is left without some of its dates; of what was not confirmed, a date that was skipped is nothing. */
function isAllOf({ booking, occurrences }: Loaded, ending: readonly OccurrenceRead[]): boolean {
  const gone = booking.stage === 'confirmed' ? ['cancelled'] : ['cancelled', 'skipped'];
  return occurrences.every((one) => gone.includes(one.status) || ending.includes(one));
}

@Injectable()
export class BookingCancellations {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly chronicler: Chronicler,
    private readonly edits: BookingEdits,
    private readonly reads: BookingReads,
    private readonly letters: BookingLetters,
  ) {}

  /** Cancels one date, it and all that follow, or all that have not begun; the record stays. */
  async cancel(asking: Asking, id: string, cancellation: Cancellation, version?: number): Promise<Booking> {
    await this.db.transaction(async (tx) => {
      const loaded = await this.edits.loadForChange(tx, asking, id, version);
      const { booking } = loaded;
      if (booking.stage === 'declined' || booking.stage === 'expired') refuse('booking/already-cancelled');
      const { ending, end } = this.endingOf(loaded, cancellation);
      if (ending.length === 0) refuse('booking/already-started');
      const late = await lateAmong(tx, booking.spaceId, ending, this.clock.now());
      await this.carryOut(tx, asking, loaded, { ending, end, late, cancellation });
    });
    this.chronicler.nudge();
    return this.reads.one(asking.person, asking.space, id);
  }

  /** Some dates, by the house, in the transaction of a larger change: it is never late. */
  async endDates(tx: EntityManager, asking: Asking, loaded: Loaded, ending: OccurrenceRead[], reason?: string): Promise<void> {
    await this.carryOut(tx, asking, loaded, { ending, end: null, late: [], cancellation: { scope: 'this', reason } });
  }

  private async carryOut(tx: EntityManager, asking: Asking, loaded: Loaded, { ending, end, late, cancellation }: Ending) {
    const { booking } = loaded;
    const [spaceId, now] = [asking.space.id, this.clock.now()];
    const ids = ending.map((one) => one.id);
    await tx.query(CANCEL_DATES, [spaceId, ids, now, late]);
    const isLast = isAllOf(loaded, ending);
    if (end && !isLast) await tx.query(SERIES_END, [spaceId, booking.id, end.rrule, end.exdates ?? [], now]);
    else await this.close(tx, asking, booking, cancellation, cancellation.scope !== 'this' || isLast);
    await this.log(tx, asking, booking, ending, cancellation);
    const act = isLast || (!end && cancellation.scope !== 'this') ? 'cancelled' : end ? 'dates-cancelled' : 'date-cancelled';
    await this.letters.tell(tx, asking, { booking, act, at: ending[0]?.startsAt, reason: cancellation.reason });
  }

  /** The dates that end; `end`: the series as it goes on until then, when something comes before. */
  private endingOf(loaded: Loaded, { scope, occurrenceId }: Cancellation): { ending: OccurrenceRead[]; end: Series | null } {
    if (scope === 'this') return { ending: [this.one(loaded, occurrenceId)], end: null };
    if (scope === 'all') return { ending: this.coming(loaded.occurrences), end: null };
    const named = this.one(loaded, occurrenceId);
    const cut = loaded.booking.rrule === null ? null : cutAt(loaded, named.id);
    if (!cut?.before) return { ending: this.coming(loaded.occurrences), end: null };
    return { ending: this.coming(loaded.occurrences.filter((one) => !cut.earlier.includes(one))), end: cut.before };
  }

  private one(loaded: Loaded, id: string | undefined): OccurrenceRead {
    const occurrence = dateOfBooking(loaded, id);
    if (occurrence.status === 'cancelled') refuse('booking/already-cancelled');
    if (occurrence.startsAt <= this.clock.now()) refuse('booking/already-started');
    return occurrence;
  }

  private coming(occurrences: OccurrenceRead[]): OccurrenceRead[] {
    return occurrences.filter((one) => one.status !== 'cancelled' && one.startsAt > this.clock.now());
  }

  private async close(tx: EntityManager, { person, space }: Asking, booking: BookingRead, { reason }: Cancellation, isWhole: boolean) {
    const at = this.clock.now();
    const all = isWhole ? ', cancelled_at = $3, cancelled_by = $4, cancel_reason = $5' : '';
    await tx.query(`UPDATE booking SET version = version + 1, updated_at = $3${all} WHERE space_id = $1 AND id = $2`, [
      space.id,
      booking.id,
      at,
      ...(isWhole ? [person.personId, reason ?? null] : []),
    ]);
  }

  private log(
    tx: EntityManager,
    { person, space, requestId }: Asking,
    booking: BookingRead,
    ending: OccurrenceRead[],
    cancellation: Cancellation,
  ) {
    return record(tx, {
      kind: 'booking.cancelled',
      entityId: booking.id,
      spaceId: space.id,
      personId: person.personId,
      organisationId: booking.organisationId,
      requestId,
      after: { ...cancellation, dates: ending.map(({ startsAt }) => startsAt) },
      facts: { from: ending[0]?.startsAt, to: ending.at(-1)?.endsAt },
    });
  }
}
