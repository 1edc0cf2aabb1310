import * as z from 'zod';
import { Alternative, Id, WireTime } from '@bota/shared/domain';
import { ClosureDraft, ClosureList, RoomRules, WeekHours } from '@bota/spaces/domain';
import { CalendarItem } from './booking.contract';

/** POST …/affected-bookings (coordinators): something one thinks of changing in the house. Nothing is written. */
export const HouseChange = z
  .discriminatedUnion('change', [
    /** No room named: the whole house. */
    z.object({ change: z.literal('closure'), roomIds: z.array(Id).max(200).default([]), start: WireTime, end: WireTime }),
    z.object({ change: z.literal('archiving'), roomId: Id }),
    z.object({ change: z.literal('rules'), roomId: Id, rules: RoomRules, capacity: z.number().int().positive().nullable().default(null) }),
    z.object({ change: z.literal('hours'), hours: WeekHours }),
  ])
  .meta({ id: 'HouseChange' });
export type HouseChange = z.infer<typeof HouseChange>;

/** As many dates as one closure settles; what is met beyond them is kept. Each that moves is judged by itself: there are fewer of them. */
export const MOST_SETTLED = 2000;
export const MOST_MOVED = 200;

/**
 * What is booked from now on and would stand in the way or outside, of a closure also what is only asked for: how much, and the soonest of it. `others`: the dates after those that
 * have not begun, up to MOST_SETTLED.
 */
export const AffectedBookings = z
  .object({ count: z.number().int(), items: z.array(CalendarItem), others: z.array(Id).default([]) })
  .meta({ id: 'AffectedBookings' });
export type AffectedBookings = z.infer<typeof AffectedBookings>;

const ClosureTime = ClosureDraft.pick({ roomIds: true, start: true, end: true });

const Cancelling = z.object({ act: z.literal('cancel'), occurrenceId: Id });
const Moving = z.object({
  act: z.literal('move'),
  occurrenceId: Id,
  roomIds: z.array(Id).min(1).max(20),
  start: WireTime,
  end: WireTime,
  /** When it was as the list said: one that was changed since does not move. */
  was: z.object({ start: WireTime, end: WireTime }).optional(),
});
/** What becomes of one date that a closure meets. One that is asked for is declined instead of cancelled, when nothing of it is left. */
export const AffectedChoice = z.discriminatedUnion('act', [Cancelling, Moving]).meta({ id: 'AffectedChoice' });
export type AffectedChoice = z.infer<typeof AffectedChoice>;

/**
 * POST …/affected-bookings/places (coordinators): where a date that this closure would meet could be instead. `choices`: what is to become of
 * others by now; they take the rooms and count for the quotas there and no more where they are. Nothing is written.
 */
export const PlacesQuery = z
  .object({ closure: ClosureTime, occurrenceId: Id, choices: z.array(AffectedChoice).max(MOST_SETTLED).default([]) })
  .meta({ id: 'PlacesQuery' });
export type PlacesQuery = z.infer<typeof PlacesQuery>;
/** Other rooms and times of its day first, then the days after it and after the closure. */
export const Places = z.object({ items: z.array(Alternative) }).meta({ id: 'Places' });
export type Places = z.infer<typeof Places>;

const notTooMany = (choices: readonly AffectedChoice[]): boolean => choices.filter(({ act }) => act === 'move').length <= MOST_MOVED;
const eachOnce = (choices: readonly AffectedChoice[]): boolean =>
  new Set(choices.map(({ occurrenceId }) => occurrenceId)).size === choices.length;

/**
 * POST …/closures (coordinators): closes, and settles what that meets, all or nothing. Dates that are not named are kept, and so are those
 * that have begun by then or that the closure does not meet any more. `message` goes to who booked what is cancelled or moved. `seen`: the
 * dates that the list showed; with it, nothing is closed while one is met that it did not show.
 */
export const ClosingDraft = ClosureDraft.extend({
  choices: z
    .array(AffectedChoice)
    .max(MOST_SETTLED)
    .refine(eachOnce, 'each date once')
    .refine(notTooMany, `at most ${MOST_MOVED} that move`)
    .default([]),
  message: z.string().trim().max(500).default(''),
  seen: z.array(Id).max(MOST_SETTLED).optional(),
}).meta({ id: 'ClosingDraft' });
export type ClosingDraft = z.infer<typeof ClosingDraft>;

/** How many dates stayed, ended or went elsewhere. */
export const Settled = z.object({ kept: z.number().int(), cancelled: z.number().int(), moved: z.number().int() }).meta({ id: 'Settled' });
export type Settled = z.infer<typeof Settled>;
export const Closing = ClosureList.extend({ settled: Settled }).meta({ id: 'Closing' });
export type Closing = z.infer<typeof Closing>;
