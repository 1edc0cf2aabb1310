const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Nobody fills the form in fewer seconds; programs do. */
export const LEAST_FILLING_SECONDS = 4;
/** Hours for which a form that was handed out is taken back. */
export const FORM_HOURS = 24;
/** Hours for which the link of the letter confirms a request; then it is forgotten. */
export const LINK_HOURS = 24;
/** Days after which nobody is told any more that a request passed unanswered. */
export const LATE_DAYS = 30;
/** Days that a request is kept after its last day, whatever became of it: a year, for who comes back. */
export const KEPT_DAYS = 365;

/**
 * What stands against a form that was handed out at `handedOut` and comes back at `now`, elapsed time: `outside/too-fast` before a person
 * could have filled it, `outside/form-over` after a day, or when it was handed out in the future. Null: nothing.
 */
export function whyNotFilled(handedOut: Date, now: Date): 'outside/too-fast' | 'outside/form-over' | null {
  const elapsed = now.getTime() - handedOut.getTime();
  if (elapsed < 0 || elapsed > FORM_HOURS * HOUR_MS) return 'outside/form-over';
  return elapsed < LEAST_FILLING_SECONDS * SECOND_MS ? 'outside/too-fast' : null;
}

type Asked = { start: Date; end: Date; now: Date; horizonDays: number };

/**
 * What stands against the time asked for, instants: `booking/ends-before-it-starts`; `outside/not-ahead` when it has begun, lasts more than
 * 14 days of 24 hours, or begins more days of 24 hours ahead than the house plans. Null: nothing.
 */
export function whyNotAsk({ start, end, now, horizonDays }: Asked): 'booking/ends-before-it-starts' | 'outside/not-ahead' | null {
  if (end <= start) return 'booking/ends-before-it-starts';
  const isTooLong = end.getTime() - start.getTime() > 14 * DAY_MS;
  return start <= now || isTooLong || start.getTime() - now.getTime() > horizonDays * DAY_MS ? 'outside/not-ahead' : null;
}
