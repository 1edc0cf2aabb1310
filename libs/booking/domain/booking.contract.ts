import * as z from 'zod';
import { Alternative, DayOrTime, Id, Instant, Line, LocalizedText, Reason, ReasonCode, WireTime } from '@bota/shared/domain';
import { Closure, Layout } from '@bota/spaces/domain';
import { BookingInvitation, BookingParticipant, Participants } from './participant.contract';
import { QuotaUse } from './quota.contract';

export const Visibility = z.enum(['public', 'residents', 'private']).meta({ id: 'Visibility' });
export type Visibility = z.infer<typeof Visibility>;

/**
 * `skipped`: a date of a series that was refused when booking and kept with its reasons. `requested`: not yet confirmed, by the
 * coordination or by who holds it. `declined`: never confirmed. `checked_in`: they are there, or were and it is not over;
 * `done`: they were there. `no_show`: nobody came in time, and the rest of it was released.
 */
export const OccurrenceStatus = z
  .enum(['confirmed', 'checked_in', 'done', 'no_show', 'cancelled', 'skipped', 'requested', 'declined'])
  .meta({ id: 'OccurrenceStatus' });
export type OccurrenceStatus = z.infer<typeof OccurrenceStatus>;

/**
 * What is worth knowing about a date: it is past; its wall time did not exist (DST) and moved forward, or exists twice;
 * a closure made later covers it; or, of a cancelled one, that the rule no longer gives it and nobody cancelled it.
 */
export const Flag = z.enum(['past', 'moved-forward', 'ambiguous', 'off-rule', 'closed']).meta({ id: 'Flag' });
export type Flag = z.infer<typeof Flag>;

/**
 * `requested`: waits for the coordination; `held`: kept until `expiresAt` for who booked, who confirms it or lets it go;
 * `declined` and `expired`: it was never confirmed.
 */
export const BookingStatus = z.enum(['requested', 'held', 'confirmed', 'cancelled', 'declined', 'expired']).meta({ id: 'BookingStatus' });
export type BookingStatus = z.infer<typeof BookingStatus>;

