import { addMinutes, type Reason } from '@bota/shared/domain';
import type { Ask, RoomFacts, Taken } from './booking.facts';
import { gapTo } from './buffer.rules';
import { held } from './layout.rules';

type Obstacle = { taken: Taken; code: 'ROOM_TAKEN' | 'BUFFER'; buffer: number };

/** One reason for each booking in the way of a room, soonest first: ROOM_TAKEN when times overlap, else BUFFER. */
export function takenReasons(room: RoomFacts, ask: Ask): Reason[] {
  const worst = new Map<string, Obstacle>();
  for (const obstacle of ask.taken.flatMap((taken) => obstacleOf(taken, room, ask))) {
    const key = bookingKey(obstacle.taken);
    const known = worst.get(key);
    if (!known || isWorse(obstacle, known)) worst.set(key, obstacle);
  }
  return [...worst.values()]
    .sort((a, b) => a.taken.start.getTime() - b.taken.start.getTime() || a.taken.end.getTime() - b.taken.end.getTime())
    .map((obstacle) => reasonOf(obstacle, room, ask.setUpMinutes));
}

function obstacleOf(taken: Taken, room: RoomFacts, ask: Ask): Obstacle[] {
  if (!room.unitIds.includes(taken.unitId)) return [];
  const [span, rooms] = [held(ask.span, ask), ask.rooms];
  if (taken.start < span.end && span.start < taken.end) return [{ taken, code: 'ROOM_TAKEN', buffer: 0 }];
  const buffer = gapTo(taken, rooms);
  const isNear = taken.start < addMinutes(span.end, buffer) && span.start < addMinutes(taken.end, buffer);
  return isNear ? [{ taken, code: 'BUFFER', buffer }] : [];
}

/** A booking takes one row for each of its units; a private one shows no id, but its room and times are its own. */
const bookingKey = ({ by, roomId, start, end }: Taken) => [by.bookingId ?? roomId, start.getTime(), end.getTime()].join();

const isWorse = (a: Obstacle, b: Obstacle) => (a.code === b.code ? a.buffer > b.buffer : a.code === 'ROOM_TAKEN');

function reasonOf({ taken, code, buffer }: Obstacle, room: RoomFacts, setUpMinutes = 0): Reason {
  return {
    code,
    roomId: room.id,
    unit: taken.unitId,
    until: addMinutes(taken.end, buffer + setUpMinutes).toISOString(),
    by: taken.by,
    ...(code === 'BUFFER' ? { limit: buffer } : {}),
  };
}
