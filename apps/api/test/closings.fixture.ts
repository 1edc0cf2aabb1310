import type { AffectedBookings, Booking, Closing, Places } from '@bota/booking/domain';
import type { Problem } from '@bota/shared/domain';
import type { House } from './house.fixture';
import type { Someone } from './people.fixture';

/** Monday 16 March 2026, all day. */
export const DAY = { start: '2026-03-16T00:00', end: '2026-03-17T00:00' };

/** Closes room A that day, unless it is said otherwise. */
export const close = (house: House, more: object = {}, who: Someone = house.coordinator, headers = {}) =>
  who.post<Closing & Problem>(house.path('closures'), { roomIds: [house.a], ...DAY, ...more }, { headers });
export const met = async (house: House, more: object = {}) =>
  (
    await house.coordinator.post<AffectedBookings>(house.path('affected-bookings'), {
      change: 'closure',
      roomIds: [house.a],
      ...DAY,
      ...more,
    })
  ).body;
export const placesFor = async (house: House, occurrenceId: string, more: object = {}) =>
  (
    await house.coordinator.post<Places>(house.path('affected-bookings/places'), {
      closure: { roomIds: [house.a], ...DAY, ...more },
      occurrenceId,
    })
  ).body.items;

export const dateOf = ({ occurrences }: Booking, index = 0): string => occurrences[index]?.id ?? '';
export const cancelling = (booking: Booking, index = 0) => ({ act: 'cancel', occurrenceId: dateOf(booking, index) });
export const moving = (booking: Booking, roomId: string, index = 0, time: object = {}) => ({
  ...{ act: 'move', occurrenceId: dateOf(booking, index), roomIds: [roomId] },
  ...{ start: booking.occurrences[index]?.start, end: booking.occurrences[index]?.end, ...time },
});
