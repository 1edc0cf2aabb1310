import fc from 'fast-check';
import { type ChargeTerms, ChargeDraft } from './charges.contract';
import { type Books, type ChargedResidency, type Sharer, amountsOf, draftsOf, sharersIn, totalOf } from './charges.rules';

const residency = (id: string, wish: Partial<ChargedResidency> = {}): ChargedResidency => ({
  ...{ id, organisationId: `of-${id}`, from: '2020-01-01', to: null, shareKey: 'm2', shareQuantity: 20, occupied: [] },
  ...wish,
});
const sharer = (id: string, wish: Partial<Sharer> = {}): Sharer => ({
  ...{ id, organisationId: `of-${id}`, key: 'm2', milliDays: 20_000 * 30, days: 30, of: 30 },
  ...wish,
});
const ROOMS = [
  { id: 'small', areaM2: 20, desks: 4 },
  { id: 'large', areaM2: 41, desks: 8 },
];
const amounts = (terms: ChargeTerms, ...sharers: Sharer[]) => Object.fromEntries(amountsOf(terms, sharers));

describe('what a residency takes part with in a month', () => {
  const partOf = (wish: Partial<ChargedResidency>, month = '2026-11') => {
    const [found] = sharersIn(month, [residency('a', wish)], ROOMS);
    return found && [found.milliDays / 1000, found.days, found.of];
  };
  it.each([
    ['all month', {}, [600, 30, 30]],
    ['from its first day on', { from: '2026-11-16' }, [300, 15, 30]],
    ['to its last day, that day included', { to: '2026-11-01' }, [20, 1, 30]],
    ['a stay within the month', { from: '2026-11-10', to: '2026-11-19' }, [200, 10, 30]],
    ['not yet there', { from: '2026-12-01' }, undefined],
    ['gone', { to: '2026-10-31' }, undefined],
    ['there, with nothing known', { shareQuantity: null }, [0, 30, 30]],
  ])('%s', (_, wish, expected) => expect(partOf(wish)).toEqual(expected));

  it('a leap February has 29 days', () => expect(partOf({}, '2028-02')).toEqual([580, 29, 29]));

  it('who moves within the month counts day by day', () => {
    const occupied = [
      { roomId: 'small', desks: null, from: '2026-01-01', to: '2026-11-10' },
      { roomId: 'large', desks: null, from: '2026-11-11', to: null },
    ];
    expect(partOf({ shareQuantity: null, occupied })).toEqual([10 * 20 + 20 * 41, 30, 30]);
  });
});

describe('a price for each unit', () => {
  const terms: ChargeTerms = { how: 'rate', rates: { m2: 850, desks: 4500, fixed: 100_000 } };
  it.each([
    ['m²', {}, 17_000],
    ['half a month', { milliDays: 20_000 * 15, days: 15 }, 8_500],
    ['a part of a unit', { milliDays: 12_345 * 30 }, 10_493],
    ['desks', { key: 'desks' as const, milliDays: 3000 * 30 }, 13_500],
    ['thousandths of an amount', { key: 'fixed' as const, milliDays: 125_000 * 30 }, 12_500],
    ['a key without a price', { key: 'heads' as const }, undefined],
    ['nothing occupied', { milliDays: 0 }, undefined],
  ])('%s', (_, wish, cents) => expect(amounts(terms, sharer('a', wish))['a']).toBe(cents));

  it('is never more than a whole month, and never less than nothing', () =>
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(500_000), fc.integer({ min: 1, max: 30 }), (price, milli, days) => {
        const rate: ChargeTerms = { how: 'rate', rates: { m2: price } };
        const of = (present: number) => amounts(rate, sharer('a', { milliDays: milli * present, days: present }))['a'] ?? 0;
        expect(of(days)).toBeGreaterThanOrEqual(0);
        expect(of(days)).toBeLessThanOrEqual(of(30));
        expect(Math.abs(of(days) + of(30 - days) - of(30))).toBeLessThanOrEqual(1);
      }),
    ));
});

