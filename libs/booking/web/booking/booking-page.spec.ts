import type { Booking } from '@bota/booking/domain';
import { at, booked, salleA } from '../rooms/house.fixture';
import { PageInHouse, words } from '../rooms/page.fixture';
import { BookingPage } from './booking-page';

const { bookingId: id, organisationId, occurrenceId, roomIds, start, end } = booked(salleA, '15:00', '16:00');
const booking = (status: Booking['status']): Booking => ({
  ...{ id, uid: id, version: 1, title: 'Bal', description: '', organisationId: organisationId ?? '', organisation: 'Racines', roomIds },
  ...{ visibility: 'public', attendees: null, status, expiresAt: null, decisionNote: null, start, end, zone: 'Europe/Brussels' },
  ...{ recurrence: null, retrySkipped: false, followsId: null, followedById: null, layout: null, setUpMinutes: 0, tearDownMinutes: 0 },
  occurrences: [
    {
      ...{
        id: occurrenceId,
        start,
        end,
        status: status === 'confirmed' ? status : 'cancelled',
        recurrenceId: '2026-11-24T15:00',
        roomIds,
        flags: [],
        cancelledLate: false,
        reasons: [],
      },
      ...{ checkedInAt: null, releasedAt: null, may: { edit: false, cancel: false, checkIn: false, reinstate: false } },
    },
  ],
  createdAt: at('09:00').toISOString(),
  may: { edit: false, cancel: false, decide: false, confirm: false },
});

it.each<[Booking['status'], boolean]>([
  ['confirmed', true],
  ['declined', false],
  ['expired', false],
])('a booking that is %s says who may change it: %s', async (status, isSaid) => {
  const others = { [`/bookings/${id}`]: booking(status), '/replies': { items: [] } };
  const page = await new PageInHouse(':space/bookings/:id', BookingPage).open(`/bota-75/bookings/${id}`, { others });
  expect(words(page)).toContain('Bal');
  expect(words(page).includes('peuvent la modifier')).toBe(isSaid);
});
