import type { Series, Span } from '@bota/booking/domain';
import type { BookingRead, OccurrenceRead } from './booking.view';

/** The series that a booking is kept as; for a booking that has one. */
export const seriesOf = ({ wallStart: start, wallEnd: end, zone, rrule, exdates }: BookingRead): Series => ({
  ...{ start, end, zone, exdates },
  rrule: rrule ?? '',
});

/** A date as the rules judge it. */
export const spanOf = ({ startsAt: start, endsAt: end, recurrenceId: wall, flags }: OccurrenceRead): Span => ({ start, end, wall, flags });

/** The rooms of a date: its own, or those of its booking. What was skipped holds no room of its own any more. */
export const roomIdsOf = (
  { ownRooms, roomIds }: Pick<OccurrenceRead, 'ownRooms' | 'roomIds'>,
  booking: Pick<BookingRead, 'roomIds'>,
): string[] => (ownRooms && roomIds.length > 0 ? roomIds : booking.roomIds);
