import { type ShareKey, needsQuantity } from './residency.rules';

type Terms = { from: string; to: string | null; noticeOn?: string | null; shareKey: ShareKey; shareQuantity: number | null };
export type TermsFault = {
  code: 'residency/ends-before-it-begins' | 'residency/share-needed' | 'residency/outside-its-dates';
  path: string;
};

/**
 * What is wrong with the terms of a residency: its last day before its first, notice given after its last day, or a key that needs an
 * agreed quantity without one. Null when nothing is.
 */
export function whyNotTerms({ from, to, noticeOn = null, shareKey, shareQuantity }: Terms): TermsFault | null {
  if (to !== null && to < from) return { code: 'residency/ends-before-it-begins', path: 'to' };
  if (noticeOn !== null && (to === null || noticeOn > to)) return { code: 'residency/outside-its-dates', path: 'on' };
  return needsQuantity(shareKey) && shareQuantity === null ? { code: 'residency/share-needed', path: 'shareQuantity' } : null;
}
