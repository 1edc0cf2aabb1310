import { type BookingEdit, type Span, movedExdates, movedUntil } from '@bota/booking/domain';
import { refuse } from '@bota/shared/api';
import { readTime } from '@bota/shared/domain';
import { roomIdsOf, spanOf } from './booking.spans';
import type { BookingRead, OccurrenceRead } from './booking.view';
import { type Successor, successorsIn } from './edit.successors';
import { type House, type Schedule, scheduleOf } from './schedule';
import { refuseWrongSubstitutes, wallIn } from './substitution';

/** One date after the edit: `id` null for a date the new rule adds, `span` null for one it no longer gives. */
export type PlannedDate = {
  id: string | null;
  recurrenceId: string;
  span: Span | null;
  /** Its start before the edit; null for a date that is added. */
  was: Date | null;
  roomIds: string[];
  changes: boolean;
  /** It was refused before: still refused, it may stay so. */
  wasSkipped: boolean;
  /** The rooms that it takes when its own refuse it. */
  instead?: string[];
};

export type EditPlan = { schedule: Schedule | null; dates: PlannedDate[] };

type Input = {
  booking: BookingRead;
  occurrences: OccurrenceRead[];
  edit: BookingEdit;
  house: House;
  now: Date;
  mayBookPast: boolean;
  days: ReadonlyMap<string, string>;
};

/** Over, or for want of people as good as over: never changed. */
const isSettled = ({ endsAt, status }: OccurrenceRead, now: Date) => endsAt <= now || status === 'no_show';
/** Cancelled ones stay cancelled. */
const isOpen = (occurrence: OccurrenceRead, now: Date) => !isSettled(occurrence, now) && occurrence.status !== 'cancelled';

/** The date that is meant, or a refusal when it is none of the booking. A booking with one date needs no saying which. */
export const dateOfBooking = ({ booking, occurrences }: Pick<Input, 'booking' | 'occurrences'>, id: string | undefined): OccurrenceRead =>
  (booking.rrule === null && id === undefined ? occurrences[0] : occurrences.find((one) => one.id === id)) ??
  refuse('booking/unknown-occurrence', { errors: [{ path: 'occurrenceId', message: 'not a date of this booking' }] });

const OF_ALL_DATES = [
  'description',
  'organisationId',
  'visibility',
  'attendees',
  'recurrence',
  'retrySkipped',
  'layout',
  'setUpMinutes',
  'tearDownMinutes',
  'substitutes',
  'participants',
] as const;

function refuseForOneDate(edit: BookingEdit): void {
  const errors = OF_ALL_DATES.filter((path) => edit[path] !== undefined).map((path) => ({
    path,
    message: 'belongs to all dates: use scope "all"',
  }));
  if (errors.length > 0) refuse('booking/not-for-one-date', { errors });
}

/** What editing one date changes. */
export function planThis({ booking, occurrences, edit, house, now, mayBookPast }: Input): EditPlan {
  const occurrence = dateOfBooking({ booking, occurrences }, edit.occurrenceId);
  refuseForOneDate(edit);
  if (occurrence.status === 'cancelled') refuse('booking/already-cancelled');
  if (occurrence.status === 'no_show') refuse('booking/released');
  if (occurrence.endsAt <= now) refuse('booking/already-started');
  const moves = edit.start !== undefined || edit.end !== undefined;
  const roomIds = edit.roomIds ?? (occurrence.roomIds.length > 0 ? occurrence.roomIds : booking.roomIds);
  const span = moves ? movedSpan(occurrence, edit, house, now, mayBookPast) : spanOf(occurrence);
  const date = { id: occurrence.id, recurrenceId: occurrence.recurrenceId, span, was: occurrence.startsAt, roomIds };
  const isAsked = moves || edit.roomIds !== undefined;
  const stays = occurrence.status === 'confirmed' && isSameTime(span, spanOf(occurrence)) && isSameSet(roomIds, occurrence.roomIds);
  return { schedule: null, dates: [{ ...date, changes: isAsked && !stays, wasSkipped: false }] };
}

type Times = Pick<Span, 'start' | 'end'>;
export const isSameTime = (a: Times, b: Times): boolean => a.start.getTime() === b.start.getTime() && a.end.getTime() === b.end.getTime();

export const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  new Set(a).size === new Set(b).size && a.every((one) => b.includes(one));

function movedSpan(occurrence: OccurrenceRead, edit: BookingEdit, house: House, now: Date, mayBookPast: boolean): Span {
  const wish = { start: edit.start ?? occurrence.startsAt.toISOString(), end: edit.end ?? occurrence.endsAt.toISOString() };
  const keepsStart = readTime(wish.start, house.zone).instant.getTime() === occurrence.startsAt.getTime();
  const schedule = scheduleOf(wish, house, now, mayBookPast || keepsStart);
  if (schedule.reasons.length > 0) refuse('booking/refused', { reasons: schedule.reasons });
  const [span] = schedule.spans as [Span];
  return { ...span, wall: occurrence.recurrenceId };
}

/** What editing the whole booking changes: open dates follow, exceptions keep what they have of their own. */
export const planAll = (input: Input): EditPlan => withSubstitutes(planDates(input), input);

