import type { CalendarOccurrence } from './icalendar.contract';
import type { Participant } from './participant.contract';

/** Letters of invitations and of changes to them that one organisation causes in 24 hours. */
export const LETTERS_A_DAY = 600;
/** Days after its last date for which a booking keeps whom it invited. */
export const PARTICIPANTS_KEPT_DAYS = 90;

/** Each address once, as it came first; who books is no participant of their own. Addresses are compared without regard to capitals. */
export function foldParticipants(named: readonly Participant[], booker: string): Participant[] {
  const known = new Set([booker.toLowerCase()]);
  return named.filter(({ email }) => {
    const isNew = !known.has(email.toLowerCase());
    known.add(email.toLowerCase());
    return isNew;
  });
}

/** What participants know of a booking: its rule, and its coming dates as far as they were known, `until` the start of the last (ISO). */
export type Told = { rule: string | null; until: string; dates: Record<string, string> };

type Known = { title: string; rrule: string | null; roomIds: readonly string[]; occurrences: readonly CalendarOccurrence[] };

/** What there is to know now: time, place and title of each date that takes place and has not begun. */
export function toldOf({ title, rrule, roomIds, occurrences }: Known, now: Date): Told {
  const coming = occurrences.filter(({ status, startsAt }) => status === 'confirmed' && startsAt > now);
  const said = (one: CalendarOccurrence) =>
    [
      one.startsAt.toISOString(),
      one.endsAt.toISOString(),
      [...(one.roomIds.length > 0 ? one.roomIds : roomIds)].sort().join(),
      one.ownTitle ?? title,
    ].join(' ');
  const last = occurrences.reduce((latest, { startsAt }) => (startsAt > latest ? startsAt : latest), now);
  return { rule: rrule, until: last.toISOString(), dates: Object.fromEntries(coming.map((one) => [one.id, said(one)])) };
}

/** ISO instants compare as text. */
const startOf = (said: string): string => said.slice(0, said.indexOf(' '));

/**
 * Whether a participant has to hear of it: time, place or title of a date that has not begun are others, or it takes place no more,
 * or one came beside. Dates by which a series goes on as it was said are no news.
 */
export function hasChanged(before: Told, now: Told, moment: Date): boolean {
  if (before.rule !== now.rule) return true;
  const isComing = (said: string) => startOf(said) > moment.toISOString();
  const gone = Object.entries(before.dates).some(([id, said]) => isComing(said) && now.dates[id] !== said);
  const come = Object.entries(now.dates).some(([id, said]) => before.dates[id] === undefined && startOf(said) <= before.until);
  return gone || come;
}
