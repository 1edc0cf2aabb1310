import type { CalendarBooking, CalendarOccurrence } from './icalendar.contract';
import type { Participant } from './participant.contract';
import { type Span, spanAtWall } from './recurrence.rules';

/** Letters of invitations that one organisation causes in 24 hours. */
export const LETTERS_A_DAY = 600;
/** Those with changes counted in: from then on participants hear a day later how it is in the end. */
export const CHANGES_A_DAY = 2 * LETTERS_A_DAY;
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

/**
 * What participants know of a booking: its rule, what a date of it is as a rule, and its dates that are not over as far as they were
 * known, `until` the last that the rule gave (ISO).
 */
export type Told = { rule: string | null; usual: string | null; until: string; dates: Record<string, string> };

type Series = Pick<CalendarBooking, 'title' | 'rrule' | 'roomIds' | 'wallStart' | 'wallEnd' | 'zone'>;
type Known = Series & { occurrences: readonly CalendarOccurrence[] };

/** What there is to know now: time, place and title of each date that takes place and is not over. */
export function toldOf(booking: Known, now: Date): Told {
  const { rrule: rule, occurrences } = booking;
  const dates = occurrences.filter(({ status, endsAt }) => status === 'confirmed' && endsAt > now);
  const last = occurrences.map((one) => givenBy(booking, one).start).reduce((latest, start) => (start > latest ? start : latest), now);
  return {
    rule,
    usual: usualOf(booking),
    until: last.toISOString(),
    dates: Object.fromEntries(dates.map((one) => [one.id, said(booking, one)])),
  };
}

const usualOf = ({ rrule, wallStart, wallEnd, roomIds, title }: Series): string | null =>
  rrule === null ? null : [wallStart.slice(11), wallEnd.slice(11), [...roomIds].sort().join(), title].join(' ');

const givenBy = ({ wallStart: start, wallEnd: end, zone }: Series, { recurrenceId }: CalendarOccurrence): Span =>
  spanAtWall({ start, end, zone }, recurrenceId);

type Dated = Pick<CalendarOccurrence, 'startsAt' | 'endsAt' | 'roomIds' | 'ownTitle'>;
const said = ({ title, roomIds }: Series, one: Dated): string =>
  [
    one.startsAt.toISOString(),
    one.endsAt.toISOString(),
    [...(one.roomIds.length > 0 ? one.roomIds : roomIds)].sort().join(),
    one.ownTitle ?? title,
  ].join(' ');

/** ISO instants compare as text. */
const startOf = (text: string): string => text.slice(0, text.indexOf(' '));

/** Its dates are not all there yet: participants know them by the rule. */
const isEndless = (rule: string | null): boolean => rule !== null && !/(COUNT|UNTIL)=/.test(rule);

/**
 * Whether a participant has to hear of it: time, place or title of a date that has not begun are others, or it takes place no more,
 * or one came beside. Dates by which a series goes on as its rule said are no news; one that it was said to have and has not is.
 */
export function hasChanged(before: Told, booking: Known, moment: Date): boolean {
  const now = toldOf(booking, moment);
  const isComing = (text: string | undefined) => text !== undefined && startOf(text) > moment.toISOString();
  if (isEndless(before.rule) || isEndless(now.rule)) {
    if (before.rule !== now.rule) return true;
    // Nothing is left by which to know that all of it is another.
    if (before.usual !== now.usual && !Object.values(before.dates).some(isComing)) return true;
  }
  const expected = expectedOf(before, booking);
  const ids = [...Object.keys(before.dates), ...booking.occurrences.map(({ id }) => id)];
  return ids.some((id) => {
    const [was, is] = [before.dates[id] ?? expected.get(id), now.dates[id]];
    return was !== is && (isComing(was) || isComing(is));
  });
}

/** Of dates that came since, what the rule alone said of them. */
function expectedOf({ rule, until }: Told, booking: Known): Map<string, string> {
  if (!isEndless(rule)) return new Map();
  const given = booking.occurrences
    .map((one) => ({ id: one.id, ...givenBy(booking, one) }))
    .filter(({ start }) => start.toISOString() > until);
  return new Map(given.map(({ id, start, end }) => [id, said(booking, { startsAt: start, endsAt: end, roomIds: [], ownTitle: null })]));
}

/** Whether they are asked anew whether they come: time or place are others, whatever it is called. */
export function hasMoved(before: Told, booking: Known, moment: Date): boolean {
  const placed = (text: string) => `${text.split(' ', 3).join(' ')} `;
  const dates = Object.fromEntries(Object.entries(before.dates).map(([id, text]) => [id, placed(text)]));
  const untitled = { ...booking, title: '', occurrences: booking.occurrences.map((one) => ({ ...one, ownTitle: null })) };
  return hasChanged({ ...before, usual: before.usual && placed(before.usual), dates }, untitled, moment);
}
