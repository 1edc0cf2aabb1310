import type { Occupant } from '@bota/residents/domain';
import type { Outline, Room } from '@bota/spaces/domain';
import { type House, type RoomState, stateAt } from '../rooms/availability';

/** A place of the plan: a room with what it is doing, or an office with who sits in it. */
export type Placed = { room: Room } & ({ is: 'room'; state: RoomState } | { is: 'office'; occupants: readonly Occupant[] });

/** The places of a floor at a moment, in display order. `floorId` null: those that are on no floor. */
export function placedOn(
  floorId: string | null,
  places: readonly Room[],
  { house, occupants, now }: { house: House; occupants: readonly Occupant[]; now: Date },
): Placed[] {
  return places
    .filter((room) => room.floorId === floorId)
    .map((room) =>
      room.bookable
        ? { room, is: 'room' as const, state: stateAt(room, now, house) }
        : { room, is: 'office' as const, occupants: occupants.filter(({ roomId }) => roomId === room.id) },
    );
}

/** Where a box lies in its drawing, in percent: the drawing may be shown in any size. */
export const boxStyle = ({ x, y, width, height }: Outline, floor: { width: number; height: number }) => ({
  left: `${(100 * x) / floor.width}%`,
  top: `${(100 * y) / floor.height}%`,
  width: `${(100 * width) / floor.width}%`,
  height: `${(100 * height) / floor.height}%`,
});
