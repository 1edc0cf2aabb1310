import type { Booking, CalendarItem } from '@bota/booking/domain';

/** The occurrences of a booking just made by the reader, as the calendar will answer them. */
export const itemsOf = (booking: Booking): CalendarItem[] =>
  booking.occurrences
    .filter(({ status }) => status === 'confirmed')
    .map(({ id, start, end, roomIds, may, title }) => ({
      occurrenceId: id,
      bookingId: booking.id,
      roomIds,
      start,
      end,
      status: 'confirmed',
      visibility: booking.visibility,
      title: title ?? booking.title,
      organisationId: booking.organisationId,
      recurring: booking.recurrence !== null,
      mine: true,
      may,
    }));
