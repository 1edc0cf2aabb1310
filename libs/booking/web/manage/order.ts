import type { Room } from '@bota/spaces/domain';

type Orderable = Pick<Room, 'id' | 'partIds'>;

/**
 * The ids of a floor with one room a step up or down, or null when it cannot go there. A composed room stands where its first part
 * stands, so it has no place of its own.
 */
export function moved(rooms: readonly Orderable[], room: Orderable, step: 1 | -1): string[] | null {
  const atomic = rooms.filter(({ partIds }) => partIds.length === 0).map(({ id }) => id);
  const at = atomic.indexOf(room.id);
  const to = at + step;
  if (at < 0 || to < 0 || to >= atomic.length) return null;
  const order = [...atomic];
  [order[at], order[to]] = [order[to] as string, order[at] as string];
  return order;
}
