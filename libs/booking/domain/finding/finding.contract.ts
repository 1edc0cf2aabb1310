import * as z from 'zod';
import { Id, Instant, LocalDate, Reason, ReasonCode } from '@bota/shared/domain';
import { Feature, Layout } from '@bota/spaces/domain';

const DAY_MINUTES = 24 * 60;
/** `09:00`; `24:00` is the end of the day. */
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'expected 09:00, at most 24:00');
const Minutes = z.coerce.number().int().min(5).max(DAY_MINUTES);
const People = z.coerce.number().int().positive().max(100_000);

/** Names of features, separated by commas. */
const Features = z.string().transform((text, context): Feature[] => {
  const read = z.array(Feature).safeParse(text.split(','));
  if (read.success) return read.data;
  context.addIssue({ code: 'custom', message: 'expected names of features separated by commas' });
  return z.NEVER;
});

/** Some ids, separated by commas. */
const ids = (most: number) =>
  z.string().transform((text, context): string[] => {
    const read = z.array(Id).min(1).max(most).safeParse(text.split(','));
    if (read.success) return [...new Set(read.data)];
    context.addIssue({ code: 'custom', message: `expected at most ${most} ids separated by commas` });
    return z.NEVER;
  });

const isInOrder = ({ from, to }: { from: string; to: string }) => from < to;

/**
 * GET …/room-finding: `date`, and between which wall times of the house; `minutes`: how long, the whole of it when absent.
 * `layout`: how the room has to stand.
 */
export const RoomFindingQuery = z
  .object({
    date: LocalDate,
    from: Clock.default('00:00'),
    to: Clock.default('24:00'),
    minutes: Minutes.optional(),
    people: People.optional(),
    features: Features.optional(),
    layout: Layout.optional(),
  })
  .refine(isInOrder, { path: ['to'], message: 'must come after from' });
export type RoomFindingQuery = z.infer<typeof RoomFindingQuery>;

const because = z.array(Reason);
/**
 * What a room lacks of a wish. `other-time`: that day; `other-day`: between the same hours; `because` says what stands in the way of the
 * time asked. `shorter` and `longer`: what is proposed lasts so many minutes. `small`: it holds so many people. `quota`: none of the
 * reader's organisations may book it, for the quotas in `because`.
 */
export const Miss = z
  .discriminatedUnion('is', [
    z.object({ is: z.literal('other-time'), because }),
    z.object({ is: z.literal('other-day'), because }),
    z.object({ is: z.literal('shorter'), minutes: z.number().int(), because }),
    z.object({ is: z.literal('longer'), minutes: z.number().int(), because }),
    z.object({ is: z.literal('small'), places: z.number().int() }),
    z.object({ is: z.literal('feature'), feature: Feature }),
    z.object({ is: z.literal('layout'), layout: Layout }),
    z.object({ is: z.literal('needs-approval') }),
    z.object({ is: z.literal('quota'), because }),
  ])
  .meta({ id: 'Miss' });
export type Miss = z.infer<typeof Miss>;

/** In the name of which of the reader's organisations it would be booked, and what that costs, in whole cents. */
export const FoundTerms = z.object({ organisationId: Id, priceCents: z.number().int() }).meta({ id: 'FoundTerms' });
export type FoundTerms = z.infer<typeof FoundTerms>;
/** Null for who belongs to none that lives here. */
const terms = FoundTerms.nullable();

/** A room with the time to book it, which the rules accept; `layout`: to book it with. */
export const RoomFinding = z
  .object({ roomId: Id, start: Instant, end: Instant, layout: Layout.optional(), misses: z.array(Miss), terms })
  .meta({ id: 'RoomFinding' });
export type RoomFinding = z.infer<typeof RoomFinding>;

/** Why a room does not come into question: the reason that rules it out, or `LACKS`: too much of what was asked. */
export const RuledOut = z.object({ roomId: Id, because: z.enum([...ReasonCode.options, 'LACKS']) }).meta({ id: 'RuledOut' });
export type RuledOut = z.infer<typeof RuledOut>;

/** `free`: what fits, the best first; `near`: what nearly fits, with what it lacks; `not`: the other rooms. */
export const RoomFindings = z
  .object({ free: z.array(RoomFinding), near: z.array(RoomFinding), not: z.array(RuledOut) })
  .meta({ id: 'RoomFindings' });
export type RoomFindings = z.infer<typeof RoomFindings>;

/** As many days as one looks over at once for a time. */
export const MOST_DAYS = 31;

/**
 * GET …/time-finding: a time for `all` of the rooms together or for `any` one of them, on the days `first` to `last` (both included), on
 * some `weekdays` (1 = Monday), between two wall times of the house; `with`: people who have to be free as well.
 */
export const TimeFindingQuery = z
  .object({
    rooms: ids(20),
    which: z.enum(['all', 'any']).default('all'),
    first: LocalDate,
    last: LocalDate,
    weekdays: z
      .string()
      .regex(/^[1-7](,[1-7])*$/, 'expected days of the week from 1 to 7 separated by commas')
      .transform((text) => text.split(',').map(Number))
      .optional(),
    from: Clock.default('08:00'),
    to: Clock.default('21:00'),
    minutes: Minutes,
    people: People.optional(),
    with: ids(20).optional(),
  })
  .refine(isInOrder, { path: ['to'], message: 'must come after from' })
  .refine(({ first, last }) => first <= last, { path: ['last'], message: 'must not come before first' })
  .refine(({ first, last }) => (Date.parse(last) - Date.parse(first)) / 86_400_000 < MOST_DAYS, {
    path: ['last'],
    message: `at most ${MOST_DAYS} days`,
  });
export type TimeFindingQuery = z.infer<typeof TimeFindingQuery>;

/**
 * A time at which everybody and everything is free; `roomIds`: all of the rooms, or those of which any one may be booked: `terms` are those of the
 * first. `beyond`: the quotas it would pass, when none of the reader's organisations may book it for them.
 */
export const TimeFound = z
  .object({ start: Instant, end: Instant, roomIds: z.array(Id).min(1), needsApproval: z.boolean(), terms, beyond: z.array(Reason) })
  .meta({ id: 'TimeFound' });
export type TimeFound = z.infer<typeof TimeFound>;

/** What one room or person less would give: how many times (as many as are shown), and the first of them. */
export const TimeWithout = z
  .object({ roomId: Id.optional(), personId: Id.optional(), times: z.number().int(), first: TimeFound })
  .meta({ id: 'TimeWithout' });
export type TimeWithout = z.infer<typeof TimeWithout>;

/** `items`: the earliest first, a few for each day; when there are none, `without` says what to leave out. */
export const TimeFindings = z.object({ items: z.array(TimeFound), without: z.array(TimeWithout) }).meta({ id: 'TimeFindings' });
export type TimeFindings = z.infer<typeof TimeFindings>;

/** GET …/time-finding/people: who can be asked for, the reader first: the people of the reader's own organisations. */
export const FindablePeople = z
  .object({ items: z.array(z.object({ id: Id, displayName: z.string(), organisationIds: z.array(Id) })) })
  .meta({ id: 'FindablePeople' });
export type FindablePeople = z.infer<typeof FindablePeople>;
