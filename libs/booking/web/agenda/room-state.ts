import { type CalendarItem, takesRooms } from '@bota/booking/domain';
import type { Room } from '@bota/spaces/domain';
import type { Blocked } from './blocked.rules';

/** How a room stands at a moment: free or taken until when, taken in part, or closed. */
export type RoomState = { is: 'free' | 'taken' | 'partly' | 'closed'; until: Date | null };

type Day = { items: readonly CalendarItem[]; blocked: readonly Blocked[]; end: Date };

/** The state of a room at `now`, within the day; `until` is null when nothing changes before the day ends. */
export function stateOf(room: Room, now: Date, { items, blocked, end }: Day): RoomState {
  const spans = [
    ...items
      .filter((item) => takesRooms(item) && item.roomIds.includes(room.id))
      .map((item) => ({ is: 'taken' as const, start: new Date(item.start), end: new Date(item.end) })),
    ...blocked.filter((one) => one.roomId === room.id).map((one) => ({ is: BLOCKED[one.why], start: one.start, end: one.end })),
  ].sort((a, b) => a.start.getTime() - b.start.getTime());
  const present = spans.find((span) => span.start <= now && now < span.end);
  if (!present) return { is: 'free', until: spans.find((span) => span.start > now && span.start < end)?.start ?? null };
  let until = present.end;
  for (const span of spans) if (span.start <= until && span.end > until) until = span.end;
  return { is: present.is, until: until < end ? until : null };
}

const BLOCKED = { closed: 'closed', by: 'taken', parts: 'partly' } as const;
