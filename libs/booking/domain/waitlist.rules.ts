import { addMinutes, minutesBetween, type Reason, type ReasonCode } from '@bota/shared/domain';

/** The longest a slot that has come free is kept for who waits for it, in elapsed minutes. */
export const MOST_OFFER_MINUTES = 24 * 60;
/** An offer shorter than this helps nobody: the letter would hardly be read. */
export const LEAST_OFFER_MINUTES = 15;

/** What somebody else may give back; everything else stands against a wish whoever leaves. */
const GIVEN_BACK: readonly ReasonCode[] = ['ROOM_TAKEN', 'BUFFER'];

/**
 * Until when a slot that comes free at `now` is kept for who waits for it: half of the time that is left until it starts, at most 24 hours,
 * both elapsed. Null when it has begun, or begins so soon that the offer would last less than a quarter of an hour.
 */
export function offerEnd(start: Date, now: Date): Date | null {
  const minutes = Math.min(minutesBetween(now, start) / 2, MOST_OFFER_MINUTES);
  return minutes < LEAST_OFFER_MINUTES ? null : addMinutes(now, minutes);
}

/** What stands against a wish besides those who have its rooms: it is not waited for, nor offered, as long as there is any. */
export const besidesTaken = (reasons: readonly Reason[]): Reason[] => reasons.filter(({ code }) => !GIVEN_BACK.includes(code));

/** Whether a refused wish may wait: others have its rooms, and nothing else stands in its way. */
export const mayWait = (reasons: readonly Reason[]): boolean => reasons.length > 0 && besidesTaken(reasons).length === 0;
