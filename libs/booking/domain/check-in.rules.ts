import type { CheckIn } from '@bota/spaces/domain';

const MINUTE_MS = 60_000;
const later = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * MINUTE_MS);

/** What a room asks, and since when: a rule binds nobody whose window had opened before it was made. */
export type AskedSince = { rule: CheckIn; since: Date };

/** What holds for a date in several rooms: the latest opening and the soonest release; null when no room asks. Rooms without rule ask nothing. */
export function strictestCheckIn(rules: readonly (CheckIn | undefined)[]): CheckIn | null {
  const asked = rules.filter((rule) => rule !== undefined);
  if (asked.length === 0) return null;
  return {
    opensMinutes: Math.min(...asked.map(({ opensMinutes }) => opensMinutes)),
    releaseMinutes: Math.min(...asked.map(({ releaseMinutes }) => releaseMinutes)),
  };
}

/** From when one says that one is there, and when the rooms are given away; minutes are elapsed ones, also where the clocks change. */
export const checkInWindow = (start: Date, { opensMinutes, releaseMinutes }: CheckIn) => ({
  opens: later(start, -opensMinutes),
  releases: later(start, releaseMinutes),
});

type Question = { start: Date; end: Date; rule: CheckIn | null; now: Date };
export type CheckInRefusal = 'booking/check-in-not-asked' | 'booking/check-in-too-early' | 'booking/check-in-over';

/** Why nobody can say now that they came; null when they can. Late is late only once the date is released or over. */
export function whyNotCheckIn({ start, end, rule, now }: Question): CheckInRefusal | null {
  if (!rule) return 'booking/check-in-not-asked';
  if (end <= now) return 'booking/check-in-over';
  return now < checkInWindow(start, rule).opens ? 'booking/check-in-too-early' : null;
}

type Awaited = { start: Date; end: Date; asked: readonly AskedSince[]; changedAt: Date };

/**
 * When a date nobody checked in to is released; null: never. The minutes count from its start, or from the last change of its booking
 * when that came later: nobody loses a room in which they are just arranging something. What would be over by then is left alone.
 */
export function releaseOf({ start, end, asked, changedAt }: Awaited): Date | null {
  const binding = asked.filter(({ rule, since }) => since <= checkInWindow(start, rule).opens);
  const rule = strictestCheckIn(binding.map((one) => one.rule));
  if (!rule) return null;
  const releases = later(changedAt > start ? changedAt : start, rule.releaseMinutes);
  return releases < end ? releases : null;
}
