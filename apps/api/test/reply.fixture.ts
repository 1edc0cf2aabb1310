import ICAL from 'ical.js';
import type { Booking, BookingReply, BookingReplyList, ReplyAnswer, ReplyQuestion } from '@bota/booking/domain';
import type { Problem, Task, TaskList } from '@bota/shared/domain';
import type { HttpClient } from '@bota/shared/testing';
import type { Api } from './api.fixture';
import { book, type Wish } from './booking.fixture';
import type { House } from './house.fixture';
import type { Received } from './mail.fixture';

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

/** By the coordination. */
export async function changes(house: House, id: string, change: object): Promise<void> {
  const { status, text } = await house.coordinator.patch(house.path(`bookings/${id}`), change);
  if (status !== 200) throw new Error(`not changed: ${status} ${text}`);
}
/** From this hour on a day of March. */
export const on = (day: number, hour: number) => ({ start: `2026-03-${day}T${hour}:00`, end: `2026-03-${day}T${hour + 1}:00` });

export const declinedTasks = async (house: House): Promise<Task[]> =>
  (await house.coordinator.get<TaskList>(house.path('tasks'))).body.items.filter(({ kind }) => kind === 'booking-declined');

/** The first event of the calendar part. */
export function eventOf(letter: Received | undefined): { attendee: ICAL.Property | null; of: (name: string) => string } {
  const part = letter?.attachments.find(({ contentType }) => contentType === 'text/calendar');
  const event = new ICAL.Component(ICAL.parse(part?.content.toString() ?? '')).getFirstSubcomponent('vevent');
  return { attendee: event?.getFirstProperty('attendee') ?? null, of: (name) => String(event?.getFirstPropertyValue(name) ?? '') };
}

/** Somebody who followed a link, from a network address of their own. */
export function useReaders(api: Api): () => HttpClient {
  let address = 0;
  return () => {
    const headers = { 'x-forwarded-for': `10.1.${Math.floor((address += 1) / 250)}.${address % 250}` };
    const who = api.anonymous();
    const post = who.post.bind(who);
    who.post = ((path: string, body?: unknown, options: object = {}) =>
      post(path, body as object, { ...options, headers })) as typeof who.post;
    return who;
  };
}
