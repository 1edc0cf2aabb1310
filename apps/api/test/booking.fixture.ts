import type { Booking, BookingDraftInput } from '@bota/booking/domain';
import type { Problem } from '@bota/shared/domain';
import type { Answer, HttpClient } from '@bota/shared/testing';
import type { House } from './house.fixture';

export type Wish = Partial<BookingDraftInput>;

/** A draft for room A on Monday 16 March 2026, 10:00–11:00, in the name of the member's organisation. */
export const draft = (house: House, wish: Wish = {}): BookingDraftInput => ({
  title: 'Assemblée',
  organisationId: house.racines,
  roomIds: [house.a],
  start: '2026-03-16T10:00',
  end: '2026-03-16T11:00',
  ...wish,
});

/** `10:00–11:00` on 16 March. */
export const at = (hours: string): Pick<BookingDraftInput, 'start' | 'end'> => {
  const [start, end] = hours.split('–');
  return { start: `2026-03-16T${start}`, end: `2026-03-16T${end}` };
};

/** Asks to book, whatever the answer. */
export const ask = <T = Problem>(house: House, wish: Wish = {}, who: HttpClient = house.member, headers = {}): Promise<Answer<T>> =>
  who.post<T>(house.path('bookings'), draft(house, wish), { headers });

/** Books, and fails the test when it is refused. */
export async function book(house: House, wish: Wish = {}, who: HttpClient = house.member): Promise<Booking> {
  const answer = await ask<Booking>(house, wish, who);
  if (answer.status !== 201) throw new Error(`not booked: ${answer.status} ${answer.text}`);
  return answer.body;
}

export const startsOf = ({ occurrences }: Pick<Booking, 'occurrences'>): string[] => occurrences.map(({ start }) => start);
