import type { ReasonCode } from '@bota/shared/domain';
import type { Layout } from '@bota/spaces/domain';

/** What a date asks of the house, as far as it may have been granted. */
export type Extent = {
  start: Date;
  end: Date;
  roomIds: readonly string[];
  organisationId?: string;
  attendees?: number | null;
  layout?: Layout | null;
};

/** A date as it stands, and the codes of the rules that were set aside for it. */
export type Grant = Extent & { overridden: readonly ReasonCode[] };

/** Asked once, when a date is first asked for. */
export const WHEN_ASKED: readonly ReasonCode[] = ['LEAD_TIME', 'HORIZON', 'OFF_STEP'];

/**
 * The codes that do not stand against a date again: those of WHEN_ASKED and NOT_RESIDENT, since it was let there, and those that were
 * set aside for it; each only while it asks no more. It keeps its start, its rooms and its organisation; it ends no later, but for
 * what asks only when it begins or how many come; TOO_SHORT wants it no shorter, OVER_CAPACITY no more people and the same layout.
 */
export function stillGranted(was: Grant, is: Extent): ReasonCode[] {
  const isThere = was.start.getTime() === is.start.getTime() && was.organisationId === is.organisationId;
  if (!isThere) return [];
  if (!isSame(was.roomIds, is.roomIds)) return ['NOT_RESIDENT'];
  const codes: ReasonCode[] = [...WHEN_ASKED, ...was.overridden];
  return [...new Set<ReasonCode>(['NOT_RESIDENT', ...codes.filter((code) => asksNoMore(code, was, is))])];
}

function asksNoMore(code: ReasonCode, was: Grant, is: Extent): boolean {
  if (code === 'LEAD_TIME' || code === 'HORIZON') return true;
  if (code === 'OVER_CAPACITY') return (is.attendees ?? 0) <= (was.attendees ?? 0) && (is.layout ?? null) === (was.layout ?? null);
  if (code === 'TOO_SHORT') return is.end >= was.end;
  return is.end <= was.end;
}

/** What was set aside for a series rather than for one of its dates: for each that is where the series has it. */
export function overriddenThroughout(dates: readonly (Pick<Grant, 'overridden'> & { isOwn: boolean })[]): ReasonCode[] {
  const [first, ...others] = dates.filter(({ isOwn }) => !isOwn);
  return (first?.overridden ?? []).filter((code) => others.every(({ overridden }) => overridden.includes(code)));
}

const isSame = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((id) => b.includes(id));
