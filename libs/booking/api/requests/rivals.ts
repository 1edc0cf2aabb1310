import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, record } from '@bota/shared/api';
import type { Asking } from '../asking';
import { loadBooking } from '../booking.reads';
import { roomIdsOf } from '../booking.spans';
import type { BookingRead } from '../booking.view';
import { NEXT_VERSION } from '../edit.queries';
import { BookingLetters } from '../letters/booking.letters';
import { Confirmation, type Granted } from './confirmation';
import { LOST_DATES, RIVALS, SETTLE, STAGE } from './requests.queries';

/** Others who ask for the same rooms at the same time. */
@Injectable()
export class Rivals {
  constructor(
    private readonly clock: Clock,
    private readonly confirmation: Confirmation,
    private readonly letters: BookingLetters,
  ) {}

  /** Holds a request and its rivals until the transaction ends; answers the rivals. */
  async lock(tx: EntityManager, spaceId: string, id: string): Promise<string[]> {
    const rivals = await tx.query<{ id: string }[]>(RIVALS, [spaceId, id]);
    const ids = rivals.map((one) => one.id);
    await tx.query('SELECT FROM booking WHERE space_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE', [spaceId, [id, ...ids]]);
    return ids;
  }

  /** Dates that went to somebody else are left out of a series; a request that has none left is declined, and told so. */
  async turnAway(tx: EntityManager, asking: Asking, rivals: readonly string[], granted: readonly Granted[]): Promise<void> {
    if (rivals.length === 0 || granted.length === 0) return;
    const lost = await tx.query<{ id: string; bookingId: string }[]>(LOST_DATES, [asking.space.id, rivals, granted.map(({ id }) => id)]);
    for (const [id, dates] of Map.groupBy(lost, (date) => date.bookingId))
      await this.lose(
        tx,
        asking,
        id,
        dates.map((date) => date.id),
      );
  }

  private async lose(tx: EntityManager, asking: Asking, id: string, lost: readonly string[]): Promise<void> {
    const loaded = await loadBooking(tx, asking.space.id, id, true);
    if (loaded?.booking.stage !== 'requested' || loaded.booking.cancelledAt) return;
    const waiting = loaded.occurrences.filter(({ status }) => status === 'requested');
    const { booking } = loaded;
    if (waiting.every((one) => lost.includes(one.id))) return this.decline(tx, asking, booking);
    const rows = waiting
      .filter(({ id: date }) => lost.includes(date))
      .map((date) => ({ id: date.id, status: 'skipped', reasons: [{ code: 'ROOM_TAKEN', roomId: roomIdsOf(date, booking)[0] }] }));
    await tx.query(SETTLE, [booking.spaceId, JSON.stringify(rows)]);
    await tx.query(NEXT_VERSION, [booking.spaceId, id, this.clock.now()]);
  }

  private async decline(tx: EntityManager, asking: Asking, booking: BookingRead): Promise<void> {
    const { space, person, requestId } = asking;
    const now = this.clock.now();
    await this.confirmation.release(tx, booking);
    await tx.query(STAGE, [booking.spaceId, booking.id, 'declined', now, person.personId, '']);
    const whose = { entityId: booking.id, spaceId: space.id, personId: person.personId, organisationId: booking.organisationId };
    await record(tx, {
      kind: 'booking.declined',
      ...whose,
      requestId,
      after: { taken: true },
      facts: { from: booking.startsAt, to: booking.endsAt },
    });
    await this.letters.tell(tx, asking, { booking, act: 'taken' });
  }
}
