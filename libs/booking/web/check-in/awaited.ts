import { type CalendarItem, checkInWindow, strictestCheckIn } from '@bota/booking/domain';
import type { Room } from '@bota/spaces/domain';
import type { DateAtDoor } from './check-in.client';

/** What the check-in needs to know of a date, whichever answer it came with. */
export type Awaited = DateAtDoor & {
  title: string;
  start: string;
  end: string;
  roomIds: readonly string[];
  status: CalendarItem['status'];
  may: { checkIn: boolean; reinstate?: boolean };
  checkedInAt?: string | null;
  releasedAt?: string | null;
};

/** Where the check-in of a date stands: not yet open, open, done, or released; null where there is nothing to say. */
export type CheckInState =
  { is: 'early'; opens: Date } | { is: 'open'; releases: Date | null } | { is: 'checked-in' } | { is: 'released'; at: Date } | null;

const DAY_MS = 86_400_000;

/** Said from a day before on: earlier nobody thinks of the door. A release that did not come in time is not announced any more. */
export function checkInState(date: Awaited, rooms: readonly Pick<Room, 'rules'>[], now: Date): CheckInState {
  if (date.status === 'no_show') return date.releasedAt ? { is: 'released', at: new Date(date.releasedAt) } : null;
  if (date.status === 'checked_in') return { is: 'checked-in' };
  const rule = strictestCheckIn(rooms.map(({ rules }) => rules.checkIn));
  if (!rule || !date.may.checkIn || new Date(date.end) <= now) return null;
  const { opens, releases } = checkInWindow(new Date(date.start), rule);
  if (opens.getTime() - now.getTime() > DAY_MS) return null;
  if (now < opens) return { is: 'early', opens };
  return { is: 'open', releases: releases > now && releases < new Date(date.end) ? releases : null };
}

export const awaitedOf = (item: CalendarItem): Awaited => ({ ...item, title: item.title ?? '' });
