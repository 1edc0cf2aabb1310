import { type Alternative, addMinutes } from '@bota/shared/domain';
import { roomsToApprove } from './approval.rules';
import type { Ask, RoomFacts, Taken } from './booking.facts';
import { reasonsAgainst } from './booking.rules';
import { inRooms, isOffered, placesOf } from './layout.rules';

const TWO_DAYS = 2 * 24 * 60;
/** Sets of rooms that are looked at in place of several, for one date. */
const MOST_TRIES = 60;

/**
 * An ask with what is needed to find something near: all rooms of the house in display order, and facts for the whole day.
 * `mayAsk` false: what the coordination would have to agree to is no way out, as when a booking there is moves. `admits`: what else
 * offers that are taken together must keep to, such as quotas.
 */
export type AlternativesAsk = Ask & {
  now: Date;
  candidates: RoomFacts[];
  mayAsk?: boolean;
  admits?: (offers: readonly Offer[]) => boolean;
};
type Offer = Pick<Ask, 'span' | 'rooms'>;

type Judging = Ask & Pick<AlternativesAsk, 'mayAsk' | 'admits'>;
/** Whether nothing stands against an ask, what it may have of quotas (`admits`) included; without `mayAsk`, nor a room that the coordination has to grant. */
export const isAccepted = (ask: Judging): boolean =>
  reasonsAgainst(ask).length === 0 && (ask.mayAsk !== false || roomsToApprove(ask).length === 0) && (ask.admits?.([ask]) ?? true);

/** Of everything taken in the house, what concerns these rooms: each candidate is judged by its own rows only. */
export function takenOf(rooms: readonly RoomFacts[], taken: readonly Taken[]): Taken[] {
  const units = new Set(rooms.flatMap((room) => room.unitIds));
  return taken.filter(({ unitId }) => units.has(unitId));
}

/** Another room for all the spans of a series, of those asked: up to `most`, the smallest that fits first; they say the time of the first. */
export function otherRoomsFor(spans: readonly Ask['span'][], ask: AlternativesAsk, most = 3): Alternative[] {
  const [first] = spans;
  if (!first) return [];
  const free = fittingRooms(ask).filter((room) => {
    const all = spans.map((span) => placedIn([room], { ...ask, span }));
    return all.every(isAccepted) && (ask.admits?.(all) ?? true);
  });
  return free.slice(0, most).map((room) => offerOf({ span: first, rooms: [room] }));
}

/**
 * For each of some dates, with the rooms it has, the others that `reasonsAgainst` accepts instead of these then, up to `most`, the best
 * first: another room in place of one; of several, those that are free stay. None for one that has begun.
 */
export const roomsFreeOn = (
  dates: readonly Pick<Ask, 'span' | 'rooms'>[],
  ask: Omit<AlternativesAsk, 'span' | 'rooms'>,
  most: number,
): RoomFacts[][][] =>
  dates.map((date) => otherRooms({ ...ask, ...date, taken: takenNear(ask.taken, date.span) }, most).map(({ rooms }) => rooms));

/** Of what is taken over a long time, what may touch one date: a buffer of a day, and hours of setting up. */
const takenNear = (taken: readonly Taken[], { start, end }: Ask['span']): Taken[] =>
  taken.filter((one) => one.start < addMinutes(end, TWO_DAYS) && one.end > addMinutes(start, -TWO_DAYS));

/** Rooms and a span as they are offered: instants, in the order of the rooms. */
export const offerOf = ({ span, rooms }: Offer): Alternative => ({
  roomIds: rooms.map((room) => room.id),
  start: span.start.toISOString(),
  end: span.end.toISOString(),
});

/** The same time in other rooms, up to `most`; none for a time that has begun. */
export function otherRooms(ask: AlternativesAsk, most: number): Ask[] {
  if (ask.span.start < ask.now) return [];
  const found: Ask[] = [];
  for (const rooms of ask.rooms.length > 1 ? placesInstead(ask) : fittingRooms(ask).map((room) => [room])) {
    if (found.length === most) break;
    const wish = placedIn(rooms, ask);
    if (isAccepted(wish)) found.push(wish);
  }
  return found;
}

const placedIn = (rooms: RoomFacts[], ask: AlternativesAsk) => inRooms({ ...ask, taken: takenOf(rooms, ask.taken) }, rooms);

const sizeOf = (room: RoomFacts, layout: Ask['layout']) => Math.min(placesOf(room, layout), Number.MAX_SAFE_INTEGER);
const share = (one: RoomFacts, other: RoomFacts): boolean => one.unitIds.some((unitId) => other.unitIds.includes(unitId));

/** Other rooms that are large enough when one was asked: those that share no part with it first, then the smallest. */
export function fittingRooms(ask: Pick<AlternativesAsk, 'rooms' | 'candidates' | 'attendees' | 'layout'>): RoomFacts[] {
  const [asked, more] = ask.rooms;
  if (!asked || more) return [];
  const needed = ask.attendees ?? asked.capacity ?? 0;
  const size = (room: RoomFacts) => sizeOf(room, ask.layout);
  return ask.candidates
    .filter((room) => room.id !== asked.id && size(room) >= needed && (!ask.layout || isOffered([room], ask.layout)))
    .sort((a, b) => Number(share(a, asked)) - Number(share(b, asked)) || size(a) - size(b));
}

/** Sets of rooms in place of several: each that is refused by itself gives way to one that is free, and shares no part with the others. */
function placesInstead(ask: AlternativesAsk): RoomFacts[][] {
  const isFree = (room: RoomFacts) => reasonsAgainst({ ...placedIn([room], ask), attendees: undefined }).length === 0;
  const refused = ask.rooms.filter((room) => !isFree(room));
  const stay = ask.rooms.filter((room) => !refused.includes(room));
  const isOther = (room: RoomFacts) => !ask.rooms.some(({ id }) => id === room.id) && !stay.some((one) => share(room, one));
  const free = ask.candidates.filter((room) => isOther(room) && isFree(room));
  const found: RoomFacts[][] = [];
  for (const others of choices(refused.map((room) => inPlaceOf(room, free, ask)))) {
    const rooms = ask.rooms.map((room) => others[refused.indexOf(room)] ?? room);
    if (!ask.layout || isOffered(rooms, ask.layout)) found.push(rooms);
    if (found.length === MOST_TRIES) break;
  }
  return found;
}

/** Rooms in place of one: the smallest of those that hold as many first, and when it is said how many come, the largest of the others. */
function inPlaceOf(room: RoomFacts, free: readonly RoomFacts[], { attendees, layout }: AlternativesAsk): RoomFacts[] {
  const size = (one: RoomFacts) => sizeOf(one, layout);
  const isAsLarge = (one: RoomFacts) => size(one) >= size(room) || room.capacity === null;
  const large = free.filter(isAsLarge).toSorted((a, b) => size(a) - size(b));
  const small = free.filter((one) => !isAsLarge(one)).toSorted((a, b) => size(b) - size(a));
  return attendees === undefined ? large : [...large, ...small];
}

/** One of each list, none of which shares a part with another. */
function* choices([first, ...more]: readonly RoomFacts[][], chosen: readonly RoomFacts[] = []): Generator<readonly RoomFacts[]> {
  if (!first) {
    if (chosen.length > 0) yield chosen;
    return;
  }
  for (const room of first) if (!chosen.some((one) => share(one, room))) yield* choices(more, [...chosen, room]);
}
