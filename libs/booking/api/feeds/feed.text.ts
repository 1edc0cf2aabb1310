import { type CalendarBooking, type CalendarEvent, eventsOf, maySee } from '@bota/booking/domain';
import type { Actor, Language } from '@bota/shared/domain';
import type { FeedBooking } from './feed.queries';

/** What stands for a booking whose title its reader may not see. */
export const BUSY: Record<Language, string> = { fr: 'Occupé', nl: 'Bezet', en: 'Busy' };

type Reader = Actor & { isResident: boolean };
export type FeedView = {
  reader: Reader;
  spaceId: string;
  language: Language;
  /** Leave out what the reader may not see, instead of saying that the room is busy. */
  hidesUnseen: boolean;
  nameRooms: (ids: readonly string[]) => string;
  urlOf: (id: string) => string;
};

/** The events of a feed as its reader may see them now. */
export function feedEvents(bookings: readonly FeedBooking[], view: FeedView): CalendarEvent[] {
  return bookings.flatMap((booking) => {
    const isSeen = booking.isInvited || maySee(view.reader, { spaceId: view.spaceId, ...booking });
    if (!isSeen && view.hidesUnseen) return [];
    const shown: CalendarBooking = isSeen ? { ...booking, url: view.urlOf(booking.id) } : busy(booking, view.language);
    const occurrences = isSeen ? booking.occurrences : booking.occurrences.map((one) => ({ ...one, ownTitle: null }));
    return eventsOf(shown, occurrences, view.nameRooms);
  });
}

/** Its times and rooms, which the agenda shows to everybody. The UID is ours: one from elsewhere may name somebody. */
const busy = (booking: FeedBooking, language: Language): CalendarBooking => ({
  ...booking,
  ...{ uid: `${booking.id}@bota75`, title: BUSY[language], description: '', organisation: null },
});
