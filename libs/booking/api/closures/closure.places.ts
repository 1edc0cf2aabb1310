import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PlacesQuery } from '@bota/booking/domain';
import { Clock, refuse } from '@bota/shared/api';
import type { Alternative } from '@bota/shared/domain';
import { type ClosureChange, refuseUnknownRooms, refuseUnlessRunning, spanOf as timesOf } from '@bota/spaces/api';
import type { Asking } from '../asking';
import { loadBooking } from '../booking.reads';
import { spanOf } from '../booking.spans';
import { dateOfBooking } from '../edit.plan';
import { type Queryable, factsFor, roomsAsked } from '../facts.queries';
import { askerOf, wantedBy } from '../judgement';
import { Refusals } from '../refusals';

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
    const wanted = { ...wantedBy(booking, roomsAsked(facts, roomIds), [span]), asker, except, closing };
    return new Refusals(db).beside({ space, person: { ...person, isResident: true } }, wanted, now);
  }
}

const BOOKING_OF = 'SELECT booking_id AS "bookingId" FROM occurrence WHERE space_id = $1 AND id = $2';
