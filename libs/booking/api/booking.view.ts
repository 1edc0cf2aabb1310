import {
  type Booking,
  type BookingParticipant,
  type CalendarItem,
  type KeptStatus,
  type Occurrence,
  type Visibility,
  expand,
  maySee,
  statusAt,
} from '@bota/booking/domain';
import { type Actor, can, isMemberOf } from '@bota/shared/domain';
import { seriesOf } from './booking.spans';
import type { BookingEntity, OccurrenceEntity, Stage } from './booking.entity';

const FAR_MS = 36_525 * 86_400_000;
const isPending = (stage: Stage): boolean => stage === 'requested' || stage === 'held';

/** Another booking, as far as it decides who may know of it. */
type Neighbour = { id: string; organisationId: string; visibility: Visibility };
export type BookingRead = BookingEntity & {
  organisation: string;
  bookedByName: string;
  roomIds: string[];
  /** Calendars whose days it leaves out. */
  excludes: string[];
  /** Whom it invites; `personId` when the address is that of an account; `isAsked` once they were written to. */
  participants: (BookingParticipant & { personId: string | null; isAsked: boolean })[];
  follows: Neighbour | null;
  followedBy: Neighbour | null;
};
/** `isClosed`: a closure that was made later covers it. */
export type OccurrenceRead = OccurrenceEntity & { roomIds: string[]; isClosed: boolean };

type Reader = Actor & { isResident: boolean };

/** The booking as its reader gets it, with what they may do now. */
export function bookingView(booking: BookingRead, occurrences: readonly OccurrenceRead[], actor: Reader, now: Date): Booking {
  const mayChange = can(actor, 'booking:edit', booking) && booking.cancelledAt === null;
  const seesPrivate = can(actor, 'booking:see-private', booking);
  const rights = {
    change: mayChange,
    checkIn: can(actor, 'booking:check-in', booking),
    reinstate: can(actor, 'booking:reinstate', booking),
  };
  const dates = occurrences.map((occurrence) => ({
    ...occurrenceView(occurrence, booking, rights, now),
    ...(seesPrivate && occurrence.priceCents > 0 && { priceCents: occurrence.priceCents }),
  }));
  const seen = (other: Neighbour | null) => (other && maySee(actor, { spaceId: booking.spaceId, ...other }) ? other.id : null);
  const seesBooker = can(actor, 'booking:see-booker', { ...booking, isResident: actor.isResident });
  return {
    id: booking.id,
    uid: booking.uid,
    version: booking.version,
    title: booking.title,
    description: booking.description,
    organisationId: booking.organisationId,
    organisation: booking.organisation,
    ...(seesBooker && { bookedBy: { id: booking.bookedBy, displayName: booking.bookedByName } }),
    roomIds: booking.roomIds,
    visibility: booking.visibility,
    attendees: booking.attendees,
    status: booking.cancelledAt ? 'cancelled' : booking.stage,
    expiresAt: booking.expiresAt && booking.stage === 'held' ? booking.expiresAt.toISOString() : null,
    decisionNote: seesBooker ? booking.decisionNote : null,
    start: booking.startsAt.toISOString(),
    end: booking.endsAt.toISOString(),
    zone: booking.zone,
    recurrence: booking.rrule ? { rrule: booking.rrule, exdates: booking.exdates, excludes: booking.excludes } : null,
    ...leftOutOf(booking, occurrences),
    retrySkipped: booking.retrySkipped,
    followsId: seen(booking.follows),
    followedById: seen(booking.followedBy),
    layout: booking.layout,
    setUpMinutes: booking.setUpMinutes,
    tearDownMinutes: booking.tearDownMinutes,
    ...(seesBooker && booking.overrideReason !== null && { override: { codes: booking.overridden, reason: booking.overrideReason } }),
    ...(seesPrivate && { participants: booking.participants.map(asListed) }),
    ...invitationOf(booking, actor),
    occurrences: dates,
    createdAt: booking.createdAt.toISOString(),
    may: {
      edit: mayChange && dates.some(({ may }) => may.edit),
      cancel: mayChange && dates.some(({ may }) => may.cancel),
      decide: booking.cancelledAt === null && booking.stage === 'requested' && can(actor, 'booking:decide', booking),
      confirm: mayChange && booking.stage === 'held' && booking.expiresAt !== null && booking.expiresAt > now,
    },
  };
}

const asListed = ({ email, name, answer, note }: BookingParticipant): BookingParticipant => ({ email, name, answer, note });

function invitationOf({ participants }: BookingRead, { personId }: Actor): Pick<Booking, 'invitation'> {
  const own = personId === null ? undefined : participants.find((one) => one.personId === personId && one.isAsked);
  return own ? { invitation: { answer: own.answer, note: own.note } } : {};
}

