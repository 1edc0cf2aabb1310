import type { Booking, WaitlistEntry, WaitlistList } from '@bota/booking/domain';
import type { Problem } from '@bota/shared/domain';
import { type Wish, draft } from './booking.fixture';
import type { House } from './house.fixture';
import type { Someone } from './people.fixture';

/** Asks to wait, whatever the answer. */
export const wait = (house: House, wish: Wish = {}, who: Someone = house.member) =>
  who.post<WaitlistEntry & Problem>(house.path('waitlist'), draft(house, wish));

/** Waits, and fails the test when that is refused. */
export async function waits(house: House, wish: Wish = {}, who: Someone = house.member): Promise<WaitlistEntry> {
  const { status, body, text } = await wait(house, wish, who);
  if (status !== 201) throw new Error(`does not wait: ${status} ${text}`);
  return body;
}

const listed = async (house: House, who: Someone, of = ''): Promise<WaitlistEntry[]> =>
  (await who.get<WaitlistList>(house.path(`waitlist${of}`))).body.items;
/** Without what is offered already. */
export const waiting = async (house: House, who: Someone = house.member): Promise<WaitlistEntry[]> =>
  (await listed(house, who)).filter(({ offer }) => !offer);
export const offers = async (house: House, who: Someone = house.member) => (await listed(house, who)).flatMap(({ offer }) => offer ?? []);
export const line = async (house: House): Promise<WaitlistEntry[]> =>
  (await listed(house, house.coordinator, '/all')).filter(({ offer }) => !offer);

type Mine = { items: { bookingId: string; title: string; status: string; start: string; bookedBy?: string }[] };
/** What somebody has been offered: the bookings they hold. */
export async function offered(house: House, who: Someone = house.member): Promise<Booking[]> {
  const { items } = (await who.get<Mine>(house.path('bookings'))).body;
  const all = await Promise.all(items.map(async ({ bookingId }) => (await who.get<Booking>(house.path(`bookings/${bookingId}`))).body));
  return all.filter(({ status, bookedBy }) => status === 'held' && bookedBy?.id === who.id);
}

export const cancel = (house: House, { id }: { id: string }, wish: object = {}, who: Someone = house.coordinator) =>
  who.post(house.path(`bookings/${id}/cancellation`), wish);
