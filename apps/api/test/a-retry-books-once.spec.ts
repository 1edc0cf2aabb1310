import type { Booking } from '@bota/booking/domain';
import type { Problem } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { type Wish, ask, at, book } from './booking.fixture';
import type { House } from './house.fixture';

const api = useApi();
const retry = <T = Problem>(house: House, wish: Wish = {}, who = house.member, key = 'key-1') =>
  ask<T>(house, wish, who, { 'idempotency-key': key });
const countOf = async ({ id }: House) => {
  const [row] = await api.db.query(
    `SELECT (SELECT count(*)::int FROM booking WHERE space_id = $1) AS bookings,
       (SELECT count(*)::int FROM log WHERE space_id = $1 AND kind = 'booking.created') AS logged`,
    [id],
  );
  return [row.bookings, row.logged];
};

it.each([
  ['one date', {}],
  ['a series', { recurrence: { rrule: 'FREQ=DAILY;COUNT=3' } }],
  ['a series that skipped', { recurrence: { rrule: 'FREQ=DAILY;COUNT=3' }, onRefused: 'skip' as const, ...at('13:00–14:00') }],
  ['an imported event', { uid: 'event-1' }],
])('%s: the same key gives the same answer and one booking', async (_, wish) => {
  const house = await api.house();
  await book(house, { start: '2026-03-17T13:00', end: '2026-03-17T14:00', organisationId: house.voisins }, house.neighbour);
  const first = await retry<Booking>(house, wish);
  const second = await retry<Booking>(house, wish);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body).toEqual(first.body);
  expect(await countOf(house)).toEqual([2, 2]);
});

it('answers the same when the booking has begun, was changed or cancelled meanwhile', async () => {
  const house = await api.house();
  const first = await retry<Booking>(house, { start: '2026-01-05T10:00', end: '2026-01-05T11:00' });
  await house.member.patch(house.path(`bookings/${first.body.id}`), { title: 'Autre' });
  api.setNow('2026-01-05T09:30:00Z');
  const second = await retry<Booking>(house, { start: '2026-01-05T10:00', end: '2026-01-05T11:00' });
  expect([second.status, second.body]).toEqual([201, first.body]);
  expect(await countOf(house)).toEqual([1, 1]);
});

it('is not booked again after it was cancelled', async () => {
  const house = await api.house();
  const { body } = await retry<Booking>(house);
  await house.member.post(house.path(`bookings/${body.id}/cancellation`), {});
  expect((await retry<Booking>(house)).body.id).toBe(body.id);
  expect(await countOf(house)).toEqual([1, 1]);
});

it.each([
  ['that would be free', at('15:00–16:00')],
  ['that would be taken', at('10:30–11:30')],
  ['that differs in its title', { title: 'Autre' }],
])('another request %s under the same key is refused', async (_, wish) => {
  const house = await api.house();
  await retry(house);
  const { status, body } = await retry(house, wish);
  expect([status, body.code]).toEqual([422, 'idempotency-key-reused']);
  expect(await countOf(house)).toEqual([1, 1]);
});

it('the key belongs to the person, and a refused request does not use it up', async () => {
  const house = await api.house();
  await retry(house);
  expect((await retry(house, at('11:00–12:00'), house.colleague)).status).toBe(201);
  expect((await retry(house, {}, house.admin, 'key-2')).status).toBe(409);
  expect((await retry(house, at('13:00–14:00'), house.admin, 'key-2')).status).toBe(201);
});

it.each([
  ['empty', ''],
  ['endless', 'k'.repeat(201)],
])('an %s key is refused', async (_, key) => {
  const house = await api.house();
  const { status, body } = await retry(house, {}, house.member, key);
  expect([status, body.errors?.[0]?.path]).toEqual([400, 'idempotency-key']);
});

it('twenty at once with one key make one booking, and all hear of it', async () => {
  const house = await api.house();
  const answers = await Promise.all(Array.from({ length: 20 }, () => retry<Booking>(house)));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(await countOf(house)).toEqual([1, 1]);
});
