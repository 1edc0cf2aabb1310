import type { Booking } from '@bota/booking/domain';
import { type Wish, ask, book, draft } from './booking.fixture';
import { edit } from './edit.fixture';
import type { House } from './house.fixture';
import { useProcesses } from './processes.fixture';
import { quota } from './quota.fixture';

const api = useProcesses();
// In the next year, when every hour of a day exists: these processes have the clock of the machine.
const YEAR = new Date().getFullYear() + 1;
const on = (day: number, hours = 1): Wish => ({
  start: `${YEAR}-01-${String(day).padStart(2, '0')}T10:00`,
  end: `${YEAR}-01-${String(day).padStart(2, '0')}T${10 + hours}:00`,
});

const USED = `
  SELECT coalesce(sum(extract(epoch FROM o.ends_at - o.starts_at)) / 3600, 0)::float8 AS hours, count(*)::int AS dates
  FROM occurrence o JOIN booking b ON b.space_id = o.space_id AND b.id = o.booking_id
  WHERE o.space_id = $1 AND b.organisation_id = $2 AND o.status IN ('confirmed', 'requested')`;
const used = async (house: House) => (await api.db.query<[{ hours: number; dates: number }]>(USED, [house.id, house.racines]))[0];

const POST = (house: House, index: number, wish: Wish) =>
  api.at(index % 2, index % 4 < 2 ? house.member : house.colleague).post<Booking>(house.path('bookings'), draft(house, wish));

async function houseOf(hours: number) {
  const house = await api.house();
  await quota(house, { limit: hours * 60 });
  return house;
}

it('of twenty bookings on free days over two processes, as many win as the quota has hours', async () => {
  const house = await houseOf(5);
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => POST(house, index, on(index + 1))));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(5);
  expect(statuses.filter((status) => status === 409)).toHaveLength(15);
  for (const { status, text } of answers) if (status === 409) expect(text).toContain('QUOTA_EXCEEDED');
  expect(await used(house)).toEqual({ hours: 5, dates: 5 });
  expect(api.log).toBe('');
});

it('series and single bookings at once never pass it together, and another organisation is not held up', async () => {
  const house = await houseOf(6);
  const daily = (day: number): Wish => ({
    ...on(day),
    roomIds: [house.studio],
    recurrence: { rrule: 'FREQ=DAILY;COUNT=4' },
    onRefused: 'skip',
  });
  const mine = [1, 9, 17].map((day, index) => POST(house, index, daily(day)));
  const alone = [2, 10, 18, 25].map((day, index) => POST(house, index, on(day)));
  const others = [3, 11].map((day) =>
    ask<Booking>(house, { ...on(day, 2), roomIds: [house.b], organisationId: house.voisins }, house.neighbour),
  );
  const answers = await Promise.all([...mine, ...alone]);
  expect((await Promise.all(others)).map(({ status }) => status)).toEqual([201, 201]);
  expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  expect((await used(house)).hours).toBe(6);
});

it('edits at once never grow beyond it together', async () => {
  const house = await houseOf(6);
  const bookings = [];
  for (const day of [4, 5, 6, 7]) bookings.push(await book(house, on(day)));
  const answers = await Promise.all(
    bookings.map((booking, index) => edit(house, booking, { end: `${YEAR}-01-0${4 + index}T12:00` }, api.at(index % 2, house.member))),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409]);
  expect((await used(house)).hours).toBe(6);
});

it('the same request twice at once takes of it once', async () => {
  const house = await houseOf(1);
  const headers = { 'idempotency-key': 'once' };
  const answers = await Promise.all([0, 1].map((index) => ask<Booking>(house, on(2), api.at(index, house.member), headers)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(answers[0]?.body.id).toBe(answers[1]?.body.id);
  expect(await used(house)).toEqual({ hours: 1, dates: 1 });
});
