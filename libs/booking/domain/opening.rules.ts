import { addDays, dateOf, readTime, remembered, startOfDay, weekdayOf } from '@bota/shared/domain';
import type { RoomRules } from '@bota/spaces/domain';

/** When the house (`roomId` null) or one room is closed, `[start, end)`; `unitIds`: the atomic rooms closed with it. */
export type ClosureFacts = { roomId: string | null; unitIds?: string[]; start: Date; end: Date };

type Interval = { start: Date; end: Date };
type Openable = { id: string; rules: RoomRules; unitIds?: string[] };

const WEEK_AHEAD = 8;

/**
 * The opening of a room that begins on a date of the zone, exact on DST days; null when closed that day.
 * `24:00` is the end of the day, and a closing at or before the opening is on the next day. Without hours: the whole day.
 */
export function openingOn(room: Openable, date: string, zone: string): Interval | null {
  const week = room.rules.hours;
  const hours = week ? (week[weekdayOf(date) - 1] ?? null) : (['00:00', '24:00'] as const);
  if (!hours) return null;
  const [open, close] = hours;
  return { start: clock(date, open, zone), end: close <= open ? clock(addDays(date, 1), close, zone) : clock(date, close, zone) };
}

const clock = (date: string, time: string, zone: string): Date => new Date(clockMs(date, time, zone));

/** Asked again and again for the same days and hours of a house, and each time zone arithmetic is slow. */
const clockMs = remembered((date: string, time: string, zone: string): number => {
  if (time === '00:00') return startOfDay(date, zone).getTime();
  return (time === '24:00' ? startOfDay(addDays(date, 1), zone) : readTime(`${date}T${time}`, zone).instant).getTime();
});

/** Whether a closure concerns a room: the house's, its own, or one that closes a part of it or the room it is a part of. */
export const concerns = ({ roomId, unitIds = [] }: Omit<ClosureFacts, 'start' | 'end'>, room: Pick<Openable, 'id' | 'unitIds'>): boolean =>
  roomId === null || roomId === room.id || unitIds.some((unitId) => room.unitIds?.includes(unitId));

/** The closures that concern a room. */
export const closuresOf = (room: Openable, closures: readonly ClosureFacts[]): ClosureFacts[] =>
  closures.filter((closure) => concerns(closure, room));

/** The first moment of a span at which the room is closed, by hours or closure; null when it is open throughout. */
export function closedFrom(room: Openable, span: Interval, closures: readonly ClosureFacts[], zone: string): Date | null {
  const mine = closuresOf(room, closures);
  const closure = mine
    .filter(({ start, end }) => start < span.end && span.start < end)
    .sort((a, b) => a.start.getTime() - b.start.getTime())[0];
  const shut = closure && (closure.start > span.start ? closure.start : span.start);
  let moment = span.start;
  while (moment < (shut ?? span.end)) {
    const opening = openingAt(room, moment, zone);
    if (!opening) return moment;
    moment = opening.end;
  }
  return shut ?? null;
}

/** The first moment from `moment` on at which the room is open; null when hours and closures given tell none. */
export function opensAgain(room: Openable, moment: Date, closures: readonly ClosureFacts[], zone: string): Date | null {
  const mine = closuresOf(room, closures);
  let candidate: Date | null = moment;
  for (let step = 0; candidate && step <= 2 * mine.length + 1; step += 1) {
    const at: Date = candidate;
    const closure = mine.find(({ start, end }) => start <= at && at < end);
    if (!closure && openingAt(room, at, zone)) return at;
    candidate = closure ? closure.end : nextOpening(room, at, zone);
  }
  return null;
}

function openingAt(room: Openable, moment: Date, zone: string): Interval | null {
  if (!room.rules.hours) return { start: moment, end: new Date(8.64e15) };
  const date = dateOf(moment, zone);
  const openings = [addDays(date, -1), date].map((day) => openingOn(room, day, zone));
  return openings.find((opening) => opening && opening.start <= moment && moment < opening.end) ?? null;
}

function nextOpening(room: Openable, moment: Date, zone: string): Date | null {
  const date = dateOf(moment, zone);
  for (let day = 0; day <= WEEK_AHEAD; day += 1) {
    const opening = openingOn(room, addDays(date, day), zone);
    if (opening && opening.start > moment) return opening.start;
  }
  return null;
}
