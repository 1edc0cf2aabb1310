import type { Asker } from '@bota/booking/domain';
import { addDays, addMinutes, dateOf, readTime, wallOf } from '@bota/shared/domain';
import type { Room } from '@bota/spaces/domain';
import { dayOf, freeSpans, type House, minutesOf, quarter, slotsIn, type Span } from './availability';
import { lengthIn, ruledOut } from './verdict';

export const NEXT_DAYS = 7;

type Wanted = { minutes?: number; most?: number; days?: number; asker?: Asker | undefined };

/**
 * The next times of that length in a room, at most two a day, one before and one after noon of the house, within a week
 * (or as many days as `house` covers).
 * Today a shorter one that begins soon counts as well, from an hour on (or the least the room allows).
 * `asker`: to whom they are proposed; none that the rules of the room refuse.
 */
export function nextSlots(room: Room, now: Date, house: House, { minutes = 120, most = 4, days = NEXT_DAYS, asker }: Wanted = {}): Span[] {
  const length = lengthIn(room, minutes);
  const may = (span: Span) => ruledOut(room, span, { now, zone: house.zone, asker }).length === 0;
  const found: Span[] = [];
  const today = dateOf(now, house.zone);
  for (let day = 0; day < days && found.length < most; day += 1) {
    const window = dayOf(addDays(today, day), house.zone);
    const from = day === 0 ? quarter(addMinutes(now, 1)) : window.start;
    if (from < window.end) found.push(...slotsOfDay(room, { start: from, end: window.end }, house, { length, may, isToday: day === 0 }));
  }
  return found.slice(0, most);
}

type Day = { length: number; may: (span: Span) => boolean; isToday: boolean };

function slotsOfDay(room: Room, window: Span, house: House, { length, may, isToday }: Day): Span[] {
  const spans = freeSpans(room, window, house).map((span) => daytime(span, house.zone));
  const slots = slotsIn(spans, length);
  const isBeforeNoon = ({ start }: Span) => wallOf(start, house.zone).slice(11) < '12:00';
  const short = isToday ? shortOne(room, spans[0], length) : undefined;
  const morning = slots.find((slot) => isBeforeNoon(slot) && may(slot));
  const later = slots.find((slot) => !isBeforeNoon(slot) && (!morning || slot.start >= morning.end) && may(slot));
  return [short && may(short) ? short : undefined, morning, later].filter((slot) => slot !== undefined).slice(0, 2);
}

function shortOne(room: Room, span: Span | undefined, length: number): Span | undefined {
  if (!span) return undefined;
  const slot = { start: quarter(span.start), end: new Date(Math.floor(span.end.getTime() / 900_000) * 900_000) };
  return minutesOf(slot) < length && minutesOf(slot) >= Math.max(60, room.rules.minMinutes ?? 0) ? slot : undefined;
}

/** A room open around the clock is proposed from eight in the morning. */
function daytime(span: Span, zone: string): Span {
  const eight = readTime(`${dateOf(span.start, zone)}T08:00`, zone).instant;
  return span.start < eight && eight < span.end ? { start: eight, end: span.end } : span;
}
