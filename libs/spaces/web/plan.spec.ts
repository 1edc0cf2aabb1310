import * as fc from 'fast-check';
import { Layout } from '@bota/spaces/domain';
import { planOf, VIEW } from './plan';

const layouts = fc.constantFrom(...Layout.options);
const inside = (value: number, size: number) => value >= VIEW.wall + 5 && value <= size - VIEW.wall - 5;

it.each([
  ['table', 16],
  ['theatre', 40],
  ['theatre', 80],
  ['classroom', 24],
  ['circle', 40],
  ['kitchen', 12],
  ['workshop', 14],
  ['booth', 2],
  ['lounge', 6],
] as const)('a %s for %i has as many seats', (layout, capacity) => expect(planOf(layout, capacity).seats).toHaveLength(capacity));

it('every seat of every layout stands inside the walls and apart from the others', () => {
  fc.assert(
    fc.property(layouts, fc.integer({ min: 1, max: 2000 }), (layout, capacity) => {
      const { seats } = planOf(layout, capacity);
      expect(seats.filter(({ x, y }) => !inside(x, VIEW.width) || !inside(y, VIEW.height))).toEqual([]);
      const close = seats.filter((a, i) => seats.slice(i + 1).some((b) => Math.hypot(a.x - b.x, a.y - b.y) < 9));
      expect(close).toEqual([]);
    }),
  );
});

it('a room without a stated capacity is drawn all the same', () => expect(planOf('table', null).seats.length).toBeGreaterThan(0));
