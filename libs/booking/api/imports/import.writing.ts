import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Booking, ImportConfirmed, ImportedEvent } from '@bota/booking/domain';
import { Clock, Refusal } from '@bota/shared/api';
import type { Asking } from '../asking';
import { BookingCancellations } from '../booking.cancellations';
import { BookingEdits } from '../booking.edits';
import { BookingsService } from '../bookings.service';
import type { Queryable } from '../facts.queries';
import { MOST_REASONS, isRefused, itemOf, refusalOf, refusedBy } from './import.judgement';
import type { PlannedEvent } from './import.plan';
import { rememberEvent } from './import.queries';

const TRIES = 3;
type Ask = Asking & { wish: ImportConfirmed };

/** Carries a conflict out of its transaction, so that nothing of the event stays. */
class Conflicting extends Error {
  constructor(readonly item: ImportedEvent) {
    super('conflict');
  }
}

/** Writes what was agreed to, each event whole or not at all, and says what became of it. */
@Injectable()
export class ImportWriting {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly bookings: BookingsService,
    private readonly edits: BookingEdits,
    private readonly cancellations: BookingCancellations,
  ) {}

  async write(ask: Ask, planned: readonly PlannedEvent[]): Promise<ImportedEvent[]> {
    const items: ImportedEvent[] = [];
    for (const one of planned) items.push(await this.one(ask, one));
    return items;
  }

  private async one(ask: Ask, planned: PlannedEvent): Promise<ImportedEvent> {
    const item = itemOf(planned, ask.space.zone);
    try {
      if (planned.state === 'cancelled') return await this.cancel(ask, planned, item);
      if (planned.state === 'updated') return await this.update(ask, planned, item);
      return planned.state === 'created' ? await this.create(ask, planned, item) : item;
    } catch (error) {
      if (error instanceof Conflicting) return error.item;
      // The others go on: what was written of them is told.
      return refusedBy(item, refusalOf(error));
    }
  }

  private async cancel(ask: Ask, planned: PlannedEvent, item: ImportedEvent): Promise<ImportedEvent> {
    const { known } = planned;
    if (!known) return item;
    // First, since what is remembered as cancelled and still stands is cancelled next time.
    await this.remember(this.db, ask, planned, known.bookingId);
    try {
      await this.cancellations.cancel(ask, known.bookingId, { scope: 'all' });
      return item;
    } catch (error) {
      // It took place: there is nothing left to cancel.
      if (error instanceof Refusal && error.code === 'booking/already-started') return { ...item, state: 'unchanged' };
      throw error;
    }
  }

  /** In one transaction with its place among the imported events. Somebody who takes the time meanwhile makes it try again. */
  private async create(ask: Ask, planned: PlannedEvent, item: ImportedEvent): Promise<ImportedEvent> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.db.transaction((tx) => this.createWithin(tx, ask, planned, item));
      } catch (error) {
        if (tries === TRIES || error instanceof Conflicting || error instanceof Refusal) throw error;
      }
    }
  }

  private async createWithin(tx: EntityManager, ask: Ask, planned: PlannedEvent, item: ImportedEvent): Promise<ImportedEvent> {
    const { draft } = planned as Required<PlannedEvent>;
    const booking = await this.bookings.within(tx, this.clock).create(ask, { ...draft, organisationId: ask.wish.organisationId });
    const written = writtenOf(booking, item, ask.wish);
    await this.remember(tx, ask, planned, booking.id);
    return written;
  }

  /** In one transaction with what is remembered of it: a change that is refused leaves the old place, to be tried again. */
  private async update(ask: Ask, planned: PlannedEvent, item: ImportedEvent): Promise<ImportedEvent> {
    const { draft, known } = planned as Required<PlannedEvent>;
    const { title, description, roomIds, start, end, visibility, recurrence, overrideReason } = draft;
    const asked = { title, description, roomIds, start, end, visibility, overrideReason };
    const edit = { scope: 'all' as const, ...asked, onRefused: ask.wish.onRefused };
    const booking = await this.edits.editWith(
      ask,
      { id: known.bookingId, edit: { ...edit, ...(recurrence && { recurrence }) } },
      (tx, changed) => {
        writtenOf(changed, item, ask.wish);
        return this.remember(tx, ask, planned, changed.id);
      },
    );
    return { ...item, ...datesOf(booking) };
  }

  private async remember(db: Queryable, { space }: Ask, { event, digest }: PlannedEvent, bookingId: string): Promise<void> {
    const { uid, family } = event;
    await rememberEvent(db, { spaceId: space.id, uid, family, bookingId, digest: digest as Buffer, at: this.clock.now() });
  }
}

/** What became of the event; nothing of it stays when that is not what was asked. */
function writtenOf(booking: Booking, item: ImportedEvent, { onRefused }: ImportConfirmed): ImportedEvent {
  const written = { ...item, ...datesOf(booking) };
  if (isRefused(written, onRefused)) throw new Conflicting({ ...written, dates: 0, state: 'refused' });
  return written;
}

function datesOf({ occurrences }: Booking): Pick<ImportedEvent, 'dates' | 'conflicts' | 'reasons'> {
  const skipped = occurrences.filter(({ status }) => status === 'skipped');
  const reasons = skipped.flatMap((one) => one.reasons.map((reason) => ({ ...reason, start: one.start }))).slice(0, MOST_REASONS);
  return { dates: occurrences.filter(({ status }) => status === 'confirmed').length, conflicts: skipped.length, reasons };
}
