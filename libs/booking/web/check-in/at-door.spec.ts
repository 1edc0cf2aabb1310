import { at, booked, house, salleA, salleB } from '../rooms/house.fixture';
import { atDoor } from './at-door';

const mine = { mine: true, may: { edit: true, cancel: true, checkIn: true } };

it('shows what is on in the room, what comes next, and what is mine', () => {
  const items = [
    booked(salleA, '12:00', '13:00', { title: 'finie' }),
    booked(salleA, '13:00', '14:00', { title: 'en cours' }),
    booked(salleB, '13:00', '14:00', { title: 'ailleurs', ...mine }),
    booked(salleA, '14:00', '15:00', { title: 'la mienne', ...mine }),
    booked(salleA, '15:00', '16:00', { title: 'après' }),
  ];
  const { present, next, mine: own } = atDoor(salleA, house(items), at('13:20'));
  expect([present?.title, next.map(({ title }) => title), own?.title]).toEqual(['en cours', ['la mienne', 'après'], 'la mienne']);
});

it('what was released is no longer on', () => {
  const items = [booked(salleA, '13:00', '13:15', { status: 'no_show', ...mine })];
  expect(atDoor(salleA, house(items), at('13:10'))).toEqual({ next: [] });
});
