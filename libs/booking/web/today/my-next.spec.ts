import { at, booked, salleA } from '../rooms/house.fixture';
import { countdown, mineFrom } from './my-next';

const NOW = at('13:20');

it('shows each of my bookings once, with its next date', () => {
  const series = { bookingId: '00000000-0000-7000-8000-000000000777', recurring: true };
  const mine = mineFrom(
    [
      booked(salleA, '2026-12-03T10:00', '2026-12-03T12:00', { ...series, title: 'deux' }),
      booked(salleA, '2026-11-26T10:00', '2026-11-26T12:00', { ...series, title: 'un' }),
      booked(salleA, '14:00', '16:00', { title: 'bientôt' }),
      booked(salleA, '11:00', '13:20', { title: 'finie' }),
      booked(salleA, '17:00', '18:00', { title: 'annulée', status: 'cancelled' }),
    ],
    NOW,
  );
  expect(mine.map(({ item, more }) => [item.title, more])).toEqual([
    ['bientôt', 0],
    ['un', 1],
  ]);
});

it.each([
  ['running', '13:00', '14:00', { is: 'running', minutes: 40 }],
  ['at the very start', '13:20', '14:00', { is: 'running', minutes: 40 }],
  ['in minutes', '14:00', '16:00', { is: 'minutes', minutes: 40 }],
  ['an hour ahead', '14:20', '16:00', { is: 'minutes', minutes: 60 }],
  ['in quarters of an hour', '15:30', '16:00', { is: 'hours', minutes: 135 }],
  ['on another day', '2026-11-26T10:00', '2026-11-26T12:00', { is: 'later' }],
])('counts down to a booking %s', (_, start, end, expected) => expect(countdown(booked(salleA, start, end), NOW)).toEqual(expected));
