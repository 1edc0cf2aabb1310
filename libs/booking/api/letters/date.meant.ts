import type { FeedBooking } from '../feeds/feed.queries';

type DateMeant = { startsAt: Date; endsAt: Date; roomIds: readonly string[]; ownTitle: string | null };

/** The date that was meant, else the next one, else the last. */
export function dateMeant({ occurrences, startsAt, endsAt }: FeedBooking, at: Date | undefined, now: Date): DateMeant {
  const meant = at && occurrences.find((one) => one.startsAt.getTime() === at.getTime());
  const next = occurrences.find((one) => one.status === 'confirmed' && one.endsAt > now);
  return meant ?? next ?? occurrences.at(-1) ?? { startsAt, endsAt, roomIds: [], ownTitle: null };
}
