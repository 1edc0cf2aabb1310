import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type BookingEdit,
  type Grant,
  type Preparing,
  type QuotaBook,
  type Span,
  capacityReasons,
  gapWithin,
  overlapsItself,
  priceOf,
  pricedFor,
  roomsToApprove,
  spanAtWall,
} from '@bota/booking/domain';
import { newId, refuse } from '@bota/shared/api';
import { type Reason, type ReasonCode, can, minutesBetween } from '@bota/shared/domain';
import { allocate, allocationsFor } from './allocations';
import type { Asking } from './asking';
import type { BookingRead, OccurrenceRead } from './booking.view';
import { type EditPlan, type PlannedDate, changesOrganisation, isSameSet, isSameTime } from './edit.plan';
import { DATES_UPSERT, FREE_DATES, RENUMBER_AT_THE_END } from './edit.queries';
import { type Facts, roomsAsked } from './facts.queries';
import { withoutGranted } from './granted';
import { type JudgedSpan, askerOf, override, reasonsOf, withPast, withoutNames } from './judgement';
import { lateAmong } from './late';
import { holdBook, judgeQuotas } from './quotas/quota.books';
import { Refusals, type Wanted } from './refusals';

/** One edit under way, in its transaction. `wanted` is what was being taken last, to explain a conflict with. */
export type EditRun = {
  tx: EntityManager;
  asking: Asking;
  booking: BookingRead;
  /** Its dates as they were. */
  occurrences: readonly OccurrenceRead[];
  /** The booking that stands again when this fails: the old one of a series that is being continued. */
  standingId: string;
  edit: BookingEdit;
  plan: EditPlan;
  isThis: boolean;
  facts: Facts;
  attendees: number | null;
  /** What the booking takes beside its time after the edit. */
  preparing: Preparing;
  now: Date;
};

export type Conflict = { wanted: Wanted; facts: Facts };

export type Settled = { dates: SettledDate[]; overridden: ReasonCode[] };
/** `priceCents` null: it costs what was said before. */
export type SettledDate = PlannedDate & {
  id: string;
  reasons: Reason[];
  status: 'confirmed' | 'skipped' | 'cancelled';
  /** Null: what was set aside for it before. */
  overridden: readonly ReasonCode[] | null;
  priceCents: number | null;
};

/** Gives the dates of an edit their new times and rooms. */
@Injectable()
export class EditSettlement {
  constructor(private readonly refusals: Refusals) {}

  /** Frees what moves, judges it, takes the new times: all of them, or none unless dates may be skipped. */
  async settle(run: EditRun, meet: (conflict: Conflict) => void): Promise<Settled> {
    const { tx, asking, booking, plan } = run;
    const changing = plan.dates.filter(({ changes }) => changes);
    const ids = changing.map(({ id }) => id).filter((id) => id !== null);
    let book = await bookOf(run, changing);
    if (ids.length > 0) await tx.query(FREE_DATES, [asking.space.id, ids]);
    if (plan.schedule) await tx.query(RENUMBER_AT_THE_END);
    const overfull = await this.overfull(run);
    const settled: SettledDate[] = [...overfull];
    const overridden = new Set<ReasonCode>(overfull.length > 0 ? ['OVER_CAPACITY'] : []);
    const moving = changing.filter(({ span }) => span !== null);
    for (const [roomIds, dates] of Map.groupBy(moving, (date) => date.roomIds.join())) {
      const wanted = wantedOf(run, dates, roomIds.split(','));
      meet({ wanted, facts: run.facts });
      const taken = await this.take(run, dates, { ...wanted, ...(book && { book }) });
      book &&= withTaken(book, taken.dates);
      settled.push(...taken.dates);
      for (const code of taken.overridden) overridden.add(code);
    }
    refuseLossOfAll(run, settled.slice(overfull.length));
    const known = new Set(overfull.map(({ id }) => id));
    const others = plan.dates.filter((date) => !date.changes || date.span === null).map(asItStands);
    settled.push(...others.filter(({ id }) => !known.has(id)));
    const late = await givenUpLate(run, settled);
    await tx.query(DATES_UPSERT, [
      asking.space.id,
      booking.id,
      JSON.stringify(settled.map((date) => ({ ...dateRow(date, run), ...late(date) }))),
    ]);
    return { dates: settled, overridden: [...overridden] };
  }

