import type { Room } from '@bota/spaces/domain';
import type { AgendaQuery } from './agenda-query';

/** A room in the agenda; `part` draws the bracket of a composed room. */
export type RoomRow = { room: Room; part: 'none' | 'middle' | 'last' };

/** Rooms in display order with their bracket: a part stands right under its whole or under another part of it. */
export function roomRows(rooms: readonly Room[]): RoomRow[] {
  let whole: Room | null = null;
  return rooms.map((room, index) => {
    if (room.partIds.length && !whole?.partIds.includes(room.id)) {
      whole = room;
      return { room, part: 'none' };
    }
    if (!whole?.partIds.includes(room.id) || whole.floorId !== room.floorId) {
      whole = null;
      return { room, part: 'none' };
    }
    const next = rooms[index + 1];
    return { room, part: next && whole.partIds.includes(next.id) && next.floorId === room.floorId ? 'middle' : 'last' };
  });
}

/** Whether the filters keep a room. */
export const isWanted = (room: Room, { people, features, room: slug }: AgendaQuery): boolean =>
  (!slug || room.slug === slug) &&
  (!people || (room.capacity ?? 0) >= people) &&
  features.every((feature) => room.features.includes(feature));

/** The feature worth saying in one word beside the capacity: step-free has its own icon. */
export const mainFeature = (room: Room) => room.features.find((feature) => feature !== 'step-free' && feature !== 'daylight');
