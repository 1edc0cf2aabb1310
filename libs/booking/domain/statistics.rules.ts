import { addDays, minutesBetween, weekdayOf } from '@bota/shared/domain';
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

/** How many of each weekday (from Monday) lie between two dates, both included. */
export function weekdaysIn({ from, to }: { from: string; to: string }): number[] {
  const counts = Array.from({ length: 7 }, () => 0);
  for (let date = from; date <= to; date = addDays(date, 1)) counts[weekdayOf(date) - 1] = (counts[weekdayOf(date) - 1] ?? 0) + 1;
  return counts;
}
