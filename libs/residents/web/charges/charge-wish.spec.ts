import { ChargeDraft } from '@bota/residents/domain';
import { draftOf, emptyWish, wishOf } from './charge-wish';

const charge = (terms: ChargeDraft['terms']) => ({
  ...{ id: '01939b1e-7c00-7d3e-9c1a-000000000001', label: { fr: 'Loyer' }, from: '2026-09', to: null, terms, version: 1, isUsed: false },
});

it.each([
  [{ how: 'rate' as const, rates: { m2: 850, fixed: 100_000 } }],
  [{ how: 'total' as const, totalCents: 123_456, weights: { m2: 1, heads: 5 } }],
])('a charge comes out of its form as it went in: %j', (terms) => {
  for (const language of ['fr', 'en'] as const) {
    expect(ChargeDraft.parse(draftOf(wishOf(charge(terms), language)))).toEqual({
      label: { fr: 'Loyer' },
      from: '2026-09',
      to: null,
      terms,
    });
  }
});

it('an empty price is none, and zero is zero', () => {
  const { terms } = draftOf({ ...emptyWish('2026-11'), rates: { m2: '8,50', desks: ' ', heads: '0', fixed: '' } });
  expect(terms).toEqual({ how: 'rate', rates: { m2: 850, heads: 0 } });
});
