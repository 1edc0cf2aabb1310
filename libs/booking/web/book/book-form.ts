import {
  type Booking,
  type BookingDraftInput,
  MOST_PARTICIPANTS,
  type Occurrence,
  type Participant,
  type Scope,
  type Substitute,
  type Visibility,
} from '@bota/booking/domain';
import { addDays, minutesBetween, wallOf } from '@bota/shared/domain';
import type { Layout } from '@bota/spaces/domain';
import type { EditInput, PreviewInput } from '../bookings.client';
import { laterWall, readClock } from './clock';
import { fromRrule, NO_REPEAT, type Repeat, toRrule } from './repeat';
import { restOfRule } from './rest-of-rule';

/** What the panel asks. Dates are civil dates of the house, clock times as typed. */
export type BookForm = {
  title: string;
  description: string;
  roomIds: string[];
  organisationId: string;
  date: string;
  from: string;
  endDate: string;
  to: string;
  attendees: number | null;
  /** How the rooms stand; '' as they always do. */
  layout: Layout | '';
  /** Minutes before and after; null: as long as the layout needs, or none. */
  setUpMinutes: number | null;
  tearDownMinutes: number | null;
  /** Whom it invites; null when the reader may not see whom. */
  participants: Participant[] | null;
  /** An address that is still being typed. */
  typedAddress: string;
  /** Why the coordination books over the rules; null while it keeps to them. */
  overrideReason: string | null;
  visibility: Visibility;
  repeat: Repeat;
  /** Calendars whose days a series leaves out. */
  excludes: string[];
  onRefused: 'refuse' | 'skip';
  /** Skipped dates are booked when they come free. */
  retrySkipped: boolean;
  /** Rooms that refused dates of a series take instead. */
  substitutes: Substitute[];
  /** Wall time until which it is kept undecided; null = it is booked. */
  holdUntil: string | null;
};

/**
 * The booking a form changes: all of it, one date, or that and all after; null books anew. A rule the form cannot say is kept as
 * it is; `rule`, `excludes` and `participants` are those it opened with.
 */
export type Editing = {
  bookingId: string;
  version: number;
  scope: Scope;
  occurrenceId?: string;
  keptRule?: string;
  rule?: string;
  excludes?: string[];
  participants?: Participant[];
  isSeries?: boolean;
};

/** What is wrong in the form itself, before the server is asked; field ids are those of the panel. */
export type FormError = {
  field: 'title' | 'rooms' | 'organisation' | 'date' | 'endDate' | 'from' | 'to' | 'until' | 'count' | 'attendees' | 'participants';
  code: string;
};

export const emptyForm = (date: string, from: string, to: string): BookForm => ({
  title: '',
  description: '',
  roomIds: [],
  organisationId: '',
  date,
  from,
  endDate: date,
  to,
  attendees: null,
  layout: '',
  setUpMinutes: null,
  tearDownMinutes: null,
  participants: [],
  typedAddress: '',
  overrideReason: null,
  visibility: 'residents',
  repeat: { ...NO_REPEAT },
  excludes: [],
  onRefused: 'refuse',
  retrySkipped: false,
  substitutes: [],
  holdUntil: null,
});

const wall = (date: string, clock: string): string | null => {
  const read = readClock(clock);
  return date && read ? `${date}T${read}` : null;
};
export const startOf = (form: BookForm): string | null => wall(form.date, form.from);
export const endOf = (form: BookForm): string | null => wall(form.endDate, form.to);

/** A new first date takes the end along, by as many days. */
export function movedEnd(before: string, end: string, date: string): string {
  if (!before || !end || !date) return date;
  return addDays(date, minutesBetween(new Date(before), new Date(end)) / (24 * 60));
}

export function formErrors(form: BookForm): FormError[] {
  const [start, end] = [startOf(form), endOf(form)];
  const { repeat } = form;
  const errors: (FormError | false)[] = [
    !form.title.trim() && { field: 'title', code: 'titleNeeded' },
    !form.roomIds.length && { field: 'rooms', code: 'roomNeeded' },
    !form.organisationId && { field: 'organisation', code: 'organisationNeeded' },
    !form.date && { field: 'date', code: 'dateNeeded' },
    !!form.date && !form.endDate && { field: 'endDate', code: 'dateNeeded' },
    !readClock(form.from) && { field: 'from', code: 'clockUnread' },
    !readClock(form.to) && { field: 'to', code: 'clockUnread' },
    !!start && !!end && end <= start && { field: 'to', code: 'endsBefore' },
    !!form.typedAddress.trim() && { field: 'participants', code: 'addressUnread' },
    (form.participants ?? []).length > MOST_PARTICIPANTS && { field: 'participants', code: 'participantsMany' },
    form.attendees !== null && form.attendees < 1 && { field: 'attendees', code: 'attendeesUnread' },
    repeat.every !== 'none' &&
      repeat.ends === 'until' &&
      (!repeat.until || repeat.until < form.date) && { field: 'until', code: 'untilNeeded' },
    repeat.every !== 'none' &&
      repeat.ends === 'count' &&
      !(repeat.count >= 2 && repeat.count <= 1000) && { field: 'count', code: 'countUnread' },
  ];
  return errors.filter((error) => error !== false);
}

