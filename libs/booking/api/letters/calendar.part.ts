import { type CalendarBooking, eventsOf } from '@bota/booking/domain';
import type { CalendarPart, Config } from '@bota/shared/api';
import type { FeedBooking } from '../feeds/feed.queries';
import { houseAddress } from '../icalendar/house-address';
import { type CalendarGuest, calendarText } from '../icalendar/writing';

/** `attendee`: whom it is for; `ask`: how the description asks for an answer. */
type How = { attendee: CalendarGuest; ask?: string; isGone: boolean; nameRooms: (ids: readonly string[]) => string; now: Date };

/**
 * iMIP speaks of one UID; without any date left of it there is nothing to say to a calendar. A REQUEST never carries what is cancelled
 * (RFC 5546 3.2.2): a date that nobody came to stays where it was in the calendar of who booked it.
 */
export function calendarPart(config: Config, booking: FeedBooking & CalendarBooking, how: How): CalendarPart | undefined {
  const method = how.isGone ? 'CANCEL' : 'REQUEST';
  const cancelled = { ...booking, cancelledAt: booking.cancelledAt ?? how.now };
  const all = how.isGone ? eventsOf(cancelled, [], how.nameRooms) : eventsOf(booking, booking.occurrences, how.nameRooms);
  const events = all
    .filter(({ uid, status }) => uid === booking.uid && (how.isGone || status !== 'CANCELLED'))
    .map((event) => ({ ...event, description: withAsk(event.description, how.ask) }));
  if (events.length === 0) return undefined;
  const message = { method, attendee: how.attendee, now: how.now } as const;
  return { method, text: calendarText({ name: '', events, organizer: houseAddress(config), message }) };
}

const withAsk = (description: string, ask = '') => [description, ask].filter(Boolean).join('\n\n');
