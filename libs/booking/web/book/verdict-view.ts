import { OVERRIDABLE, type Preview, type Verdict } from '@bota/booking/domain';
import type { Alternative, Reason, ReasonCode } from '@bota/shared/domain';

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

/** The rules in the way when the coordination may set all of them aside; none when something else is in the way too. */
export function overridable(view: VerdictView): readonly ReasonCode[] {
  if (view.is !== 'refused' && view.is !== 'partly') return [];
  const dated = view.dates.flatMap(({ reasons }) => reasons);
  return overridableOf(dated.length || view.is === 'partly' ? dated : view.reasons);
}

/** The same of what the server refused for. */
export function overridableOf(reasons: readonly Reason[]): readonly ReasonCode[] {
  const codes = new Set(reasons.map(({ code }) => code));
  return [...codes].every((code) => OVERRIDABLE.includes(code)) ? [...codes] : [];
}
