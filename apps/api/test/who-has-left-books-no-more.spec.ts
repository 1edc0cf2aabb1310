import type { Booking, Preview } from '@bota/booking/domain';
import { HorizonJob } from '@bota/booking/api';
import { useApi } from './api.fixture';
import { ask, book, draft } from './booking.fixture';
import { edit, read, this_ } from './edit.fixture';
import type { House } from './house.fixture';
import { APPEALS_OVER, Season, WISHES_OVER, thursday } from './season.fixture';

const api = useApi();

/** Racines lives here until Monday 19 January 2026. */
async function leaving() {
  const house = await api.house();
  await leave(house);
  return house;
}
const leave = (house: House, day = '2026-01-20') =>
  api.db.query(`UPDATE residency SET during = daterange(lower(during), $3) WHERE space_id = $1 AND organisation_id = $2`, [
    house.id,
    house.racines,
    day,
  ]);
const daily = { start: '2026-01-18T10:00', end: '2026-01-18T11:00', recurrence: { rrule: 'FREQ=DAILY;COUNT=4' } };
const on = (day: string) => ({ start: `${day}T10:00`, end: `${day}T11:00` });
const states = async (house: House, booking: { id: string }) => (await read(house, booking)).occurrences.map(({ status }) => status);

it('of a series the dates after the last day are refused, each with its reason, also beforehand', async () => {
  const house = await leaving();
  const { body: preview } = await house.member.post<Preview>(house.path('bookings/preview'), draft(house, daily));
  const verdicts = preview.occurrences.map(({ reasons }) => reasons.map(({ code }) => code));
  expect(verdicts).toEqual([[], [], ['NOT_RESIDENT'], ['NOT_RESIDENT']]);
  const refused = await ask(house, daily);
  expect([refused.status, refused.body.reasons?.map(({ code }) => code)]).toEqual([409, ['NOT_RESIDENT', 'NOT_RESIDENT']]);
  const booking = await book(house, { ...daily, onRefused: 'skip' });
  expect(booking.occurrences.map(({ status }) => status)).toEqual(['confirmed', 'confirmed', 'skipped', 'skipped']);
});

it('a date is not moved to after the last day, and one that was booked before may be renamed there', async () => {
  const house = await api.house();
  const series = await book(house, daily);
  await leave(house);
  const moved = await edit(house, series, { ...this_(series, 0), ...on('2026-01-25') });
  expect([moved.status, await states(house, series)]).toEqual([409, Array(4).fill('confirmed')]);
  expect((await edit(house, series, { title: 'Adieu' })).status).toBe(200);
  expect((await edit(house, series, { ...this_(series, 3), end: '2026-01-21T10:30' })).status).toBe(200);
});

it('another organisation takes over only the dates on which it lives here', async () => {
  const house = await leaving();
  const theirs = await book(house, { ...daily, organisationId: house.voisins }, house.neighbour);
  const { status } = await edit(house, theirs, { organisationId: house.racines }, house.coordinator);
  expect(status).toBe(409);
});

it('a series without end gets no dates after the last day when the horizon moves on', async () => {
  const house = await api.house({ horizonDays: 30 });
  const series = await book(house, { start: '2026-01-06T10:00', end: '2026-01-06T11:00', recurrence: { rrule: 'FREQ=DAILY' } });
  await leave(house, '2026-02-10');
  api.setNow('2026-01-20T08:00:00Z');
  await api.app.get(HorizonJob).roll();
  const { occurrences } = await read(house, series);
  const last = (status: string) => occurrences.findLast((one) => one.status === status)?.start.slice(0, 10);
  expect([last('confirmed'), last('skipped')]).toEqual(['2026-02-09', '2026-02-18']);
  expect(occurrences.at(-1)?.reasons).toEqual([{ code: 'NOT_RESIDENT' }]);
});

it('a request is accepted only for the days on which who asks lives here', async () => {
  const house = await api.house();
  const roomIds = [await house.room({ name: 'Chapelle', rules: { approval: { always: true } } })];
  const request = await book(house, { ...daily, roomIds });
  await leave(house);
  const decide = (more: object) =>
    house.coordinator.post<Booking>(house.path(`bookings/${request.id}/decision`), { verdict: 'accept', ...more });
  expect((await decide({})).status).toBe(409);
  const { body } = await decide({ onRefused: 'skip' });
  expect(body.occurrences.map(({ status }) => status)).toEqual(['confirmed', 'confirmed', 'skipped', 'skipped']);
});

it('the coordination writes down what was, and books what is to come only over the rule, with its reason', async () => {
  const house = await leaving();
  api.setNow('2026-01-27T08:00:00Z');
  expect((await ask(house, on('2026-01-25'), house.coordinator)).status).toBe(201);
  const ahead = await ask(house, on('2026-04-25'), house.coordinator);
  expect([ahead.status, ahead.body.reasons?.map(({ code }) => code)]).toEqual([409, ['NOT_RESIDENT']]);
  const { status } = await ask(house, { ...on('2026-04-25'), overrideReason: 'Fête d’adieu' }, house.coordinator);
  expect(status).toBe(201);
  expect((await ask(house, { ...on('2026-04-26'), overrideReason: 'Moi aussi' })).status).toBe(403);
});

it('of a season that is adopted, the dates after the last day are skipped; who is gone before it gets none', async () => {
  const house = await api.house();
  const season = await Season.opened(house);
  const ours = await season.wish({ choices: [thursday(house.a)] });
  const theirs = await season.ofNeighbour({ choices: [thursday(house.b)] });
  api.setNow(WISHES_OVER);
  await season.publish();
  await leave(house, '2026-03-20');
  await api.db.query(`UPDATE residency SET during = daterange(lower(during), '2026-02-10') WHERE space_id = $1 AND organisation_id = $2`, [
    house.id,
    house.voisins,
  ]);
  api.setNow(APPEALS_OVER);
  const { report } = (await season.step('adoption')).body;
  const of = ({ id }: { id: string }) => report?.find(({ wishId }) => wishId === id);
  expect([of(ours)?.dates, of(ours)?.skipped[0]?.codes, of(theirs)?.dates, of(theirs)?.refusal]).toEqual([
    ...[3, ['NOT_RESIDENT'], 0, 'booking/all-refused'],
  ]);
});
