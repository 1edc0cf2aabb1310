import type { Booking } from '@bota/booking/domain';
import { OVERLAPS } from './acts.fixture';
import { useApi } from './api.fixture';
import { type Wish, ask, book } from './booking.fixture';
import { daily, edit, edited, read, this_ } from './edit.fixture';
import { previewOf, wallOn } from './substitutes.fixture';

const api = useApi();
beforeEach(() => api.setNow('2026-03-10T08:00:00Z'));

/** Four days in A and the studio; A is taken on the 17th, both on the 19th. */
async function setUp() {
  const house = await api.house();
  const room = (name: string, capacity: number) => house.room({ name, capacity });
  const [atelier, cave] = [await room('Atelier', 24), await room('Cave', 6)];
  const taker = (day: number, ...roomIds: string[]) =>
    book(house, { organisationId: house.voisins, roomIds, start: wallOn(day), end: wallOn(day, '11:00') }, house.neighbour);
  await taker(17, house.a);
  await taker(19, house.a, house.studio);
  const names: Record<string, string> = { [house.a]: 'A', [house.b]: 'B', [house.studio]: 'Studio', [atelier]: 'Atelier', [cave]: 'Cave' };
  const nameOf = (roomIds: readonly string[]) =>
    roomIds
      .map((id) => names[id])
      .sort()
      .join('+');
  const places = ({ occurrences }: Booking) => occurrences.map(({ start, roomIds }) => `${start.slice(8, 10)} ${nameOf(roomIds)}`);
  const series: Wish = { ...daily(4), roomIds: [house.a, house.studio] };
  const substitutes = [
    { date: wallOn(17), roomIds: [atelier, house.studio] },
    { date: wallOn(19), roomIds: [atelier, cave] },
  ];
  return { house, atelier, cave, taker, nameOf, places, series, substitutes };
}
const EXPECTED = ['16 A+Studio', '17 Atelier+Studio', '18 A+Studio', '19 Atelier+Cave'];

it('before saving each refused date is offered what is free beside the rooms that stay', async () => {
  const { house, nameOf, series } = await setUp();
  const { occurrences } = await previewOf(house, series);
  expect(occurrences.map(({ elsewhere }) => elsewhere?.map(({ roomIds }) => nameOf(roomIds)))).toEqual([
    undefined,
    ['Atelier+Studio'],
    undefined,
    ['Atelier+Cave', 'Atelier+B'],
  ]);
});

it('booked, each date takes its rooms, in the answer and as it is kept, and is free where it is not', async () => {
  const { house, places, series, substitutes } = await setUp();
  const booking = await book(house, { ...series, substitutes });
  expect([places(booking), places(await read(house, booking))]).toEqual([EXPECTED, EXPECTED]);
  expect((await ask(house, { start: wallOn(17), end: wallOn(17, '11:00'), roomIds: [house.b] })).status).toBe(201);
  expect(await api.db.query(OVERLAPS, [house.id])).toEqual([{ count: 0 }]);
});

it('changed, a series sends its refused dates elsewhere alike', async () => {
  const { house, places, series, substitutes } = await setUp();
  const booking = await book(house, { ...series, start: wallOn(16, '14:00'), end: wallOn(16, '15:00') });
  await edited(house, booking, { start: wallOn(16), end: wallOn(16, '11:00'), substitutes });
  expect(places(await read(house, booking))).toEqual(EXPECTED);
});

it('what is lost elsewhere is said with what is left then', async () => {
  const { house, atelier, cave, taker, series, substitutes } = await setUp();
  const garage = await house.room({ name: 'Garage', capacity: 30 });
  await taker(17, atelier);
  const { status, body } = await ask(house, { ...series, substitutes });
  expect([status, body.reasons?.map(({ roomId }) => roomId)]).toEqual([409, [atelier]]);
  expect(body.alternatives).toContainEqual({
    ...{ roomIds: [garage, house.studio], start: '2026-03-17T09:00:00.000Z', end: '2026-03-17T10:00:00.000Z' },
  });
  expect(body.alternatives?.some(({ roomIds }) => roomIds.includes(cave))).toBe(false);
});

it('one date is offered another room for the one that is taken, too', async () => {
  const { house, atelier, series } = await setUp();
  const { status, body } = await ask(house, { ...series, recurrence: undefined, start: wallOn(17), end: wallOn(17, '11:00') });
  expect(status).toBe(409);
  expect(body.alternatives?.at(-1)).toEqual({
    ...{ roomIds: [atelier, house.studio], start: '2026-03-17T09:00:00.000Z', end: '2026-03-17T10:00:00.000Z' },
  });
});

describe('a date that has rooms of its own', () => {
  it('is offered those of its series, when these are free and its own are not, and is one of them again', async () => {
    const { house, taker } = await setUp();
    const series = { ...daily(2), start: wallOn(23, '14:00'), end: wallOn(23, '15:00'), roomIds: [house.a], attendees: 10 };
    const booking = await book(house, series);
    await edited(house, booking, { ...this_(booking, 1), roomIds: [house.b] });
    await taker(24, house.b);
    const time = { start: wallOn(23), end: wallOn(23, '11:00') };
    const { occurrences } = await previewOf(house, { ...series, ...time, bookingId: booking.id, scope: 'all' });
    expect(occurrences[1]).toMatchObject({ verdict: 'refused', elsewhere: expect.arrayContaining([{ roomIds: [house.a] }]) });
    const back = await edited(house, booking, { ...time, substitutes: [{ date: wallOn(24), roomIds: [house.a] }] });
    expect(back.occurrences[1]?.roomIds).toEqual([house.a]);
    const moved = await edit(house, booking, { roomIds: [house.studio], attendees: 4 });
    expect(moved.body.occurrences.map(({ roomIds }) => roomIds)).toEqual([[house.studio], [house.studio]]);
  });
});
