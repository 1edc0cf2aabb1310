import { dateOf, readTime } from '@bota/shared/domain';
import type { Room } from '@bota/spaces/domain';
import { readClock } from '../book/clock';
import { dayOf, freeSpans, type House, type Span } from '../rooms/availability';
import type { AskDraft } from './ask-draft';

const SHORTEST_MINUTES = 30;

/**
 * What the public agenda says of what is asked: the room wished is free or not, with when it is free that day, or how many rooms are free that
 * hold so many; `tooSmall`: the room wished holds fewer.
 */
export type AskFree = { is: 'free' | 'not'; room: Room | null; rooms: Room[]; spans: Span[]; tooSmall: boolean };

/** Undefined as long as day, times or the agenda of that day are not known. */
export function freeFor(draft: AskDraft, house: House | undefined, shown: string): AskFree | undefined {
  const [from, to] = [readClock(draft.from), readClock(draft.to)];
  if (!house || !draft.date || draft.date !== shown || !from || !to || to <= from) return undefined;
  const [start, end] = [from, to].map((clock) => readTime(`${draft.date}T${clock}`, house.zone).instant) as [Date, Date];
  const day = dayOf(dateOf(start, house.zone), house.zone);
  const isFree = (room: Room) => freeSpans(room, day, house).some((span) => span.start <= start && end <= span.end);
  const people = Number(draft.attendees) || 0;
  const holds = ({ capacity }: Room) => capacity === null || capacity >= people;
  const room = house.rooms.find(({ id }) => id === draft.roomId) ?? null;
  const rooms = house.rooms.filter((one) => holds(one) && isFree(one));
  const is = (room ? isFree(room) : rooms.length > 0) ? 'free' : 'not';
  const long = ({ start: since, end: until }: Span) => until.getTime() - since.getTime() >= SHORTEST_MINUTES * 60_000;
  return { is, room, rooms, spans: room ? freeSpans(room, day, house).filter(long) : [], tooSmall: room !== null && !holds(room) };
}