/** Dates for which other rooms are named are looked at anew; what was cancelled is none. */
function withSubstitutes(plan: EditPlan, { booking, occurrences, edit, house }: Input): EditPlan {
  if (!edit.substitutes?.length) return plan;
  const cancelled = new Set(occurrences.filter(({ status }) => status === 'cancelled').map(({ id }) => id));
  const open = plan.dates.filter(({ id, span, changes }) => span !== null && (changes || !(id && cancelled.has(id))));
  const isSeries = booking.rrule !== null || edit.recurrence !== undefined;
  refuseWrongSubstitutes(edit, isSeries ? open.map(({ recurrenceId }) => recurrenceId) : [], house.zone);
  const named = new Map(edit.substitutes.map(({ date, roomIds }) => [wallIn(date, house.zone), roomIds]));
  const dates = plan.dates.map((date) => {
    const instead = open.includes(date) ? named.get(date.recurrenceId) : undefined;
    return instead ? { ...date, instead, changes: true } : date;
  });
  return { ...plan, dates };
}

function planDates(input: Input): EditPlan {
  const { booking, occurrences, edit, now, mayBookPast, days } = input;
  const retimes = edit.start !== undefined || edit.end !== undefined || edit.recurrence !== undefined;
  if (!retimes) return { schedule: null, dates: occurrences.filter((one) => isOpen(one, now)).map((one) => roomsOnly(one, booking, edit)) };
  const schedule = newSchedule(input);
  if (schedule.reasons.length > 0) refuse('booking/refused', { reasons: schedule.reasons });
  const successor = successorsIn({ booking, occurrences, schedule, days });
  const known = new Set<string>();
  const dates = occurrences.flatMap((occurrence) => {
    const next = successor(occurrence.recurrenceId);
    if (next.span) known.add(next.wall);
    return isSettled(occurrence, now) ? [] : [retimed(occurrence, next, booking, edit)];
  });
  const added = schedule.spans.filter((span) => !known.has(span.wall) && (span.start > now || mayBookPast));
  return { schedule, dates: [...dates, ...added.map((span) => addedDate(span, booking, edit))] };
}

const roomsFor = (occurrence: OccurrenceRead, booking: BookingRead, edit: BookingEdit): string[] =>
  roomIdsOf(occurrence, { roomIds: edit.roomIds ?? booking.roomIds });

function roomsOnly(occurrence: OccurrenceRead, booking: BookingRead, edit: BookingEdit): PlannedDate {
  const changes = (edit.roomIds !== undefined && !occurrence.ownRooms) || prepares(edit) || changesOrganisation(edit, booking);
  const { id, recurrenceId, startsAt: was } = occurrence;
  const wasSkipped = occurrence.status === 'skipped';
  return { id, recurrenceId, was, span: spanOf(occurrence), roomIds: roomsFor(occurrence, booking, edit), changes, wasSkipped };
}

function retimed(occurrence: OccurrenceRead, next: Successor, booking: BookingRead, edit: BookingEdit): PlannedDate {
  const isOff = occurrence.status === 'cancelled' && isDropped(occurrence);
  const isCancelled = occurrence.status === 'cancelled' && !(isOff && next.span);
  // One that was moved alone stays, until the series ends before it.
  const hasOwnTime = occurrence.ownTime && !next.isBeyond;
  return {
    id: occurrence.id,
    recurrenceId: next.wall,
    span: hasOwnTime || isCancelled ? spanOf(occurrence) : (next.span ?? null),
    was: occurrence.startsAt,
    roomIds: roomsFor(occurrence, booking, edit),
    wasSkipped: occurrence.status === 'skipped',
    changes:
      !isCancelled &&
      (isOff ||
        !hasOwnTime ||
        (edit.roomIds !== undefined && !occurrence.ownRooms) ||
        prepares(edit) ||
        changesOrganisation(edit, booking)),
  };
}

/** What a booking takes beside its time changes with all of its dates. */
const prepares = ({ layout, setUpMinutes, tearDownMinutes }: BookingEdit): boolean =>
  layout !== undefined || setUpMinutes !== undefined || tearDownMinutes !== undefined;

/** Another organisation may other things, and pays something else. */
export const changesOrganisation = ({ organisationId }: BookingEdit, booking: BookingRead): boolean =>
  organisationId !== undefined && organisationId !== booking.organisationId;

/** Ended because the rule no longer gave it: when a rule gives it again, it is back. What a person cancelled stays cancelled. */
const isDropped = ({ flags }: OccurrenceRead): boolean => flags.includes('off-rule');

const addedDate = (span: Span, booking: BookingRead, edit: BookingEdit): PlannedDate => ({
  id: null,
  recurrenceId: span.wall,
  span,
  was: null,
  roomIds: edit.roomIds ?? booking.roomIds,
  changes: true,
  wasSkipped: false,
});

function newSchedule({ booking, edit, house, now, mayBookPast, days }: Input): Schedule {
  const isSeries = booking.rrule !== null;
  const start = edit.start ?? (isSeries ? booking.wallStart : booking.startsAt.toISOString());
  const [from, to] = [booking.wallStart, readTime(start, house.zone).wall];
  const exdates = movedExdates(booking.exdates, from, to);
  const { rrule, excludes } = booking;
  const kept = rrule === null ? undefined : { rrule: movedUntil(rrule, house.zone, [from, to]), exdates, excludes };
  const asked =
    edit.recurrence && (edit.recurrence.rrule === rrule ? { ...edit.recurrence, rrule: kept?.rrule ?? rrule } : edit.recurrence);
  const recurrence = asked ? { ...asked, exdates: asked.exdates ?? exdates, excludes: asked.excludes ?? excludes } : kept;
  const end = edit.end ?? (isSeries ? booking.wallEnd : booking.endsAt.toISOString());
  const keepsStart = readTime(start, house.zone).instant.getTime() === booking.startsAt.getTime();
  return scheduleOf({ start, end, days, most: Infinity, ...(recurrence && { recurrence }) }, house, now, mayBookPast || keepsStart);
}
