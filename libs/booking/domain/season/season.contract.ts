import * as z from 'zod';
import { Id, Instant, Line, LocalDate, Reason } from '@bota/shared/domain';
import { Feature } from '@bota/spaces/domain';

const once = <T>(items: readonly T[]) => new Set(items).size === items.length;
const StartClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected 08:30');
const EndClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'expected 08:30, at most 24:00');
const TIMES = { weekday: z.number().int().min(1).max(7), start: StartClock, end: EndClock };
const inOrder = ({ start, end }: { start: string; end: string }) => end > start;
const ORDER = { path: ['end'], message: 'the end comes after the start, on the same day' };

/** A room on one weekday (1 = Monday) every week, wall time of the house; `24:00` is the end of the day. */
export const SeasonSlot = z
  .object({ roomId: Id, ...TIMES })
  .refine(inOrder, ORDER)
  .meta({ id: 'SeasonSlot' });
export type SeasonSlot = z.infer<typeof SeasonSlot>;

/** Without a room: any room of the round that has the places and features asked for. */
export const SeasonChoice = z
  .object({ roomId: Id.nullable(), ...TIMES })
  .refine(inOrder, ORDER)
  .meta({ id: 'SeasonChoice' });
export type SeasonChoice = z.infer<typeof SeasonChoice>;

const WISH = {
  title: Line.min(1).max(120),
  attendees: z.number().int().positive().max(100_000).nullable().default(null),
  features: z.array(Feature).refine(once, 'each feature once').default([]),
  /** First choice first. */
  choices: z.array(SeasonChoice).min(1).max(3),
};

/** PUT …/season-rounds/:id/wishes/:wish */
export const SeasonWishEdit = z.object(WISH).meta({ id: 'SeasonWishEdit' });
export type SeasonWishEdit = z.infer<typeof SeasonWishEdit>;

/** POST …/season-rounds/:id/wishes: it comes after the other needs of the organisation. */
export const SeasonWishDraft = z.object({ organisationId: Id, ...WISH }).meta({ id: 'SeasonWishDraft' });
export type SeasonWishDraft = z.infer<typeof SeasonWishDraft>;

/** PUT …/season-rounds/:id/wish-order: all wishes of one organisation, its greatest need first. */
export const SeasonWishOrder = z
  .object({ organisationId: Id, wishIds: z.array(Id).min(1).max(20).refine(once, 'each wish once') })
  .meta({ id: 'SeasonWishOrder' });
export type SeasonWishOrder = z.infer<typeof SeasonWishOrder>;

export const SeasonWish = z
  .object({
    id: Id,
    organisationId: Id,
    organisation: z.string(),
    /** 1 = the organisation's greatest need. */
    need: z.number().int(),
    title: z.string(),
    attendees: z.number().int().nullable(),
    features: z.array(Feature),
    choices: z.array(SeasonChoice),
    bookingId: Id.nullable(),
    may: z.object({ edit: z.boolean(), appeal: z.boolean() }),
  })
  .meta({ id: 'SeasonWish' });
export type SeasonWish = z.infer<typeof SeasonWish>;
export const SeasonWishList = z.object({ items: z.array(SeasonWish) }).meta({ id: 'SeasonWishList' });
export type SeasonWishList = z.infer<typeof SeasonWishList>;

/** `preparing` → `open` for wishes → `published` for appeals → `adopted` as bookings → `closed`; a round may be closed from anywhere. */
export const SeasonState = z.enum(['preparing', 'open', 'published', 'adopted', 'closed']).meta({ id: 'SeasonState' });
export type SeasonState = z.infer<typeof SeasonState>;

const ROUND = {
  name: Line.min(2).max(80),
  firstDay: LocalDate,
  lastDay: LocalDate,
  /** Last day for wishes, included. */
  wishesUntil: LocalDate,
  roomIds: z.array(Id).min(1).max(200).refine(once, 'each room once'),
};
/** Until this day, or adoption, members do not book these rooms in the season; null: nothing is held back. */
const OpensOn = LocalDate.nullable();

