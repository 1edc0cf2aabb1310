import type { Booking, Calendar } from '@bota/booking/domain';
import type { Problem } from '@bota/shared/domain';
import type { CheckIn, RoomRules } from '@bota/spaces/domain';
import type { Api } from './api.fixture';
import { type Wish, book } from './booking.fixture';
import type { House } from './house.fixture';
import type { Someone } from './people.fixture';

export const QUARTER: CheckIn = { opensMinutes: 15, releaseMinutes: 15 };

/** A house with a room that asks who comes, booked on 16 March 2026 at 10:00 in Brussels (09:00Z) unless told otherwise. */
export async function awaiting(api: Api, rules: RoomRules = { checkIn: QUARTER }, wish: Wish = {}) {
  const house = await api.house();
  const room = await house.room({ name: 'Chapelle', capacity: 30, rules });
  const booking = await book(house, { roomIds: [room], end: '2026-03-16T12:00', ...wish });
  return { house, room, booking };
}

type Answered = Booking & Pick<Problem, 'code' | 'reasons'>;
export const checkIn = (house: House, { id }: { id: string }, who: Someone = house.member, date = {}) =>
  who.post<Answered>(house.path(`bookings/${id}/check-in`), date);
export const reinstate = (house: House, { id }: { id: string }, who: Someone = house.coordinator, date = {}) =>
  who.post<Answered>(house.path(`bookings/${id}/reinstatement`), date);

/** What the agenda of 16 March shows to a neighbour: state and hours in UTC. */
export async function onTheDay(house: House): Promise<string[]> {
  const { body } = await house.neighbour.get<Calendar>(house.path('calendar?from=2026-03-16&to=2026-03-17'));
  return body.items.map(({ status, start, end }) => `${status} ${start.slice(11, 16)}–${end.slice(11, 16)}`);
}
