import { at, booked, cabine, hall, house, marronnier, salleA, salleB } from '../rooms/house.fixture';
import { doingAt, roomsAt } from './house-now';

const NOW = at('13:20');
const titles = (items: { title?: string }[]) => items.map(({ title }) => title);
const named = (title: string) => ({ title });

describe('what is on in the house', () => {
  const items = [
    booked(salleA, '12:00', '14:15', named('Permanence')),
    booked(salleB, '09:00', '13:20', named('Finie à l’instant')),
    booked(marronnier, '13:20', '13:45', named('Commence à l’instant')),
    booked(salleB, '17:00', '19:00', named('Répétition')),
    booked(salleB, '15:30', '16:30', named('Voorleesuur')),
    booked(salleB, '2026-11-25T09:00', '2026-11-25T10:00', named('Demain')),
    booked(salleB, '13:00', '14:00', { title: 'Annulée', status: 'cancelled' }),
  ];
  it('is what began and is not over, soonest to end first', () =>
    expect(titles(doingAt(NOW, house(items)).running)).toEqual(['Commence à l’instant', 'Permanence']));
  it('is followed by what begins later today', () =>
    expect(titles(doingAt(NOW, house(items)).next)).toEqual(['Voorleesuur', 'Répétition']));
  it('shows a few of a long day', () => expect(titles(doingAt(at('08:00'), house(items), 2).next)).toHaveLength(2));
});

describe('rooms now', () => {
  const { free, later } = roomsAt(
    NOW,
    house([booked(salleA, '12:00', '14:15'), booked(marronnier, '13:30', '15:00'), booked(salleB, '18:00', '19:00')]),
  );
  it('are free for a quarter of an hour or more, the longest first', () =>
    expect(free.map(({ room, until }) => [room.name, until])).toEqual([
      ['Cabine', at('2026-11-25T00:00')],
      ['Salle B', at('17:45')],
    ]));
  it('or free again later', () =>
    expect(later.map(({ room, state }) => [room.name, state.is, state.until])).toEqual([
      ['Grande salle', 'taken', at('14:15')],
      ['Salle A', 'taken', at('14:15')],
    ]));
  it('leave wholes to the end', () =>
    expect(roomsAt(NOW, house()).free.map(({ room }) => room.name)).toEqual(
      [cabine, salleA, salleB, marronnier, hall].map(({ name }) => name),
    ));
});
