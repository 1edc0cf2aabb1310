import type { ExitChecklistView, Residency } from '@bota/residents/domain';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import { charged, close, houseWithBooks } from './charges.fixture';
import type { House } from './house.fixture';
import { change, listed } from './residents.fixture';

const api = useApi();

async function residencyOf(house: House): Promise<string> {
  return (await listed(house)).find(({ organisation: { id } }) => id === house.racines)?.residencyId ?? '';
}
const checklist = async (house: House, id: string, who = house.coordinator) =>
  who.get<ExitChecklistView>(house.path(`residencies/${id}/checklist`));
const counts = ({ items }: ExitChecklistView) => Object.fromEntries(items.map(({ name, count }) => [name, count]));

it('the checklist counts what is left to settle, with where to do it', async () => {
  const house = await api.house();
  const id = await residencyOf(house);
  const kept = await book(house, { title: 'Avant', start: '2026-03-31T20:00', end: '2026-03-31T22:00' });
  const weekly = { start: '2026-03-31T18:00', end: '2026-03-31T19:00', recurrence: { rrule: 'FREQ=WEEKLY;COUNT=4' } };
  const choir = await book(house, { title: 'Chorale', ...weekly });
  const office = await house.room({ name: 'Bureau', bookable: false });
  await change<Residency>(house, { id }, { occupies: { items: [{ roomId: office }] } });
  await house.coordinator.post(house.path(`residencies/${id}/notice`), { lastDay: '2026-03-31' });
  const key = await house.coordinator.post<{ id: string }>(house.path('keys'), { label: 'C-1' });
  await house.coordinator.post(house.path(`keys/${key.body.id}/holdings`), { organisationId: house.racines });
  await house.admin.post(`/api/organisations/${house.racines}/invitations`, { email: 'encore@example.org' });

  const { status, body } = await checklist(house, id);
  expect([status, body.lastDay]).toEqual([200, '2026-03-31']);
  expect(counts(body)).toMatchObject({ rooms: 1, keys: 1, members: 3, invitations: 1, bookings: 3 });
  const bookings = body.items.find(({ name }) => name === 'bookings');
  expect(bookings?.link).toBe('agenda?view=list&date=2026-04-01');
  expect(bookings?.first).toEqual([{ text: 'Chorale', date: '2026-04-07', link: `bookings/${choir.id}` }]);
  expect(bookings?.first.map(({ link }) => link)).not.toContain(`bookings/${kept.id}`);
});

it('settled, it counts nothing, and nothing was deleted by leaving', async () => {
  const house = await api.house();
  const id = await residencyOf(house);
  const office = await house.room({ name: 'Bureau', bookable: false });
  await change<Residency>(house, { id }, { occupies: { items: [{ roomId: office }] } });
  await change<Residency>(house, { id }, { to: '2026-01-31' });
  api.setNow('2026-02-01T09:00:00Z');
  const { body } = await checklist(house, id);
  expect(counts(body)).toMatchObject({ rooms: 0, keys: 0, bookings: 0 });
  const { body: residency } = await house.coordinator.get<Residency>(house.path(`residencies/${id}`));
  expect(residency).toMatchObject({ status: 'ended', occupancies: [{ roomId: office, to: '2026-01-31' }] });
});

it('statements are left to settle until their months are closed', async () => {
  const house = await houseWithBooks(api, [], '2026-01-15T08:00:00Z');
  await charged(house, { from: '2025-12' });
  const id = await residencyOf(house);
  const open = async () => counts((await checklist(house, id)).body)['statements'];
  expect(await open()).toBe(2);
  expect((await close(house, '2025-12')).status).toBe(201);
  expect(await open()).toBe(1);
});

it('the checklist is for its admins and the coordinators', async () => {
  const [house, other] = [await api.house(), await api.house()];
  const id = await residencyOf(house);
  for (const who of [house.admin, house.coordinator]) expect((await checklist(house, id, who)).status).toBe(200);
  for (const who of [house.member, house.neighbour, house.stranger]) expect((await checklist(house, id, who)).status).toBe(403);
  expect((await other.coordinator.get(other.path(`residencies/${id}/checklist`))).status).toBe(404);
});
