import { addDays, readTime, type Reason, weekdayOf } from '@bota/shared/domain';
import type { RoomFacts, Stay, Taken } from '../booking.facts';
import { reasonsAgainst } from '../booking.rules';
import { bufferForUnit } from '../buffer.rules';
import type { ClosureFacts } from '../opening.rules';
import type { SeasonSlot } from './season.contract';

const DAY = 24 * 60;
const WEEK = 7 * DAY;
const DAY_MS = DAY * 60_000;

/** A place in the week with the room that is asked. */
export type Place = { slot: SeasonSlot; room: RoomFacts };

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const inWeek = ({ weekday, start, end }: SeasonSlot) => ({
  from: (weekday - 1) * DAY + minutesOf(start),
  to: (weekday - 1) * DAY + minutesOf(end),
});

/**
 * Whether two weekly places exclude each other: they share an atomic room, and their times overlap or are nearer than the larger buffer
 * of both (minutes). The week is a circle: Sunday's end meets Monday's start.
 */
export function exclude(a: Place, b: Place): boolean {
  const shared = a.room.unitIds.filter((unitId) => b.room.unitIds.includes(unitId));
  if (shared.length === 0) return false;
  const gap = Math.max(...shared.map((unitId) => Math.max(bufferForUnit(unitId, [a.room]), bufferForUnit(unitId, [b.room]))));
  const [one, other] = [inWeek(a.slot), inWeek(b.slot)];
  return [-WEEK, 0, WEEK].some((shift) => one.from < other.to + shift + gap && other.from + shift < one.to + gap);
}

/** The dates of a weekday from the first to the last day, both included. */
export function datesOf(weekday: number, { firstDay, lastDay }: { firstDay: string; lastDay: string }): string[] {
  const dates: string[] = [];
  const first = addDays(firstDay, (weekday - weekdayOf(firstDay) + 7) % 7);
  for (let date = first; date <= lastDay; date = addDays(date, 7)) dates.push(date);
  return dates;
}

/** Wall times of a place on one date, as a booking takes them. */
export const wallsOn = (date: string, { start, end }: Pick<SeasonSlot, 'start' | 'end'>): { start: string; end: string } => ({
  start: `${date}T${start}`,
  end: end === '24:00' ? `${addDays(date, 1)}T00:00` : `${date}T${end}`,
});

export type Season = {
  firstDay: string;
  lastDay: string;
  zone: string;
  closures: readonly ClosureFacts[];
  taken: readonly Taken[];
  /** When each organisation lives in the house; absent, it is not judged whether it does. */
  stays?: ReadonlyMap<string, readonly Stay[]>;
};
/** In whose name a place is asked, and for how many. */
export type PlaceAsker = { organisationId?: string; attendees: number | null };
export type Outlook = { all: number; free: number; codes: Reason['code'][] };

/**
 * How many of the weekly dates of a place nothing stands against (hours, closures, capacity, who may book, who lives here then, bookings there
 * are), and what does. How far ahead it is does not count.
 */
export function outlookOf({ slot, room }: Place, season: Season, { attendees, organisationId }: PlaceAsker): Outlook {
  const dates = datesOf(slot.weekday, season);
  const codes = new Set<Reason['code']>();
  const stays = season.stays && organisationId ? (season.stays.get(organisationId) ?? []) : undefined;
  let free = 0;
  for (const date of dates) {
    const walls = wallsOn(date, slot);
    const span = { start: readTime(walls.start, season.zone).instant, end: readTime(walls.end, season.zone).instant };
    const near = (one: { start: Date; end: Date }) =>
      one.start.getTime() < span.end.getTime() + DAY_MS && one.end.getTime() > span.start.getTime() - DAY_MS;
    const { closures, taken, zone } = season;
    const grounds = {
      closures: closures.filter(near),
      taken: taken.filter(near),
      zone,
      ...(attendees !== null && { attendees }),
      ...(organisationId && { asker: { organisationIds: [organisationId], isCoordinator: false, ...(stays && { stays }) } }),
    };
    const reasons = reasonsAgainst({ span, rooms: [room], ...grounds });
    if (reasons.length === 0) free += 1;
    else reasons.forEach(({ code }) => codes.add(code));
  }
  return { all: dates.length, free, codes: [...codes].sort() };
}

/** A place is worth giving when at least half of its dates are free. */
export const isWorthGiving = ({ all, free }: Outlook): boolean => all > 0 && free * 2 >= all;
