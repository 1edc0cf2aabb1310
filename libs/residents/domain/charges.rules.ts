import { type LocalizedText, apportion, roundedCents } from '@bota/shared/domain';
import type { Charge, ChargeTerms } from './charges.contract';
import { daysOf } from './months.rules';
import { type Occupied, type RoomMeasures, type ShareKey, type ShareTerms, shareOf } from './residency.rules';

export type ChargedResidency = ShareTerms & { id: string; organisationId: string; occupied: readonly Occupied[] };

/**
 * What a residency takes part with in a month: its share of each day, added up, in thousandths of its key's unit times days.
 * Whoever comes, goes, or moves within the month therefore counts day by day (pro rata temporis).
 */
export type Sharer = { id: string; organisationId: string; key: ShareKey; milliDays: number; days: number; of: number };

/** The residencies that are there on a day of the month (`YYYY-MM`), with their shares. */
export function sharersIn(month: string, residencies: readonly ChargedResidency[], rooms: readonly RoomMeasures[]): Sharer[] {
  const days = daysOf(month);
  return residencies.flatMap((residency) => {
    const { id, organisationId, shareKey: key, from, to } = residency;
    const present = days.filter((day) => day >= from && (to === null || day <= to));
    const milliDays = present.reduce((sum, day) => sum + Math.round(shareOf(residency, residency.occupied, rooms, day) * 1000), 0);
    return present.length > 0 ? [{ id, organisationId, key, milliDays, days: present.length, of: days.length }] : [];
  });
}

/** What each sharer pays of a charge in a month, in cents, by its id; who pays nothing is left out. */
export function amountsOf(terms: ChargeTerms, sharers: readonly Sharer[]): Map<string, number> {
  const amounts = terms.how === 'rate' ? atRates(terms.rates, sharers) : sharedOut(terms, sharers);
  return new Map([...amounts].filter(([, cents]) => cents !== 0));
}

type Rates = Extract<ChargeTerms, { how: 'rate' }>['rates'];
type Total = Extract<ChargeTerms, { how: 'total' }>;

/** Each for itself: price × quantity × days there / days of the month, halves of a cent rounded up. */
const atRates = (rates: Rates, sharers: readonly Sharer[]) =>
  new Map(
    sharers.map(({ id, key, milliDays, of }) => {
      const scale = BigInt(of) * (key === 'fixed' ? 1_000_000n : 1000n);
      return [id, roundedCents(BigInt(rates[key] ?? 0) * BigInt(milliDays), scale)] as const;
    }),
  );

const HOUSE = '';

/**
 * All together, to the cent: the fixed thousandths are taken first (of what is left of them by days), the rest goes by weight.
 * Fixed shares of more than the whole share it among themselves. What nobody is there to pay stays with the house.
 */
function sharedOut({ totalCents, weights }: Total, sharers: readonly Sharer[]): Map<string, number> {
  const whole = BigInt(sharers[0]?.of ?? 1) * 1_000_000n;
  const weightOf = ({ key, milliDays }: Sharer) => (key === 'fixed' ? 0n : BigInt(weights[key] ?? 0) * BigInt(milliDays));
  const fixedOf = ({ key, milliDays }: Sharer) => (key === 'fixed' ? BigInt(milliDays) : 0n);
  const sum = (of: (sharer: Sharer) => bigint) => sharers.reduce((all, sharer) => all + of(sharer), 0n);
  const [fixed, weight] = [sum(fixedOf), sum(weightOf)];
  const rest = fixed < whole ? whole - fixed : 0n;
  const parts = sharers.map((sharer) => ({
    id: sharer.id,
    weight: fixedOf(sharer) * (weight || 1n) + weightOf(sharer) * rest,
  }));
  const amounts = apportion(totalCents, weight === 0n ? [...parts, { id: HOUSE, weight: rest }] : parts);
  amounts.delete(HOUSE);
  return amounts;
}

/** A line of a statement that is not closed yet; `share` says what it was counted by. */
export type DraftLine = {
  kind: 'charge' | 'booking' | 'fee' | 'correction';
  label: LocalizedText;
  cents: number;
  on: string | null;
  share: { key: ShareKey; quantity: number; days: number; of: number } | null;
  chargeId: string | null;
  residencyId: string | null;
  feeId: string | null;
  bookingId: string | null;
  correctsId: string | null;
};

export type Fee = { id: string; organisationId: string; on: string; label: LocalizedText; cents: number; correctsId: string | null };
export type PricedBooking = { organisationId: string; bookingId: string; on: string; description: LocalizedText; cents: number };

/** All that a month (`YYYY-MM`) is counted from; fees and bookings are those of that month. */
export type Books = {
  charges: readonly Pick<Charge, 'id' | 'label' | 'from' | 'to' | 'terms'>[];
  residencies: readonly ChargedResidency[];
  rooms: readonly RoomMeasures[];
  bookings: readonly PricedBooking[];
  fees: readonly Fee[];
};

const NONE = { on: null, share: null, chargeId: null, residencyId: null, feeId: null, bookingId: null, correctsId: null };

/** The lines of a month by organisation: charges, then bookings, then fees and corrections, each by date. */
export function draftsOf(month: string, books: Books): Map<string, DraftLine[]> {
  const sharers = sharersIn(month, books.residencies, books.rooms);
  const lines = [
    ...books.charges.flatMap((charge) => chargeLines(charge, month, sharers)),
    ...books.bookings.toSorted(byDate).map(bookingLine),
    ...books.fees.toSorted(byDate).map(feeLine),
  ];
  return Map.groupBy(lines, ({ organisationId }) => organisationId) as Map<string, (DraftLine & { organisationId: string })[]>;
}

const byDate = (a: { on: string }, b: { on: string }) => (a.on < b.on ? -1 : Number(a.on > b.on));

function chargeLines({ id: chargeId, label, from, to, terms }: Books['charges'][number], month: string, sharers: readonly Sharer[]) {
  if (month < from || (to !== null && month > to)) return [];
  const amounts = amountsOf(terms, sharers);
  return sharers.flatMap(({ id: residencyId, organisationId, key, milliDays, days, of }) => {
    const cents = amounts.get(residencyId);
    const share = { key, quantity: Math.round(milliDays / days) / 1000, days, of };
    return cents ? [{ ...NONE, organisationId, kind: 'charge' as const, label, cents, share, chargeId, residencyId }] : [];
  });
}

const bookingLine = ({ organisationId, bookingId, on, description: label, cents }: PricedBooking) => ({
  ...NONE,
  ...{ organisationId, kind: 'booking' as const, label, cents, on, bookingId },
});

const feeLine = ({ id: feeId, organisationId, on, label, cents, correctsId }: Fee) => ({
  ...NONE,
  ...{ organisationId, kind: correctsId ? ('correction' as const) : ('fee' as const), label, cents, on, feeId, correctsId },
});

/** The sum of lines, in cents. */
export const totalOf = (lines: readonly { cents: number }[]): number => lines.reduce((sum, { cents }) => sum + cents, 0);
