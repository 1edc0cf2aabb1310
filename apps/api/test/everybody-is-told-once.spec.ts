import { RequestLetters } from '@bota/booking/api';
import type { Booking } from '@bota/booking/domain';
import { EventStream } from '@bota/shared/testing';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import type { House } from './house.fixture';
import { anotherProcess, lettersTo, titlesTo, toldTo, unreadOf } from './notifications.fixture';

const api = useApi();
const approval = { always: true, outsideHours: false, blocks: true };
const cancel = (house: House, { id }: Booking, body = {}, who = house.coordinator) =>
  who.post(house.path(`bookings/${id}/cancellation`), body);
const edit = (house: House, { id }: Booking, body: object, who = house.coordinator) => who.patch(house.path(`bookings/${id}`), body);

it('what somebody else does to a booking stands in the application of its booker, as in the letter', async () => {
  const house = await api.house();
  const booking = await book(house);
  await cancel(house, booking, { reason: 'Fuite d’eau' });
  const [told, ...more] = await toldTo(house, house.member);
  expect([told, more]).toEqual([
    {
      id: expect.any(String),
      ...{ family: 'bookings', path: `bookings/${booking.id}`, isRead: false, at: '2026-01-05T08:00:00.000Z' },
      title: 'Réservation annulée\u00a0: Assemblée',
      text: [expect.stringContaining('Coordinator a annulé votre réservation'), 'Raison\u00a0: «\u00a0Fuite d’eau\u00a0»'],
    },
    [],
  ]);
  expect(told?.text[0]).toContain('lundi 16 mars 2026, 10:00–11:00, Salle A');
  expect((await lettersTo(api, house.member)).map(({ subject }) => subject)).toEqual([told?.title]);
});

it('is read in the language of the moment, whatever it was told in', async () => {
  const house = await api.house();
  await cancel(house, await book(house));
  const dutch = await toldTo(house, house.member, '?language=nl');
  expect([dutch[0]?.title, dutch[0]?.text[0]]).toEqual([
    'Reservatie geannuleerd: Assemblée',
    expect.stringContaining('maandag 16 maart 2026'),
  ]);
});

it('nobody is told what they did themself', async () => {
  const house = await api.house();
  const booking = await book(house);
  await edit(house, booking, { title: 'Autre' }, house.member);
  await cancel(house, booking, {}, house.member);
  for (const who of [house.member, house.coordinator, house.admin]) expect(await toldTo(house, who)).toEqual([]);
});

it('a series that changes tells once, however many dates it has', async () => {
  const house = await api.house();
  const series = await book(house, { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=8' } });
  await edit(house, series, { scope: 'all', start: '2026-03-16T14:00', end: '2026-03-16T15:00' });
  expect(await titlesTo(house, house.member)).toEqual(['Réservation modifiée\u00a0: Assemblée']);
  const following = { scope: 'following', occurrenceId: series.occurrences[4]?.id, title: 'Conseil' };
  expect((await edit(house, series, following)).status).toBe(200);
  expect(await titlesTo(house, house.member)).toEqual(['Réservation modifiée\u00a0: Conseil', 'Réservation modifiée\u00a0: Assemblée']);
  expect(await lettersTo(api, house.member)).toHaveLength(2);
});

it('each further change is told, the same one again is not', async () => {
  const house = await api.house();
  const booking = await book(house);
  await edit(house, booking, { title: 'Conseil' });
  await edit(house, booking, { title: 'Comité' });
  await cancel(house, booking);
  expect((await cancel(house, booking)).status).toBe(409);
  expect(await titlesTo(house, house.member)).toEqual([
    'Réservation annulée\u00a0: Comité',
    'Réservation modifiée\u00a0: Comité',
    'Réservation modifiée\u00a0: Conseil',
  ]);
});

it('a request tells each coordinator once, though two processes tell at once and each of them again', async () => {
  const house = await api.house();
  const roomIds = [await house.room({ name: 'Chapelle', capacity: 30, rules: { approval } })];
  await book(house, { roomIds });
  const other = await anotherProcess(api);
  const jobs = [api.app.get(RequestLetters), other.get(RequestLetters)];
  await Promise.all([...jobs, ...jobs].map((job) => job.tell()));
  // Even a job that lost its memory between the letter and the mark of it.
  await api.db.query('UPDATE booking SET coordinators_told_at = NULL WHERE space_id = $1', [house.id]);
  await Promise.all(jobs.map((job) => job.tell()));
  await other.close();
  expect(await titlesTo(house, house.coordinator)).toEqual(['Demande de réservation\u00a0: Assemblée']);
  expect(await lettersTo(api, house.coordinator)).toHaveLength(1);
  expect(await toldTo(house, house.member)).toEqual([]);
});

it('a decision that is sent again is refused, and told once', async () => {
  const house = await api.house();
  const roomIds = [await house.room({ name: 'Chapelle', capacity: 30, rules: { approval } })];
  const booking = await book(house, { roomIds });
  const decide = () => house.coordinator.post(house.path(`bookings/${booking.id}/decision`), { verdict: 'accept' });
  const statuses = (await Promise.all([decide(), decide(), decide()])).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, 409, 409]);
  expect(await titlesTo(house, house.member)).toEqual(['Demande acceptée\u00a0: Assemblée']);
  expect(await lettersTo(api, house.member)).toHaveLength(1);
});

it('a change that is rolled back tells nobody', async () => {
  const house = await api.house();
  await book(house, { start: '2026-03-16T14:00', end: '2026-03-16T15:00' });
  const booking = await book(house);
  expect((await edit(house, booking, { start: '2026-03-16T14:30', end: '2026-03-16T15:30' })).status).toBe(409);
  expect([await toldTo(house, house.member), await lettersTo(api, house.member)]).toEqual([[], []]);
});

describe('the open page of somebody who is told', () => {
  const listen = (house: House, headers = {}) => EventStream.open(api.url + house.path('live'), headers);
  const isTold = ({ type }: { type: string }) => type === 'notification';

  it('hears of it within two seconds, and again when it is read elsewhere; others hear nothing', async () => {
    const house = await api.house();
    const booking = await book(house);
    const [mine, another, visitor] = await Promise.all([
      listen(house, house.member.cookieHeader),
      listen(house, house.neighbour.cookieHeader),
      listen(house),
    ]);
    await cancel(house, booking);
    const first = await mine.next(isTold);
    expect([first.data, await unreadOf(house, house.member)]).toEqual([{}, 1]);
    const [told] = await toldTo(house, house.member);
    await house.member.post(house.path(`notifications/${told?.id}/reading`), {});
    await mine.next((event) => isTold(event) && event !== first);
    for (const stream of [another, visitor]) expect(stream.heard.filter(isTold)).toEqual([]);
    for (const stream of [mine, another, visitor]) stream.close();
  });
});