  /** More people than the rooms of a date hold that does not move; offers rooms that are large enough. Those where that is set aside. */
  private async overfull(run: EditRun): Promise<SettledDate[]> {
    const { asking, facts, booking, edit, plan, preparing, now } = run;
    if (!edit.attendees || edit.attendees <= (booking.attendees ?? 0)) return [];
    const { attendees } = edit;
    const full = plan.dates.flatMap((date) => {
      if (date.changes || date.span === null || !isHeld(run, date)) return [];
      const reasons = capacityReasons({ ...preparing, attendees, rooms: roomsAsked(facts, date.roomIds) });
      return reasons.length > 0 ? [{ date, span: date.span, reasons }] : [];
    });
    const [first] = full;
    if (!first || edit.overrideReason) return full.map(({ date }) => ({ ...asItStands(date), overridden: withCapacity(run, date) }));
    const reader = { ...asking, person: { ...asking.person, isResident: facts.readerIsResident } };
    const wanted = wantedOf(
      run,
      full.map(({ date }) => date),
      first.date.roomIds,
    );
    throw await this.refusals.refusal(reader, wanted, full, [], now);
  }

  private async take(run: EditRun, dates: PlannedDate[], wanted: Wanted): Promise<Settled> {
    const { tx, asking, booking, edit, facts, now } = run;
    const reader = { ...asking, person: { ...asking.person, isResident: facts.readerIsResident } };
    // What changes was freed before, so here the booking's other dates are in the way like anybody's.
    const found = await this.refusals.judgeAll(reader, { ...wanted, except: {} }, facts, now, tx);
    const admitted = found.flatMap((one, index) => admit(run, wanted, one, dates[index]));
    const counted = wanted.book ? judgeQuotas(wanted.book, idsOf(wanted), admitted) : admitted;
    const { judged, codes } = edit.overrideReason ? override(counted) : { judged: counted, codes: [] };
    const isRefused = judged.some(({ reasons }, index) => reasons.length > 0 && !dates[index]?.wasSkipped);
    const mayLose = edit.onRefused === 'skip' && !isOnly(run, dates);
    if (isRefused && !mayLose) throw await this.refusals.refusal(reader, wanted, judged, [], now);
    const settled = dates.map((date, index): SettledDate => {
      const reasons = withoutNames(judged[index]?.reasons ?? []);
      const status = reasons.length > 0 ? 'skipped' : 'confirmed';
      const own = { id: date.id ?? newId(), reasons, status, overridden: judged[index]?.overridden ?? [] } as const;
      return { ...date, ...own, priceCents: status === 'skipped' ? null : priceAfter(run, wanted, date) };
    });
    // New dates come before the allocations that refer to them.
    const added = settled.filter((_, index) => dates[index]?.id === null);
    if (added.length > 0)
      await tx.query(DATES_UPSERT, [asking.space.id, booking.id, JSON.stringify(added.map((date) => dateRow(date, run)))]);
    const kept = settled.filter(({ status }) => status === 'confirmed').map(({ id, span }) => ({ id, ...(span as Span) }));
    if (overlapsItself(inOrder(kept), gapWithin(wanted.rooms, wanted)))
      throw await this.refusals.refusal(reader, wanted, judged, [{ code: 'OVERLAPS_ITSELF' }], now);
    await allocate(tx, asking.space.id, booking.id, allocationsFor(kept, wanted.rooms, wanted));
    return { dates: settled, overridden: codes };
  }
}

/** Periods are held before rooms are, freed ones too. Null without any quota. */
async function bookOf({ tx, asking, booking, edit, facts }: EditRun, changing: readonly PlannedDate[]): Promise<QuotaBook | null> {
  if (booking.forOutsiders) return null;
  const spans = changing.map(({ span }) => span).filter((span) => span !== null);
  if (facts.quotas.length === 0 || spans.length === 0) return null;
  const own = { bookingId: booking.id, occurrenceIds: changing.map(({ id }) => id).filter((id) => id !== null) };
  const organisationId = edit.organisationId ?? booking.organisationId;
  return holdBook(tx, { spaceId: asking.space.id, zone: asking.space.zone, organisationId, quotas: facts.quotas, own }, spans);
}

