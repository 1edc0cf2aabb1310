import { addDays, addMinutes, dateOf, minutesBetween, readTime, startOfDay, type Alternative, wallOf } from '@bota/shared/domain';
import type { Ask } from './booking.facts';
import { gapTo } from './buffer.rules';
import { closuresOf, openingOn } from './opening.rules';
import { type AlternativesAsk, isAccepted, offerOf, otherRooms, takenOf } from './other-rooms.rules';

const QUARTER = 15;

/**
 * Up to `most` things near that `reasonsAgainst` accepts: the nearest earlier and later start of the day in the same rooms
 * (on the grid of the rooms or quarters of an hour, never before `now`, same elapsed length, rounded up to that grid), nearest first; then
 * other rooms at the same time that are large enough: those that share no part with it first, then the smallest. Of several rooms asked
 * those that are free stay.
 */
export function alternativesFor(ask: AlternativesAsk, most = 3): Alternative[] {
  return [...otherTimes(ask), ...otherRooms(ask, most)].slice(0, most).map(offerOf);
}

/**
 * The same rooms at the same wall time on other dates of the zone, in their order: up to `most` that `reasonsAgainst` accepts. A wall time
 * that a date does not have, or has twice, is not proposed.
 */
export function otherDaysFor(ask: AlternativesAsk, dates: readonly string[], most = 3): Alternative[] {
  const time = wallOf(ask.span.start, ask.zone).slice(10);
  const length = minutesBetween(ask.span.start, ask.span.end);
  const found: Alternative[] = [];
  for (const date of dates) {
    const { instant: start, exists, ambiguous } = readTime(`${date}${time}`, ask.zone);
    const moved = { ...ask, span: { start, end: addMinutes(start, length) } };
    if (exists && !ambiguous && start >= ask.now && isAccepted(moved)) found.push(offerOf(moved));
    if (found.length === most) break;
  }
  return found;
}

function otherTimes(house: AlternativesAsk): Ask[] {
  const ask = { ...house, taken: takenOf(house.rooms, house.taken) };
  const asked = ask.span.start.getTime();
  const starts = [...new Set(startsOfTheDay(ask))].sort((a, b) => Math.abs(a - asked) - Math.abs(b - asked));
  const at = (start: number) => ({ ...ask, span: spanFrom(new Date(start), ask) });
  const earlier = starts
    .filter((start) => start < asked)
    .map(at)
    .find(isAccepted);
  const later = starts
    .filter((start) => start > asked)
    .map(at)
    .find(isAccepted);
  const found = [earlier, later].filter((one) => one !== undefined);
  return found.sort((a, b) => Math.abs(a.span.start.getTime() - asked) - Math.abs(b.span.start.getTime() - asked));
}

const spanFrom = (start: Date, ask: Ask) => ({ start, end: addMinutes(start, lengthOf(ask)) });

/** Minutes of the grid on which all of the rooms may begin; null when none has one. */
function gridOf({ rooms }: Pick<Ask, 'rooms'>): number | null {
  const steps = rooms.map(({ rules }) => rules.stepMinutes).filter((step) => step !== undefined);
  return steps.length > 0 ? steps.reduce(leastCommonMultiple) : null;
}

const leastCommonMultiple = (a: number, b: number): number => (a * b) / greatestCommonDivisor(a, b);
const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));

/** Elapsed minutes of what is offered instead of an ask: its own, rounded up to the grid of its rooms. */
export function lengthOf(ask: Pick<Ask, 'rooms' | 'span'>): number {
  const [minutes, grid] = [minutesBetween(ask.span.start, ask.span.end), gridOf(ask)];
  return grid ? Math.ceil(minutes / grid) * grid : minutes;
}

/** The nearest accepted start always touches what stands in the way, so only those edges are tried, rounded to the grid. */
function startsOfTheDay(ask: AlternativesAsk): number[] {
  const date = dateOf(ask.span.start, ask.zone);
  const midnight = startOfDay(date, ask.zone);
  const nextMidnight = startOfDay(addDays(date, 1), ask.zone);
  const [length, step] = [lengthOf(ask), gridOf(ask) ?? QUARTER];
  const steps = (moment: Date) => minutesBetween(midnight, moment) / step;
  const { frees, blocks } = edges(ask, date);
  const later = [...frees, ...ask.rooms.map(({ rules }) => addMinutes(ask.now, rules.leadMinutes ?? 0)), ask.now, ask.span.start].map(
    (moment) => Math.ceil(steps(moment)),
  );
  const earlier = [...blocks, addMinutes(ask.span.start, length)].map((moment) => Math.floor(steps(addMinutes(moment, -length))));
  return [...later, ...earlier]
    .map((count) => addMinutes(midnight, count * step))
    .filter((start) => start >= midnight && start < nextMidnight && start >= ask.now)
    .map((start) => start.getTime());
}

/** When the rooms asked become free or open (`frees`), and when they become taken or close (`blocks`). */
function edges(
  { rooms, taken, closures, zone, setUpMinutes = 0, tearDownMinutes = 0 }: AlternativesAsk,
  date: string,
): { frees: Date[]; blocks: Date[] } {
  const bookings = takenOf(rooms, taken).map((one) => ({ ...one, gap: gapTo(one, rooms) }));
  const shut = rooms.flatMap((room) => closuresOf(room, closures));
  const days = [addDays(date, -1), date, addDays(date, 1)];
  const open = rooms.flatMap((room) => days.map((day) => openingOn(room, day, zone)).filter((opening) => opening !== null));
  return {
    frees: [
      ...bookings.map(({ end, gap }) => addMinutes(end, gap + setUpMinutes)),
      ...shut.map(({ end }) => end),
      ...open.map(({ start }) => start),
    ],
    blocks: [
      ...bookings.map(({ start, gap }) => addMinutes(start, -gap - tearDownMinutes)),
      ...shut.map(({ start }) => start),
      ...open.map(({ end }) => end),
    ],
  };
}