export const Recurrence = z
  .object({
    /** RFC 5545 RRULE value without `RRULE:`; wall time of the space. */
    rrule: z.string().min(1).max(500),
    /** Left-out dates of the space, or starts: wall times or instants. */
    exdates: z.array(DayOrTime).max(1000).nullish(),
    /** Calendars whose days are left out: ids of …/exclusion-calendars. Left-out dates still count. */
    excludes: z.array(Id).max(10).nullish(),
  })
  .meta({ id: 'Recurrence', example: { rrule: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20260406T215959Z' } });
export type Recurrence = z.infer<typeof Recurrence>;

/** Which dates a change means: one, that one and all after it (RFC 5545 THISANDFUTURE), or all. Past ones never change. */
export const Scope = z.enum(['this', 'following', 'all']).meta({ id: 'Scope' });
export type Scope = z.infer<typeof Scope>;

/** The most dates of a series that take other rooms. */
export const MOST_SUBSTITUTES = 400;

/** Other rooms for one refused date of a series; `date` is the start that its rule gives it, as the preview says it. */
export const Substitute = z.object({ date: WireTime, roomIds: z.array(Id).min(1).max(20) }).meta({ id: 'Substitute' });
export type Substitute = z.infer<typeof Substitute>;
const Substitutes = z.array(Substitute).max(MOST_SUBSTITUTES);

/** Minutes the rooms are taken before a booking to set them up, or after it to clear them. */
const PreparingMinutes = z.number().int().min(0).max(480);
/** Why a coordinator sets rules aside. */
export const OverrideReason = z.string().trim().min(3).max(500);

export const BookingDraft = z
  .object({
    title: Line.min(1).max(120),
    description: z.string().trim().max(4000).optional(),
    organisationId: Id,
    roomIds: z.array(Id).min(1).max(20),
    start: WireTime,
    end: WireTime,
    visibility: Visibility.default('residents'),
    attendees: z.number().int().positive().max(100_000).nullish(),
    recurrence: Recurrence.nullish(),
    /** How the rooms stand; one of the layouts that they offer. */
    layout: Layout.nullish(),
    setUpMinutes: PreparingMinutes.default(0),
    tearDownMinutes: PreparingMinutes.default(0),
    /** Why a coordinator books over the rules of the rooms; logged. */
    overrideReason: OverrideReason.optional(),
    /** Keeps the rooms undecided until then, where they may be. */
    holdUntil: WireTime.optional(),
    /** What to do with the dates of a series that are refused: nothing at all is booked, or the others are. */
    onRefused: z.enum(['refuse', 'skip']).default('refuse'),
    /** Skipped dates are booked by themselves when their rooms are freed, in the order in which they were asked for. */
    retrySkipped: z.boolean().default(false),
    /** Other rooms that refused dates of a series take instead; one that is refused there too is a refused date. */
    substitutes: Substitutes.optional(),
    /** Whom it invites, once it is confirmed: each address once, whoever books left out. */
    participants: Participants.optional(),
    /** iCalendar UID of an imported event; unique in the space. */
    uid: z.string().min(1).max(255).optional(),
  })
  .meta({ id: 'BookingDraft' });
export type BookingDraft = z.infer<typeof BookingDraft>;
export type BookingDraftInput = z.input<typeof BookingDraft>;

/** The preview takes a draft that is still being typed: title and organisation may lack. */
export const PreviewDraft = BookingDraft.extend({
  title: z.string().max(120).optional(),
  organisationId: Id.optional(),
  /** For people from outside whom the organisation receives, as coordinators book them. */
  forOutsiders: z.boolean().optional(),
  /** A booking being edited: it is no conflict with itself. */
  bookingId: Id.optional(),
  occurrenceId: Id.optional(),
  /** With `following` the dates from `occurrenceId` on are no conflict with themselves; else that one date, or all without it. */
  scope: Scope.optional(),
}).meta({ id: 'PreviewDraft' });
export type PreviewDraft = z.infer<typeof PreviewDraft>;

/** Rooms that are free for a refused date. `differenceCents`: what it would cost more, or less, than in the rooms asked. */
export const RoomOffer = z.object({ roomIds: z.array(Id), differenceCents: z.number().int().optional() }).meta({ id: 'RoomOffer' });
export type RoomOffer = z.infer<typeof RoomOffer>;

export const Verdict = z
  .object({
    /** The wall start that the rule gives it: `substitutes` name it by that. */
    date: WireTime,
    start: Instant,
    end: Instant,
    verdict: z.enum(['free', 'refused']),
    reasons: z.array(Reason),
    flags: z.array(Flag),
    /** What it costs, once it is known in whose name. */
    priceCents: z.number().int().optional(),
    /** Its rooms when they are not those asked: taken instead of them, or its own before an edit. The verdict is on these. */
    roomIds: z.array(Id).optional(),
    /** What it may take instead when the rooms asked refuse it, the best first; of a series. */
    elsewhere: z.array(RoomOffer).optional(),
  })
  .meta({ id: 'Verdict' });
export type Verdict = z.infer<typeof Verdict>;

/**
 * `leftOut`: dates that the rule gives and a calendar leaves out. `needsApproval`: booking it asks the coordination.
 * `holdUntil`: the latest moment until which it may be kept undecided.
 */
export const Preview = z
  .object({
    /** Of the free dates together, and of an hour of the first; null when nothing is to be paid, or nobody knows yet by whom. */
    price: z
      .object({ cents: z.number().int(), hourlyCents: z.number().int(), kind: z.enum(['resident', 'partner', 'outsider']) })
      .nullable()
      .default(null),
    occurrences: z.array(Verdict),
    alternatives: z.array(Alternative),
    leftOut: z.array(z.object({ start: Instant, calendarId: Id })).default([]),
    needsApproval: z.boolean(),
    holdUntil: Instant.nullable(),
    /** What the organisation uses of its quotas in the periods of the dates, and what these add; for those who may book in its name. */
    quotas: z.array(QuotaUse).default([]),
  })
  .meta({ id: 'Preview' });
export type Preview = z.infer<typeof Preview>;

export const Occurrence = z
  .object({
    id: Id,
    start: Instant,
    end: Instant,
    status: OccurrenceStatus,
    /** Wall start by the rule: stays when the date is moved (RFC 5545 RECURRENCE-ID). */
    recurrenceId: z.string(),
    roomIds: z.array(Id),
    /** Its own title when it was renamed alone. */
    title: z.string().optional(),
    flags: z.array(Flag),
    /** Cancelled later than a rule of its rooms asks: it counts as used. */
    cancelledLate: z.boolean(),
    /** What it costs, as it was said when it was booked; for its organisation and the coordination, where there is something to pay. */
    priceCents: z.number().int().optional(),
    /** Why it was skipped. */
    reasons: z.array(Reason),
    checkedInAt: Instant.nullable(),
    /** When its rooms became free because nobody had come. */
    releasedAt: Instant.nullable(),
    /** `checkIn`: once the window that its rooms give is open. */
    may: z.object({ edit: z.boolean(), cancel: z.boolean(), checkIn: z.boolean(), reinstate: z.boolean() }),
  })
  .meta({ id: 'Occurrence' });
export type Occurrence = z.infer<typeof Occurrence>;

export const Booking = z
  .object({
    id: Id,
    uid: z.string(),
    /** Rises with every edit; send it back as `If-Match`. */
    version: z.number().int(),
    title: z.string(),
    description: z.string(),
    organisationId: Id,
    organisation: z.string(),
    /** Only for those who live or work in the house. */
    bookedBy: z.object({ id: Id, displayName: z.string() }).optional(),
    roomIds: z.array(Id),
    visibility: Visibility,
    attendees: z.number().int().nullable(),
    status: BookingStatus,
    /** Until when it is held. */
    expiresAt: Instant.nullable(),
    /** What was said when it was accepted or declined. */
    decisionNote: z.string().nullable(),
    /** First start and end of the series, or the one span. */
    start: Instant,
    end: Instant,
    zone: z.string(),
    recurrence: Recurrence.nullable(),
    /** Wall starts of a counted rule that calendars leave out: they count too. */
    leftOut: z.array(z.string()).optional(),
    /** Its skipped dates are booked when their rooms are freed. */
    retrySkipped: z.boolean(),
    /** The series it took over from when "this and following" was changed, and the one that took over; null when none the reader sees. */
    followsId: Id.nullable(),
    followedById: Id.nullable(),
    layout: Layout.nullable(),
    setUpMinutes: z.number().int(),
    tearDownMinutes: z.number().int(),
    /** The rules a coordinator set aside for it, and why; for those who see who booked. */
    override: z.object({ codes: z.array(ReasonCode), reason: z.string() }).optional(),
    /** Whom it invites; only for those who may see private bookings of the organisation. */
    participants: z.array(BookingParticipant).optional(),
    /** It invites the reader, who may answer; and what they answered. */
    invitation: BookingInvitation.optional(),
    occurrences: z.array(Occurrence),
    createdAt: Instant,
    may: z.object({ edit: z.boolean(), cancel: z.boolean(), decide: z.boolean(), confirm: z.boolean() }),
  })
  .meta({ id: 'Booking' });
export type Booking = z.infer<typeof Booking>;

/**
 * PATCH …/bookings/:id with `If-Match: "<version>"`. `this` and `following` need `occurrenceId`; past occurrences never change.
 * `following` ends the series before that date and answers with the booking that takes over.
 */
export const BookingEdit = z
  .object({
    scope: Scope.default('all'),
    occurrenceId: Id.optional(),
    title: Line.min(1).max(120).optional(),
    description: z.string().trim().max(4000).optional(),
    organisationId: Id.optional(),
    roomIds: z.array(Id).min(1).max(20).optional(),
    /**
     * For `all` of a series: the new wall time of its first date; every future date moves with it.
     * For `following`: of the date named, as the rule gives it.
     */
    start: WireTime.optional(),
    end: WireTime.optional(),
    visibility: Visibility.optional(),
    attendees: z.number().int().positive().max(100_000).nullable().optional(),
    recurrence: Recurrence.optional(),
    layout: Layout.nullable().optional(),
    setUpMinutes: PreparingMinutes.optional(),
    tearDownMinutes: PreparingMinutes.optional(),
    overrideReason: OverrideReason.optional(),
    onRefused: z.enum(['refuse', 'skip']).default('refuse'),
    retrySkipped: z.boolean().optional(),
    /** Of dates as the series has them after the edit; those that were skipped may take other rooms too. */
    substitutes: Substitutes.optional(),
    /** All of them, as they shall be: who lacks is invited no more. */
    participants: Participants.optional(),
  })
  .meta({ id: 'BookingEdit' });
export type BookingEdit = z.infer<typeof BookingEdit>;

/** POST …/bookings/:id/cancellation */
export const Cancellation = z
  .object({ scope: Scope.default('all'), occurrenceId: Id.optional(), reason: z.string().trim().max(500).optional() })
  .default({ scope: 'all' })
  .meta({ id: 'Cancellation' });
export type Cancellation = z.infer<typeof Cancellation>;

/** POST …/bookings/:id/check-in and …/reinstatement: the date that is meant; a booking with one date needs no saying which. */
export const DateMeant = z.object({ occurrenceId: Id.optional() }).default({}).meta({ id: 'DateMeant' });
export type DateMeant = z.infer<typeof DateMeant>;

/** POST …/bookings/:id/decision (coordinators), with `If-Match`. `skip` accepts the dates that are free and leaves out the others. */
export const Decision = z
  .object({
    verdict: z.enum(['accept', 'decline']),
    note: z.string().trim().max(1000).default(''),
    onRefused: z.enum(['refuse', 'skip']).default('refuse'),
    /** Why the rules of the rooms are set aside that stand against it by now; logged. */
    overrideReason: OverrideReason.optional(),
  })
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof Decision>;

/** One that waits for the coordination; `rivals`: how many others ask for a part of the same. */
export const BookingRequest = z
  .object({
    id: Id,
    version: z.number().int(),
    title: z.string(),
    organisationId: Id,
    organisation: z.string(),
    bookedBy: z.string(),
    roomIds: z.array(Id),
    attendees: z.number().int().nullable(),
    description: z.string(),
    /** Its first date, and how many there are. */
    start: Instant,
    end: Instant,
    dates: z.number().int(),
    rrule: z.string().nullable(),
    /** Names of the calendars whose days a series leaves out. */
    leftOut: z.array(LocalizedText).default([]),
    askedAt: Instant,
    rivals: z.number().int(),
  })
  .meta({ id: 'BookingRequest' });
export type BookingRequest = z.infer<typeof BookingRequest>;

/** GET /api/spaces/:space/booking-requests (coordinators): what waits, the soonest date first. */
export const BookingRequestList = z.object({ items: z.array(BookingRequest) }).meta({ id: 'BookingRequestList' });
export type BookingRequestList = z.infer<typeof BookingRequestList>;

/** Room ids, separated by commas. */
const RoomIds = z
  .string()
  .refine((text) => text.split(',').every((id) => Id.safeParse(id).success), 'expected room ids separated by commas');

/** GET …/calendar?from=&to=[&rooms=id,id] */
export const CalendarQuery = z.object({ from: DayOrTime, to: DayOrTime, rooms: RoomIds.optional() });
export type CalendarQuery = z.infer<typeof CalendarQuery>;

/** One occurrence as the reader may see it. Without `title` it is private: say "occupied". */
export const CalendarItem = z
  .object({
    occurrenceId: Id,
    bookingId: Id,
    roomIds: z.array(Id),
    start: Instant,
    end: Instant,
    status: OccurrenceStatus,
    visibility: Visibility,
    title: z.string().optional(),
    organisationId: Id.optional(),
    attendees: z.number().int().optional(),
    /** Minutes its rooms are taken before and after, when they are. */
    setUpMinutes: z.number().int().optional(),
    tearDownMinutes: z.number().int().optional(),
    recurring: z.boolean(),
    /** Booked in the name of one of the reader's organisations. */
    mine: z.boolean(),
    /** Booked by the reader, or inviting them. */
    own: z.literal(true).optional(),
    /** `checkIn`: once the window that its rooms give is open. */
    may: z.object({ edit: z.boolean(), cancel: z.boolean(), checkIn: z.boolean() }),
  })
  .meta({ id: 'CalendarItem' });
export type CalendarItem = z.infer<typeof CalendarItem>;

export const Calendar = z.object({ items: z.array(CalendarItem), closures: z.array(Closure) }).meta({ id: 'Calendar' });
export type Calendar = z.infer<typeof Calendar>;

/** GET …/bookings?of=me|organisations&from=&after=&limit=: coming occurrences, soonest first. */
export const UpcomingQuery = z.object({
  of: z.enum(['me', 'organisations']).default('me'),
  from: WireTime.optional(),
  /** `next` of the answer before. */
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z_[0-9a-f-]{36}$/, 'expected `next` of the answer before')
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type UpcomingQuery = z.infer<typeof UpcomingQuery>;
export const Upcoming = z.object({ items: z.array(CalendarItem), next: z.string().optional() }).meta({ id: 'Upcoming' });

/**
 * Server-sent event `change` on …/live: something in this window changed; read the calendar again. `bookingId` where it is a booking.
 * Event `house`, without a window: rooms, floors, hours or names changed; read those again.
 */
export const LiveChange = z
  .object({ position: z.number().int(), kind: z.string(), bookingId: Id.optional(), from: Instant, to: Instant })
  .meta({ id: 'LiveChange' });
export type LiveChange = z.infer<typeof LiveChange>;