/** What was taken counts for the rest. */
function withTaken(book: QuotaBook, dates: readonly SettledDate[]): QuotaBook {
  const taken = dates.flatMap(({ span, roomIds, status }) => (span && status === 'confirmed' ? [{ ...span, roomIds }] : []));
  return { ...book, taken: [...book.taken, ...taken] };
}

const idsOf = ({ rooms }: Wanted) => rooms.map(({ id }) => id);

/** A date that asks no more keeps what it was granted; any other is judged like a new one. */
function admit(run: EditRun, wanted: Wanted, found: JudgedSpan, date: PlannedDate | undefined): JudgedSpan[] {
  const { asking, booking, edit, now } = run;
  const before = run.occurrences.find(({ id }) => id === date?.id);
  const stays = date?.was?.getTime() === found.span.start.getTime() && !changesOrganisation(edit, booking);
  const one = stays && before ? withoutGranted(found, grantOf(run, before), wanted) : found;
  const approvals = stays && wasApproved(run, wanted, found.span) ? [] : approvalReasons(run, wanted, found.span);
  const all = [{ ...one, reasons: [...approvals, ...one.reasons] }];
  return withPast(all, now, stays || can(asking.person, 'booking:create-past', { spaceId: asking.space.id }));
}

const inOrder = <One extends { start: Date }>(dates: readonly One[]): One[] =>
  dates.toSorted((a, b) => a.start.getTime() - b.start.getTime());

const withCapacity = ({ occurrences }: EditRun, { id }: PlannedDate): ReasonCode[] => [
  ...new Set<ReasonCode>([...(occurrences.find((one) => one.id === id)?.overridden ?? []), 'OVER_CAPACITY']),
];

/** A place given up later than its rooms ask counts as used: at once when the date ends, else when it is cancelled. The house moves freely. */
async function givenUpLate({ tx, asking, occurrences, now }: EditRun, settled: readonly SettledDate[]) {
  const isOfHouse = can(asking.person, 'booking:override', { spaceId: asking.space.id });
  const left = settled.flatMap((date) => {
    const before = occurrences.find(({ id }) => id === date.id);
    return before && date.changes && !isInPlace(date, before) ? [before] : [];
  });
  const late = new Set(isOfHouse || left.length === 0 ? [] : await lateAmong(tx, asking.space.id, left, now));
  return ({ id, span }: SettledDate) => (late.has(id) ? { given_up_late: true, ...(span === null && { cancelled_late: true }) } : {});
}

const isInPlace = ({ span, roomIds }: SettledDate, before: OccurrenceRead): boolean =>
  span !== null && span.start.getTime() === before.startsAt.getTime() && isSameSet(roomIds, before.roomIds);

/** What a date was granted, as it stood. */
function grantOf({ booking, facts }: EditRun, { startsAt: start, endsAt: end, overridden, ...date }: OccurrenceRead): Grant {
  const own = date.ownRooms && date.roomIds.length > 0 ? date.roomIds : booking.roomIds;
  const { organisationId, attendees, layout } = booking;
  return { start, end, roomIds: roomsAsked(facts, own).map(({ id }) => id), organisationId, attendees, layout, overridden };
}

/** The coordination agreed to these rooms, for as long as this, so prepared and for so many; whose it is was looked at before. */
const wasApproved = ({ booking }: EditRun, { rooms, ...wanted }: Wanted, { start, end }: Span): boolean =>
  booking.decidedAt !== null &&
  rooms.every(({ id }) => booking.roomIds.includes(id)) &&
  (wanted.setUpMinutes ?? 0) <= booking.setUpMinutes &&
  (wanted.tearDownMinutes ?? 0) <= booking.tearDownMinutes &&
  (wanted.attendees ?? 0) <= (booking.attendees ?? 0) &&
  minutesBetween(start, end) <= minutesBetween(booking.startsAt, booking.endsAt);

