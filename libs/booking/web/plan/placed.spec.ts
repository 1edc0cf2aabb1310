import type { Occupant } from '@bota/residents/domain';
import { at, booked, house, room, salleA, salleB } from '../rooms/house.fixture';
import { boxStyle, placedOn } from './placed';

const office = room(20, 'Bureau', { bookable: false, desks: 4 });
const elsewhere = room(21, 'Grenier', { floorId: null });
const occupant = (roomId: string): Occupant => ({
  roomId,
  organisation: { id: roomId, slug: 'racines', name: 'Racines', initials: 'RC', hue: 1, pattern: 1 },
  desks: null,
});

it('a floor shows its rooms with what they are doing, and its offices with who sits there, and nothing of other floors', () => {
  const known = {
    house: house([booked(salleA, '10:00', '12:00')]),
    occupants: [occupant(office.id), occupant(elsewhere.id)],
    at: at('11:00'),
  };
  const placed = placedOn(salleA.floorId, [salleA, office, salleB, elsewhere], known);
  expect(
    placed.map((one) => [one.room.name, one.is === 'room' ? one.state.is : one.occupants.map(({ organisation }) => organisation.name)]),
  ).toEqual([
    ['Salle A', 'taken'],
    ['Bureau', ['Racines']],
    ['Salle B', 'free'],
  ]);
  expect(placedOn(null, [salleA, elsewhere], known).map(({ room: { name } }) => name)).toEqual(['Grenier']);
});

it('a box lies in parts of its drawing', () =>
  expect(boxStyle({ x: 10, y: 15, width: 50, height: 30 }, { width: 200, height: 60 })).toEqual({
    left: '5%',
    top: '25%',
    width: '25%',
    height: '50%',
  }));
