import { addDays, addMinutes, dateOf, type Reason, remembered, wallOf } from '@bota/shared/domain';
import { roomsToApprove } from '../approval.rules';
import type { Ask } from '../booking.facts';
import { reasonsAgainst } from '../booking.rules';
import { gapTo } from '../buffer.rules';
import { closuresOf, openingOn } from '../opening.rules';

const [HALF_HOUR, QUARTER] = [30, 15];

/** A wish for some rooms of which only the time is open. */
export type OpenAsk = Omit<Ask, 'span' | 'now'> & { now: Date };
export type Stretch = { start: Date; end: Date };
export type Start = { span: Stretch; needsApproval: boolean };

/** What stands against a time, the past included. */
export const whyNotAt = (ask: OpenAsk, span: Stretch): Reason[] =>
  span.start < ask.now ? [{ code: 'IN_THE_PAST' }] : reasonsAgainst({ ...ask, span });

/**
 * The first time of so many minutes in a window which the rules accept: on a half hour where that fits, else on a quarter or on the grid
 * of the rooms; one that needs no approval first. `busy`: what is not of the rooms and stands in the way all the same.
 */
export function firstStart(all: OpenAsk, window: Stretch, minutes: number, busy: readonly Stretch[] = []): Start | null {
  const ask = near(all, window);
  const inTheWay = [...busy, ...blockedBy(ask)];
  let toApprove: Start | null = null;
  for (const start of startsIn(ask, window, minutes, busy)) {
    const span = { start, end: addMinutes(start, minutes) };
    if (span.end > window.end || isBusy(span, inTheWay) || whyNotAt(ask, span).length > 0) continue;
    if (roomsToApprove({ ...ask, span }).length === 0) return { span, needsApproval: false };
    toApprove ??= { span, needsApproval: true };
  }
  return toApprove;
}

/** The accepted time of so many minutes in a window that begins nearest to a moment. */
export function nearestStart(all: OpenAsk, window: Stretch, minutes: number, to: Date): Start | null {
  const ask = near(all, window);
  const inTheWay = blockedBy(ask);
  const away = (start: Date) => Math.abs(start.getTime() - to.getTime());
  const wished = gridsOf(ask).map((grid) => roundedUp(to, grid, ask.zone));
  const starts = [...wished, ...startsIn(ask, window, minutes, []), ...lateStarts(ask, window, minutes)].sort((a, b) => away(a) - away(b));
  for (const start of starts) {
    const span = { start, end: addMinutes(start, minutes) };
    if (start < window.start || span.end > window.end || isBusy(span, inTheWay) || whyNotAt(ask, span).length > 0) continue;
    return { span, needsApproval: roomsToApprove({ ...ask, span }).length > 0 };
  }
  return null;
}

/** An ask with what can stand in its way in a window only. */
function near(ask: OpenAsk, window: Stretch): OpenAsk {
  const { rooms, setUpMinutes = 0, tearDownMinutes = 0 } = ask;
  const since = addMinutes(window.start, -setUpMinutes).getTime();
  const until = addMinutes(window.end, tearDownMinutes).getTime();
  const taken = ask.taken.filter((one) => {
    const gap = gapTo(one, rooms) * 60_000;
    return one.end.getTime() + gap > since && one.start.getTime() - gap < until;
  });
  return { ...ask, taken };
}

/** Where no booking may lie, its own setting up and clearing seen to: a quick look before the rules are asked. */
const blockedBy = ({ rooms, taken, setUpMinutes = 0, tearDownMinutes = 0 }: OpenAsk): Stretch[] =>
  taken.map((one) => ({
    start: addMinutes(one.start, -gapTo(one, rooms) - tearDownMinutes),
    end: addMinutes(one.end, gapTo(one, rooms) + setUpMinutes),
  }));

const isBusy = (span: Stretch, busy: readonly Stretch[]) => busy.some(({ start, end }) => start < span.end && span.start < end);

