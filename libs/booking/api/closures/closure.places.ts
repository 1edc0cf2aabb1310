import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PlacesQuery, QuotaBook, Span } from '@bota/booking/domain';
import { Clock, refuse } from '@bota/shared/api';
import { type Alternative, addMinutes, minutesBetween } from '@bota/shared/domain';
import { type ClosureChange, refuseUnknownRooms, refuseUnlessRunning, spanOf as timesOf } from '@bota/spaces/api';
import type { Asking } from '../asking';
import { loadBooking } from '../booking.reads';
import { spanOf } from '../booking.spans';
import { dateOfBooking, isSameTime } from '../edit.plan';
import { type Queryable, factsFor, roomsAsked } from '../facts.queries';
import { askerOf, wantedBy } from '../judgement';
import { readBook } from '../quotas/quota.books';
import { Refusals } from '../refusals';
import { type Elsewhere, elsewhereBy, takenElsewhere } from './elsewhere';

/** More than the days that are looked at. */
const DAYS_OFFERED = 9;
type Where = Pick<Asking, 'person' | 'space'>;
type Closing = Pick<ClosureChange, 'roomIds' | 'startsAt' | 'endsAt'>;
type OneDate = { bookingId: string; occurrenceId: string };

type Around = { closing: Closing; elsewhere?: readonly Elsewhere[] };

/** Where a date could be instead of in a closure: by the rules, as the coordination would move it. */
@Injectable()
export class ClosurePlaces {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Before the closure is made, with what was chosen for other dates by now. */
  async of({ person, space }: Where, { closure, occurrenceId, choices }: PlacesQuery): Promise<Alternative[]> {
    refuseUnlessRunning(person, space.id);
    const closing = { roomIds: closure.roomIds, ...timesOf(closure, space.zone) };
    await refuseUnknownRooms(this.db.manager, space.id, closure.roomIds);
    const [row] = await this.db.query<{ bookingId: string }[]>(BOOKING_OF, [space.id, occurrenceId]);
    if (!row) return refuse('booking/unknown-occurrence', { errors: [{ path: 'occurrenceId', message: 'no date of this house' }] });
    const others = choices.filter((choice) => choice.occurrenceId !== occurrenceId);
    const elsewhere = await elsewhereBy(this.db, space, others);
    return this.near(this.db, { person, space }, { bookingId: row.bookingId, occurrenceId }, { closing, elsewhere });
  }

  async near(db: Queryable, { person, space }: Where, date: OneDate, { closing, elsewhere = [] }: Around) {
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
    const book = isCounted ? withElsewhere(await readBook(db, account, [span, after(span, closing, now)]), elsewhere) : undefined;
    const besides = await takenElsewhere(db, space.id, elsewhere);
    const wanted = { ...wantedBy(booking, roomsAsked(facts, roomIds), [span]), asker, except, closing, besides, ...(book && { book }) };
    return new Refusals(db).beside({ space, person: { ...person, isResident: true } }, wanted, now);
  }
}

/** What ends or moves counts no more where it is, and what moves counts where it goes: only dates of the same organisation are in the book. */
function withElsewhere(book: QuotaBook, elsewhere: readonly Elsewhere[]): QuotaBook {
  const leaves = ({ bookingId, start, end }: QuotaBook['others'][number]) =>
    elsewhere.find(({ date }) => date.bookingId === bookingId && isSameTime(date, { start, end }));
  const left = book.others.filter(leaves);
  const others = book.others.filter((date) => !left.includes(date));
  return { ...book, others, had: [...book.had, ...left], taken: left.flatMap((date) => leaves(date)?.to ?? []) };
}

/** When a date may be offered on the days after it and after the closure. */
function after({ start, end }: Span, { endsAt }: Closing, now: Date): { start: Date; end: Date } {
  const from = new Date(Math.max(start.getTime(), endsAt.getTime(), now.getTime()));
  return { start: from, end: addMinutes(from, minutesBetween(start, end) + DAYS_OFFERED * 24 * 60) };
}

const BOOKING_OF = 'SELECT booking_id AS "bookingId" FROM occurrence WHERE space_id = $1 AND id = $2';
