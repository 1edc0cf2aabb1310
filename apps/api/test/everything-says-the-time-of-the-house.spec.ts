import type { Booking, NewFeed } from '@bota/booking/domain';
import { Confirmations } from '@bota/booking/api';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import { edit, read } from './edit.fixture';
import type { House } from './house.fixture';
import { lettersTo } from './notifications.fixture';
import { readPdf } from './pdf.fixture';

const api = useApi();
/** In summer, as somebody in New York asks for it: 10:00–11:30 in Brussels. */
const FROM_AFAR = { start: '2026-07-01T04:00:00-04:00', end: '2026-07-01T05:30:00-04:00' };

async function paperOf(house: House): Promise<string> {
  const path = house.path('day-sheets/2026-07-01/pdf?language=fr');
  const response = await fetch(`${api.url}${path}`, { headers: house.coordinator.cookieHeader });
  return readPdf(Buffer.from(await response.arrayBuffer())).text;
}

async function feedOf(house: House): Promise<string> {
  const { body } = await house.member.post<NewFeed>(house.path('feeds'), { kind: 'room', roomId: house.a });
  return (await api.anonymous().get(body.path)).text;
}

it('14: what is asked for from New York is said in the time of the house: on the screen, by letter, on paper and in a calendar', async () => {
  const house = await api.house();
  const booking = await book(house, FROM_AFAR);
  expect([booking.start, booking.zone]).toEqual(['2026-07-01T08:00:00.000Z', 'Europe/Brussels']);
  await api.app.get(Confirmations).write();
  const [letter] = await lettersTo(api, house.member);
  expect(letter?.text).toMatch(/10:00\s*–\s*11:30/);
  expect(await paperOf(house)).toMatch(/10:00\s*–\s*11:30/);
  expect(await feedOf(house)).toMatch(/DTSTART;TZID=Europe\/Brussels:20260701T100000\r\nDTEND;TZID=Europe\/Brussels:20260701T113000/);
});

it('14: saved from there as it is, it moves nowhere and no calendar hears of it', async () => {
  const house = await api.house();
  const booking = await book(house, FROM_AFAR);
  const before = await feedOf(house);
  const { status, body } = await edit<Booking>(house, booking, FROM_AFAR);
  expect([status, body.occurrences]).toEqual([200, booking.occurrences]);
  expect((await read(house, booking)).occurrences).toEqual(booking.occurrences);
  const times = (text: string) => text.match(/^DT(START|END).*$/gm);
  expect(times(await feedOf(house))).toEqual(times(before));
});
