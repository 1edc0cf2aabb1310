import { addMinutes, dateOf, readTime } from '@bota/shared/domain';
import type { Feature, Room } from '@bota/spaces/domain';
import { dayOf, freeSpans, type House, itemsIn, minutesOf, openSpans, overlaps, quarter, type Span, spanOf } from './availability';
import type { FullWish } from './wish';

/** One thing a room answers well. */
export type Fit = { is: 'people'; people: number; isLarge: boolean } | { is: 'feature'; feature: Feature } | { is: 'free'; span: Span };

/** One thing that is missing, in the order it is said. `by`: whose booking stands in the way, when the reader may know. */
export type Lack =
  | { is: 'small'; capacity: number }
  | { is: 'feature'; feature: Feature }
  | { is: 'other-time'; taken: (Span & { by?: string }) | null; slot: Span }
  | { is: 'shorter'; slot: Span }
  | { is: 'too-short' | 'too-long'; minutes: number }
  | { is: 'taken' }
  | { is: 'closed' }
  | { is: 'past' };

export type Finding = { room: Room; fits: Fit[]; lacks: Lack[]; slot: Span | null };

/** Free rooms best first, rooms that miss little, and those that do not fit by the one thing that rules them out. */
export type Findings = { free: Finding[]; near: Finding[]; not: Map<Ruling, Room[]> };
export type Ruling = 'small' | 'taken' | 'closed' | 'past' | 'length' | 'features';

const LARGE = 3;
const NEARLY_LARGE_ENOUGH = 0.8;
const MOST_LACKS = 2;

/** Looks at every room: what fits, what lacks, which time to propose. `house` must cover the day of the wish. */
export function find(wish: FullWish, house: House, now: Date): Findings {
  const findings = house.rooms.map((room) => look(room, wish, house, now));
  const free = findings.filter(({ lacks }) => lacks.length === 0).sort((a, b) => distance(a, wish) - distance(b, wish));
  const lacking = findings.filter(({ lacks }) => lacks.length > 0);
  const near = lacking
    .filter((finding) => !ruling(finding, wish))
    .sort((a, b) => weight(a) - weight(b) || distance(a, wish) - distance(b, wish));
  const not = new Map<Ruling, Room[]>();
  for (const finding of lacking) {
    const why = ruling(finding, wish);
    if (why) not.set(why, [...(not.get(why) ?? []), finding.room]);
  }
  return { free, near, not };
}

function look(room: Room, wish: FullWish, house: House, now: Date): Finding {
  const missing = wish.features.filter((feature) => !room.features.includes(feature));
  const time = timeIn(room, wish, house, now);
  const isSmall = wish.people !== undefined && room.capacity !== null && room.capacity < wish.people;
  const fits: Fit[] = [
    ...(wish.people !== undefined && !isSmall
      ? [{ is: 'people' as const, people: wish.people, isLarge: isLargeFor(room, wish.people) }]
      : []),
    ...wish.features.filter((feature) => !missing.includes(feature)).map((feature) => ({ is: 'feature' as const, feature })),
    ...(time.free ? [{ is: 'free' as const, span: time.free }] : []),
  ];
  const lacks: Lack[] = [
    ...(isSmall ? [{ is: 'small' as const, capacity: room.capacity ?? 0 }] : []),
    ...(time.lack ? [time.lack] : []),
    ...missing.map((feature) => ({ is: 'feature' as const, feature })),
  ];
  return { room, fits, lacks, slot: time.slot };
}

const isLargeFor = ({ capacity }: Room, people: number) => capacity !== null && capacity >= LARGE * people && capacity - people > 10;

type Time = { slot: Span | null; free?: Span; lack?: Lack };

/** The wished time in the room, else the nearest other time of that day, else a shorter one. */
function timeIn(room: Room, wish: FullWish, house: House, now: Date): Time {
  const { minMinutes = 0, maxMinutes = Infinity } = room.rules;
  if (wish.minutes < minMinutes) return { slot: null, lack: { is: 'too-short', minutes: minMinutes } };
  if (wish.minutes > maxMinutes) return { slot: null, lack: { is: 'too-long', minutes: maxMinutes } };
  const asked = windowOf(wish, house.zone);
  const day = dayOf(wish.date, house.zone);
  const rest = { start: now > day.start ? now : day.start, end: day.end };
  if (rest.start >= rest.end || asked.end <= now) return { slot: null, lack: { is: 'past' } };
  const all = freeSpans(room, rest, house);
  const free = freeSpans(room, { start: asked.start > now ? asked.start : rest.start, end: asked.end }, house);
  const slot = free.map((span) => slotIn(span, wish.minutes)).find((one) => one !== null);
  if (slot) return { slot, free: free.find((span) => span.start <= slot.start && slot.end <= span.end) };
  return elsewhen(room, { wish, asked, all, house });
}

