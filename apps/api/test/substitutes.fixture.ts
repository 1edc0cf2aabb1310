import type { Booking, Preview, Substitute } from '@bota/booking/domain';
import type { Problem } from '@bota/shared/domain';
import { type Wish, book, draft } from './booking.fixture';
import { daily, read } from './edit.fixture';
import type { House } from './house.fixture';

export const NOWHERE = '00000000-0000-7000-8000-000000000000';
/** Four days from 16 March, 10:00–11:00, in Salle A, for ten people. */
export const SERIES: Wish = { ...daily(4), attendees: 10 };
export const wallOn = (day: number, time = '10:00') => `2026-03-${day}T${time}`;
export const takes = (day: number, ...roomIds: string[]): Substitute => ({ date: wallOn(day), roomIds });

/** A house with one more room, whose Salle A is taken on the 17th and the 19th. */
export async function takenHouse(house: House) {
  const atelier = await house.room({ name: 'Atelier', capacity: 12 });
  const taker = (day: number, roomId = house.a) =>
    book(
      house,
      { title: 'Permanence', organisationId: house.voisins, roomIds: [roomId], start: wallOn(day), end: wallOn(day, '11:00') },
      house.neighbour,
    );
  await taker(17);
  await taker(19);
  const names = { [house.a]: 'A', [house.b]: 'B', [atelier]: 'Atelier' };
  const places = (booking: Booking) => placesIn(booking, names);
  /** The same as it is kept. */
  const stored = async (booking: Booking) => places(await read(house, booking));
  return { house, atelier, taker, places, stored };
}

/** Of each date, its day and the names of its rooms, or what became of it. */
function placesIn({ occurrences }: Pick<Booking, 'occurrences'>, names: Record<string, string>): string[] {
  return occurrences.map(({ start, status, roomIds }) => {
    const where = roomIds.map((id) => names[id] ?? id).join('+');
    return `${start.slice(8, 10)} ${status === 'confirmed' ? where : status}`;
  });
}

export const previewOf = async (
  house: House,
  wish: Wish & { bookingId?: string; scope?: string; occurrenceId?: string },
  who = house.member,
) => (await who.post<Preview & Problem>(house.path('bookings/preview'), draft(house, wish))).body;
