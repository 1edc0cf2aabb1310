import type { SeasonRound, SeasonState } from './season.contract';
import type { SeasonPlan } from './season.plan.contract';

/** When a round took its steps; null: not yet. */
export type SeasonMoments = Record<'openedAt' | 'publishedAt' | 'adoptedAt' | 'closedAt', Date | null>;
type Days = Pick<SeasonRound, 'firstDay' | 'lastDay' | 'wishesUntil' | 'appealsUntil'> & Partial<Pick<SeasonRound, 'opensOn'>>;
/** Refusals of the steps of a round; null means yes. Days are civil dates of the house, `today` too. */
export type SeasonRefusal =
  | 'season/not-open'
  | 'season/not-preparing'
  | 'season/not-published'
  | 'season/closed'
  | 'season/wishes-over'
  | 'season/wishes-running'
  | 'season/appeals-over'
  | 'season/appeals-running'
  | 'season/appeals-waiting'
  | 'season/ties-open'
  | 'season/no-wishes';

/** Where a round stands, by the last step that was done. */
export function stateOf({ openedAt, publishedAt, adoptedAt, closedAt }: SeasonMoments): SeasonState {
  if (closedAt) return 'closed';
  if (adoptedAt) return 'adopted';
  if (publishedAt) return 'published';
  return openedAt ? 'open' : 'preparing';
}

/**
 * The first day that does not go with those before it: a season lasts at most 400 days; wishes end before it begins, appeals too; what is
 * left opens to all between the wishes and its first day. Null when they are in order.
 */
export function wrongDay({ firstDay, lastDay, wishesUntil, appealsUntil, opensOn = null }: Days): keyof Days | null {
  const days = (Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000;
  if (days < 0 || days > 400) return 'lastDay';
  if (wishesUntil >= firstDay) return 'wishesUntil';
  if (appealsUntil !== null && (appealsUntil < wishesUntil || appealsUntil >= firstDay)) return 'appealsUntil';
  return opensOn !== null && (opensOn <= wishesUntil || opensOn > firstDay) ? 'opensOn' : null;
}

/** Rooms and days of the season are promised to who wishes: they change only while it is prepared. */
export const whyNotPrepare = (state: SeasonState): SeasonRefusal | null => (state === 'preparing' ? null : 'season/not-preparing');

/** Taking wishes, as long as their last day is not over; `today` by the calendar of the house, as in all of these. */
export function whyNotOpen(state: SeasonState, { wishesUntil }: Days, today: string): SeasonRefusal | null {
  if (state !== 'preparing') return 'season/not-preparing';
  return wishesUntil < today ? 'season/wishes-over' : null;
}

/** Filing, changing, ordering and withdrawing wishes. */
export function whyNotWish(state: SeasonState, { wishesUntil }: Days, today: string): SeasonRefusal | null {
  if (state !== 'open') return 'season/not-open';
  return wishesUntil < today ? 'season/wishes-over' : null;
}

/** Deciding ties: on a plan whose wishes are all there. */
export function whyNotDecide(state: SeasonState, days: Days, today: string): SeasonRefusal | null {
  if (state === 'published') return null;
  if (state !== 'open') return 'season/not-open';
  return days.wishesUntil < today ? null : 'season/wishes-running';
}

/** Showing the plan: once no wish comes any more, there is one, and no tie is open. */
export function whyNotPublish(state: SeasonState, days: Days, today: string, plan: SeasonPlan): SeasonRefusal | null {
  if (state !== 'open') return 'season/not-open';
  if (days.wishesUntil >= today) return 'season/wishes-running';
  if (plan.results.length === 0) return 'season/no-wishes';
  return plan.ties.length > 0 ? 'season/ties-open' : null;
}

/** Appealing, until the last day for it, included. */
export function whyNotAppeal(state: SeasonState, { appealsUntil }: Days, today: string): SeasonRefusal | null {
  if (state !== 'published') return 'season/not-published';
  return appealsUntil !== null && appealsUntil < today ? 'season/appeals-over' : null;
}

/** Making the plan bookings: once no appeal comes any more, all are answered, and no tie is open. `left`: how many are not. */
export function whyNotAdopt(
  state: SeasonState,
  { appealsUntil }: Days,
  today: string,
  left: { appeals: number; ties: number },
): SeasonRefusal | null {
  if (state !== 'published') return 'season/not-published';
  if (left.appeals > 0) return 'season/appeals-waiting';
  if (left.ties > 0) return 'season/ties-open';
  return appealsUntil !== null && appealsUntil >= today ? 'season/appeals-running' : null;
}

/** Ending a round, from anywhere but its end. */
export const whyNotClose = (state: SeasonState): SeasonRefusal | null => (state === 'closed' ? 'season/closed' : null);
