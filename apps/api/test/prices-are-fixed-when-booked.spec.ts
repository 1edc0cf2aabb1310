import type { Booking, Preview } from '@bota/booking/domain';
import { SkippedDates } from '@bota/booking/api';
import type { ManagedRoom, RoomPrices } from '@bota/spaces/domain';
import { useApi } from './api.fixture';
import { type Wish, ask, at, book, draft } from './booking.fixture';
import { close, statementOf } from './charges.fixture';
import { daily, edited, from_, read, this_ } from './edit.fixture';
import type { House } from './house.fixture';
import { join, organisation } from './people.fixture';

const api = useApi();
const PRICES: RoomPrices = { resident: 1200, partner: 2000, outsider: 4000 };
beforeEach(() => api.setNow('2026-03-10T08:00Z'));

async function pricedHouse(rules: object = {}) {
  const house = await api.house();
  const salon = await house.room({ name: 'Salon', capacity: 12, rules: { prices: PRICES, ...rules } });
  const roomIds = [salon];
  return { house, salon, wish: (more: Wish = {}): Wish => ({ roomIds, ...more }) };
}

async function reprice(house: House, roomId: string, prices: RoomPrices): Promise<void> {
  const rooms = (await house.coordinator.get<{ items: ManagedRoom[] }>(house.path('managed-rooms'))).body.items;
  const rules = { ...rooms.find(({ id }) => id === roomId)?.ownRules, prices };
  expect((await house.coordinator.patch(house.path(`rooms/${roomId}`), { rules })).status).toBe(200);
}

const preview = async (house: House, wish: Wish, who = house.member) =>
  (await who.post<Preview>(house.path('bookings/preview'), draft(house, wish))).body;
const costs = ({ occurrences }: Pick<Booking, 'occurrences'>) => occurrences.map(({ priceCents }) => priceCents);
const lines = async (house: House, month = '2026-03', whose = house.racines) =>
  (await statementOf(house, month, whose)).lines.filter(({ kind }) => kind === 'booking');
const cancel = (house: House, { id }: Booking, body: object = {}) => house.member.post(house.path(`bookings/${id}/cancellation`), body);

it('says before booking what it costs, each date and all together', async () => {
  const { house, wish } = await pricedHouse();
  expect((await preview(house, wish(at('10:00–11:30')))).price).toEqual({ cents: 1800, hourlyCents: 1200, kind: 'resident' });
  const series = await preview(house, wish({ start: '2026-03-28T22:00', end: '2026-03-29T06:00', ...daily(2) }));
  expect(series.occurrences.map(({ priceCents }) => priceCents)).toEqual([8400, 9600]);
  expect(series.price?.cents).toBe(18_000);
});

it('says nothing of prices where there are none, or before it is known in whose name', async () => {
  const { house, wish } = await pricedHouse();
  expect((await preview(house, { roomIds: [house.a] })).price).toBeNull();
  const { body } = await house.member.post<Preview>(house.path('bookings/preview'), { ...draft(house, wish()), organisationId: undefined });
  expect(body.price).toBeNull();
  expect(body.occurrences[0]).not.toHaveProperty('priceCents');
});

it('a composed room has a price of its own, and setting up is free', async () => {
  const { house } = await pricedHouse();
  await reprice(house, house.a, PRICES);
  await reprice(house, house.hall, { ...PRICES, resident: 3000 });
  expect(costs(await book(house, { roomIds: [house.hall, house.a], setUpMinutes: 60, tearDownMinutes: 60 }))).toEqual([3000]);
  expect(costs(await book(house, { roomIds: [house.b, house.a], ...at('14:00–15:00') }))).toEqual([1200]);
});

it('a price that changes later changes nothing that is booked; what is moved is priced anew', async () => {
  const { house, salon, wish } = await pricedHouse();
  const booking = await book(house, wish(daily(4)));
  await reprice(house, salon, { ...PRICES, resident: 5000 });
  expect(costs(await read(house, booking))).toEqual([1200, 1200, 1200, 1200]);
  expect(costs(await edited(house, booking, { title: 'Autre', setUpMinutes: 15 }))).toEqual([1200, 1200, 1200, 1200]);
  const kept = await house.member.post<Preview>(house.path('bookings/preview'), { ...draft(house, wish(daily(4))), bookingId: booking.id });
  expect(kept.body.price?.cents).toBe(4800);
  await edited(house, booking, { ...this_(booking, 1), start: '2026-03-17T15:00', end: '2026-03-17T17:00' });
  expect(costs(await read(house, booking))).toEqual([1200, 10_000, 1200, 1200]);
  const rest = await edited(house, booking, { ...from_(booking, 2), start: '2026-03-18T11:00', end: '2026-03-18T12:00' });
  expect(costs(rest)).toEqual([5000, 5000]);
  expect(costs(await read(house, booking))).toEqual([1200, 10_000]);
});

it('a past date keeps its price and its organisation when the rest goes to another one', async () => {
  const { house, wish } = await pricedHouse();
  const gone = await organisation(house.ground, 'Partis');
  const stay = `INSERT INTO residency (space_id, id, organisation_id, during) VALUES ($1, gen_random_uuid(), $2, '[2025-01-01,2026-01-01)')`;
  await house.ground.db.query(stay, [house.id, gone]);
  const booking = await book(house, wish(daily(3)));
  api.setNow('2026-03-17T12:00Z');
  const after = await edited(house, booking, { organisationId: gone, overrideReason: 'Atelier commun' }, house.coordinator);
  expect(costs(after)).toEqual([1200, 1200, 2000]);
  expect((await lines(house)).map(({ on, cents }) => [on, cents])).toEqual([
    ['2026-03-16', 1200],
    ['2026-03-17', 1200],
  ]);
});

