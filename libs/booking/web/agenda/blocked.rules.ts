import { closuresOf, type CalendarItem, openingOn, takesRooms } from '@bota/booking/domain';
import { addDays, startOfDay, type LocalizedText } from '@bota/shared/domain';
import type { Closure, Room } from '@bota/spaces/domain';
import type { Dates } from '../bookings.client';

/** Time a room cannot be had though no booking of its own stands there. */
export type Blocked = { roomId: string; start: Date; end: Date } & (
  | { why: 'closed'; reason?: LocalizedText; byHours?: true }
  /** Taken by the composed room it belongs to, or because it shares a part with it. */
  | { why: 'by'; roomIds: string[] }
  /** A composed room of which some parts are taken. */
  | { why: 'parts'; roomIds: string[] }
);

type House = { rooms: readonly Room[]; zone: string; dates: Dates };

/** Rooms that cannot be had because another one that shares a unit is booked; touching times become one. */
export function takenElsewhere(items: readonly CalendarItem[], rooms: readonly Room[]): Blocked[] {
  const byId = new Map(rooms.map((room) => [room.id, room]));
  const found = new Map<string, Blocked[]>();
  const confirmed = items.filter(takesRooms).sort((a, b) => a.start.localeCompare(b.start));
  for (const item of confirmed) {
    for (const taken of item.roomIds.flatMap((id) => byId.get(id) ?? [])) {
      for (const room of rooms) {
        if (item.roomIds.includes(room.id) || !room.unitIds.some((unit) => taken.unitIds.includes(unit))) continue;
        const why = room.unitIds.length > taken.unitIds.length ? 'parts' : 'by';
        join(found, { roomId: room.id, why, roomIds: [taken.id], start: new Date(item.start), end: new Date(item.end) });
      }
    }
  }
  return [...found.values()].flat();
}

function join(found: Map<string, Blocked[]>, blocked: Extract<Blocked, { roomIds: string[] }>): void {
  const key = `${blocked.roomId} ${blocked.why}`;
  const spans = found.get(key) ?? [];
  const last = spans.at(-1);
  if (last && last.why !== 'closed' && blocked.start <= last.end) {
    if (blocked.end > last.end) last.end = blocked.end;
    last.roomIds = [...new Set([...last.roomIds, ...blocked.roomIds])];
  } else spans.push(blocked);
  found.set(key, spans);
}

/** Closures and hours outside the opening of each room, within the dates shown. */
export function closedTimes(closures: readonly Closure[], { rooms, zone, dates }: House): Blocked[] {
  const facts = closures.map((closure) => ({ ...closure, start: new Date(closure.start), end: new Date(closure.end) }));
  return rooms.flatMap((room) => [
    ...closuresOf(room, facts).map((closure) => {
      const { reason } =
        facts.find(({ start, end, roomId }) => start === closure.start && end === closure.end && roomId === closure.roomId) ?? {};
      return { roomId: room.id, why: 'closed' as const, reason, start: closure.start, end: closure.end };
    }),
    ...outOfHours(room, zone, dates),
  ]);
}

function outOfHours(room: Room, zone: string, { from, to }: Dates): Blocked[] {
  if (!room.rules.hours) return [];
  const closed: Blocked[] = [];
  let free = startOfDay(from, zone);
  const add = (end: Date) => free < end && closed.push({ roomId: room.id, why: 'closed', byHours: true, start: free, end });
  for (let date = from; date < to; date = addDays(date, 1)) {
    const opening = openingOn(room, date, zone);
    if (!opening) continue;
    add(opening.start);
    free = opening.end;
  }
  add(startOfDay(to, zone));
  return closed;
}