/** The span of a form, when it can be read and does not end before it starts. */
function spanOf(form: BookForm): { start: string; end: string } | null {
  const [start, end] = [startOf(form), endOf(form)];
  return start && end && start < end ? { start, end } : null;
}

const ruleOf = (form: BookForm, zone: string): string | null => {
  const isUnfinished = form.repeat.ends === 'until' && (!form.repeat.until || form.repeat.until < form.date);
  return isUnfinished ? null : toRrule(form.repeat, form.date, zone);
};

/** What happens to refused dates: skipped ones may wait. */
const refusedOf = (form: BookForm) => ({
  onRefused: form.onRefused,
  ...(form.onRefused === 'skip' ? { retrySkipped: form.retrySkipped } : {}),
  ...substitutesOf(form),
});
const substitutesOf = ({ substitutes }: BookForm) => (substitutes.length ? { substitutes } : {});

/** As the contract wants it: shorter is no reason yet. */
const REASON_LENGTH = 3;
const overrideOf = ({ overrideReason }: BookForm) => {
  const reason = overrideReason?.trim() ?? '';
  return reason.length >= REASON_LENGTH ? { overrideReason: reason } : {};
};

const preparingOf = ({ layout, setUpMinutes, tearDownMinutes }: BookForm) => ({
  ...(layout ? { layout } : {}),
  ...(setUpMinutes ? { setUpMinutes } : {}),
  ...(tearDownMinutes ? { tearDownMinutes } : {}),
});

const spoken = (form: BookForm) => ({
  title: form.title.trim(),
  organisationId: form.organisationId,
  roomIds: form.roomIds,
  start: startOf(form) ?? '',
  end: endOf(form) ?? '',
  visibility: form.visibility,
});

export function toDraft(form: BookForm, zone: string): BookingDraftInput {
  const rrule = ruleOf(form, zone);
  const description = form.description.trim();
  return {
    ...spoken(form),
    ...(form.holdUntil ? { holdUntil: form.holdUntil } : {}),
    ...(description ? { description } : {}),
    ...(form.attendees ? { attendees: form.attendees } : {}),
    ...(form.participants?.length ? { participants: form.participants } : {}),
    ...preparingOf(form),
    ...overrideOf(form),
    ...(rrule ? { recurrence: { rrule, excludes: form.excludes }, ...refusedOf(form) } : {}),
  };
}

/** What to ask the preview, as soon as there is a room and a time; of a booking being edited also which one. */
export function toPreview(form: BookForm, zone: string, editing: Editing | null): PreviewInput | undefined {
  const span = spanOf(form);
  if (!span || !form.roomIds.length) return undefined;
  const rrule = editing?.scope === 'this' ? null : (ruleOf(form, zone) ?? editing?.keptRule ?? null);
  return {
    roomIds: form.roomIds,
    ...span,
    ...(form.attendees ? { attendees: form.attendees } : {}),
    ...(form.organisationId ? { organisationId: form.organisationId } : {}),
    ...preparingOf(form),
    ...overrideOf(form),
    ...(rrule ? { recurrence: { rrule, excludes: form.excludes }, ...substitutesOf(form) } : {}),
    ...(editing
      ? { bookingId: editing.bookingId, scope: editing.scope, ...(editing.occurrenceId ? { occurrenceId: editing.occurrenceId } : {}) }
      : {}),
  };
}

/** Said only when it changes. */
const invitedIn = ({ participants }: BookForm, { participants: before = [] }: Editing) =>
  participants && JSON.stringify(participants) !== JSON.stringify(before) ? { participants } : {};

