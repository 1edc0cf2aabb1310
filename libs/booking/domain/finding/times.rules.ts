import { addDays, readTime, startOfDay, weekdayOf } from '@bota/shared/domain';
import type { RoomFacts, Taken } from '../booking.facts';
import { placesOf } from '../layout.rules';
import type { TimeFindings, TimeFound, TimeWithout } from './finding.contract';
import type { FoundHouse } from './rooms.rules';
import { type TermsOf, termsIn } from './terms.rules';
import { firstStart, type OpenAsk, type Start, type Stretch } from './starts.rules';

/** A time when a person has something on. */
export type Busy = Stretch & { personId: string };

/** What is looked for; `first` and `last` are civil dates of the house, `from` and `to` its wall times. */
export type TimeWish = {
  which: 'all' | 'any';
  first: string;
  last: string;
  weekdays?: readonly number[];
  from: string;
  to: string;
  minutes: number;
  people?: number;
  personIds: readonly string[];
};

export type TimeHouse = Omit<FoundHouse, 'rooms'> & { rooms: RoomFacts[]; busy: readonly Busy[] };

type Looking = TimeHouse & { terms: TermsOf };

const A_DAY = 3;
const MOST = 24;
const MOST_WITHOUT = 3;

/**
 * Times at which all of the rooms together, or any of them, may be booked by whoever asks and all the people are free: the earliest first,
 * at most three a day. When there are none: what each room or person less would give.
 */
export function findTimes(wish: TimeWish, of: TimeHouse): TimeFindings {
  const house = { ...of, terms: termsIn(of.bookers ?? [], of.zone) };
  const items = timesOf(wish, house);
  return { items, without: items.length > 0 ? [] : withoutOne(wish, house) };
}

function timesOf(wish: TimeWish, house: Looking): TimeFound[] {
  const found: TimeFound[] = [];
  const busy = house.busy.filter(({ personId }) => wish.personIds.includes(personId));
  for (let date = wish.first; date <= wish.last && found.length < MOST; date = addDays(date, 1)) {
    if (wish.weekdays && !wish.weekdays.includes(weekdayOf(date))) continue;
    found.push(...timesOn(windowOn(date, wish, house.zone), wish, { ...house, busy }));
  }
  return found.slice(0, MOST);
}

/** Between two wall times of a day, whatever its length; `24:00` is its end. */
export const windowOn = (date: string, { from, to }: Pick<TimeWish, 'from' | 'to'>, zone: string): Stretch => ({
  start: from === '24:00' ? startOfDay(addDays(date, 1), zone) : readTime(`${date}T${from}`, zone).instant,
  end: to === '24:00' ? startOfDay(addDays(date, 1), zone) : readTime(`${date}T${to}`, zone).instant,
});

function timesOn(window: Stretch, wish: TimeWish, house: Looking): TimeFound[] {
  const asks = wish.which === 'all' ? [askFor(house.rooms, wish, house)] : house.rooms.map((room) => askFor([room], wish, house));
  const found: TimeFound[] = [];
  let rest = window;
  while (found.length < A_DAY && rest.start < rest.end) {
    const next = earliest(asks, rest, wish, house);
    if (!next) break;
    found.push(next);
    rest = { start: new Date(next.end), end: window.end };
  }
  return found;
}

const askFor = (rooms: RoomFacts[], { people }: TimeWish, { closures, taken, zone, now, asker }: TimeHouse): OpenAsk => {
  const units = new Set(rooms.flatMap(({ unitIds }) => unitIds));
  const ours = taken.filter(({ unitId }: Taken) => units.has(unitId));
  return { rooms, attendees: people, closures, taken: ours, zone, now, asker };
};

/** The earliest time that one of the asks is granted, with the rooms of all that are granted then: the smallest first. */
function earliest(asks: readonly OpenAsk[], window: Stretch, { minutes }: TimeWish, house: Looking): TimeFound | null {
  const starts = asks.map((ask) => ({ ask, start: firstStart(ask, window, minutes, house.busy) }));
  const granted = starts.filter((one): one is { ask: OpenAsk; start: Start } => one.start !== null);
  const first = granted.sort((a, b) => before(a.start, b.start) || sizeOf(a.ask) - sizeOf(b.ask))[0];
  if (!first) return null;
  const at = first.start.span;
  const same = granted.filter(({ start }) => start.span.start.getTime() === at.start.getTime());
  return {
    start: at.start.toISOString(),
    end: at.end.toISOString(),
    roomIds: same.flatMap(({ ask }) => ask.rooms.map(({ id }) => id)),
    needsApproval: first.start.needsApproval,
    ...house.terms({ span: at, rooms: first.ask.rooms }),
  };
}

/** By the clock; of two at one time the one that is granted at once. */
const before = (a: Start, b: Start) => a.span.start.getTime() - b.span.start.getTime() || Number(a.needsApproval) - Number(b.needsApproval);

const sizeOf = ({ rooms }: OpenAsk) => Math.min(placesOf(rooms[0] as RoomFacts), Number.MAX_SAFE_INTEGER);

function withoutOne(wish: TimeWish, house: Looking): TimeWithout[] {
  const rooms = wish.which === 'all' && house.rooms.length > 1 ? house.rooms : [];
  const without = [
    ...wish.personIds.map((personId) => ({
      personId,
      found: timesOf({ ...wish, personIds: wish.personIds.filter((id) => id !== personId) }, house),
    })),
    ...rooms.map(({ id: roomId }) => ({
      roomId,
      found: timesOf(wish, { ...house, rooms: house.rooms.filter(({ id }) => id !== roomId) }),
    })),
  ];
  return without
    .flatMap(({ found, ...one }) => (found[0] ? [{ ...one, times: found.length, first: found[0] }] : []))
    .sort((a, b) => b.times - a.times)
    .slice(0, MOST_WITHOUT);
}
