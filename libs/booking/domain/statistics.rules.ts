import { addDays, addMinutes, minutesBetween, startOfDay, wallOf, weekdayOf } from '@bota/shared/domain';
import type { RoomFacts } from './booking.facts';
import { type ClosureFacts, closuresOf, openingOn } from './opening.rules';

type Span = { start: Date; end: Date };
type Room = Pick<RoomFacts, 'id' | 'rules' | 'unitIds'>;

/** Elapsed minutes that a room is open from a date to a date (both included) of the zone: its hours, exact when clocks change, without closures. */
export function openMinutes(
  room: Room,
  { from, to }: { from: string; to: string },
  closures: readonly ClosureFacts[],
  zone: string,
): number {
  const shut = closuresOf(room, closures);
  let minutes = 0;
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const opening = openingOn(room, date, zone);
    if (opening) minutes += minutesBetween(opening.start, opening.end) - covered(opening, shut);
  }
  return minutes;
}

/** Minutes of a span inside some others, each once. */
function covered(span: Span, others: readonly Span[]): number {
  const inside = others
    .filter(({ start, end }) => start < span.end && span.start < end)
    .toSorted((a, b) => a.start.getTime() - b.start.getTime());
  let [sum, until] = [0, span.start.getTime()];
  for (const { start, end } of inside) {
    const [from, to] = [Math.max(start.getTime(), until), Math.min(end.getTime(), span.end.getTime())];
    if (to > from) sum += (to - from) / 60_000;
    until = Math.max(until, to);
  }
  return sum;
}

const QUARTER = 15;

/**
 * Elapsed minutes that each hour of the week lasts in all between two dates, both included: of four Mondays at nine, four hours; the hour that
 * is skipped in spring is missing, the one that comes twice in autumn counts twice. Asked by weekday (1 = Monday) and hour of wall time.
 */
export function minutesOfWeek({ from, to }: { from: string; to: string }, zone: string): (weekday: number, hour: number) => number {
  const sums = Array.from({ length: 7 * 24 }, () => 0);
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const [start, end] = [startOfDay(date, zone), startOfDay(addDays(date, 1), zone)];
    const first = (weekdayOf(date) - 1) * 24;
    const add = (hour: number, minutes: number) => (sums[first + hour] = (sums[first + hour] ?? 0) + minutes);
    if (minutesBetween(start, end) === 24 * 60) for (let hour = 0; hour < 24; hour += 1) add(hour, 60);
    else for (let at = start; at < end; at = addMinutes(at, QUARTER)) add(Number(wallOf(at, zone).slice(11, 13)), QUARTER);
  }
  return (weekday, hour) => sums[(weekday - 1) * 24 + hour] ?? 0;
}