export function toEdit(form: BookForm, zone: string, editing: Editing): EditInput {
  const draft = spoken(form);
  if (editing.scope === 'this') {
    const { title, roomIds, start, end } = draft;
    return { scope: 'this', occurrenceId: editing.occurrenceId, title, roomIds, start, end, ...overrideOf(form) };
  }
  const preparing = { layout: form.layout || null, setUpMinutes: form.setUpMinutes ?? 0, tearDownMinutes: form.tearDownMinutes ?? 0 };
  const common = {
    ...{ ...draft, description: form.description.trim(), attendees: form.attendees, ...preparing, ...overrideOf(form) },
    ...invitedIn(form, editing),
  };
  const { recurrence } = toDraft(form, zone);
  const refused = refusedOf(form);
  // The server knows best how much of an unchanged rule is left.
  const isChanged = recurrence && (recurrence.rrule !== editing.rule || form.excludes.join() !== (editing.excludes ?? []).join());
  if (editing.scope === 'following') {
    return {
      scope: 'following',
      occurrenceId: editing.occurrenceId,
      ...common,
      ...refused,
      ...(isChanged ? { recurrence } : {}),
    };
  }
  return { scope: 'all', ...common, ...(recurrence ? { recurrence, ...refused } : editing.keptRule ? refused : {}) };
}

/** A booking like that of a form, once: on its day of the week, the first after both it and today. */
export function anew(form: BookForm, today: string): BookForm {
  const past = minutesBetween(new Date(form.date), new Date(today)) / (24 * 60);
  const days = 7 * (Math.floor(Math.max(0, past) / 7) + 1);
  return {
    ...form,
    ...{ date: addDays(form.date, days), endDate: addDays(form.endDate, days) },
    ...{ participants: form.participants ?? [], repeat: { ...NO_REPEAT }, excludes: [], onRefused: 'refuse', retrySkipped: false },
  };
}

/** The span of the dates from one of them on, as the rule gives the first: also when that one was moved alone. */
function ruleSpanOf({ start, end, zone }: Booking, { recurrenceId }: Occurrence): [string, string] {
  const [from, to] = [start, end].map((instant) => wallOf(new Date(instant), zone)) as [string, string];
  return [recurrenceId, laterWall(recurrenceId, minutesBetween(new Date(`${from}Z`), new Date(`${to}Z`)))];
}

/** It was booked without its refused dates: what else is changed does not ask for these again. */
const hasSkipped = ({ occurrences }: Booking): boolean => occurrences.some(({ status }) => status === 'skipped');

/** As they were named; null when the reader may not see whom. */
export const participantsOf = ({ participants }: Booking): Participant[] | null =>
  participants?.map(({ email, name }) => ({ email, ...(name && { name }) })) ?? null;

/** The form of a booking: all of it, one of its dates, or that one and all after it. */
export function formOf(booking: Booking, occurrence: Occurrence | null, scope: Scope = occurrence ? 'this' : 'all'): BookForm {
  if (occurrence && scope === 'following') return followingForm(booking, occurrence);
  const from = occurrence ?? booking;
  const [date, clock] = wallOf(new Date(from.start), booking.zone).split('T') as [string, string];
  const [endDate, endClock] = wallOf(new Date(from.end), booking.zone).split('T') as [string, string];
  const repeat = occurrence || !booking.recurrence ? null : fromRrule(booking.recurrence.rrule, date, booking.zone);
  return {
    title: occurrence?.title ?? booking.title,
    description: booking.description,
    roomIds: [...(occurrence?.roomIds ?? booking.roomIds)],
    organisationId: booking.organisationId,
    date,
    from: clock.slice(0, 5),
    endDate,
    to: endClock.slice(0, 5),
    attendees: booking.attendees,
    layout: booking.layout ?? '',
    setUpMinutes: booking.setUpMinutes || null,
    tearDownMinutes: booking.tearDownMinutes || null,
    participants: participantsOf(booking),
    typedAddress: '',
    overrideReason: null,
    visibility: booking.visibility,
    repeat: repeat ?? { ...NO_REPEAT },
    excludes: [...(booking.recurrence?.excludes ?? [])],
    onRefused: !occurrence && hasSkipped(booking) ? 'skip' : 'refuse',
    retrySkipped: booking.retrySkipped,
    substitutes: [],
    holdUntil: null,
  };
}

function followingForm(booking: Booking, occurrence: Occurrence): BookForm {
  const whole = formOf(booking, null);
  const [start, end] = ruleSpanOf(booking, occurrence).map((wall) => wall.split('T') as [string, string]) as [
    [string, string],
    [string, string],
  ];
  const rule = restOfRule(booking, occurrence);
  return {
    ...whole,
    ...{ date: start[0], from: start[1].slice(0, 5), endDate: end[0], to: end[1].slice(0, 5) },
    repeat: (rule && fromRrule(rule, start[0], booking.zone)) || { ...NO_REPEAT },
  };
}
