import type { Occupant } from '@bota/residents/domain';
import type { Asker } from '@bota/booking/domain';
import type { Reason } from '@bota/shared/domain';
import type { Outline, Room } from '@bota/spaces/domain';
import { type House, type RoomState, stateAt } from '../rooms/availability';
import { reasonsHere } from '../rooms/verdict';
import { slotAt } from './plan-moment';

/**
 * A place of the plan: a room with what it is doing, or an office with who sits in it. `against`: why a free room cannot be booked then.
 */
export type Placed = { room: Room } & (
  { is: 'room'; state: RoomState; against?: Reason } | { is: 'office'; occupants: readonly Occupant[] }
);
/** `booking`: who would book at the moment `at`, and the present. */
type Known = { house: House; occupants: readonly Occupant[]; at: Date; booking?: { asker: Asker; now: Date } | null };

/** The places of a floor at a moment, in display order. `floorId` null: those that are on no floor. */
export function placedOn(floorId: string | null, places: readonly Room[], known: Known): Placed[] {
  return places
    .filter((room) => room.floorId === floorId)
    .map((room) =>
      room.bookable
        ? roomAt(room, known)
        : { room, is: 'office' as const, occupants: known.occupants.filter(({ roomId }) => roomId === room.id) },
    );
}

function roomAt(room: Room, { house, at, booking }: Known): Placed {
  const state = stateAt(room, at, house);
  if (state.is !== 'free' || !booking) return { room, is: 'room', state };
  const [against] = reasonsHere({ ...booking, rooms: [room], span: slotAt(room, at, state.until) }, house);
  return { room, is: 'room', state, ...(against && { against }) };
}

/** Where a box lies in its drawing, in percent: the drawing may be shown in any size. */
export const boxStyle = ({ x, y, width, height }: Outline, floor: { width: number; height: number }) => ({
  left: `${(100 * x) / floor.width}%`,
  top: `${(100 * y) / floor.height}%`,
  width: `${(100 * width) / floor.width}%`,
  height: `${(100 * height) / floor.height}%`,
});
