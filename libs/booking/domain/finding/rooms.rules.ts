import { addMinutes, minutesBetween, type Reason, type ReasonCode } from '@bota/shared/domain';
import type { Feature, Layout } from '@bota/spaces/domain';
import type { Asker, RoomFacts, Taken } from '../booking.facts';
import { isOffered, placesOf, setUpFor } from '../layout.rules';
import type { ClosureFacts } from '../opening.rules';
import type { Miss, RoomFinding, RoomFindings, RuledOut } from './finding.contract';
import { type Booker, type TermsOf, termsIn } from './terms.rules';
import { firstStart, nearestStart, type OpenAsk, type Start, stepOf, type Stretch, whyNotAt } from './starts.rules';

/** A room as one looks for it: `level` of its floor (0 = the ground), null when it has none. */
export type FindableRoom = RoomFacts & { features: readonly Feature[]; layout: Layout; level: number | null };

/** What is looked for: so many minutes inside `window`, else elsewhere in `day`, else between the same hours of `otherDays`, in that order. */
export type RoomWish = {
  window: Stretch;
  day: Stretch;
  otherDays: readonly Stretch[];
  minutes: number;
  people?: number;
  features: readonly Feature[];
  layout?: Layout;
};

export type FoundHouse = {
  rooms: readonly FindableRoom[];
  closures: ClosureFacts[];
  taken: readonly Taken[];
  zone: string;
  now: Date;
  asker: Asker;
  /** The organisations of who looks; none, nothing is said of prices and quotas. */
  bookers?: readonly Booker[];
};

/** Smaller than this part of the people who come, a room is no near miss. */
const NEARLY_LARGE_ENOUGH = 0.8;
const MOST_MISSES = 2;
const MOST_REASONS = 3;
const LEAST_MINUTES = 30;

/**
 * Every bookable room by how well it answers a wish. Whatever time is proposed is one that `reasonsAgainst` accepts of whoever asks.
 * Free rooms: the fewest seats to spare first, parts before wholes, then near the ground, then early. Near ones: those that miss least, what the
 * organisations of who looks may not book for their quotas last.
 */
export function findRooms(wish: RoomWish, house: FoundHouse): RoomFindings {
  const takenBy = byUnit(house.taken);
  const terms = termsIn(house.bookers ?? [], house.zone);
  const bookable = house.rooms.filter((room) => room.bookable);
  const looks = bookable.map((room) => look(room, wish, { ...house, terms, taken: takenOf(room, takenBy) }));
  const found = looks.filter((one): one is Found => 'finding' in one).sort((a, b) => a.weight - b.weight || a.distance - b.distance);
  const ruled = looks.flatMap((one) => ('finding' in one ? [] : [one]));
  const isFree = ({ finding }: Found) => finding.misses.length === 0;
  return {
    free: found.filter(isFree).map(({ finding }) => finding),
    near: found.filter((one) => !isFree(one)).map(({ finding }) => finding),
    not: ruled,
  };
}

type Found = { finding: RoomFinding; weight: number; distance: number };

function byUnit(taken: readonly Taken[]): Map<string, Taken[]> {
  const units = new Map<string, Taken[]>();
  for (const one of taken) {
    const known = units.get(one.unitId);
    if (known) known.push(one);
    else units.set(one.unitId, [one]);
  }
  return units;
}

const takenOf = ({ unitIds }: RoomFacts, units: ReadonlyMap<string, Taken[]>) => unitIds.flatMap((unitId) => units.get(unitId) ?? []);

type Looking = FoundHouse & { taken: Taken[]; terms: TermsOf };

function look(room: FindableRoom, wish: RoomWish, house: Looking): Found | RuledOut {
  const standing = layoutIn(room, wish);
  const places = placesOf(room, standing.layout);
  const isSmall = wish.people !== undefined && places < wish.people;
  const missing = wish.features.filter((feature) => !room.features.includes(feature));
  const because = ruling(wish, { places, missing });
  if (because) return { roomId: room.id, because };
  const attendees = isSmall ? undefined : wish.people;
  const { asker, closures, taken, zone, now } = house;
  const ask: OpenAsk = { rooms: [room], attendees, ...preparing(room, standing.layout), closures, taken, zone, now, asker };
  const time = timeFor(ask, wish);
  if ('because' in time) return { roomId: room.id, because: time.because };
  const misses: Miss[] = [
    ...(isSmall ? [{ is: 'small' as const, places }] : []),
    ...time.misses,
    ...missing.map((feature) => ({ is: 'feature' as const, feature })),
    ...(wish.layout && !standing.stands ? [{ is: 'layout' as const, layout: wish.layout }] : []),
    ...(time.start.needsApproval ? [{ is: 'needs-approval' as const }] : []),
  ];
  if (misses.length > MOST_MISSES) return { roomId: room.id, because: 'LACKS' };
  const { span } = time.start;
  const { terms, beyond } = house.terms({ span, rooms: [room] });
  if (beyond.length > 0) misses.push({ is: 'quota', because: beyond });
  const { start, end } = span;
  const offered = standing.layout ? { layout: standing.layout } : {};
  return {
    finding: { roomId: room.id, start: start.toISOString(), end: end.toISOString(), ...offered, misses, terms },
    weight: misses.reduce((sum, { is }) => sum + HEAVINESS[is], 0),
    distance: distance(room, { places, late: minutesBetween(wish.window.start, start), people: wish.people }),
  };
}

