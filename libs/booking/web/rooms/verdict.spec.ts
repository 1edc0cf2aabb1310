import { at, booked, DAY, hall, house, marronnier, room, salleA, salleB, span } from './house.fixture';
import { reasonsHere, withPartBuffers } from './verdict';

it('a whole keeps the longest buffer of its parts, and a room alone its own', () => {
  const rooms = [hall, salleA, salleB];
  expect(rooms.map((one) => withPartBuffers(one, rooms).rules.bufferMinutes)).toEqual([15, 0, 15]);
  const own = room(9, 'Studio', { rules: { bufferMinutes: 20 } });
  expect(withPartBuffers(own, [...rooms, own]).rules.bufferMinutes).toBe(20);
});

describe('against a wish stands', () => {
  const asker = { organisationIds: [], isCoordinator: false };
  const taken = booked(salleB, '10:00', '12:00');
  const reasons = (rooms: (typeof hall)[], time: [string, string], more: object = {}) =>
    reasonsHere({ rooms, span: span(...time), now: at('08:30'), asker, ...more }, house([taken])).map(({ code }) => code);

  it.each([
    ['nothing where it is free', [salleA], ['10:00', '11:00'], []],
    ['the moment, once it is past', [salleA], ['08:15', '10:00'], ['IN_THE_PAST']],
    ['who is there', [salleB], ['11:00', '13:00'], ['ROOM_TAKEN']],
    ['who is in one of several rooms', [salleA, salleB], ['11:00', '13:00'], ['ROOM_TAKEN']],
    ['who is in a part', [hall], ['11:00', '13:00'], ['ROOM_TAKEN']],
    ['the pause', [salleB], ['12:00', '13:00'], ['BUFFER']],
    ['the hours', [salleA], ['20:00', '22:00'], ['CLOSED']],
    ['the length', [marronnier], ['14:00', '14:15'], ['TOO_SHORT']],
  ] as const)('%s', (_, rooms, [start, end], codes) => expect(reasons([...rooms], [start, end])).toEqual(codes));

  it('never what moves itself', () => expect(reasons([salleB], ['10:30', '12:30'], { item: taken })).toEqual([]));
  it('what a room asks of who books it, and when', () => {
    const own = room(9, 'Studio', { rules: { who: { are: 'coordinators' }, leadMinutes: 24 * 60 } });
    expect(reasons([own], ['14:00', '15:00'])).toEqual(['NOT_ENTITLED', 'LEAD_TIME']);
    expect(reasons([own], [`${DAY}T23:00`, `${DAY}T23:30`], { asker: { ...asker, isCoordinator: true } })).toEqual(['LEAD_TIME']);
  });
});
