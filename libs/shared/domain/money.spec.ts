import fc from 'fast-check';
import { apportion, money, roundedCents } from './money';

const parts = (...weights: number[]) => weights.map((weight, index) => ({ id: `p${index}`, weight: BigInt(weight) }));
const shares = (total: number, ...weights: number[]) => [...apportion(total, parts(...weights)).values()];

describe('sharing out', () => {
  it.each([
    ['evenly', 300, [1, 1, 1], [100, 100, 100]],
    ['a cent left goes to the first of equals', 100, [1, 1, 1], [34, 33, 33]],
    ['the largest remainders first', 100, [1, 2, 4], [14, 29, 57]],
    ['a single one takes all', 999, [7], [999]],
    ['no weight, no share', 100, [0, 3], [0, 100]],
    ['nothing to share', 0, [1, 2], [0, 0]],
    ['fewer cents than sharers', 2, [1, 1, 1], [1, 1, 0]],
    ['in favour, as against', -100, [1, 1, 1], [-34, -33, -33]],
    ['nobody', 100, [], []],
    ['nobody with a weight', 100, [0, 0], []],
  ])('%s', (_, total, weights, expected) => expect(shares(total, ...weights).map((cents) => cents + 0)).toEqual(expected));

  const someParts = fc.uniqueArray(fc.record({ id: fc.string(), weight: fc.bigInt({ min: 0n, max: 10n ** 15n }) }), {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 40,
  });
  const amount = fc.integer({ min: -100_000_000, max: 100_000_000 });

  it('adds up exactly, whatever is shared', () =>
    fc.assert(
      fc.property(amount, someParts, (total, some) => {
        fc.pre(some.some(({ weight }) => weight > 0n));
        expect([...apportion(total, some).values()].reduce((sum, cents) => sum + cents, 0)).toBe(total);
      }),
    ));

  it('gives the same to each in any order', () =>
    fc.assert(
      fc.property(amount, someParts, fc.integer(), (total, some, seed) => {
        const shuffled = some.toSorted((a, b) => ((a.id.length * 31 + seed) % 7) - ((b.id.length * 17 + seed) % 7)).reverse();
        expect(Object.fromEntries(apportion(total, shuffled))).toEqual(Object.fromEntries(apportion(total, some)));
      }),
    ));

  it('is never a cent or more away from the exact share, and never gives less to who weighs more', () =>
    fc.assert(
      fc.property(fc.nat(100_000_000), someParts, (total, some) => {
        const sum = some.reduce((all, { weight }) => all + weight, 0n);
        fc.pre(sum > 0n);
        const found = apportion(total, some);
        const off = (cents: number, weight: bigint) => BigInt(cents) * sum - BigInt(total) * weight;
        for (const { id, weight } of some) {
          const difference = off(found.get(id) ?? 0, weight);
          expect(difference < sum && -difference < sum).toBe(true);
        }
        const byWeight = some
          .toSorted((a, b) => (a.weight < b.weight ? -1 : 1))
          .map(({ id, weight }) => ({ weight, cents: found.get(id) ?? 0 }));
        expect(
          byWeight.every(({ weight, cents }, n) => n === 0 || weight === byWeight[n - 1]?.weight || cents >= (byWeight[n - 1]?.cents ?? 0)),
        ).toBe(true);
      }),
    ));
});

it.each([
  [1n, 2n, 1],
  [1n, 3n, 0],
  [2n, 3n, 1],
  [-1n, 2n, -1],
  [-1n, 3n, -0],
  [10n, 5n, 2],
])('%s / %s rounds to %s', (numerator, denominator, cents) => expect(roundedCents(numerator, denominator) + 0).toBe(cents + 0));

it('money is said in the convention of the reader', () => {
  expect(money(123_450, 'fr').replace(/\s/g, ' ')).toBe('1 234,50 €');
  expect(money(-123_450, 'nl').replace(/\s/g, ' ')).toBe('€ -1.234,50');
  expect(money(5, 'en')).toBe('€0.05');
});
