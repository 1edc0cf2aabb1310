import { addMinutes } from '@bota/shared/domain';
import type { Layout, RoomLayout } from '@bota/spaces/domain';
import type { Preparing, RoomFacts } from './booking.facts';

const offered = ({ rules }: Pick<RoomFacts, 'rules'>, layout?: Layout): RoomLayout | undefined =>
  rules.layouts?.find((one) => one.layout === layout);

/** People the room holds in a layout; set up as it always is when it does not offer that one; Infinity when nothing limits it. */
export const placesOf = (room: Pick<RoomFacts, 'rules' | 'capacity'>, layout?: Layout): number =>
  offered(room, layout)?.capacity ?? room.capacity ?? Infinity;

/** Whether one of the rooms can be set up like that. */
export const isOffered = (rooms: readonly Pick<RoomFacts, 'rules'>[], layout: Layout): boolean =>
  rooms.some((room) => offered(room, layout) !== undefined);

/** Minutes the rooms are taken before a booking: what was asked, or what their layout needs when that is longer. */
export const setUpFor = (rooms: readonly Pick<RoomFacts, 'rules'>[], { layout, setUpMinutes = 0 }: Preparing): number =>
  Math.max(setUpMinutes, ...rooms.map((room) => offered(room, layout)?.setUpMinutes ?? 0));

/** The same wish in other rooms, which may need more setting up. */
export const inRooms = <Wish extends Preparing>(wish: Wish, rooms: RoomFacts[]): Wish & { rooms: RoomFacts[]; setUpMinutes: number } => ({
  ...{ ...wish, rooms, setUpMinutes: setUpFor(rooms, wish) },
});

/** Minutes that lie between two dates of one booking at least: it is cleared and set up again, and its rooms are left their buffer. */
export const gapWithin = (rooms: readonly Pick<RoomFacts, 'rules'>[], { setUpMinutes = 0, tearDownMinutes = 0 }: Preparing): number =>
  setUpMinutes + tearDownMinutes + Math.max(0, ...rooms.map(({ rules }) => rules.bufferMinutes ?? 0));

/** The time a booking really takes its rooms: with setting up and clearing, without buffer. */
export const held = (
  span: { start: Date; end: Date },
  { setUpMinutes = 0, tearDownMinutes = 0 }: Preparing,
): { start: Date; end: Date } => ({
  start: addMinutes(span.start, -setUpMinutes),
  end: addMinutes(span.end, tearDownMinutes),
});
