import type { Booking, BookingDraft, RoomFacts } from '@bota/booking/domain';
import { newId } from '@bota/shared/api';
import type { ReasonCode } from '@bota/shared/domain';
import type { Asking } from './asking';
import { type BookingRead, type OccurrenceRead, bookingView } from './booking.view';
import type { NewBooking, OccurrenceRow } from './booking.write';
import type { Facts } from './facts.queries';
import { type JudgedSpan, isRefused, withoutNames } from './judgement';
import type { Prepared } from './preparation';
import type { Schedule } from './schedule';

type Granting = { status?: 'confirmed' | 'requested'; priceOf: (one: JudgedSpan) => number };
/** A date as it is written, with the rooms that are its own. */
export type NewDate = OccurrenceRow & { rooms?: RoomFacts[] };

/** The dates of a new booking, with what they cost: refused ones are kept as skipped, with their reasons, and cost nothing. */
export const newDates = (judged: readonly JudgedSpan[], { status = 'confirmed', priceOf }: Granting): NewDate[] =>
  judged.map((one) => ({ ...rowOf(one, status, priceOf), ...(one.rooms && !isRefused(one) && { rooms: one.rooms, own_rooms: true }) }));

function rowOf(one: JudgedSpan, status: 'confirmed' | 'requested', priceOf: Granting['priceOf']): OccurrenceRow {
  const { span, reasons, overridden = [] } = one;
  return {
    id: newId(),
    recurrence_id: span.wall,
    starts_at: span.start,
    ends_at: span.end,
    status: isRefused(one) ? 'skipped' : status,
    price_cents: isRefused(one) ? 0 : priceOf(one),
    flags: span.flags,
    reasons: withoutNames(reasons),
    overridden,
    own_rooms: false,
  };
}

export function newBooking(
  { person, space, isForOutsiders }: Asking,
  draft: BookingDraft,
  { schedule, rooms, wanted, standing }: Prepared,
  overridden: ReasonCode[],
  now: Date,
): NewBooking {
  const id = newId();
  const [first] = schedule.whole as [Schedule['whole'][number]];
  return {
    spaceId: space.id,
    id,
    uid: draft.uid ?? `${id}@bota75`,
    title: draft.title,
    description: draft.description ?? '',
    organisationId: draft.organisationId,
    bookedBy: person.personId,
    visibility: draft.visibility,
    attendees: draft.attendees ?? null,
    wallStart: schedule.wallStart,
    wallEnd: schedule.wallEnd,
    zone: space.zone,
    startsAt: first.start,
    endsAt: first.end,
    rrule: schedule.rrule,
    exdates: schedule.exdates,
    excludes: schedule.excludes,
    materialisedUntil: schedule.materialisedUntil,
    createdAt: now,
    roomIds: rooms.map((room) => room.id),
    retrySkipped: draft.retrySkipped && draft.onRefused === 'skip',
    forOutsiders: isForOutsiders ?? false,
    layout: draft.layout ?? null,
    setUpMinutes: wanted.setUpMinutes ?? 0,
    tearDownMinutes: draft.tearDownMinutes,
    overridden,
    stage: standing.stage,
    expiresAt: standing.expiresAt,
    participants: draft.participants ?? [],
    overrideReason: overridden.length > 0 ? (draft.overrideReason ?? null) : null,
  };
}

/** The answer to its booker, known before it is written. */
export function viewOfNew({ person }: Asking, booking: NewBooking, occurrences: readonly NewDate[], facts: Facts, now: Date): Booking {
  const read: BookingRead = {
    ...booking,
    version: 1,
    followsId: null,
    follows: null,
    followedBy: null,
    cancelledAt: null,
    cancelledBy: null,
    cancelReason: null,
    decidedAt: null,
    decidedBy: null,
    decisionNote: null,
    updatedAt: now,
    organisation: facts.organisation ?? '',
    bookedByName: person.displayName,
    participants: booking.participants.map(({ email, name = '' }) => ({
      email,
      name,
      personId: null,
      isAsked: false,
      answer: null,
      note: '',
    })),
  } as BookingRead;
  const dates = occurrences.map(({ id, recurrence_id, starts_at, ends_at, status, flags, reasons, overridden, price_cents, ...date }) => {
    const own = {
      cancelledAt: null,
      cancelledLate: false,
      givenUpLate: false,
      priceCents: price_cents,
      ownOrganisationId: null,
      checkedInAt: null,
      checkedInBy: null,
      releasedAt: null,
      ownTitle: null,
      ownTime: false,
      ownRooms: date.own_rooms,
      isClosed: false,
      roomIds: date.rooms?.map((room) => room.id) ?? booking.roomIds,
    };
    const times = { recurrenceId: recurrence_id, startsAt: starts_at, endsAt: ends_at };
    return { id, spaceId: booking.spaceId, bookingId: booking.id, status, flags, reasons, overridden, ...times, ...own } as OccurrenceRead;
  });
  return bookingView(read, dates, { ...person, isResident: facts.readerIsResident }, now);
}
