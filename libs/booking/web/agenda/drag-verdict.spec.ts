import { hall, room, salleA, salleB } from '../rooms/house.fixture';
import { withPartBuffers } from './drag-verdict';

it('a whole keeps the longest buffer of its parts, and a room alone its own', () => {
  const rooms = [hall, salleA, salleB];
  expect(rooms.map((one) => withPartBuffers(one, rooms).rules.bufferMinutes)).toEqual([15, 0, 15]);
  const own = room(9, 'Studio', { rules: { bufferMinutes: 20 } });
  expect(withPartBuffers(own, [...rooms, own]).rules.bufferMinutes).toBe(20);
});
