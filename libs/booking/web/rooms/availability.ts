import {
  bufferForUnit,
  closuresOf,
  concerns,
  gapTo,
  held,
  openingOn,
  opensAgain,
  type CalendarItem,
  type ClosureFacts,
  type Taken,
  takesRooms,
} from '@bota/booking/domain';
import { addDays, addMinutes, dateOf, startOfDay } from '@bota/shared/domain';
import type { Closure, Room } from '@bota/spaces/domain';

export type Span = { start: Date; end: Date };

/** What the calendar of a window says, with the rooms it is about. */
export type House = {
  rooms: readonly Room[];
  items: readonly CalendarItem[];
  closures: readonly Closure[];
  /** IANA zone of the house. */
  zone: string;
};

const QUARTER = 15;

export const minutesOf = ({ start, end }: Span): number => (end.getTime() - start.getTime()) / 60_000;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** One civil day of the house, whatever its length. */
export const dayOf = (date: string, zone: string): Span => ({ start: startOfDay(date, zone), end: startOfDay(addDays(date, 1), zone) });

export const spanOf = (item: { start: string; end: string }): Span => ({ start: new Date(item.start), end: new Date(item.end) });

/** The occurrences that take a part of the room, its wholes and parts included, soonest first. */
export function itemsIn(room: Room, { items, rooms }: House): CalendarItem[] {
  const sharing = new Set(rooms.filter((other) => other.unitIds.some((unit) => room.unitIds.includes(unit))).map(({ id }) => id));
  return items
    .filter((item) => takesRooms(item) && item.roomIds.some((id) => sharing.has(id)))
    .sort((a, b) => a.start.localeCompare(b.start));
}

/** The units those occurrences take, as the rules of booking want to know them. */
export function takenIn(room: Room, house: House): Taken[] {
  return itemsIn(room, house).flatMap((item) => {
    const booked = house.rooms.filter(({ id }) => item.roomIds.includes(id));
    const { bookingId, title, organisationId } = item;
    return booked.flatMap((one) =>
      one.unitIds
        .filter((unit) => room.unitIds.includes(unit))
        .map((unitId) => ({
          ...held(spanOf(item), item),
          roomId: one.id,
          unitId,
          bufferMinutes: bufferForUnit(unitId, booked),
          by: { bookingId, title, organisationId },
        })),
    );
  });
}

export const closureFacts = (closures: readonly Closure[]): ClosureFacts[] =>
  closures.map((closure) => ({ roomId: closure.roomId, unitIds: closure.unitIds, ...spanOf(closure) }));

/** When a booking may stand in the room: open, not closed, not taken, and with the pause between two groups kept. */
export function freeSpans(room: Room, window: Span, house: House): Span[] {
  const pauses = takenIn(room, house).map((taken) => ({
    start: addMinutes(taken.start, -gapTo(taken, [room])),
    end: addMinutes(taken.end, gapTo(taken, [room])),
  }));
  return subtract(openSpans(room, window, house), pauses);
}

/** When the room is open: by its hours, without its closures and those of the house. */
export function openSpans(room: Room, window: Span, { closures, zone }: House): Span[] {
  const openings: Span[] = [];
  const last = dateOf(window.end, zone);
  for (let date = addDays(dateOf(window.start, zone), -1); date <= last; date = addDays(date, 1)) {
    const opening = openingOn(room, date, zone);
    const start = opening && new Date(Math.max(opening.start.getTime(), window.start.getTime()));
    const end = opening && new Date(Math.min(opening.end.getTime(), window.end.getTime()));
    if (start && end && start < end) openings.push({ start, end });
  }
  return subtract(joined(openings), closuresOf(room, closureFacts(closures)));
}

/** Spans that touch or overlap become one: days open around the clock, bookings back to back. */
export function joined(spans: readonly Span[]): Span[] {
  const inOrder = [...spans].sort((a, b) => a.start.getTime() - b.start.getTime());
  return inOrder.reduce<Span[]>((all, span) => {
    const last = all.at(-1);
    if (!last || last.end < span.start) return [...all, span];
    return [...all.slice(0, -1), { start: last.start, end: last.end > span.end ? last.end : span.end }];
  }, []);
}

/** The parts of `spans` that no hole covers, in order. */
export function subtract(spans: readonly Span[], holes: readonly Span[]): Span[] {
  return holes.reduce<Span[]>(
    (left, hole) =>
      left.flatMap((span) => {
        if (!overlaps(span, hole)) return [span];
        const before = { start: span.start, end: hole.start };
        const after = { start: hole.end, end: span.end };
        return [before, after].filter(({ start, end }) => start < end);
      }),
    [...spans],
  );
}

/** From each quarter of an hour from which so long a time fits, earliest first. */
export function slotsIn(spans: readonly Span[], minutes: number): Span[] {
  return spans.flatMap(({ start, end }) => {
    const slots: Span[] = [];
    for (let from = quarter(start); addMinutes(from, minutes) <= end; from = addMinutes(from, QUARTER)) {
      slots.push({ start: from, end: addMinutes(from, minutes) });
    }
    return slots;
  });
}

/** The next quarter of an hour, or the moment itself when it is one. Zones differ by whole quarters. */
export const quarter = (moment: Date, step = 15): Date => new Date(Math.ceil(moment.getTime() / (step * 60_000)) * step * 60_000);

/** What a room is doing at a moment, and until when. `until` null: nothing known ends it. */
export type RoomState =
  | { is: 'free'; until: Date }
  | { is: 'taken'; until: Date | null; item: CalendarItem }
  | { is: 'pause'; until: Date | null }
  | { is: 'closed'; until: Date | null; closure?: Closure };

/** For a free room `until` is the last moment one may book to; for the others, when it may be booked again that day. */
export function stateAt(room: Room, now: Date, house: House): RoomState {
  const { end } = dayOf(dateOf(now, house.zone), house.zone);
  const free = freeSpans(room, { start: now, end }, house);
  const [first] = free;
  if (first && first.start.getTime() === now.getTime()) return { is: 'free', until: first.end };
  const until = free.find((span) => minutesOf(span) >= 15)?.start ?? null;
  const at = { start: now, end: addMinutes(now, 1) };
  const item = itemsIn(room, house).find((one) => overlaps(spanOf(one), at));
  if (item) return { is: 'taken', until, item };
  if (openSpans(room, at, house).length > 0) return { is: 'pause', until };
  const closure = house.closures.find((one) => concerns(one, room) && overlaps(spanOf(one), at));
  const again = opensAgain(room, now, closureFacts(house.closures), house.zone);
  return { is: 'closed', until: again, ...(closure ? { closure } : {}) };
}
