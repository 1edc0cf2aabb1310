import { addMinutes } from '@bota/shared/domain';
import type { RoomFacts, Taken } from './booking.facts';

/** Minutes a room is kept free between two bookings. */
export const bufferOf = (room: RoomFacts): number => room.rules.bufferMinutes ?? 0;

/** Minutes a unit is kept free: the largest need of the rooms asked that use it. */
export const bufferForUnit = (unitId: string, rooms: readonly RoomFacts[]): number =>
  Math.max(0, ...rooms.filter((room) => room.unitIds.includes(unitId)).map(bufferOf));

/** What an allocation blocks: the time and the buffer after it. One-sided, so the buffers of two neighbours never add up. */
export const occupied = (span: { start: Date; end: Date }, bufferMinutes: number): { start: Date; end: Date } => ({
  start: span.start,
  end: addMinutes(span.end, bufferMinutes),
});

/** Minutes to keep free between an ask and its neighbour on a unit: the larger need of both, never the sum. */
export const gapTo = (taken: Taken, rooms: readonly RoomFacts[]): number =>
  Math.max(taken.bufferMinutes, bufferForUnit(taken.unitId, rooms));