/** What the coordination would have to agree to is asked anew, not slipped into a booking. */
const approvalReasons = ({ asking }: EditRun, wanted: Wanted, span: Span): Reason[] =>
  roomsToApprove({ ...wanted, span, zone: asking.space.zone }).map(({ id }) => ({ code: 'NEEDS_APPROVAL', roomId: id }));

function wantedOf(run: EditRun, dates: PlannedDate[], roomIds: string[]): Wanted {
  const { asking, booking, standingId, edit, facts, attendees, preparing } = run;
  const spans = dates.map(({ span }) => span).filter((span) => span !== null);
  const named = askerOf(asking.person, asking.space.id, edit.organisationId ?? booking.organisationId);
  const asker = { ...named, stays: facts.stays };
  const rooms = roomsAsked(facts, roomIds);
  return { ...preparing, spans, rooms, asker, ...(attendees && { attendees }), except: { bookingId: standingId } };
}

/** What a date costs after the edit; null when its time, rooms and organisation stay what they were: its price was said, and stays. */
function priceAfter(run: EditRun, { rooms }: Wanted, date: PlannedDate): number | null {
  const { booking, occurrences, edit, facts, asking } = run;
  const before = occurrences.find(({ id }) => id === date.id);
  if (date.span === null || (before && isSame(before, date, date.span) && !changesOrganisation(edit, booking))) return null;
  return priceOf(date.span, pricedFor(rooms, { ...booking, stays: facts.stays, zone: asking.space.zone }));
}

function isSame(before: OccurrenceRead, { roomIds }: PlannedDate, span: Span): boolean {
  const isThere = before.status === 'confirmed' && before.roomIds.length === roomIds.length;
  const keepsTime = before.startsAt.getTime() === span.start.getTime() && before.endsAt.getTime() === span.end.getTime();
  return isThere && keepsTime && roomIds.every((id) => before.roomIds.includes(id));
}

const isHeld = ({ occurrences }: EditRun, { id }: { id: string | null }): boolean =>
  occurrences.some((one) => one.id === id && one.status === 'confirmed');

/** Whether nothing but one date that is booked changes: it moves or stays. */
const isOnly = (run: EditRun, [date]: readonly PlannedDate[]): boolean =>
  run.plan.dates.filter(({ changes }) => changes).length === 1 && !!date && isHeld(run, date);

/** Some dates may be skipped; an edit that would lose every one that is booked is refused. */
function refuseLossOfAll(run: EditRun, settled: readonly SettledDate[]): void {
  const held = settled.filter((date) => isHeld(run, date));
  if (held.length === 0 || held.some(({ status }) => status === 'confirmed')) return;
  refuse('booking/all-refused', { reasons: reasonsOf(held.map(({ span, reasons }) => ({ span: span as Span, reasons }))) });
}

/** A date without time left is one the new rule no longer gives. */
const asItStands = (date: PlannedDate): SettledDate => ({
  ...date,
  id: date.id as string,
  reasons: [],
  status: date.span === null ? 'cancelled' : 'confirmed',
  priceCents: null,
  overridden: null,
});

/** `null` leaves a column as it is. */
const dateRow = (date: SettledDate, run: EditRun) => ({
  id: date.id,
  recurrence_id: date.recurrenceId,
  starts_at: date.span?.start ?? null,
  ends_at: date.span?.end ?? null,
  status: date.changes ? date.status : null,
  flags: date.span?.flags ?? ['off-rule'],
  reasons: date.changes ? date.reasons : null,
  price_cents: date.priceCents,
  overridden: date.overridden,
  ...(run.isThis && ownOf(date, run)),
});

/** What a date has of its own: what its series does not give it. An empty title is that of the series. */
function ownOf({ span, recurrenceId, roomIds }: SettledDate, { booking, edit }: EditRun) {
  const given = spanAtWall({ start: booking.wallStart, end: booking.wallEnd, zone: booking.zone }, recurrenceId);
  const moves = edit.start !== undefined || edit.end !== undefined;
  return {
    own_title: edit.title === booking.title ? '' : (edit.title ?? null),
    own_time: moves && span ? !isSameTime(span, given) : null,
    own_rooms: edit.roomIds ? !isSameSet(roomIds, booking.roomIds) : null,
  };
}
