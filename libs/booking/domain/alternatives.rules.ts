import { addDays, addMinutes, dateOf, minutesBetween, startOfDay, type Alternative } from '@bota/shared/domain';
import type { Ask, RoomFacts, Taken } from './booking.facts';
import { reasonsAgainst } from './booking.rules';
import { gapTo } from './buffer.rules';
import { isOffered, placesOf, setUpFor } from './layout.rules';
import { closuresOf, openingOn } from './opening.rules';

const QUARTER = 15;

/** An ask with what is needed to find something near: all rooms of the house in display order, and facts for the whole day. */
export type AlternativesAsk = Ask & { now: Date; candidates: RoomFacts[] };

/**
 * Up to `most` things near that `reasonsAgainst` accepts: the nearest earlier and later start of the day in the same rooms
 * (on the grid of the rooms or quarters of an hour, never before `now`, same elapsed length, rounded up to that grid), nearest first; then, when one room was asked,
 * other rooms at the same time that are large enough: those that share no part with it first, then the smallest.
 */
export function alternativesFor(ask: AlternativesAsk, most = 3): Alternative[] {
  return [...otherTimes(ask), ...otherRooms(ask, most)].slice(0, most).map(({ span, rooms }) => ({
    roomIds: rooms.map((room) => room.id),
    start: span.start.toISOString(),
    end: span.end.toISOString(),
  }));
}

const isAccepted = (ask: Ask) => reasonsAgainst(ask).length === 0;

function otherTimes(house: AlternativesAsk): Ask[] {
  const ask = { ...house, taken: takenOf(house.rooms, house.taken) };
  const asked = ask.span.start.getTime();
  const starts = [...new Set(startsOfTheDay(ask))].sort((a, b) => Math.abs(a - asked) - Math.abs(b - asked));
  const at = (start: number): Ask => ({ ...ask, span: spanFrom(new Date(start), ask) });
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

/** Of everything taken in the house, what concerns these rooms: each candidate is judged by its own rows only. */
function takenOf(rooms: readonly RoomFacts[], taken: readonly Taken[]): Taken[] {
  const units = new Set(rooms.flatMap((room) => room.unitIds));
  return taken.filter(({ unitId }) => units.has(unitId));
}

const spanFrom = (start: Date, ask: Ask) => ({ start, end: addMinutes(start, lengthOf(ask)) });

/** Minutes of the grid on which all of the rooms may begin; null when none has one. */
function gridOf({ rooms }: Ask): number | null {
  const steps = rooms.map(({ rules }) => rules.stepMinutes).filter((step) => step !== undefined);
  return steps.length > 0 ? steps.reduce(leastCommonMultiple) : null;
}

const leastCommonMultiple = (a: number, b: number): number => (a * b) / greatestCommonDivisor(a, b);
const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));

function lengthOf(ask: Ask): number {
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

function otherRooms(ask: AlternativesAsk, most: number): Ask[] {
  const [asked, more] = ask.rooms;
  if (!asked || more || ask.span.start < ask.now) return [];
  const needed = ask.attendees ?? asked.capacity ?? 0;
  const shares = (room: RoomFacts) => room.unitIds.some((unitId) => asked.unitIds.includes(unitId));
  const size = (room: RoomFacts) => Math.min(placesOf(room, ask.layout), Number.MAX_SAFE_INTEGER);
  const best = ask.candidates
    .filter((room) => room.id !== asked.id && size(room) >= needed && (!ask.layout || isOffered([room], ask.layout)))
    .sort((a, b) => Number(shares(a)) - Number(shares(b)) || size(a) - size(b));
  const found: Ask[] = [];
  for (const room of best) {
    if (found.length === most) break;
    const wish = { ...ask, rooms: [room], taken: takenOf([room], ask.taken), setUpMinutes: setUpFor([room], ask) };
    if (isAccepted(wish)) found.push(wish);
  }
  return found;
}
