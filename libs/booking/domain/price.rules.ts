import { dateOf, roundedCents } from '@bota/shared/domain';
import type { RoomPrices } from '@bota/spaces/domain';
import type { RoomFacts, Stay } from './booking.facts';

/** Whose booking it is, for its price. */
export type BookerKind = keyof RoomPrices;

type Span = { start: Date; end: Date };
type Priced = { rooms: readonly Pick<RoomFacts, 'rules'>[]; stays: readonly Stay[]; zone: string };
const HOUR_MS = 3_600_000n;

/**
 * What an organisation is to the house on a date of its calendar: `resident` while it lives there, `partner` when it lived there
 * before or will, `outsider` when it never does.
 */
export function kindOn(date: string, stays: readonly Stay[]): BookerKind {
  if (stays.some(({ from, to }) => from <= date && (to === null || date < to))) return 'resident';
  return stays.length > 0 ? 'partner' : 'outsider';
}

/** Cents that an hour of these rooms costs together; a composed room has a price of its own, its parts add nothing. */
export const hourlyCents = (rooms: Priced['rooms'], kind: BookerKind): number =>
  rooms.reduce((sum, { rules }) => sum + (rules.prices?.[kind] ?? 0), 0);

/** What prices of dates follow from: people from outside never live here, whoever receives them. */
export const pricedFor = (
  rooms: Priced['rooms'],
  { stays, forOutsiders, zone }: Omit<Priced, 'rooms'> & { forOutsiders?: boolean },
): Priced => ({
  ...{ rooms, zone, stays: forOutsiders ? [] : stays },
});

/** What a date is charged by: the kind of its booker on the day on which it begins, and the price of an hour then. */
export function rateOf({ start }: Span, { rooms, stays, zone }: Priced): { kind: BookerKind; hourlyCents: number } {
  const kind = kindOn(dateOf(start, zone), stays);
  return { kind, hourlyCents: hourlyCents(rooms, kind) };
}

/** Cents for one date: elapsed time (a night is an hour shorter or longer when clocks change), rounded once; setting up and clearing are free. */
export const priceOf = (span: Span, priced: Priced): number =>
  roundedCents(BigInt(span.end.getTime() - span.start.getTime()) * BigInt(rateOf(span, priced).hourlyCents), HOUR_MS);