describe('a total that is shared out', () => {
  const total = (totalCents: number, weights = {}): ChargeTerms => ({ how: 'total', totalCents, weights: { m2: 1, ...weights } });
  const fixed = (id: string, thousandths: number, days = 30) => sharer(id, { key: 'fixed', milliDays: thousandths * 1000 * days, days });

  it('goes by weight, to the cent', () =>
    expect(amounts(total(100), sharer('a'), sharer('b'), sharer('c'))).toEqual({ a: 34, b: 33, c: 33 }));
  it('counts who stays half a month half', () =>
    expect(amounts(total(300), sharer('a'), sharer('b', { milliDays: 20_000 * 15, days: 15 }))).toEqual({ a: 200, b: 100 }));
  it('weighs desks as the house says', () =>
    expect(amounts(total(3000, { desks: 10 }), sharer('a'), sharer('b', { key: 'desks', milliDays: 4000 * 30 }))).toEqual({
      a: 1000,
      b: 2000,
    }));
  it('takes fixed shares first', () =>
    expect(amounts(total(1000), fixed('f', 250), sharer('a'), sharer('b'))).toEqual({ f: 250, a: 375, b: 375 }));
  it('takes of a fixed share what its days are', () =>
    expect(amounts(total(1000), fixed('f', 500, 15), sharer('a'))).toEqual({ f: 250, a: 750 }));
  it('leaves with the house what nobody is there to pay', () => expect(amounts(total(1000), fixed('f', 250))).toEqual({ f: 250 }));
  it('shares among fixed shares of more than the whole', () =>
    expect(amounts(total(900), fixed('f', 1000), fixed('g', 500), sharer('a'))).toEqual({ f: 600, g: 300 }));
  it('is paid by nobody in an empty house', () => expect(amounts(total(1000))).toEqual({}));

  const key = fc.constantFrom('m2' as const, 'desks' as const, 'heads' as const, 'fixed' as const);
  const some = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      organisationId: fc.uuid(),
      key,
      milliDays: fc.nat(31_000_000),
      days: fc.integer({ min: 1, max: 31 }),
      of: fc.constant(31),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 20 },
  );
  const sum = (terms: ChargeTerms, sharers: Sharer[]) => [...amountsOf(terms, sharers).values()].reduce((all, cents) => all + cents, 0);

  it('adds up exactly whenever somebody has a weight, and never to more', () =>
    fc.assert(
      fc.property(fc.nat(100_000_000), some, (cents, sharers) => {
        const terms = total(cents, { desks: 8, heads: 5 });
        const isShared = sharers.some((one) => one.key !== 'fixed' && one.milliDays > 0);
        expect(sum(terms, sharers)).toBeLessThanOrEqual(cents);
        if (isShared) expect(sum(terms, sharers)).toBe(cents);
      }),
    ));

  it('gives the same to each in any order', () =>
    fc.assert(
      fc.property(fc.nat(100_000_000), some, (cents, sharers) => {
        const terms = total(cents, { desks: 8, heads: 5 });
        expect(amounts(terms, ...sharers.toReversed())).toEqual(amounts(terms, ...sharers));
      }),
    ));
});

describe('the lines of a month', () => {
  const charge = {
    id: 'rent',
    label: { fr: 'Loyer' },
    from: '2026-09',
    to: '2026-10',
    terms: { how: 'rate' as const, rates: { m2: 850 } },
  };
  const books: Books = {
    ...{ charges: [charge], residencies: [residency('a'), residency('b', { shareKey: 'heads' })], rooms: ROOMS },
    bookings: [{ organisationId: 'of-b', bookingId: 'x', on: '2026-10-03', description: { fr: 'Salle A' }, cents: 2500 }],
    fees: [
      { id: 'f2', organisationId: 'of-a', on: '2026-10-20', label: { fr: 'Avoir' }, cents: -1000, correctsId: 'line' },
      { id: 'f1', organisationId: 'of-a', on: '2026-10-02', label: { fr: 'Clé' }, cents: 1500, correctsId: null },
    ],
  };

  it('are charges, bookings, fees and corrections, of each organisation', () => {
    const drafts = draftsOf('2026-10', books);
    expect(drafts.get('of-a')?.map(({ kind, cents }) => [kind, cents])).toEqual([
      ['charge', 17_000],
      ['fee', 1500],
      ['correction', -1000],
    ]);
    expect(drafts.get('of-a')?.[0]?.share).toEqual({ key: 'm2', quantity: 20, days: 31, of: 31 });
    expect(drafts.get('of-b')?.map(({ kind, bookingId }) => [kind, bookingId])).toEqual([['booking', 'x']]);
    expect(totalOf(drafts.get('of-a') ?? [])).toBe(17_500);
  });

  it.each([
    ['2026-08', false],
    ['2026-09', true],
    ['2026-10', true],
    ['2026-11', false],
  ])('in %s the charge counts: %s', (month, counts) => {
    expect(draftsOf(month, { ...books, fees: [], bookings: [] }).has('of-a')).toBe(counts);
  });
});

it.each([
  ['nothing to call it', { label: {} }, 'label'],
  ['only blanks', { label: { fr: '  ' } }, 'label'],
  ['ends before it starts', { to: '2026-08' }, 'to'],
  ['no month', { from: '2026-13' }, 'from'],
  ['parts of cents', { terms: { how: 'rate', rates: { m2: 8.5 } } }, 'terms.rates.m2'],
  ['a negative price', { terms: { how: 'rate', rates: { m2: -1 } } }, 'terms.rates.m2'],
  ['neither price nor total', { terms: { how: 'gift' } }, 'terms.how'],
])('a charge with %s is none', (_, wrong, path) => {
  const draft = { label: { fr: 'Loyer' }, from: '2026-09', terms: { how: 'rate', rates: { m2: 850 } }, ...wrong };
  const { error } = ChargeDraft.safeParse(draft);
  expect(error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
});
