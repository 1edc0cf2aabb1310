import * as z from 'zod';
import { Id, WireTime } from '@bota/shared/domain';
import { RoomRules, WeekHours } from '@bota/spaces/domain';
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

/** What is booked from now on and would stand in the way or outside: how much, and the soonest of it. */
export const AffectedBookings = z.object({ count: z.number().int(), items: z.array(CalendarItem) }).meta({ id: 'AffectedBookings' });
export type AffectedBookings = z.infer<typeof AffectedBookings>;
