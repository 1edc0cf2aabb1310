import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PlacesQuery, Span } from '@bota/booking/domain';
import { Clock, refuse } from '@bota/shared/api';
import { type Alternative, addMinutes, minutesBetween } from '@bota/shared/domain';
import { type ClosureChange, refuseUnknownRooms, refuseUnlessRunning, spanOf as timesOf } from '@bota/spaces/api';
import type { Asking } from '../asking';
import { loadBooking } from '../booking.reads';
import { spanOf } from '../booking.spans';
import { dateOfBooking } from '../edit.plan';
import { type Queryable, factsFor, roomsAsked } from '../facts.queries';
import { askerOf, wantedBy } from '../judgement';
import { readBook } from '../quotas/quota.books';
import { Refusals } from '../refusals';

/** More than the days that are looked at. */
const DAYS_OFFERED = 9;
type Where = Pick<Asking, 'person' | 'space'>;
type Closing = Pick<ClosureChange, 'roomIds' | 'startsAt' | 'endsAt'>;

/** Where a date could be instead of in a closure: by the rules, as the coordination would move it. */
@Injectable()
export class ClosurePlaces {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Before the closure is made. */
  async of({ person, space }: Where, { closure, occurrenceId }: PlacesQuery): Promise<Alternative[]> {
    refuseUnlessRunning(person, space.id);
    const closing = { roomIds: closure.roomIds, ...timesOf(closure, space.zone) };
    await refuseUnknownRooms(this.db.manager, space.id, closure.roomIds);
    const [row] = await this.db.query<{ bookingId: string }[]>(BOOKING_OF, [space.id, occurrenceId]);
    if (!row) return refuse('booking/unknown-occurrence', { errors: [{ path: 'occurrenceId', message: 'no date of this house' }] });
    return this.near(this.db, { person, space }, { bookingId: row.bookingId, occurrenceId }, closing);
  }

  async near(db: Queryable, { person, space }: Where, date: { bookingId: string; occurrenceId: string }, closing: Closing) {
    const loaded = (await loadBooking(db, space.id, date.bookingId)) ?? refuse('not-found');
    const { booking } = loaded;
    const occurrence = dateOfBooking(loaded, date.occurrenceId);
    const [span, now] = [spanOf(occurrence), this.clock.now()];
    const roomIds = occurrence.roomIds.length > 0 ? occurrence.roomIds : booking.roomIds;
    const { organisationId } = booking;
    const about = { spaceId: space.id, zone: space.zone, roomIds, organisationId, actor: person, now };
    const facts = await factsFor(db, { ...about, from: span.start, to: span.end });
    const asker = { ...askerOf(person, space.id, organisationId), stays: facts.stays };
    const except = { bookingId: booking.id, occurrenceIds: [occurrence.id] };
    const isCounted = facts.quotas.length > 0 && !booking.forOutsiders;
    const account = { spaceId: space.id, zone: space.zone, organisationId, quotas: facts.quotas, now, own: except };
    const book = isCounted ? await readBook(db, account, [span, after(span, closing, now)]) : undefined;
    const wanted = { ...wantedBy(booking, roomsAsked(facts, roomIds), [span]), asker, except, closing, ...(book && { book }) };
    return new Refusals(db).beside({ space, person: { ...person, isResident: true } }, wanted, now);
  }
}

/** When a date may be offered on the days after it and after the closure. */
function after({ start, end }: Span, { endsAt }: Closing, now: Date): { start: Date; end: Date } {
  const from = new Date(Math.max(start.getTime(), endsAt.getTime(), now.getTime()));
  return { start: from, end: addMinutes(from, minutesBetween(start, end) + DAYS_OFFERED * 24 * 60) };
}

const BOOKING_OF = 'SELECT booking_id AS "bookingId" FROM occurrence WHERE space_id = $1 AND id = $2';
