import type { AffectedBookings, Booking, Calendar } from '@bota/booking/domain';
import type { ClosureList } from '@bota/spaces/domain';
import { useApi } from './api.fixture';
import { ask, at, book } from './booking.fixture';
import type { House } from './house.fixture';

const api = useApi();
const NOWHERE = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10';
const DAY = { start: '2026-03-16T00:00', end: '2026-03-17T00:00' };
const close = (house: House, draft: object, who = house.coordinator) =>
  who.post<ClosureList & { code: string }>(house.path('closures'), { ...DAY, ...draft });
const codesOf = (body: { reasons?: { code: string }[] }) => (body.reasons ?? []).map(({ code }) => code);

it('a closure is added by coordinators, in the time of the house, one for each room, and removed again', async () => {
  const house = await api.house();
  for (const who of [house.member, house.admin]) expect((await close(house, {}, who)).body.code).toBe('not-allowed');
  const { status, body } = await close(house, { roomIds: [house.studio, house.hall], reason: { fr: 'Peinture' } });
  expect([status, body.items.map(({ roomId }) => roomId)]).toEqual([201, [house.studio, house.hall]]);
  expect(body.items[1]).toMatchObject({
    start: '2026-03-15T23:00:00.000Z',
    unitIds: [house.a, house.b].sort(),
    reason: { fr: 'Peinture' },
  });
  const listed = await api.anonymous().get<ClosureList>(house.path('closures'));
  expect(listed.body.items).toHaveLength(2);
  const [first] = body.items;
  expect((await house.coordinator.delete(house.path(`closures/${first?.id}`))).status).toBe(204);
  expect((await house.coordinator.delete(house.path(`closures/${first?.id}`))).status).toBe(404);
  expect((await ask(house, { roomIds: [house.studio] })).status).toBe(201);
  const kinds = await api.db.query(`SELECT kind FROM log WHERE space_id = $1 AND kind LIKE 'closure.%' ORDER BY id`, [house.id]);
  expect(kinds.map(({ kind }: { kind: string }) => kind)).toEqual(['closure.added', 'closure.added', 'closure.removed']);
});

it.each([
  ['an end before its start', { end: '2026-03-15T00:00' }, 422, 'end'],
  ['a time that is over', { start: '2026-01-04T00:00', end: '2026-01-05T09:00' }, 422, 'end'],
  ['a room of nowhere', { roomIds: [NOWHERE] }, 422, 'roomIds.0'],
  ['a start that is no time', { start: 'tomorrow' }, 400, 'start'],
  ['a room twice', { roomIds: [NOWHERE, NOWHERE] }, 400, 'roomIds'],
])('nothing is closed with %s', async (_, draft, status, path) => {
  const house = await api.house();
  const answer = await house.coordinator.post(house.path('closures'), { ...DAY, ...draft });
  expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([status, path]);
  expect((await api.anonymous().get<ClosureList>(house.path('closures'))).body.items).toEqual([]);
});

it('one room is closed once for the same time, also when two coordinators say so at once; a time that has begun can still be closed', async () => {
  const house = await api.house();
  const twice = await Promise.all([close(house, { roomIds: [house.a] }), close(house, { roomIds: [house.a] })]);
  expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
  const again = await house.coordinator.post(house.path('closures'), { ...DAY, roomIds: [house.b, house.a] });
  expect([again.body.code, again.body.errors?.map(({ path }) => path)]).toEqual(['closure/already', ['roomIds.1']]);
  expect((await close(house, {})).status).toBe(201);
  expect((await house.coordinator.post(house.path('closures'), DAY)).body).toMatchObject({
    code: 'closure/already',
    errors: [{ path: 'start' }],
  });
  expect((await close(house, { start: '2026-01-01T00:00', end: '2026-01-05T10:00' })).status).toBe(201);
});

it('before it is saved one sees what it would meet: in the room, in its parts and in the room it is a part of', async () => {
  const house = await api.house();
  const inA = await book(house, { ...at('10:00–11:00'), visibility: 'private', title: 'Secret' });
  const inHall = await book(house, { ...at('14:00–15:00'), roomIds: [house.hall] });
  await book(house, { ...at('10:00–11:00'), roomIds: [house.studio] });
  const meets = async (roomIds: string[], who = house.coordinator) =>
    (await who.post<AffectedBookings>(house.path('affected-bookings'), { change: 'closure', roomIds, ...DAY })).body;
  const { count, items } = await meets([house.a]);
  expect([count, items.map(({ bookingId }) => bookingId), items[0]?.title]).toEqual([2, [inA.id, inHall.id], 'Secret']);
  expect(await meets([house.b])).toMatchObject({ count: 1 });
  expect(await meets([])).toMatchObject({ count: 3 });
  expect(await meets([], house.member)).toMatchObject({ code: 'not-allowed' });
  expect((await api.anonymous().get<ClosureList>(house.path('closures'))).body.items).toEqual([]);
});

it('bookings stay when their room closes: they are flagged, and nothing new is taken, in a part or the whole neither', async () => {
  const house = await api.house();
  const { id } = await book(house, { ...at('10:00–11:00'), roomIds: [house.hall] });
  await close(house, { roomIds: [house.a] });
  const flags = async () => (await house.member.get<Booking>(house.path(`bookings/${id}`))).body.occurrences[0]?.flags;
  expect(await flags()).toEqual(['closed']);
  for (const room of [house.a, house.hall])
    expect(codesOf((await ask(house, { ...at('15:00–16:00'), roomIds: [room] })).body)).toEqual(['CLOSED']);
  expect((await ask(house, { ...at('15:00–16:00'), roomIds: [house.b] })).status).toBe(201);
  const { items, closures } = (await house.member.get<Calendar>(house.path('calendar?from=2026-03-16&to=2026-03-17'))).body;
  expect([items.length, closures[0]?.unitIds]).toEqual([2, [house.a]]);
  await house.member.patch(house.path(`bookings/${id}`), { scope: 'all', title: 'Renommée' });
  await house.coordinator.delete(house.path(`closures/${closures[0]?.id}`));
  expect(await flags()).toEqual([]);
});

it('hours of the house hold for rooms without their own; before saving one sees which bookings lie outside', async () => {
  const house = await api.house();
  const late = await book(house, { ...at('20:00–21:00'), roomIds: [house.studio] });
  const hours = Array(7).fill(['08:00', '18:00']);
  const { body } = await house.coordinator.post<AffectedBookings>(house.path('affected-bookings'), { change: 'hours', hours });
  expect(body).toMatchObject({ count: 1, items: [{ bookingId: late.id }] });
  expect((await house.coordinator.patch(`/api/spaces/${house.id}`, { hours })).status).toBe(200);
  expect(codesOf((await ask(house, { ...at('21:00–22:00'), roomIds: [house.studio] })).body)).toEqual(['CLOSED']);
});
