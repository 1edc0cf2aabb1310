import { moved } from './order';

const one = (id: string) => ({ id, partIds: [], unitIds: [id] });
const whole = (id: string, ...parts: string[]) => ({ id, partIds: parts, unitIds: parts });
const FLOOR = [whole('hall', 'a', 'b'), one('a'), one('b'), one('kitchen'), one('store')];
const step = (id: string, by: 1 | -1, floor = FLOOR) => {
  const room = floor.find((each) => each.id === id);
  if (!room) throw new Error(id);
  return moved(floor, room, by)?.join(' ') ?? null;
};

it.each([
  ['a room passes its neighbour', 'store', -1, 'a b store kitchen'],
  ['the first cannot go up', 'a', -1, null],
  ['the last cannot go down', 'store', 1, null],
  ['parts change places within their whole', 'a', 1, 'b a kitchen store'],
  ['a composed room goes with its parts', 'hall', 1, 'kitchen a b store'],
  ['a composed room at the top stays there', 'hall', -1, null],
  ['a room passes a composed room as one', 'kitchen', -1, 'kitchen a b store'],
] as const)('%s', (_, id, by, expected) => expect(step(id, by)).toBe(expected));

it('a composed room comes back up with its parts', () =>
  expect(step('hall', -1, [one('kitchen'), whole('hall', 'a', 'b'), one('a'), one('b')])).toBe('a b kitchen'));
it('a composed room without a part on this floor has no place of its own', () =>
  expect(step('hall', 1, [whole('hall', 'x', 'y'), one('kitchen')])).toBeNull());
