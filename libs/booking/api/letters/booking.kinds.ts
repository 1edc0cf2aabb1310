import type { NotificationKind } from '@bota/shared/api';
import { type Language, type NotificationFamily, spanInWords } from '@bota/shared/domain';
import { noShowLetter, reinstatedLetter } from '../check-in/check-in.words';
import {
  bookingAcceptedLetter,
  bookingDeclinedLetter,
  bookingTakenLetter,
  holdOverLetter,
  requestOverLetter,
} from '../requests/request.words';
import { reminderLetter } from '../reminders/reminder.words';
import { bookingCancelledLetter, bookingChangedLetter, bookingDateCancelledLetter, bookingDatesCancelledLetter } from './booking.words';
import { type Spread, spreadInWords } from './spread';

const LETTERS = {
  cancelled: bookingCancelledLetter,
  'date-cancelled': bookingDateCancelledLetter,
  'dates-cancelled': bookingDatesCancelledLetter,
  changed: bookingChangedLetter,
  accepted: bookingAcceptedLetter,
  declined: bookingDeclinedLetter,
  taken: bookingTakenLetter,
  'hold-over': holdOverLetter,
  'request-over': requestOverLetter,
  'no-show': noShowLetter,
  reinstated: reinstatedLetter,
  reminder: reminderLetter,
};
export type BookingAct = keyof typeof LETTERS;
const ACTS = Object.keys(LETTERS) as BookingAct[];
/** Answers to what one asked; the rest is about what one has. */
const ANSWERS: readonly BookingAct[] = ['accepted', 'declined', 'taken', 'request-over'];
const familyOf = (act: BookingAct): NotificationFamily =>
  act === 'reminder' ? 'reminders' : ANSWERS.includes(act) ? 'requests' : 'bookings';

/**
 * What is kept of a change, with the `spread` of the booking when all of it is meant; `start` and `end` of the date meant, said in the reader’s language and the zone of the house.
 * `by` is emptied when the person with `byId` erases their account.
 */
export type BookingFacts = Time & {
  title: string;
  by: string;
  byId: string | null;
  where: string;
  reason?: string;
  spread?: Spread | null;
};
export type Time = { start: string; end: string; zone: string };

export const whenOf = ({ start, end, zone }: Time, language: Language) =>
  spanInWords({ start: new Date(start), end: new Date(end) }, zone, language);

const SOMEBODY: Record<Language, string> = { fr: 'Quelqu’un', nl: 'Iemand', en: 'Somebody' };
export const nameOf = (by: string, language: Language): string => by || SOMEBODY[language];

const TIME = { start: '2026-03-16T09:00:00Z', end: '2026-03-16T10:00:00Z', zone: 'Europe/Brussels' };
export const SAMPLE_FACTS: BookingFacts = { title: 'Assemblée', by: 'Coordination', byId: null, where: 'Salle A', reason: '…', ...TIME };

/** What can befall a booking, as its booker is told of it. */
export const BOOKING_KINDS: NotificationKind<BookingFacts>[] = ACTS.map((act) => ({
  ...{ kind: `booking-${act}`, family: familyOf(act), sample: SAMPLE_FACTS },
  words: (facts, { language, url }) =>
    LETTERS[act][language]({
      ...{ ...facts, url, when: whenOf(facts, language), by: nameOf(facts.by, language) },
      spread: spreadInWords(facts.spread, facts.zone, language),
    }),
}));