/** Whether the room stands as wished, and what to book it with for that: nothing where it always does. */
function layoutIn(room: FindableRoom, { layout }: RoomWish): { stands: boolean; layout?: Layout } {
  if (layout && isOffered([room], layout)) return { stands: true, layout };
  return { stands: room.layout === layout };
}

const preparing = (room: FindableRoom, layout?: Layout) => (layout ? { layout, setUpMinutes: setUpFor([room], { layout }) } : {});

/** What rules a room out before its time is looked at. */
function ruling({ people = 0, features }: RoomWish, { places, missing }: { places: number; missing: readonly Feature[] }) {
  if (places < people * NEARLY_LARGE_ENOUGH) return 'OVER_CAPACITY' as const;
  return missing.length > 1 && missing.length === features.length ? ('LACKS' as const) : null;
}

type Time = { start: Start; misses: Miss[] };

function timeFor(ask: OpenAsk, wish: RoomWish): Time | { because: ReasonCode } {
  const { minutes, misses } = lengthIn(ask, wish.minutes);
  const { window, day } = wish;
  const inside = isMissing(window) ? null : firstStart(ask, withRoomFor(window, minutes - wish.minutes), minutes);
  if (inside) return { start: inside, misses };
  const because = isMissing(window) ? NO_SUCH_TIME : inTheWay(ask, window, wish.minutes).slice(0, MOST_REASONS);
  const sameDay = nearestStart(ask, day, minutes, window.start);
  if (sameDay) return { start: sameDay, misses: [...misses, { is: 'other-time', because }] };
  const shorter = shorterIn(ask, window, minutes) ?? shorterIn(ask, day, minutes);
  if (shorter) return { start: shorter, misses: [{ is: 'shorter', minutes: lengthOf(shorter.span), because }] };
  for (const other of wish.otherDays) {
    const found = firstStart(ask, other, minutes);
    if (found) return { start: found, misses: [...misses, { is: 'other-day', because }] };
  }
  return { because: because[0]?.code ?? 'ROOM_TAKEN' };
}

/** Its wall times name an hour that clocks leave out that day. */
const isMissing = ({ start, end }: Stretch) => end <= start;
const NO_SUCH_TIME: Reason[] = [{ code: 'TIME_DOES_NOT_EXIST' }];

/** What lasts longer than was wished may end as much later. */
const withRoomFor = ({ start, end }: Stretch, more: number): Stretch => ({ start, end: addMinutes(end, Math.max(0, more)) });

const lengthOf = ({ start, end }: Stretch) => minutesBetween(start, end);

/** As long as was wished, or as near to that as the room is booked for. */
function lengthIn({ rooms }: OpenAsk, wished: number): Omit<Time, 'start'> & { minutes: number } {
  const [{ id: roomId, rules }] = rooms as [RoomFacts];
  const step = stepOf(rooms);
  const longEnough = Math.ceil(Math.max(wished, rules.minMinutes ?? 0) / step) * step;
  const most = Math.floor((rules.maxMinutes ?? Infinity) / step) * step;
  if (longEnough > most) {
    const because = [{ code: 'TOO_LONG' as const, roomId, limit: most }];
    return { minutes: most, misses: [{ is: 'shorter', minutes: most, because }] };
  }
  if (longEnough === wished) return { minutes: wished, misses: [] };
  const isShort = wished < (rules.minMinutes ?? 0);
  const reason: Reason = { code: isShort ? 'TOO_SHORT' : 'OFF_STEP', roomId, limit: isShort ? rules.minMinutes : step };
  return { minutes: longEnough, misses: [{ is: 'longer', minutes: longEnough, because: [reason] }] };
}

/** What stands against the beginning of the window, or else against its other times. */
function inTheWay(ask: OpenAsk, window: Stretch, minutes: number): Reason[] {
  const isPast = window.start < ask.now && ask.now < window.end;
  const start = isPast ? ask.now : window.start;
  const first = whyNotAt(ask, { start, end: addMinutes(start, minutes) }).filter(({ code }) => code !== 'OFF_STEP');
  return first.length > 0 ? first : whyNotAt(ask, { start, end: window.end }).filter(({ code }) => code !== 'TOO_LONG');
}

/** At least half of it, as long as it can be. */
function shorterIn(ask: OpenAsk, window: Stretch, minutes: number): Start | null {
  const step = Math.max(15, stepOf(ask.rooms));
  const least = Math.max(Math.ceil(minutes / 2 / step) * step, ask.rooms[0]?.rules.minMinutes ?? 0);
  if (minutes <= LEAST_MINUTES || least >= minutes) return null;
  let best = firstStart(ask, window, least);
  for (let length = least + step; best && length < minutes; length += step) {
    const longer = { start: best.span.start, end: addMinutes(best.span.start, length) };
    if (longer.end > window.end || whyNotAt(ask, longer).length > 0) break;
    best = firstStart(ask, longer, length) ?? best;
  }
  return best;
}

const HEAVINESS: Record<Miss['is'], number> = {
  'needs-approval': 1,
  'other-time': 2,
  longer: 2,
  layout: 3,
  feature: 3,
  shorter: 4,
  small: 4,
  'other-day': 5,
  quota: 6,
};

/** Seats to spare first: the smallest room that fits is the best one. A whole costs its parts, a floor a little, then an early time wins. */
function distance({ unitIds, level }: FindableRoom, { places, late, people }: { places: number; late: number; people?: number }): number {
  const spare = people === undefined ? 0 : places === Infinity ? 500 : Math.max(0, places - people);
  return spare * 1e7 + (unitIds.length - 1) * 5e8 + Math.abs(level ?? 0) * 1e6 + late;
}
