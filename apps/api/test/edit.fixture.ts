import type { Booking, BookingEdit } from '@bota/booking/domain';
import type { Wish } from './booking.fixture';
import type { House } from './house.fixture';

export type Edit = Partial<BookingEdit>;

export const daily = (count: number): Wish => ({ recurrence: { rrule: `FREQ=DAILY;COUNT=${count}` } });

/** Asks to edit, whatever the answer. */
export const edit = <T = Booking>(house: House, { id }: { id: string }, wish: Edit, who = house.member, headers = {}) =>
  who.patch<T>(house.path(`bookings/${id}`), wish, { headers });

/** Edits, and fails the test when it is refused. */
export async function edited(house: House, booking: { id: string }, wish: Edit, who = house.member): Promise<Booking> {
  const { status, body, text } = await edit(house, booking, wish, who);
  if (status !== 200) throw new Error(`not edited: ${status} ${text}`);
  return body;
}

export const read = async (house: House, { id }: { id: string }) =>
  (await house.coordinator.get<Booking>(house.path(`bookings/${id}`))).body;

/** One date of a booking, by its place. */
export const this_ = (booking: Booking, index: number): Edit => ({ scope: 'this', occurrenceId: booking.occurrences[index]?.id });

export const times = ({ occurrences }: Booking) => occurrences.map(({ start, status }) => `${start.slice(5, 16)} ${status}`);

/** One date of a booking and all after it. */
export const from_ = (booking: Booking, index: number): Edit => ({ ...this_(booking, index), scope: 'following' });
