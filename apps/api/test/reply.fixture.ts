import type { Booking, BookingReply, BookingReplyList, ReplyAnswer, ReplyQuestion } from '@bota/booking/domain';
import type { Problem } from '@bota/shared/domain';
import type { HttpClient } from '@bota/shared/testing';
import { book, type Wish } from './booking.fixture';
import type { House } from './house.fixture';

/** A booking of the member that the coordination moved to the afternoon. */
export async function moved(house: House, wish: Wish = {}): Promise<Booking> {
  const booking = await book(house, wish);
  await move(house, booking.id, 14);
  return booking;
}

/** To this hour of the same Monday, by the coordination. */
export async function move(house: House, id: string, hour: number, who: HttpClient = house.coordinator): Promise<void> {
  const times = { start: `2026-03-16T${hour}:00`, end: `2026-03-16T${hour + 1}:00` };
  const { status, text } = await who.patch(house.path(`bookings/${id}`), times);
  if (status !== 200) throw new Error(`not moved: ${status} ${text}`);
}

export const looks = (house: House, who: HttpClient, token: string, headers = {}) =>
  who.post<ReplyQuestion & Problem>(house.path('booking-replies/question'), { token }, { headers });
export const answers = (house: House, who: HttpClient, token: string, answer: ReplyAnswer, note = '') =>
  who.post<ReplyQuestion & Problem>(house.path('booking-replies'), { token, answer, note });
export const answersHere = (house: House, who: HttpClient, id: string, answer: ReplyAnswer, note = '') =>
  who.post<Problem>(house.path(`bookings/${id}/reply`), { answer, note });
export const repliesOf = async (house: House, id: string, who: HttpClient = house.coordinator): Promise<BookingReply[]> =>
  (await who.get<BookingReplyList>(house.path(`bookings/${id}/replies`))).body.items;
