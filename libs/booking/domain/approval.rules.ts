import { minutesBetween } from '@bota/shared/domain';
import type { Ask, RoomFacts } from './booking.facts';
import { closedFrom } from './opening.rules';

/** The room as one may ask for it: where the coordination decides about times outside the opening hours, these refuse nothing. */
export const askable = (room: RoomFacts): RoomFacts =>
  room.rules.approval?.outsideHours ? { ...room, rules: { ...room.rules, hours: null } } : room;

/** The rooms whose rules want the coordination to agree to this first; none when the coordination itself asks, or the house. */
export const roomsToApprove = (ask: Pick<Ask, 'rooms' | 'span' | 'zone' | 'asker'>): RoomFacts[] =>
  !ask.asker || ask.asker.isCoordinator ? [] : ask.rooms.filter((room) => needsApproval(room, ask));

function needsApproval(room: RoomFacts, { span, zone }: Pick<Ask, 'span' | 'zone'>): boolean {
  const { approval } = room.rules;
  if (!approval) return false;
  const { always, overMinutes = Infinity, outsideHours } = approval;
  return always || minutesBetween(span.start, span.end) > overMinutes || (outsideHours && closedFrom(room, span, [], zone) !== null);
}

/** Whether a request for these rooms keeps them until it is decided: when one of them says so. */
export const blocksMeanwhile = (rooms: readonly Pick<RoomFacts, 'rules'>[]): boolean =>
  rooms.some(({ rules }) => rules.approval?.blocks ?? true);

/** Hours for which all of the rooms may be kept undecided; null when one of them may not. */
export function holdHoursOf(rooms: readonly Pick<RoomFacts, 'rules'>[]): number | null {
  const hours = rooms.map(({ rules }) => rules.holdHours ?? 0);
  return hours.length > 0 && hours.every((one) => one > 0) ? Math.min(...hours) : null;
}
