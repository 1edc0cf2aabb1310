import { dateOf, type Reason } from '@bota/shared/domain';
import type { RoomFacts, Stay } from '../booking.facts';
import { kindOn, priceOf } from '../price.rules';
import { type QuotaBook, type QuotaReader, quotaReader } from '../quota.rules';
import type { FoundTerms } from './finding.contract';

/** An organisation of who looks: when it lives in the house, and what it has of its quotas (null: it has none). */
export type Booker = { organisationId: string; stays: readonly Stay[]; book: QuotaBook | null };
type Span = { start: Date; end: Date };
type Wanted = { span: Span; rooms: readonly RoomFacts[] };

/** `beyond`: the quotas that stand in the way, when no organisation may book it. */
export type Terms = { terms: FoundTerms | null; beyond: Reason[] };
export type TermsOf = (wanted: Wanted) => Terms;

const NONE: Terms = { terms: null, beyond: [] };

/**
 * On what terms something found would be booked: in the name of the first organisation that lives in the house on the day it begins (of the
 * zone) and whose quotas admit it; when none does, of the first that lives there, with the quotas it would pass. Cents as `priceOf` says.
 */
export function termsIn(bookers: readonly Booker[], zone: string): TermsOf {
  const readers = bookers.map((booker) => ({ ...booker, against: booker.book && quotaReader(booker.book) }));
  return ({ span, rooms }) => {
    const on = dateOf(span.start, zone);
    const living = readers.filter(({ stays }) => kindOn(on, stays) === 'resident');
    const each = living.map(({ organisationId, stays, against }) => ({
      terms: { organisationId, priceCents: priceOf(span, { rooms, stays, zone }) },
      beyond: beyondOf(against, span, rooms),
    }));
    return each.find(({ beyond }) => beyond.length === 0) ?? each[0] ?? NONE;
  };
}

const beyondOf = (against: QuotaReader | null, span: Span, rooms: readonly RoomFacts[]): Reason[] =>
  against?.([{ date: { ...span, roomIds: rooms.map(({ id }) => id) }, standing: 'asked' }]).flat() ?? [];
