import type { RoomAt } from './import.plan';

/**
 * Finds rooms also where an address follows, as calendars that follow a house have it: `Salle A, Bota 75, Rue Botanique 75`. Where several
 * rooms are named none of them is meant. `left`: locations that are said to be none of ours.
 */
export const withAddress =
  (known: RoomAt, left: ReadonlySet<string>): RoomAt =>
  (location) =>
    left.has(location) ? null : (known(location) ?? before(location.split(', '), known));

function before(parts: readonly string[], known: RoomAt): string | null {
  for (let count = parts.length - 1; count > 0; count--) {
    const room = known(parts.slice(0, count).join(', '));
    if (room) return parts.slice(count).some((part) => known(part)) ? null : room;
  }
  return null;
}
