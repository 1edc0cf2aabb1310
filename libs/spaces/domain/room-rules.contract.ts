import * as z from 'zod';
import { Id } from '@bota/shared/domain';

const WallClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'expected 08:30, at most 24:00');

/** Opening of one weekday in wall time of the space: `['08:00', '21:00']`; null = closed that day. */
export const DayHours = z.tuple([WallClock, WallClock]).nullable();
/** Seven days from Monday; null = always open. */
export const WeekHours = z.array(DayHours).length(7).nullable().meta({ id: 'WeekHours' });
export type WeekHours = z.infer<typeof WeekHours>;

/** How a room is set up, and drawn where there is no photo. */
export const Layout = z.enum(['theatre', 'table', 'classroom', 'circle', 'kitchen', 'workshop', 'booth', 'lounge']).meta({ id: 'Layout' });
export type Layout = z.infer<typeof Layout>;

/** One way of setting up a room: how many people it then holds, and the minutes its setting up takes before the booking. */
export const RoomLayout = z
  .object({
    layout: Layout,
    capacity: z.number().int().positive().max(100_000),
    setUpMinutes: z.number().int().min(0).max(480).default(0),
  })
  .meta({ id: 'RoomLayout' });
export type RoomLayout = z.infer<typeof RoomLayout>;

/** Who may book a room: every resident, some organisations, or the coordination alone. */
export const WhoMayBook = z
  .discriminatedUnion('are', [
    z.object({ are: z.literal('residents') }),
    z.object({ are: z.literal('organisations'), organisationIds: z.array(Id).min(1).max(200) }),
    z.object({ are: z.literal('coordinators') }),
  ])
  .meta({ id: 'WhoMayBook' });
export type WhoMayBook = z.infer<typeof WhoMayBook>;

/** Which bookings the coordination agrees to first, and whether they keep the room meanwhile. Its own need no agreement. */
export const Approval = z
  .object({
    always: z.boolean().default(false),
    /** Longer than this. */
    overMinutes: z
      .number()
      .int()
      .positive()
      .max(14 * 24 * 60)
      .optional(),
    /** Outside the opening hours one may then ask; closures stay closed. */
    outsideHours: z.boolean().default(false),
    /** A request takes the room until it is decided; else several may ask for one time. */
    blocks: z.boolean().default(true),
  })
  .meta({ id: 'Approval' });
export type Approval = z.infer<typeof Approval>;

/** Fourteen days of twenty rooms still cost less than is kept. */
const CentsPerHour = z.number().int().min(0).max(250_000).default(0);

/** What an hour of a room costs each kind of booker, in whole cents; nothing when it is free for them. */
export const RoomPrices = z.object({ resident: CentsPerHour, partner: CentsPerHour, outsider: CentsPerHour }).meta({ id: 'RoomPrices' });
export type RoomPrices = z.infer<typeof RoomPrices>;

/**
 * Who booked says that they are there: from `opensMinutes` before the beginning on. Where nobody did by `releaseMinutes` after it, what is
 * left of the time is free for others.
 */
export const CheckIn = z
  .object({ opensMinutes: z.number().int().min(0).max(240), releaseMinutes: z.number().int().min(5).max(240) })
  .meta({ id: 'CheckIn', example: { opensMinutes: 15, releaseMinutes: 15 } });
export type CheckIn = z.infer<typeof CheckIn>;

/** As long as one booking may last, in minutes. */
export const MOST_MINUTES = 14 * 24 * 60;
const DAY_MINUTES = 24 * 60;

/** The rules of a room; an absent rule does not limit. Durations in minutes. */
export const RoomRules = z
  .object({
    hours: WeekHours.optional(),
    minMinutes: z.number().int().positive().max(MOST_MINUTES).optional(),
    maxMinutes: z.number().int().positive().max(MOST_MINUTES).optional(),
    /** Bookings begin and end on a grid of this many minutes from midnight, wall time of the house; divides the day. */
    stepMinutes: z.number().int().min(5).max(DAY_MINUTES).optional(),
    /** Free time kept between two bookings of the room: the larger need of both neighbours, not the sum. */
    bufferMinutes: z.number().int().min(0).max(DAY_MINUTES).optional(),
    /** Booked at least this long before it begins. */
    leadMinutes: z
      .number()
      .int()
      .positive()
      .max(60 * DAY_MINUTES)
      .optional(),
    /** Booked at most this many days ahead, by the calendar of the house. */
    horizonDays: z.number().int().positive().max(1100).optional(),
    /** Cancelled later than this before it begins, a date counts as used. */
    cancelMinutes: z
      .number()
      .int()
      .positive()
      .max(60 * DAY_MINUTES)
      .optional(),
    who: WhoMayBook.optional(),
    approval: Approval.optional(),
    /** The room may be kept for at most so many hours before one decides; absent: not at all. */
    holdHours: z
      .number()
      .int()
      .positive()
      .max(60 * 24)
      .optional(),
    layouts: z.array(RoomLayout).max(8).optional(),
    prices: RoomPrices.optional(),
    /** Absent: nobody is asked to say that they came, and nothing is ever released. */
    checkIn: CheckIn.optional(),
  })
  .meta({ id: 'RoomRules' });
export type RoomRules = z.infer<typeof RoomRules>;

/** The rules of a room as somebody writes them: each by itself is right, and together too. */
export const OwnRoomRules = RoomRules.refine(({ minMinutes = 0, maxMinutes = MOST_MINUTES }) => minMinutes <= maxMinutes, {
  path: ['maxMinutes'],
  message: 'shorter than the shortest booking',
})
  .refine(({ stepMinutes = 5 }) => DAY_MINUTES % stepMinutes === 0, { path: ['stepMinutes'], message: 'must divide the day' })
  .refine(({ maxMinutes = MOST_MINUTES, stepMinutes = 0 }) => stepMinutes <= maxMinutes, {
    path: ['stepMinutes'],
    message: 'longer than the longest booking',
  })
  .refine(({ leadMinutes = 0, horizonDays = Infinity }) => leadMinutes < horizonDays * DAY_MINUTES, {
    path: ['leadMinutes'],
    message: 'nothing could be booked before the horizon',
  })
  .refine(({ approval }) => !approval || approval.always || approval.outsideHours || approval.overMinutes !== undefined, {
    path: ['approval'],
    message: 'says of nothing that it needs approval',
  })
  .refine(({ layouts = [] }) => new Set(layouts.map(({ layout }) => layout)).size === layouts.length, {
    path: ['layouts'],
    message: 'each layout once',
  })
  .refine(({ checkIn, maxMinutes = MOST_MINUTES }) => !checkIn || checkIn.releaseMinutes < maxMinutes, {
    path: ['checkIn', 'releaseMinutes'],
    message: 'no booking lasts that long: nothing would ever be released',
  });