/** The first accepted start always touches what stands in the way before it, so only those edges are tried, rounded up. */
function startsIn(ask: OpenAsk, window: Stretch, minutes: number, busy: readonly Stretch[]): Date[] {
  const lead = Math.max(0, ...ask.rooms.map(({ rules }) => rules.leadMinutes ?? 0));
  const soonest = new Date(Math.max(window.start.getTime(), addMinutes(ask.now, lead).getTime()));
  const moments = [soonest, ...frees(ask, window), ...busy.map(({ end }) => end)].filter((at) => at >= soonest && at < window.end);
  const grids = gridsOf(ask);
  const exact = window.end.getTime() - window.start.getTime() === minutes * 60_000 ? [window.start] : [];
  const inOrder = [...new Set(moments.map((at) => at.getTime()))].sort((a, b) => a - b);
  const starts = [...exact, ...inOrder.flatMap((at) => grids.map((grid) => roundedUp(new Date(at), grid, ask.zone)))];
  return distinct(starts);
}

const distinct = (moments: readonly Date[]) => [...new Set(moments.map((at) => at.getTime()))].map((at) => new Date(at));

/** The last starts before something stands in the way, rounded down. */
function lateStarts(ask: OpenAsk, window: Stretch, minutes: number): Date[] {
  const grid = gridsOf(ask).at(-1) ?? QUARTER;
  const latest = [window.end, ...blocks(ask, window)].map((at) => addMinutes(at, -minutes));
  return distinct(latest.map((at) => roundedUp(addMinutes(at, 1 - grid), grid, ask.zone)).filter((at) => at >= window.start));
}

/** A round time where the rooms leave one free to choose, and what they want. */
function gridsOf({ rooms }: Pick<Ask, 'rooms'>): number[] {
  const steps = rooms.map(({ rules }) => rules.stepMinutes).filter((step) => step !== undefined);
  if (steps.length === 0) return [HALF_HOUR, QUARTER];
  const step = steps.reduce(leastCommonMultiple);
  return step < HALF_HOUR && HALF_HOUR % step === 0 ? [HALF_HOUR, step] : [step];
}

/** Minutes of the grid on which all of the rooms begin and end; 1 when none has one. */
export const stepOf = (rooms: Ask['rooms']): number => rooms.map(({ rules }) => rules.stepMinutes ?? 1).reduce(leastCommonMultiple, 1);

const leastCommonMultiple = (a: number, b: number): number => (a * b) / greatestCommonDivisor(a, b);
const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));

/** On a grid of so many minutes from midnight, wall time of the zone. */
function roundedUp(moment: Date, grid: number, zone: string): Date {
  const [hours = 0, minutes = 0] = wallOf(moment, zone).slice(11, 16).split(':').map(Number);
  const over = (hours * 60 + minutes + (moment.getTime() % 60_000) / 60_000) % grid;
  return over === 0 ? moment : addMinutes(moment, grid - over);
}

const openingsOf = ({ rooms, zone }: OpenAsk, { start, end }: Stretch): Stretch[] => {
  const days = daysFrom(dateOf(start, zone), dateOf(end, zone));
  return rooms.flatMap((room) => days.map((day) => openingOn(room, day, zone)).filter((opening) => opening !== null));
};

/** From the day before the first to the last. */
const daysFrom = remembered((first: string, last: string): string[] => {
  const days: string[] = [];
  for (let day = addDays(first, -1); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
});

const touching = (moments: Date[], { start, end }: Stretch) => moments.filter((at) => at > start && at <= end);

/** When the rooms become free or open in a window. */
function frees(ask: OpenAsk, window: Stretch): Date[] {
  const { rooms, taken, closures, setUpMinutes = 0 } = ask;
  const ends = [
    ...taken.map((one) => addMinutes(one.end, gapTo(one, rooms) + setUpMinutes)),
    ...rooms.flatMap((room) => closuresOf(room, closures)).map(({ end }) => end),
    ...openingsOf(ask, window).map(({ start }) => start),
  ];
  return touching(ends, window);
}

/** When they become taken or close. */
function blocks(ask: OpenAsk, window: Stretch): Date[] {
  const { rooms, taken, closures, tearDownMinutes = 0 } = ask;
  const starts = [
    ...taken.map((one) => addMinutes(one.start, -gapTo(one, rooms) - tearDownMinutes)),
    ...rooms.flatMap((room) => closuresOf(room, closures)).map(({ start }) => start),
    ...openingsOf(ask, window).map(({ end }) => end),
  ];
  return touching(starts, window);
}