it('a date cancelled too late stays with the organisation it was for', async () => {
  const { house, wish } = await pricedHouse({ cancelMinutes: 7 * 24 * 60 });
  await join(house.ground, house.voisins, house.member, 'member');
  const series = await book(house, wish(daily(3)));
  await cancel(house, series, this_(series, 0));
  await edited(house, series, { organisationId: house.voisins });
  expect((await lines(house)).map(({ on }) => on)).toEqual(['2026-03-16']);
  expect((await lines(house, '2026-03', house.voisins)).map(({ on }) => on)).toEqual(['2026-03-17', '2026-03-18']);
});

it('the dearest booking there can be has a price', async () => {
  const house = await api.house();
  const rules = { prices: { resident: 250_000, partner: 0, outsider: 0 } };
  const roomIds: string[] = [];
  for (let n = 0; n < 20; n += 1) roomIds.push(await house.room({ name: `Salle ${n}`, rules }));
  const { occurrences } = await book(house, { roomIds, start: '2026-04-01T00:00', end: '2026-04-15T00:00' });
  expect(occurrences[0]?.priceCents).toBe(14 * 24 * 20 * 250_000);
});

it('shows the price of a booking to its organisation and the coordination, to nobody else', async () => {
  const { house, wish } = await pricedHouse();
  const { id } = await book(house, wish({ visibility: 'public' }));
  const seen = async (who: typeof house.member) => costs((await who.get<Booking>(house.path(`bookings/${id}`))).body);
  expect(await seen(house.colleague)).toEqual([1200]);
  expect(await seen(house.coordinator)).toEqual([1200]);
  expect(await seen(house.neighbour)).toEqual([undefined]);
});

it('stands on the statement of the month in which it begins, cancelled in time not at all, cancelled late as it was', async () => {
  const { house, wish } = await pricedHouse({ cancelMinutes: 24 * 60 });
  await book(house, wish({ title: 'Nuit', start: '2026-03-31T23:00', end: '2026-04-01T01:00' }));
  const inTime = await book(house, wish(at('10:00–11:00')));
  const late = await book(house, wish({ title: 'Tard', ...at('14:00–16:00') }));
  await cancel(house, inTime);
  api.setNow('2026-03-16T08:00Z');
  await cancel(house, late);
  const label = { fr: 'Salon\u00a0: Tard, 14:00–16:00, annulée trop tard', nl: 'Salon: Tard, 14:00–16:00, te laat geannuleerd' };
  const nuit = { cents: 2400, on: '2026-03-31', label: { fr: 'Salon\u00a0: Nuit, 23:00–01:00' } };
  expect(await lines(house)).toMatchObject([{ cents: 2400, on: '2026-03-16', bookingId: late.id, label }, nuit]);
  api.setNow('2026-04-02T08:00Z');
  expect(await lines(house, '2026-04')).toEqual([]);
});

it('a request and a hold cost nothing before they are confirmed, and then what was said', async () => {
  const { house, salon, wish } = await pricedHouse({ approval: { always: true } });
  const asked = await book(house, wish());
  expect(await lines(house)).toEqual([]);
  await reprice(house, salon, { ...PRICES, resident: 9000 });
  await house.coordinator.post(house.path(`bookings/${asked.id}/decision`), { verdict: 'accept' });
  expect(await lines(house)).toMatchObject([{ cents: 1200 }]);
});

it('a skipped date costs nothing, and its price when it is regained', async () => {
  const { house, salon, wish } = await pricedHouse();
  const other = await book(house, wish({ start: '2026-03-17T10:00', end: '2026-03-17T11:00' }));
  const series = await book(
    house,
    wish({ ...daily(2), organisationId: house.voisins, onRefused: 'skip', retrySkipped: true }),
    house.neighbour,
  );
  expect(series.occurrences.map(({ status, priceCents = 0 }) => [status, priceCents])).toEqual([
    ['confirmed', 1200],
    ['skipped', 0],
  ]);
  await reprice(house, salon, { ...PRICES, resident: 1500 });
  await cancel(house, other);
  await api.app.get(SkippedDates).retry();
  expect(costs(await read(house, series))).toEqual([1200, 1500]);
});

it('a closed month stays as it was counted, whatever is added to it later', async () => {
  const { house, wish } = await pricedHouse();
  await book(house, wish());
  api.setNow('2026-04-02T08:00Z');
  expect((await close(house, '2026-03')).status).toBe(201);
  await book(house, wish(at('14:00–15:00')), house.coordinator);
  expect(await lines(house)).toMatchObject([{ cents: 1200 }]);
  expect(await lines(house, '2026-04')).toEqual([]);
});

it.each([[{ resident: -1 }], [{ partner: 12.5 }], [{ outsider: 250_001 }]])('refuses %j as a price, and says where', async (prices) => {
  const { house, salon } = await pricedHouse();
  const { status, body } = await house.coordinator.patch<{ errors: { path: string }[] }>(house.path(`rooms/${salon}`), {
    rules: { prices },
  });
  expect(status).toBe(400);
  expect(body.errors[0]?.path).toBe(`rules.prices.${Object.keys(prices)[0]}`);
  expect((await ask(house, { roomIds: [salon] })).status).toBe(201);
});
