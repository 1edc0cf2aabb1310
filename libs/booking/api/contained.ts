import type { RoomFacts } from '@bota/booking/domain';

/** Rooms asked without those that lie wholly inside another one asked: the hall says it all. */
export const withoutContained = (rooms: readonly RoomFacts[]): RoomFacts[] =>
  rooms.filter(
    (room) => !rooms.some((whole) => whole.unitIds.length > room.unitIds.length && room.unitIds.every((id) => whole.unitIds.includes(id))),
  );
