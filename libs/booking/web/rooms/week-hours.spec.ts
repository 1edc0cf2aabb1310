import { booked, cabine, house, salleA } from './house.fixture';
import { weekHours } from './week-hours';

it.each([
  ['the hours of the room', salleA, [], '08:00', '21:00'],
  ['the usual ones without hours', cabine, [], '08:00', '21:00'],
  ['and early and late bookings', cabine, [booked(cabine, '06:30', '07:00'), booked(cabine, '21:00', '22:15')], '06:00', '23:00'],
  ['a night is the whole day', cabine, [booked(cabine, '22:00', '2026-11-25T02:00')], '00:00', '24:00'],
])('draws %s', (_, room, items, from, to) => expect(weekHours(room, house(items))).toEqual({ from, to }));
