import { type Told as Knowledge, hasChanged, hasMoved, toldOf } from '@bota/booking/domain';
import type { FeedBooking } from '../feeds/feed.queries';
import type { Hearer, Told } from './invitation.letters';

export type Participant = Hearer & { toldAt: Date | null; removedAt: Date | null; knowsSeries: boolean };
/** A booking, whom it concerns, what there is to know of it, whether they know it and when and where it is. */
export type Known = { booking: FeedBooking; people: Participant[]; now: Knowledge; isNews: boolean; isMoved: boolean };

export function knownOf(booking: FeedBooking, people: Participant[], before: Knowledge | null, now: Date): Known {
  const isOther = (differs: typeof hasChanged) => before === null || differs(before, booking, now);
  return { booking, people, now: toldOf(booking, now), isNews: isOther(hasChanged), isMoved: isOther(hasMoved) };
}

/** There is something to come to. */
export const takesPlace = ({ booking, now }: Known): boolean => !booking.cancelledAt && Object.keys(now.dates).length > 0;

/** Of which nothing takes place, nor did, no calendar keeps anything. */
export const hasDates = ({ occurrences }: FeedBooking): boolean => occurrences.some(({ status }) => status === 'confirmed');

/** Nobody has to be told that they are not expected at what has passed. */
const isOver = ({ booking }: Known, now: Date): boolean => booking.occurrences.every(({ endsAt }) => endsAt <= now);

/** What each has to hear of a booking. */
export const lettersOf = (known: Known, now: Date): Told[] => known.people.flatMap((whom) => letterTo(known, whom, now));

function letterTo(known: Known, whom: Participant, now: Date): Told[] {
  const { booking, isNews, isMoved } = known;
  if (!whom.toldAt) return whom.removedAt || !takesPlace(known) ? [] : [{ act: whom.knowsSeries ? 'changed' : 'invited', whom, booking }];
  if (whom.removedAt) return isOver(known, now) ? [] : [{ act: 'removed', whom, booking }];
  return isNews ? [{ act: takesPlace(known) ? 'changed' : 'cancelled', whom, booking, keepsAnswers: !isMoved }] : [];
}

/**
 * What each has to hear of a series that ended and of the booking that goes on from it: who goes on hears of both at once. Who does not
 * hears that the first ends, or, when nothing of it is left to come, that they are expected no more.
 */
export function lettersOfBoth(ended: Known, next: Known, now: Date): Told[] {
  const goOn = next.people
    .filter(({ removedAt }) => !removedAt)
    .map((whom) => ({ whom, before: ended.people.find((one) => !one.removedAt && one.email.toLowerCase() === whom.email.toLowerCase()) }));
  const others = ended.people.filter((one) => !goOn.some(({ before }) => before === one));
  return [
    ...goOn.map(({ whom, before }): Told => ({
      ...{ act: before?.toldAt ? 'changed' : 'invited', whom, booking: next.booking },
      ...(before && { ended: { booking: ended.booking, participantId: before.id } }),
    })),
    ...others.flatMap((whom): Told[] =>
      takesPlace(ended) || !whom.toldAt
        ? letterTo(ended, whom, now)
        : [{ act: 'removed', whom, booking: next.booking, ended: { booking: ended.booking, participantId: whom.id } }],
    ),
  ];
}
