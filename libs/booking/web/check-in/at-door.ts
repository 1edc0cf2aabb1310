import type { CalendarItem } from '@bota/booking/domain';
import type { Room } from '@bota/spaces/domain';
import { itemsIn, spanOf, type House } from '../rooms/availability';

/** What somebody at the door of a room may want to know: what is on, what comes next today, and which of it is theirs. */
export type AtDoor = { present?: CalendarItem; next: CalendarItem[]; mine?: CalendarItem };

const SHOWN = 3;

/** Mine is what I may say I am there for, now or next; a date that was released is no longer on. */
export function atDoor(room: Room, house: House, now: Date): AtDoor {
  const items = itemsIn(room, house).filter((item) => item.status !== 'no_show' && spanOf(item).end > now);
  const present = items.find((item) => spanOf(item).start <= now);
  const own = items.filter((item) => item.mine && (item.may.checkIn || item.status === 'checked_in'));
  return {
    ...(present && { present }),
    next: items.filter((item) => item !== present).slice(0, SHOWN),
    ...(own[0] && { mine: own[0] }),
  };
}
