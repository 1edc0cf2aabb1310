import { type ShareKey, needsQuantity } from './residency.rules';

type Terms = { from: string; to: string | null; noticeOn?: string | null; shareKey: ShareKey; shareQuantity: number | null };
export type TermsFault = {
  code: 'residency/ends-before-it-begins' | 'residency/share-needed' | 'residency/share-too-large' | 'residency/outside-its-dates';
  path: string;
};

/** A fixed share is in thousandths of the whole. */
const WHOLE = 1000;
const MOST = 20_000;

/**
 * What is wrong with the terms of a residency: its last day before its first, notice given after its last day, or a key that needs an
 * agreed quantity without one, or with more than there can be. Null when nothing is.
 */
export function whyNotTerms({ from, to, noticeOn = null, shareKey, shareQuantity }: Terms): TermsFault | null {
  if (to !== null && to < from) return { code: 'residency/ends-before-it-begins', path: 'to' };
  if (noticeOn !== null && (to === null || noticeOn > to)) return { code: 'residency/outside-its-dates', path: 'on' };
  if ((shareQuantity ?? 0) > (shareKey === 'fixed' ? WHOLE : MOST)) return { code: 'residency/share-too-large', path: 'shareQuantity' };
  return needsQuantity(shareKey) && shareQuantity === null ? { code: 'residency/share-needed', path: 'shareQuantity' } : null;
}

const FIRST = '1900-01-01';
const FAR_YEARS = 100;

/** Whether a local date is a slip of the pen: before 1900, or more than a hundred years after today. */
export const isFarDay = (day: string, today: string): boolean =>
  day < FIRST || day > `${Number(today.slice(0, 4)) + FAR_YEARS}${today.slice(4)}`;

type Dates = { from: string; to: string | null; noticeOn: string | null };
type Said = { to?: string | null; noticeOn?: string };
export type EndFault = { code: 'residency/last-day-past' | 'residency/ends-before-notice' | 'residency/outside-its-dates'; path: string };

/**
 * Why a residency that lasts, or is to come, cannot end so: its last day is over, notice was given later than that, or what is said of
 * notice lies before the first day of one that has begun. `said` is what the asker names. Null when it can.
 */
export function whyNotEnd({ from, to, noticeOn }: Dates, said: Said, today: string): EndFault | null {
  if (to !== null && to < today) return { code: 'residency/last-day-past', path: 'to' };
  if (said.noticeOn === undefined && to !== null && noticeOn !== null && noticeOn > to)
    return { code: 'residency/ends-before-notice', path: 'to' };
  const isEarly = said.noticeOn !== undefined && from <= today && said.noticeOn < from;
  return isEarly ? { code: 'residency/outside-its-dates', path: 'on' } : null;
}