/** POST /api/spaces/:space/season-rounds (coordinators). */
export const SeasonRoundDraft = z.object({ ...ROUND, opensOn: OpensOn.default(null) }).meta({
  id: 'SeasonRoundDraft',
  example: {
    name: 'Saison 2027–2028',
    firstDay: '2027-09-01',
    lastDay: '2028-06-30',
    wishesUntil: '2027-05-31',
    roomIds: ['01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10'],
  },
});
export type SeasonRoundDraft = z.infer<typeof SeasonRoundDraft>;

/** PATCH …/season-rounds/:id with `If-Match: "<version>"`; what is left out stays. */
export const SeasonRoundEdit = z
  .object({ ...ROUND, opensOn: OpensOn, appealsUntil: LocalDate })
  .partial()
  .refine((edit) => Object.keys(edit).length > 0, 'nothing to change')
  .meta({ id: 'SeasonRoundEdit' });
export type SeasonRoundEdit = z.infer<typeof SeasonRoundEdit>;

/** What came of a wish at adoption: the dates booked, those skipped by reason, or why nothing was booked. */
export const SeasonBooked = z
  .object({
    wishId: Id,
    bookingId: Id.nullable(),
    dates: z.number().int(),
    skipped: z.array(z.object({ start: Instant, codes: z.array(Reason.shape.code) })),
    refusal: z.string().nullable(),
  })
  .meta({ id: 'SeasonBooked' });
export type SeasonBooked = z.infer<typeof SeasonBooked>;

export const SeasonRound = z
  .object({
    id: Id,
    name: z.string(),
    firstDay: LocalDate,
    lastDay: LocalDate,
    wishesUntil: LocalDate,
    appealsUntil: LocalDate.nullable(),
    opensOn: OpensOn,
    roomIds: z.array(Id),
    state: SeasonState,
    /** Rises with every edit and step; send it back as `If-Match`. */
    version: z.number().int(),
    /** Wishes for each organisation: only told to coordinators until the plan is published. */
    counts: z.array(z.object({ organisationId: Id, organisation: z.string(), wishes: z.number().int() })),
    appealsWaiting: z.number().int(),
    report: z.array(SeasonBooked).nullable(),
    may: z.object({ run: z.boolean(), wish: z.boolean(), appeal: z.boolean() }),
    /** Organisations in whose name the reader may wish. */
    wishFor: z.array(z.object({ id: Id, name: z.string() })),
  })
  .meta({ id: 'SeasonRound' });
export type SeasonRound = z.infer<typeof SeasonRound>;
export const SeasonRoundList = z
  .object({ items: z.array(SeasonRound), may: z.object({ run: z.boolean() }) })
  .meta({ id: 'SeasonRoundList' });
export type SeasonRoundList = z.infer<typeof SeasonRoundList>;

/** POST …/publication */
export const SeasonPublication = z.object({ appealsUntil: LocalDate }).meta({ id: 'SeasonPublication' });
export type SeasonPublication = z.infer<typeof SeasonPublication>;

/** POST …/tie: the coordinators say who has it. */
export const SeasonTieDecision = z.object({ key: z.string().min(1).max(40), wishId: Id }).meta({ id: 'SeasonTieDecision' });
export type SeasonTieDecision = z.infer<typeof SeasonTieDecision>;

/** POST …/appeals */
export const SeasonAppealDraft = z.object({ wishId: Id, text: z.string().trim().min(1).max(2000) }).meta({ id: 'SeasonAppealDraft' });
export type SeasonAppealDraft = z.infer<typeof SeasonAppealDraft>;

/** POST …/season-appeals/:id/answer: accepted with the place it now gets, or declined with a reason. */
export const SeasonAppealAnswer = z
  .object({ slot: SeasonSlot.nullable(), answer: z.string().trim().min(1).max(2000) })
  .meta({ id: 'SeasonAppealAnswer' });
export type SeasonAppealAnswer = z.infer<typeof SeasonAppealAnswer>;

export const SeasonAppeal = z
  .object({
    id: Id,
    wishId: Id,
    text: z.string(),
    filedAt: Instant,
    isAccepted: z.boolean().nullable(),
    answer: z.string().nullable(),
    answeredAt: Instant.nullable(),
  })
  .meta({ id: 'SeasonAppeal' });
export type SeasonAppeal = z.infer<typeof SeasonAppeal>;
export const SeasonAppealList = z.object({ items: z.array(SeasonAppeal) }).meta({ id: 'SeasonAppealList' });
export type SeasonAppealList = z.infer<typeof SeasonAppealList>;
