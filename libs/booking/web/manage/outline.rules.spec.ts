import { freePlace, snapped, stepped } from './outline.rules';

const floor = { width: 100, height: 60 };
const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

it.each([
  ['between units', box(3.4, 2.6, 10.2, 8.7), box(3, 3, 10, 9)],
  ['beyond the left and the top', box(-5, -1, 10, 10), box(0, 0, 10, 10)],
  ['beyond the right and the bottom', box(95, 58, 10, 10), box(90, 50, 10, 10)],
  ['larger than the floor', box(5, 5, 200, 90), box(0, 0, 100, 60)],
  ['too small to be seen', box(5, 5, 0.2, -3), box(5, 5, 2, 2)],
])('a box dropped %s stays on the floor', (_, outline, expected) => expect(snapped(outline, floor)).toEqual(expected));

it.each([
  ['ArrowRight', false, box(11, 10, 20, 10)],
  ['ArrowUp', false, box(10, 9, 20, 10)],
  ['ArrowRight', true, box(10, 10, 21, 10)],
  ['ArrowUp', true, box(10, 10, 20, 9)],
  ['Enter', false, null],
])('%s (shift %s)', (key, shiftKey, expected) => expect(stepped(box(10, 10, 20, 10), { key, shiftKey }, floor)).toEqual(expected));

it('a room that lies nowhere is put where it covers no other, and on top when there is no such place', () => {
  expect(freePlace([], floor)).toMatchObject({ x: 1, y: 1 });
  expect(freePlace([box(0, 0, 40, 60)], floor)).toMatchObject({ x: 41, y: 1 });
  expect(freePlace([box(0, 0, 100, 60)], floor)).toMatchObject({ x: 0, y: 0 });
});
