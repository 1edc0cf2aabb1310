import { type Asker, type CalendarItem, reasonsAgainst, type RoomFacts, type Taken } from '@bota/booking/domain';
import type { Reason } from '@bota/shared/domain';
import type { Room } from '@bota/spaces/domain';
import { closureFacts, type House, type Span, takenIn } from './availability';

/** A wish for some rooms at one time; `item` is the booking that would move there, `named` says who takes a room as the server would. */
export type Wished = {
  rooms: readonly Room[];
  span: Span;
  now: Date;
  asker: Asker;
  item?: CalendarItem | null;
  named?: (by: Taken['by']) => Taken['by'];
};

/** A room as the rules know it: its parts keep their own buffers when it is booked whole. */
export function withPartBuffers(room: Room, rooms: readonly Room[]): RoomFacts {
  const parts = rooms.filter(({ unitIds }) => unitIds.every((unitId) => room.unitIds.includes(unitId)));
  const bufferMinutes = Math.max(0, ...parts.map(({ rules }) => rules.bufferMinutes ?? 0));
  return { ...room, rules: { ...room.rules, bufferMinutes } };
}

/** What the rules the server books with say against a wish, from what is known here; the server has the last word. */
export function reasonsHere({ rooms, span, now, asker, item, named = (by) => by }: Wished, house: House): Reason[] {
  if (span.start < now) return [{ code: 'IN_THE_PAST' }];
  const others = { ...house, items: house.items.filter(({ occurrenceId }) => occurrenceId !== item?.occurrenceId) };
  return reasonsAgainst({
    ...{ span, zone: house.zone, now, asker },
    rooms: rooms.map((room) => withPartBuffers(room, house.rooms)),
    closures: closureFacts(house.closures),
    taken: rooms.flatMap((room) => takenIn(room, others)).map((one) => ({ ...one, by: named(one.by) })),
    ...(item?.attendees && { attendees: item.attendees }),
    ...(item?.setUpMinutes && { setUpMinutes: item.setUpMinutes }),
    ...(item?.tearDownMinutes && { tearDownMinutes: item.tearDownMinutes }),
  });
}

/** So long as the room wants or allows it, in its steps. */
export function lengthIn({ rules }: Pick<Room, 'rules'>, minutes: number): number {
  const { minMinutes = 0, maxMinutes = Infinity, stepMinutes = 1 } = rules;
  return Math.ceil(Math.min(maxMinutes, Math.max(minMinutes, minutes)) / stepMinutes) * stepMinutes;
}

/** What the rules say against a time at which the room is free; of who asks only with an asker. */
export const ruledOut = (room: Room, span: Span, who: { now: Date; zone: string; asker?: Asker | undefined }): Reason[] =>
  reasonsAgainst({ ...who, span, rooms: [room], closures: [], taken: [] });
