import { OVERLAPS } from './acts.fixture';
import { useApi } from './api.fixture';
import { type Wish, book } from './booking.fixture';
import { daily, edit, edited, from_, read, this_ } from './edit.fixture';
import { NOWHERE, SERIES, previewOf, takenHouse, takes, wallOn } from './substitutes.fixture';

const api = useApi();
const setUp = async () => takenHouse(await api.house());
beforeEach(() => api.setNow('2026-03-10T08:00:00Z'));

async function booked(wish: Wish = {}) {
  const found = await setUp();
  const booking = await book(found.house, { ...SERIES, start: wallOn(16, '14:00'), end: wallOn(16, '15:00'), ...wish });
  return { ...found, booking };
}
const TO_TEN = { start: wallOn(16), end: wallOn(16, '11:00') };

it.each([
  ['for a date that it has not', [takes(25, 'b')], 422, 'booking/wrong-substitutes'],
  ['for one named twice', [takes(17, 'b'), takes(17, 'b')], 422, 'booking/wrong-substitutes'],
  ['for one that its own room takes', [takes(16, 'b'), takes(17, 'b'), takes(19, 'b')], 409, 'booking/substitute-not-needed'],
  ['in a room that there is not', [takes(17, NOWHERE), takes(19, 'b')], 422, 'booking/unknown-room'],
])('is refused %s: the old one stands', async (_, asked, status, code) => {
  const { house, booking } = await booked();
  const substitutes = asked.map((one) => ({ ...one, roomIds: one.roomIds.map((id) => (id === 'b' ? house.b : id)) }));
  const answer = await edit<{ code: string }>(house, booking, { ...TO_TEN, substitutes });
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect((await read(house, booking)).version).toBe(1);
});

it('is refused where the other room is taken too, with what is free; skipping leaves that date out', async () => {
  const { house, atelier, booking, taker, stored } = await booked();
  await taker(19, house.b);
  const wish = { ...TO_TEN, substitutes: [takes(17, house.b), takes(19, house.b)] };
  const refused = await edit<{ reasons: { roomId: string }[]; alternatives: object[] }>(house, booking, wish);
  expect([refused.status, refused.body.reasons.map(({ roomId }) => roomId)]).toEqual([409, [house.b]]);
  expect(refused.body.alternatives).toMatchObject([{ roomIds: [atelier], start: '2026-03-19T09:00:00.000Z' }]);
  expect(await stored(booking)).toEqual(['16 A', '17 A', '18 A', '19 A']);
  const after = await edited(house, booking, { ...wish, onRefused: 'skip' });
  expect(after.occurrences[3]?.reasons).toMatchObject([{ code: 'ROOM_TAKEN', roomId: house.a }]);
  expect(await stored(booking)).toEqual(['16 A', '17 B', '18 A', '19 skipped']);
});

it('moves all of it, its refused dates to other rooms, which they keep when it is edited again', async () => {
  const { house, atelier, booking, stored } = await booked();
  await edited(house, booking, { ...TO_TEN, substitutes: [takes(17, house.b), takes(19, atelier)] });
  const expected = ['16 A', '17 B', '18 A', '19 Atelier'];
  expect(await stored(booking)).toEqual(expected);
  await edited(house, booking, { title: 'Chorale' });
  await edited(house, booking, { start: wallOn(16, '10:30'), end: wallOn(16, '11:00') });
  expect(await stored(booking)).toEqual(expected);
  const answer = await edit(house, booking, { ...this_(booking, 1), substitutes: [takes(17, house.b)] });
  expect([answer.status, (answer.body as unknown as { code: string }).code]).toEqual([422, 'booking/not-for-one-date']);
});

it('from one date on, the series that takes over has them', async () => {
  const { house, booking, places } = await booked();
  const wish = { ...from_(booking, 2), start: wallOn(18), end: wallOn(18, '11:00'), substitutes: [takes(19, house.b)] };
  const next = await edited(house, booking, wish);
  expect([places(next), places(await read(house, booking))]).toEqual([
    ['18 A', '19 B'],
    ['16 A', '17 A'],
  ]);
});

it('gives dates that were skipped another room, also when nothing else changes', async () => {
  const { house, stored } = await setUp();
  const booking = await book(house, { ...SERIES, onRefused: 'skip' });
  await edited(house, booking, { substitutes: [takes(19, house.b)] });
  expect(await stored(booking)).toEqual(['16 A', '17 skipped', '18 A', '19 B']);
});

it('longer by its rule, the new dates take other rooms too', async () => {
  const { house, taker, stored } = await setUp();
  await taker(20);
  const booking = await book(house, { ...SERIES, substitutes: [takes(17, house.b), takes(19, house.b)] });
  await edited(house, booking, { recurrence: { rrule: 'FREQ=DAILY;COUNT=5' }, substitutes: [takes(20, house.b)] });
  expect(await stored(booking)).toEqual(['16 A', '17 B', '18 A', '19 B', '20 B']);
});

it('is previewed with what its dates keep of their own, and offers rooms for those that are refused', async () => {
  const { house, atelier, booking } = await booked();
  await edited(house, booking, { ...this_(booking, 1), roomIds: [atelier] });
  await edited(house, booking, { ...this_(booking, 3), start: wallOn(19, '16:00'), end: wallOn(19, '17:00') });
  const { occurrences } = await previewOf(house, { ...SERIES, ...TO_TEN, bookingId: booking.id, scope: 'all' });
  expect(occurrences.map(({ date, start, verdict, roomIds }) => [date.slice(8, 10), start.slice(11, 16), verdict, roomIds])).toEqual([
    ['16', '09:00', 'free', undefined],
    ['17', '09:00', 'free', [atelier]],
    ['18', '09:00', 'free', undefined],
    ['19', '15:00', 'free', undefined],
  ]);
  await edited(house, booking, TO_TEN);
});

it('of two edits at once that want one room for one date, one wins and the other is told', async () => {
  const { house, booking } = await booked({ recurrence: { rrule: 'FREQ=DAILY;COUNT=2' } });
  const other = await book(house, { ...daily(2), start: wallOn(16, '16:00'), end: wallOn(16, '17:00'), roomIds: [house.studio] });
  await house.close('2026-03-17T00:00Z', '2026-03-17T12:00Z', house.studio);
  const wish = { ...TO_TEN, substitutes: [takes(17, house.b)] };
  const answers = await Promise.all([booking, other].map((one) => edit(house, one, wish)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await api.db.query(OVERLAPS, [house.id])).toEqual([{ count: 0 }]);
});

it('of a long series those that come are offered rooms, however many were refused before', async () => {
  const house = await api.house();
  const long = (count: number): Wish => ({ start: '2025-10-20T10:00', end: '2025-10-20T11:00', ...daily(count) });
  await book(house, { ...long(149), organisationId: house.voisins }, house.coordinator);
  const booking = await book(house, { ...long(150), onRefused: 'skip' }, house.coordinator);
  const wish = { ...long(150), attendees: 5, bookingId: booking.id, scope: 'all' };
  const { occurrences } = await previewOf(house, wish, house.coordinator);
  const offered = occurrences.filter(({ elsewhere }) => elsewhere?.length).map(({ date }) => date.slice(0, 10));
  expect([offered[0], offered.at(-1), offered.length]).toEqual(['2026-03-10', '2026-03-17', 8]);
});
