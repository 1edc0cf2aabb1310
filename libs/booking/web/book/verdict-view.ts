import type { Preview, Verdict } from '@bota/booking/domain';
import type { Alternative, Reason } from '@bota/shared/domain';

/** What the panel says about a wish while it is being typed. */
export type VerdictView =
  | { is: 'incomplete' | 'checking' }
  | { is: 'free'; dates: readonly Verdict[] }
  /** One date, or all dates of a series, or none may be skipped. */
  | { is: 'refused'; reasons: readonly Reason[]; alternatives: readonly Alternative[]; dates: readonly Verdict[] }
  /** Some dates of a series are refused and left out. */
  | { is: 'partly'; free: number; dates: readonly Verdict[] }
  | { is: 'unreadable'; code: string }
  | { is: 'failed'; error: unknown };

/** The verdict on the dates of a preview, given what is to happen with refused ones. */
export function verdictOf({ occurrences, alternatives }: Preview, onRefused: 'refuse' | 'skip'): VerdictView {
  const free = occurrences.filter(({ verdict }) => verdict === 'free').length;
  if (free === occurrences.length) return { is: 'free', dates: occurrences };
  if (free > 0 && onRefused === 'skip') return { is: 'partly', free, dates: occurrences };
  const first = occurrences.find(({ verdict }) => verdict === 'refused');
  return { is: 'refused', reasons: first?.reasons ?? [], alternatives, dates: occurrences };
}
