import { type Booking, type CalendarItem, takesRooms } from '@bota/booking/domain';

/** The occurrences of a booking just made by the reader, as the calendar will answer them. */
export const itemsOf = (booking: Booking): CalendarItem[] =>
  booking.occurrences.filter(takesRooms).map(({ id, start, end, roomIds, may, title, status }) => ({
    occurrenceId: id,
    bookingId: booking.id,
    roomIds,
    start,
    end,
    status,
    visibility: booking.visibility,
    title: title ?? booking.title,
    organisationId: booking.organisationId,
    recurring: booking.recurrence !== null,
    mine: true,
    own: true,
    may,
  }));