/** What a calendar leaves out is no date of the booking, and counts all the same. */
function leftOutOf(booking: BookingRead, occurrences: readonly OccurrenceRead[]): Pick<Booking, 'leftOut'> {
  if (booking.excludes.length === 0 || !booking.rrule?.includes('COUNT=')) return {};
  const known = new Set(occurrences.map(({ recurrenceId }) => recurrenceId));
  const { spans } = expand(seriesOf(booking), { until: new Date(booking.startsAt.getTime() + FAR_MS) });
  return { leftOut: spans.map(({ wall }) => wall).filter((wall) => !known.has(wall)) };
}

type Rights = { change: boolean; checkIn: boolean; reinstate: boolean };

function occurrenceView(occurrence: OccurrenceRead, booking: BookingRead, rights: Rights, now: Date): Occurrence {
  const isOver = occurrence.endsAt <= now;
  const isLive = rights.change && (occurrence.status === 'confirmed' || occurrence.status === 'requested');
  return {
    id: occurrence.id,
    start: occurrence.startsAt.toISOString(),
    end: occurrence.endsAt.toISOString(),
    status: statusAt({ ...occurrence, end: occurrence.endsAt }, now),
    recurrenceId: occurrence.recurrenceId,
    roomIds: occurrence.roomIds.length > 0 ? occurrence.roomIds : booking.roomIds,
    ...(occurrence.ownTitle === null ? {} : { title: occurrence.ownTitle }),
    flags: [
      ...(occurrence.startsAt < now ? (['past'] as const) : []),
      ...(occurrence.isClosed ? (['closed'] as const) : []),
      ...occurrence.flags,
    ],
    cancelledLate: occurrence.cancelledLate,
    reasons: occurrence.reasons,
    checkedInAt: occurrence.checkedInAt?.toISOString() ?? null,
    releasedAt: occurrence.releasedAt?.toISOString() ?? null,
    may: {
      edit: isLive && occurrence.status === 'confirmed' && !isOver,
      cancel: isLive && occurrence.startsAt > now,
      checkIn: rights.checkIn && occurrence.status === 'confirmed' && occurrence.checkedInAt === null && !isOver,
      reinstate: rights.reinstate && occurrence.status === 'no_show' && !isOver,
    },
  };
}

export type CalendarRow = {
  occurrenceId: string;
  bookingId: string;
  roomId: string;
  start: Date;
  end: Date;
  title: string;
  organisationId: string;
  bookedBy: string;
  visibility: Visibility;
  attendees: number | null;
  recurring: boolean;
  stage: Stage;
  /** It invites the reader: whosever it is, they know of it. */
  isInvited?: boolean;
  /** Only of a date of which there is something to say. */
  status: KeptStatus | null;
  checkedInAt: Date | null;
  setUpMinutes: number;
  tearDownMinutes: number;
};

/** Rows of one occurrence (one per unit) become one item; what the reader may not see is left out, not hidden. */
export function calendarItems(rows: readonly CalendarRow[], spaceId: string, reader: Reader, now: Date): CalendarItem[] {
  const items = new Map<string, CalendarItem>();
  for (const row of rows) {
    const known = items.get(row.occurrenceId);
    if (!known) items.set(row.occurrenceId, calendarItem(row, spaceId, reader, now));
    else if (!known.roomIds.includes(row.roomId)) known.roomIds.push(row.roomId);
  }
  return [...items.values()];
}

function calendarItem(row: CalendarRow, spaceId: string, reader: Reader, now: Date): CalendarItem {
  const booking = { spaceId, organisationId: row.organisationId, bookedBy: row.bookedBy, visibility: row.visibility };
  const isSeen = row.isInvited === true || maySee(reader, booking);
  const mayChange = can(reader, 'booking:edit', booking);
  const status = isPending(row.stage) ? 'requested' : statusAt({ status: 'confirmed', ...known(row), end: row.end }, now);
  const isReleased = status === 'no_show';
  return {
    occurrenceId: row.occurrenceId,
    bookingId: row.bookingId,
    roomIds: [row.roomId],
    start: row.start.toISOString(),
    end: row.end.toISOString(),
    status,
    visibility: row.visibility,
    ...(isSeen && { title: row.title, organisationId: row.organisationId }),
    ...(isSeen && row.attendees !== null && { attendees: row.attendees }),
    ...(row.setUpMinutes > 0 && { setUpMinutes: row.setUpMinutes }),
    ...(row.tearDownMinutes > 0 && !isReleased && { tearDownMinutes: row.tearDownMinutes }),
    recurring: row.recurring,
    mine: isMemberOf(reader, row.organisationId),
    ...((row.bookedBy === reader.personId || row.isInvited === true) && { own: true as const }),
    may: {
      edit: mayChange && !isPending(row.stage) && !isReleased && row.end > now,
      cancel: mayChange && row.start > now,
      checkIn: status === 'confirmed' && row.end > now && can(reader, 'booking:check-in', booking),
    },
  };
}

const known = ({ status, checkedInAt }: CalendarRow) => ({ checkedInAt, ...(status && { status }) });
