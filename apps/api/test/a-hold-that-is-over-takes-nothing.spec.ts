import type { Booking, OutsideAnswer } from '@bota/booking/domain';
import { NoShows, writeAsk } from '@bota/booking/api';
import { newId } from '@bota/shared/api';
import { useApi } from './api.fixture';
import { type Wish, ask, at, book } from './booking.fixture';
import { QUARTER, awaiting, reinstate } from './check-in.fixture';
import { read } from './edit.fixture';
import { findRooms, findTimes } from './finding.fixture';
import type { House } from './house.fixture';
import { quota } from './quota.fixture';

// The job that ends holds has not come by for an hour.
const api = useApi();
beforeEach(() => api.setNow('2026-03-02T08:00:00Z'));

const ofVoisins = (house: House): Wish => ({ organisationId: house.voisins });
/** Salle A is held on 16 March from ten until eleven, until an hour ago. */
async function heldTooLong(who: 'member' | 'neighbour' = 'neighbour') {
  const house = await api.house();
  await house.coordinator.patch(house.path(`rooms/${house.a}`), { rules: { holdHours: 48 } });
  const inName = who === 'neighbour' ? ofVoisins(house) : {};
  const hold = await book(house, { holdUntil: '2026-03-02T10:00', ...inName }, house[who]);
  api.setNow('2026-03-02T10:00:00Z');
  return { house, hold };
}

it('of a quota', async () => {
  const { house } = await heldTooLong('member');
  await quota(house, { limit: 60 });
  expect((await ask(house, at('12:00–13:00'))).status).toBe(201);
});

it('from who is looking for a room or a time', async () => {
  const { house } = await heldTooLong();
  const { free } = await findRooms(house, { from: '10:00', to: '11:00' });
  expect(free.map(({ roomId }) => roomId)).toContain(house.a);
  const times = await findTimes(house, { rooms: house.a, from: '10:00', to: '11:00' });
  expect(times.items.map(({ start }) => start)).toEqual(['2026-03-16T09:00:00.000Z']);
});

it('from a neighbour who is accepted', async () => {
  const { house, hold } = await heldTooLong();
  const [id, start, end] = [newId(), new Date(hold.start), new Date(hold.end)];
  const about = { name: 'Zoé', email: 'zoe@example.org', language: 'fr', purpose: 'Fête', message: '', attendees: 2 } as const;
  await writeAsk(api.db, { ...about, spaceId: house.id, id, start, end, token: null, now: new Date('2026-03-02T08:00:00Z') });
  const placed = { organisationId: house.racines, roomIds: [house.a], start: hold.start, end: hold.end, title: 'Fête' };
  const answer = await house.coordinator.post<OutsideAnswer>(house.path(`outside-requests/${id}/decision`), {
    verdict: 'accept',
    ...placed,
  });
  expect(answer.status).toBe(200);
  expect((await read(house, hold)).status).toBe('expired');
});

it('from a request that is accepted', async () => {
  const house = await api.house();
  const rules = { holdHours: 48, approval: { always: true, outsideHours: false, blocks: false } };
  const roomIds = [await house.room({ name: 'Chapelle', rules })];
  const request = await book(house, { roomIds });
  await book(house, { roomIds, holdUntil: '2026-03-02T10:00', ...ofVoisins(house) }, house.neighbour);
  api.setNow('2026-03-02T10:00:00Z');
  const answer = await house.coordinator.post<Booking>(house.path(`bookings/${request.id}/decision`), { verdict: 'accept' });
  expect([answer.status, answer.body.status]).toEqual([200, 'confirmed']);
});

it('from a date that is given back', async () => {
  const { house, room, booking } = await awaiting(api, { checkIn: QUARTER, holdHours: 48 });
  api.setNow('2026-03-16T09:20:00Z');
  await api.app.get(NoShows).release();
  await book(house, { roomIds: [room], ...at('11:00–12:00'), holdUntil: '2026-03-16T10:40', ...ofVoisins(house) }, house.neighbour);
  api.setNow('2026-03-16T09:50:00Z');
  expect((await reinstate(house, booking)).status).toBe(200);
});
