import type { CalendarDays } from '@bota/booking/domain';
import type { Problem } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { at, book } from './booking.fixture';
import type { House } from './house.fixture';

const api = useApi();
const counted = async (house: House, query = '', who = house.member) => {
  const { body } = await who.get<CalendarDays>(house.path(`calendar/days?from=2026-01-01&to=2027-01-01${query}`));
  return body.items.map(({ date, bookings }) => [date, bookings]);
};

it('each booking counts once a day, whatever rooms it takes, on each of its days', async () => {
  const house = await api.house();
  await book(house, { roomIds: [house.hall] });
  await book(house, { roomIds: [house.studio] });
  await book(house, { roomIds: [house.studio], start: '2026-03-20T22:00', end: '2026-03-21T02:00' });
  await book(house, { roomIds: [house.studio], start: '2026-03-22T22:00', end: '2026-03-23T00:00' });
  expect(await counted(house)).toEqual([
    ['2026-03-16', 2],
    ['2026-03-20', 1],
    ['2026-03-21', 1],
    ['2026-03-22', 1],
  ]);
});

it('days are those of the house, also where the clock changes', async () => {
  const house = await api.house();
  await book(house, { start: '2026-03-29T00:30', end: '2026-03-29T01:30' });
  await book(house, { start: '2026-10-25T23:00', end: '2026-10-26T00:00' });
  expect(await counted(house)).toEqual([
    ['2026-03-29', 1],
    ['2026-10-25', 1],
  ]);
});

it('of some rooms: whatever takes a part of them', async () => {
  const house = await api.house();
  await book(house, { roomIds: [house.hall] });
  await book(house, { roomIds: [house.studio] });
  expect(await counted(house, `&rooms=${house.a}`)).toEqual([['2026-03-16', 1]]);
});

it('of me, of my organisations, of one organisation', async () => {
  const house = await api.house();
  await book(house);
  await book(house, at('12:00–13:00'), house.colleague);
  await book(house, { ...at('14:00–15:00'), organisationId: house.voisins }, house.neighbour);
  expect(await counted(house, '&who=me')).toEqual([['2026-03-16', 1]]);
  expect(await counted(house, '&who=organisations')).toEqual([['2026-03-16', 2]]);
  expect(await counted(house, `&organisation=${house.voisins}`)).toEqual([['2026-03-16', 1]]);
});

it('a private booking counts as taken, and is nobody’s for those who may not know whose it is', async () => {
  const house = await api.house();
  await book(house, { visibility: 'private' });
  expect(await counted(house, '', house.neighbour)).toEqual([['2026-03-16', 1]]);
  expect(await counted(house, `&organisation=${house.racines}`, house.neighbour)).toEqual([]);
  expect(await counted(house, `&organisation=${house.racines}`, house.colleague)).toEqual([['2026-03-16', 1]]);
  expect(await counted(house, '&who=me', api.anonymous() as typeof house.member)).toEqual([]);
});

it.each([
  ['from=2026-02-30&to=2026-03-01', 'from'],
  ['from=2026-03-01&to=2026-03-01', 'to'],
  ['from=2026-01-01&to=2027-06-01', 'to'],
  ['from=2026-01-01&to=2026-02-01&rooms=salle', 'rooms'],
  ['from=2026-01-01&to=2026-02-01&organisation=racines', 'organisation'],
  ['from=2026-01-01&to=2026-02-01&who=you', 'who'],
])('%s names %s', async (query, field) => {
  const house = await api.house();
  const { status, body } = await house.member.get<Problem>(house.path(`calendar/days?${query}`));
  expect([status, body.errors?.[0]?.path]).toEqual([400, field]);
});

it('a house that is not there has no days', async () => {
  const house = await api.house();
  const path = house.path('calendar/days?from=2026-01-01&to=2026-02-01').replace(house.id, '00000000-0000-7000-8000-000000000000');
  expect((await house.member.get(path)).status).toBe(404);
});
