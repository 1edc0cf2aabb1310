import { axisOf, barOf, place } from './day-bar';
import { booked, closed, DAY, hall, house, salleA, span, ZONE } from './house.fixture';

const axis = span('08:00', '18:00');

it.each([
  ['the hours of the rooms', house(), '08:00', '21:00'],
  ['rooms without hours', house([], { rooms: [{ ...salleA, rules: {} }] }), '08:00', '21:00'],
])('the axis follows %s', (_, rooms, open, close) => expect(axisOf(DAY, rooms)).toEqual(span(open, close)));

it('cuts what lies outside the axis', () => expect(place(span('07:00', '09:00'), axis)).toEqual({ left: 0, width: 10 }));

it('shows bookings of the whole on its part, joined, and closed time', () => {
  const items = [booked(hall, '09:00', '11:00'), booked(salleA, '11:00', '12:00')];
  const pieces = barOf(salleA, axis, house(items, { closures: [closed('16:00', '18:00')], zone: ZONE }));
  expect(pieces).toEqual([
    { kind: 'taken', ...span('09:00', '12:00'), left: 10, width: 30 },
    { kind: 'closed', ...span('16:00', '18:00'), left: 80, width: 20 },
  ]);
});
