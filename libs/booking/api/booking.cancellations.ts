import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Booking, Cancellation } from '@bota/booking/domain';
import { Chronicler, Clock, record, refuse } from '@bota/shared/api';
import type { Asking } from './asking';
import { BookingEdits } from './booking.edits';
import { BookingReads } from './booking.reads';
import type { BookingRead, OccurrenceRead } from './booking.view';
import { dateOfBooking } from './edit.plan';
import { CANCEL_DATES } from './edit.queries';

@Injectable()
export class BookingCancellations {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly chronicler: Chronicler,
    private readonly edits: BookingEdits,
    private readonly reads: BookingReads,
  ) {}

  /** Cancels one date or all that have not begun; the record stays. */
  async cancel(asking: Asking, id: string, cancellation: Cancellation, version?: number): Promise<Booking> {
    await this.db.transaction(async (tx) => {
      const loaded = await this.edits.loadForChange(tx, asking, id, version);
      const { booking, occurrences } = loaded;
      const isThis = cancellation.scope === 'this';
      const ending = isThis ? [this.one(loaded, cancellation.occurrenceId)] : this.coming(occurrences);
      if (ending.length === 0) refuse('booking/already-started');
      await tx.query(CANCEL_DATES, [asking.space.id, ending.map((one) => one.id)]);
      const isLast = occurrences.every((one) => one.status === 'cancelled' || ending.includes(one));
      await this.close(tx, asking, booking, cancellation, !isThis || isLast);
      await this.log(tx, asking, booking, ending, cancellation);
    });
    this.chronicler.nudge();
    return this.reads.one(asking.person, asking.space, id);
  }

  private one(loaded: Parameters<typeof dateOfBooking>[0], id: string | undefined): OccurrenceRead {
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