type Near = { wish: FullWish; asked: Span; all: Span[]; house: House };

function elsewhen(room: Room, { wish, asked, all, house }: Near): Time {
  const other = nearest(all, asked, wish.minutes);
  if (other) return { slot: other, lack: { is: 'other-time', taken: inTheWay(room, asked, house), slot: other } };
  const half = all.map((span) => slotIn(span, Math.ceil(wish.minutes / 2 / 15) * 15, minutesOf(span))).find((one) => one !== null);
  if (half && wish.minutes > 30) return { slot: half, lack: { is: 'shorter', slot: half } };
  const isOpen = openSpans(room, asked, house).some((span) => minutesOf(span) >= wish.minutes);
  return { slot: null, lack: { is: isOpen ? 'taken' : 'closed' } };
}

export const windowOf = ({ date, from, to }: FullWish, zone: string): Span => ({
  start: readTime(`${date}T${from}`, zone).instant,
  end: to === '24:00' ? dayOf(date, zone).end : readTime(`${date}T${to}`, zone).instant,
});

/** The first start in a span: on the half hour when that still fits, else on the quarter. Up to `most` minutes long. */
function slotIn(span: Span, minutes: number, most = minutes): Span | null {
  const start = [30, 15].map((step) => quarter(span.start, step)).find((from) => addMinutes(from, minutes) <= span.end);
  if (!start) return null;
  const left = minutesOf({ start, end: span.end });
  return { start, end: addMinutes(start, Math.max(minutes, Math.min(most, Math.floor(left / 15) * 15))) };
}

/** The time of that length in the spans which begins nearest to the start that was wished. */
function nearest(spans: readonly Span[], asked: Span, minutes: number): Span | null {
  const candidates = spans.flatMap((span) => {
    const latest = addMinutes(span.end, -minutes);
    const last = new Date(Math.floor(latest.getTime() / 900_000) * 900_000);
    return [slotIn(span, minutes)?.start, last >= span.start ? last : undefined].filter((start) => start !== undefined);
  });
  const away = (start: Date) => Math.abs(start.getTime() - asked.start.getTime());
  const start = candidates.sort((a, b) => away(a) - away(b))[0];
  return start ? { start, end: addMinutes(start, minutes) } : null;
}

/** The longest booking inside the wished window. */
function inTheWay(room: Room, asked: Span, house: House): (Span & { by?: string }) | null {
  const items = itemsIn(room, house).filter((item) => overlaps(spanOf(item), asked));
  const longest = items.sort((a, b) => minutesOf(spanOf(b)) - minutesOf(spanOf(a)))[0];
  return longest ? { ...spanOf(longest), ...(longest.organisationId ? { by: longest.organisationId } : {}) } : null;
}

/** Seats to spare first, then how early it is: the smallest room that fits is the best one. A whole costs its parts. */
function distance({ room, slot }: Finding, { people }: FullWish): number {
  const spare = people === undefined ? 0 : room.capacity === null ? 500 : Math.max(0, room.capacity - people);
  return spare * 1e6 + (room.unitIds.length - 1) * 5e7 + (slot ? (slot.start.getTime() / 60_000) % 1e5 : 1e5);
}

const HEAVINESS: Record<Lack['is'], number> = {
  'other-time': 1,
  feature: 2,
  shorter: 3,
  small: 3,
  'too-short': 4,
  'too-long': 4,
  taken: 9,
  closed: 9,
  past: 9,
};
const weight = ({ lacks }: Finding) => lacks.reduce((sum, { is }) => sum + HEAVINESS[is], 0);

/** What rules a room out, or null when it misses little enough to be worth showing. */
function ruling({ room, lacks }: Finding, { people = 0, features }: FullWish): Ruling | null {
  const has = (...kinds: Lack['is'][]) => lacks.some(({ is }) => kinds.includes(is));
  if (has('small') && (room.capacity ?? 0) < people * NEARLY_LARGE_ENOUGH) return 'small';
  if (has('closed')) return 'closed';
  if (has('taken')) return 'taken';
  if (has('past')) return 'past';
  if (has('too-short', 'too-long') && lacks.length > 1) return 'length';
  const missing = lacks.filter(({ is }) => is === 'feature').length;
  if (missing > 1 && missing === features.length) return 'features';
  return lacks.length > MOST_LACKS ? 'features' : null;
}

/** Whether a time lies on the civil day of today. */
export const isToday = (moment: Date, now: Date, zone: string): boolean => dateOf(moment, zone) === dateOf(now, zone);
