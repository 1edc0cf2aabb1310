import type { Booking } from '@bota/booking/domain';
import type { Problem } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import type { House } from './house.fixture';

const api = useApi();
const daily = { recurrence: { rrule: 'FREQ=DAILY;COUNT=4' } };
const cancel = <T = Booking>(house: House, { id }: { id: string }, wish: object = {}, who = house.member) =>
  who.post<T>(house.path(`bookings/${id}/cancellation`), wish);
const only = ({ occurrences }: Booking, index: number) => ({ scope: 'this', occurrenceId: occurrences[index]?.id });
const statuses = ({ occurrences }: Booking) => occurrences.map(({ status }) => status);

it.each([
  ['member', 200],
  ['admin', 200],
  ['coordinator', 200],
  ['colleague', 403],
  ['neighbour', 403],
  ['stranger', 404],
] as const)('%s, who asks to cancel, is answered %i', async (who, status) => {
  const house = await api.house();
  const booking = await book(house);
  expect((await cancel(house, booking, {}, house[who])).status).toBe(status);
  const { body } = await house.coordinator.get<Booking>(house.path(`bookings/${booking.id}`));
  expect(body.status).toBe(status === 200 ? 'cancelled' : 'confirmed');
});

it('nobody cancels without signing in', async () => {
  const house = await api.house();
  const { id } = await book(house);
  expect((await api.anonymous().post(house.path(`bookings/${id}/cancellation`), {})).status).toBe(401);
});

it.each([
  ['an unknown scope', { scope: 'some' }, 400, 'scope'],
  ['a long reason', { reason: 'x'.repeat(501) }, 400, 'reason'],
  ['no date', { scope: 'this' }, 422, 'occurrenceId'],
])('%s is refused, naming the field', async (_, wish, status, path) => {
  const house = await api.house();
  const answer = await cancel<Problem>(house, await book(house, daily), wish);
  expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([status, path]);
});

it('one date ends, frees its room and leaves the others', async () => {
  const house = await api.house();
  const series = await book(house, daily);
  const { status, body } = await cancel(house, series, only(series, 1));
  expect([status, body.status, body.version, statuses(body)]).toEqual([
    200,
    'confirmed',
    2,
    ['confirmed', 'cancelled', 'confirmed', 'confirmed'],
  ]);
  await book(house, { start: '2026-03-17T10:00', end: '2026-03-17T11:00' });
  expect((await cancel<Problem>(house, series, only(series, 1))).body.code).toBe('booking/already-cancelled');
});

it('a request without a body cancels all', async () => {
  const house = await api.house();
  const path = house.path(`bookings/${(await book(house)).id}/cancellation`);
  const { status } = await house.member.post(path, undefined, { headers: { 'content-type': 'application/json' } });
  expect(status).toBe(200);
  const again = house.path(`bookings/${(await book(house)).id}/cancellation`);
  expect((await house.member.post<Booking>(again)).body.status).toBe('cancelled');
});

it('with its last date the booking itself is cancelled', async () => {
  const house = await api.house();
  const series = await book(house, daily);
  const answers = [];
  for (const index of series.occurrences.keys()) answers.push((await cancel(house, series, only(series, index))).body.status);
  expect(answers).toEqual([...Array(series.occurrences.length - 1).fill('confirmed'), 'cancelled']);
  expect((await cancel<Problem>(house, series)).body.code).toBe('booking/already-cancelled');
});

it('all of them end, stay in the record and leave the agenda', async () => {
  const house = await api.house();
  const series = await book(house, daily);
  const { body } = await cancel(house, series, { reason: 'Annulé' });
  expect([body.status, statuses(body), body.may]).toEqual([
    'cancelled',
    Array(4).fill('cancelled'),
    { edit: false, cancel: false, decide: false, confirm: false },
  ]);
  const agenda = await house.member.get<{ items: [] }>(house.path('calendar?from=2026-03-16&to=2026-03-20'));
  const mine = await house.member.get<{ items: [] }>(house.path('bookings'));
  expect([agenda.body.items, mine.body.items]).toEqual([[], []]);
  await book(house, daily);
  expect((await cancel<Problem>(house, series)).body.code).toBe('booking/already-cancelled');
  expect((await house.member.patch(house.path(`bookings/${series.id}`), { title: 'x' })).body.code).toBe('booking/already-cancelled');
});

it('"this" of a booking with one date is all of it', async () => {
  const house = await api.house();
  const booking = await book(house);
  expect((await cancel(house, booking, only(booking, 0))).body.status).toBe('cancelled');
});

it('what has begun stays: the coming dates end, the booking with its past does not vanish', async () => {
  const house = await api.house();
  const series = await book(house, { start: '2026-01-05T10:00', end: '2026-01-05T11:00', ...daily });
  api.setNow('2026-01-06T09:00:00Z'); // the second begins this very moment
  const begun = await cancel<Problem>(house, series, only(series, 1));
  expect([begun.status, begun.body.code]).toEqual([409, 'booking/already-started']);
  const { body } = await cancel(house, series);
  expect(statuses(body)).toEqual(['confirmed', 'confirmed', 'cancelled', 'cancelled']);
  const agenda = await house.member.get<{ items: [] }>(house.path('calendar?from=2026-01-05&to=2026-01-10'));
  expect(agenda.body.items).toHaveLength(2);
});

it('what is over cannot be cancelled', async () => {
  const house = await api.house();
  const booking = await book(house, { start: '2026-01-05T10:00', end: '2026-01-05T11:00' });
  api.setNow('2026-01-05T09:00:00Z');
  const { status, body } = await cancel<Problem>(house, booking);
  expect([status, body.code]).toEqual([409, 'booking/already-started']);
});

it('many who cancel at once cancel once', async () => {
  const house = await api.house();
  const booking = await book(house);
  const answers = await Promise.all(Array.from({ length: 8 }, () => cancel(house, booking)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
  const [{ count }] = await api.db.query(`SELECT count(*)::int FROM log WHERE kind = 'booking.cancelled' AND entity_id = $1`, [booking.id]);
  expect(count).toBe(1);
});
