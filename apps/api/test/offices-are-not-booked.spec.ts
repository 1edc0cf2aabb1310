import type { Calendar, Preview } from '@bota/booking/domain';
import type { RoomList } from '@bota/spaces/domain';
import { useApi } from './api.fixture';
import { at, ask, book, draft } from './booking.fixture';

const api = useApi();
const reasonCodes = (body: { reasons?: { code: string }[] }) => (body.reasons ?? []).map(({ code }) => code);

it('an office is shown with its desks and its place on the floor, and cannot be booked, alone or beside a room', async () => {
  const house = await api.house();
  const outline = { x: 4, y: 2.5, width: 20, height: 10 };
  const office = await house.room({ name: 'Bureau 2.1', bookable: false, desks: 6, outline });
  const { items } = (await api.anonymous().get<RoomList>(house.path('rooms'))).body;
  expect(items.find(({ id }) => id === office)).toMatchObject({ bookable: false, desks: 6, outline });
  expect(items.find(({ id }) => id === house.a)).toMatchObject({ bookable: true, desks: null, outline: null });
  for (const roomIds of [[office], [house.a, office]]) {
    const { status, body } = await ask(house, { roomIds });
    expect([status, body.code, ...reasonCodes(body)]).toEqual([409, 'booking/refused', 'NOT_BOOKABLE']);
    expect(body.reasons?.[0]?.roomId).toBe(office);
    const preview = await house.member.post<Preview>(house.path('bookings/preview'), draft(house, { roomIds }));
    expect(preview.body.occurrences[0]).toMatchObject({ verdict: 'refused', reasons: [{ code: 'NOT_BOOKABLE', roomId: office }] });
  }
});

it('nobody is sent to an office: it is no alternative, though it is the best that is free', async () => {
  const house = await api.house();
  const office = await house.room({ name: 'Bureau', capacity: 20, bookable: false });
  await book(house);
  const { body } = await ask(house, at('10:30–11:30'));
  expect(body.alternatives?.length).toBeGreaterThan(0);
  expect(body.alternatives?.flatMap(({ roomIds }) => roomIds)).not.toContain(office);
});

it('a room that becomes an office keeps its bookings: they may be renamed and cancelled, but neither moved nor moved into it', async () => {
  const house = await api.house();
  const inside = await book(house);
  const outside = await book(house, { roomIds: [house.b] });
  await api.db.query('UPDATE room SET bookable = false WHERE id = $1', [house.a]);
  const edit = (id: string, changes: object) => house.member.patch(house.path(`bookings/${id}`), { scope: 'all', ...changes });
  expect((await edit(inside.id, { title: 'Autre nom' })).status).toBe(200);
  for (const [id, changes] of [
    [inside.id, { start: '2026-03-16T14:00', end: '2026-03-16T15:00' }],
    [outside.id, { roomIds: [house.a] }],
  ] as const) {
    const { status, body } = await edit(id, changes);
    expect([status, ...reasonCodes(body)]).toEqual([409, 'NOT_BOOKABLE']);
  }
  const { items } = (await house.member.get<Calendar>(house.path('calendar?from=2026-03-16&to=2026-03-17'))).body;
  expect(items.map(({ bookingId }) => bookingId).sort()).toEqual([inside.id, outside.id].sort());
  expect((await house.member.post(house.path(`bookings/${inside.id}/cancellation`), {})).status).toBe(200);
});

it('a room without hours of its own keeps those of the house; its own, or none at all, come first', async () => {
  const house = await api.house();
  await api.db.query('UPDATE space SET hours = $2 WHERE id = $1', [house.id, JSON.stringify(Array(7).fill(['09:00', '18:00']))]);
  const late = await house.room({ name: 'Tard', rules: { hours: Array(7).fill(['09:00', '22:00']) } });
  const always = await house.room({ name: 'Toujours', rules: { hours: null } });
  const wish = (room: string) => ask(house, { ...at('20:00–21:00'), roomIds: [room] });
  expect(reasonCodes((await wish(house.studio)).body)).toEqual(['CLOSED']);
  expect([(await wish(late)).status, (await wish(always)).status]).toEqual([201, 201]);
  const { items } = (await api.anonymous().get<RoomList>(house.path('rooms'))).body;
  const hoursOf = (id: string) => items.find((room) => room.id === id)?.rules.hours?.[0] ?? null;
  expect([house.studio, late, always].map(hoursOf)).toEqual([['09:00', '18:00'], ['09:00', '22:00'], null]);
});
