import { type CalendarItem, checkInWindow, type OnDisplay } from '@bota/booking/domain';
import { addDays, dateOf, startOfDay } from '@bota/shared/domain';
import type { Room } from '@bota/spaces/domain';
import { dayOf, type House, itemsIn, minutesOf, spanOf, stateAt } from '../rooms/availability';

const SOON_MINUTES = 15;

/** How a room looks from across the corridor. `until` null: nothing known ends it today. `unknown`: the house has not been reached for days. */
export type OnScreen = {
  is: 'free' | 'soon' | 'busy' | 'pause' | 'closed' | 'unknown';
  until: Date | null;
  /** What is on; what comes later today. */
  present?: CalendarItem;
  next: CalendarItem[];
  /** Until when who booked says that they are there. */
  checkInUntil: Date | null;
};

/** What is told to a screen reaches to the end of the day after. */
export const knownUntil = ({ now, house: { zone } }: Pick<OnDisplay, 'now' | 'house'>): Date =>
  startOfDay(addDays(dateOf(new Date(now), zone), 2), zone);

/** A room that is taken within a quarter of an hour is no longer free to walk into; of what comes after `known` nothing is said. */
export function onScreen(room: Room, house: House, now: Date, known?: Date): OnScreen {
  if (known && now >= known) return { is: 'unknown', until: null, next: [], checkInUntil: null };
  const day = dayOf(dateOf(now, house.zone), house.zone);
  const items = itemsIn(room, house).filter((item) => item.status !== 'no_show' && spanOf(item).end > now && spanOf(item).start < day.end);
  const on = items.filter((item) => spanOf(item).start <= now);
  // Parts of a room are taken side by side: the whole is free when the last of them is.
  const present = on.toSorted((a, b) => b.end.localeCompare(a.end))[0];
  const next = items.filter((item) => !on.includes(item));
  const about = { next, ...(present && { present }), checkInUntil: checkInUntil(room, present ?? next[0], now) };
  if (present) return { is: 'busy', until: lastOf(present, next), ...about };
  const [first] = next;
  const start = first && spanOf(first).start;
  if (start && minutesOf({ start: now, end: start }) <= SOON_MINUTES) return { is: 'soon', until: start, ...about };
  const state = stateAt(room, now, house);
  if (state.is === 'free') return { is: 'free', until: state.until >= day.end ? null : state.until, ...about };
  return { is: state.is === 'closed' ? 'closed' : 'pause', until: state.until, ...about };
}

/** When what is on, and what begins before that is over, is over. */
const lastOf = (present: CalendarItem, next: readonly CalendarItem[]): Date =>
  next.reduce((last, item) => (spanOf(item).start < last && spanOf(item).end > last ? spanOf(item).end : last), spanOf(present).end);

function checkInUntil(room: Room, item: CalendarItem | undefined, now: Date): Date | null {
  const rule = room.rules.checkIn;
  if (!rule || !item || item.status !== 'confirmed' || !item.roomIds.includes(room.id)) return null;
  const { opens, releases } = checkInWindow(spanOf(item).start, rule);
  return opens <= now && now < releases && releases < spanOf(item).end ? releases : null;
}
