import type { Room } from '@bota/spaces/domain';

type Orderable = Pick<Room, 'id' | 'partIds' | 'unitIds'>;

/**
 * The ids of a floor with one room a step up or down, or null when it cannot go there. A composed room stands where its first part
 * stands: it goes with its parts, and another room passes all of them at once.
 */
export function moved(rooms: readonly Orderable[], room: Orderable, step: 1 | -1): string[] | null {
  const atomic = rooms.filter(({ partIds }) => partIds.length === 0).map(({ id }) => id);
  const own = atomic.filter((id) => room.id === id || (room.partIds.length > 0 && room.unitIds.includes(id)));
  const [first] = own;
  if (first === undefined) return null;
  const rest = atomic.filter((id) => !own.includes(id));
  const at = atomic.slice(0, atomic.indexOf(first)).filter((id) => rest.includes(id)).length;
  const passed = blockAt(rooms, rest, step < 0 ? at - 1 : at, own);
  if (passed.length === 0) return null;
  const to = at + step * passed.length;
  return [...rest.slice(0, to), ...own, ...rest.slice(to)];
}

/** The room at a place, with the neighbours that stand with it as the parts of a room that has no part in `own`. */
function blockAt(rooms: readonly Orderable[], rest: readonly string[], place: number, own: readonly string[]): string[] {
  const neighbour = rest[place];
  if (neighbour === undefined) return [];
  const wholes = rooms.filter(({ partIds, unitIds }) => partIds.length > 0 && unitIds.includes(neighbour));
  const whole = wholes.find(({ unitIds }) => !own.some((id) => unitIds.includes(id)));
  return rest.filter((id) => id === neighbour || whole?.unitIds.includes(id));
}
