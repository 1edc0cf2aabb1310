import { type CalendarItem, takesRooms } from '@bota/booking/domain';
import { addMinutes, dateOf } from '@bota/shared/domain';
import type { Room } from '@bota/spaces/domain';
import { dayOf, type House, minutesOf, overlaps, type RoomState, spanOf, stateAt } from '../rooms/availability';

export type Doing = { running: CalendarItem[]; next: CalendarItem[] };

const MOST_NEXT = 6;

/** What is on in the house at a moment, soonest to end first, and what comes later that day, soonest first. */
export function doingAt(now: Date, { items, zone }: Pick<House, 'items' | 'zone'>, most = MOST_NEXT): Doing {
  const { end } = dayOf(dateOf(now, zone), zone);
  const confirmed = items.filter(takesRooms);
  const at = { start: now, end: addMinutes(now, 1) };
  const running = confirmed.filter((item) => overlaps(spanOf(item), at) && spanOf(item).start <= now);
  const later = confirmed.filter(({ start }) => new Date(start) > now && new Date(start) < end);
  return {
    running: running.sort((a, b) => a.end.localeCompare(b.end)),
    next: later.sort((a, b) => a.start.localeCompare(b.start)).slice(0, most),
  };
}

export type FreeRoom = { room: Room; until: Date };
/** A room that is not free now: when it may be booked again today, null when no more today. */
export type LaterRoom = { room: Room; state: Exclude<RoomState, { is: 'free' }> };

const WORTH_IT = 15;

/** Rooms free for a while, the longest first and wholes after atomic rooms; the others by when they may be had again. */
export function roomsAt(now: Date, house: House): { free: FreeRoom[]; later: LaterRoom[] } {
  const free: FreeRoom[] = [];
  const later: LaterRoom[] = [];
  for (const room of house.rooms) {
    const state = stateAt(room, now, house);
    if (state.is !== 'free') later.push({ room, state });
    else if (minutesOf({ start: now, end: state.until }) >= WORTH_IT) free.push({ room, until: state.until });
  }
  return { free: free.sort(bestFirst), later: later.sort((a, b) => again(a) - again(b)) };
}

const bestFirst = (a: FreeRoom, b: FreeRoom) =>
  a.room.unitIds.length - b.room.unitIds.length || b.until.getTime() - a.until.getTime() || (b.room.capacity ?? 0) - (a.room.capacity ?? 0);

const again = ({ state }: LaterRoom) => state.until?.getTime() ?? Infinity;
