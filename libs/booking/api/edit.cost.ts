import { type QuotaBook, type Span, priceOf, pricedFor } from '@bota/booking/domain';
import type { OccurrenceRead } from './booking.view';
import { type PlannedDate, changesOrganisation, isSameSet, isSameTime } from './edit.plan';
import { type EditRun, type SettledDate, dateBefore } from './edit.run';
import { holdBook } from './quotas/quota.books';
import type { Wanted } from './refusals';
import { spanOf } from './booking.spans';

/** Periods are held before rooms are, freed ones too. Null without any quota. */
export async function bookOf(
  { tx, asking, booking, edit, facts, now }: EditRun,
  changing: readonly PlannedDate[],
): Promise<QuotaBook | null> {
  if (booking.forOutsiders) return null;
  const spans = changing.map(({ span }) => span).filter((span) => span !== null);
  if (facts.quotas.length === 0 || spans.length === 0) return null;
  const own = { bookingId: booking.id, occurrenceIds: changing.map(({ id }) => id).filter((id) => id !== null) };
  const organisationId = edit.organisationId ?? booking.organisationId;
  return holdBook(tx, { spaceId: asking.space.id, zone: asking.space.zone, organisationId, quotas: facts.quotas, now, own }, spans);
}

/** What was taken counts for the rest. */
export function withTaken(book: QuotaBook, dates: readonly SettledDate[]): QuotaBook {
  const taken = dates.flatMap(({ span, roomIds, status }) => (span && status === 'confirmed' ? [{ ...span, roomIds }] : []));
  return { ...book, taken: [...book.taken, ...taken] };
}

/** What a date costs after the edit; null when its time, rooms and organisation stay what they were: its price was said, and stays. */
export function priceAfter(run: EditRun, { rooms }: Wanted, date: PlannedDate): number | null {
  const { booking, edit, facts, asking } = run;
  const before = dateBefore(run, date.id);
  if (date.span === null || (before && isSame(before, date, date.span) && !changesOrganisation(edit, booking))) return null;
  const cents = priceOf(date.span, pricedFor(rooms, { ...booking, stays: facts.stays, zone: asking.space.zone }));
  return before && asking.costsNoMore ? Math.min(cents, before.priceCents) : cents;
}

const isSame = (before: OccurrenceRead, { roomIds }: PlannedDate, span: Span): boolean =>
  before.status === 'confirmed' && isSameTime(span, spanOf(before)) && isSameSet(roomIds, before.roomIds);
