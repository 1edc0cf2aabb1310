import { LOCALES } from './date-words';
import type { Language } from './wire.contract';

/** The one currency of a house (ISO 4217). Amounts are whole cents of it. */
export const CURRENCY = 'EUR';

/** Cents in the reader's convention: `1 234,50 €`, `€ 1.234,50`, `€1,234.50`. */
export const money = (cents: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency: CURRENCY }).format(cents / 100);

/**
 * Shares a whole number of cents out by weight so that the parts add up to it exactly: everybody gets the whole cents of their
 * share, and the cents that are left go to the largest remainders (Hamilton's method). Equal remainders are settled by weight, then
 * by id, so the order of the parts does not matter. Without any weight nobody gets anything.
 */
export function apportion(total: number, parts: readonly { id: string; weight: bigint }[]): Map<string, number> {
  const sum = parts.reduce((all, { weight }) => all + weight, 0n);
  if (sum === 0n) return new Map();
  const amount = BigInt(Math.abs(total));
  const shares = parts.map(({ id, weight }) => ({ id, weight, cents: (amount * weight) / sum, left: (amount * weight) % sum }));
  const missing = Number(amount - shares.reduce((all, { cents }) => all + cents, 0n));
  const lucky = new Set(shares.toSorted(byRemainder).slice(0, missing));
  return new Map(shares.map((share) => [share.id, Math.sign(total) * (Number(share.cents) + (lucky.has(share) ? 1 : 0))]));
}

type Share = { id: string; weight: bigint; left: bigint };
const descending = (a: bigint, b: bigint) => (a === b ? 0 : a > b ? -1 : 1);
const byRemainder = (a: Share, b: Share) => descending(a.left, b.left) || descending(a.weight, b.weight) || (a.id < b.id ? -1 : 1);

/** `numerator / denominator` as whole cents, halves away from zero. */
export function roundedCents(numerator: bigint, denominator: bigint): number {
  const size = numerator < 0n ? -numerator : numerator;
  const cents = Number((2n * size + denominator) / (2n * denominator));
  return numerator < 0n ? -cents : cents;
}
