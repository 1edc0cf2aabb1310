import type { Task, TaskList } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { charged, close, houseWithBooks } from './charges.fixture';
import { book } from './booking.fixture';
import type { House } from './house.fixture';
import { organisation, person, resides } from './people.fixture';

const api = useApi();
/** A fresh backup, so that only what a test is about waits. */
beforeAll(() =>
  api.db.query(`INSERT INTO backup (at, name, bytes, rows, log_position, digest) VALUES ('2026-01-20T00:00:00Z', 'x', 1, 1, 0, '')`),
);
const waiting = async (house: House): Promise<Task[]> => (await house.coordinator.get<TaskList>(house.path('tasks'))).body.items;
const seen = async (house: House) => (await waiting(house)).map(({ kind, name, due, urgency }) => [kind, name, due, urgency]);

it('nothing waits in a quiet house', async () => {
  expect(await waiting(await api.house())).toEqual([]);
});

it('a request to join waits until it is answered', async () => {
  const house = await api.house();
  const asker = await person(house.ground, 'Demandeuse');
  const path = `/api/organisations/${house.racines}/join-requests`;
  await asker.post(path, {});
  const [task, ...others] = await waiting(house);
  expect(others).toEqual([]);
  expect(task).toMatchObject({ kind: 'join-request', name: 'Demandeuse', urgency: 'decide', organisation: { name: 'Racines' } });
  expect(task?.path).toBe(`residents/${task?.organisation?.slug}`);
  await house.admin.post(`${path}/${task?.id}/decision`, { approve: false });
  expect(await waiting(house)).toEqual([]);
});

it('an invitation is worth a word in its last three days, and no more once it is over', async () => {
  const house = await api.house();
  await house.admin.post(`/api/organisations/${house.racines}/invitations`, { email: 'lente@example.org' });
  expect(await waiting(house)).toEqual([]);
  api.setNow('2026-01-16T07:59:59Z');
  expect(await waiting(house)).toEqual([]);
  api.setNow('2026-01-16T08:00:00Z');
  expect(await seen(house)).toEqual([['invitation-ending', 'lente@example.org', '2026-01-19', 'soon']]);
  api.setNow('2026-01-19T08:00:00Z');
  expect(await waiting(house)).toEqual([]);
});

it('residencies that end within ninety days or begin within forty-five, by local days', async () => {
  const house = await api.house();
  const add = async (name: string, from: string, to?: string) => {
    const organisationId = await organisation(house.ground, name);
    await resides(house.ground, { spaceId: house.id, organisationId, by: house.coordinator.id, from, to });
  };
  await add('Part-bientôt', '2024-01-01', '2026-01-12');
  await add('Part-plus-tard', '2024-01-01', '2026-04-05');
  await add('Part-trop-tard', '2024-01-01', '2026-04-06');
  await add('Parti', '2024-01-01', '2026-01-04');
  await add('Arrive', '2026-02-19');
  await add('Arrive-trop-tard', '2026-02-20');
  expect(await seen(house)).toEqual([
    ['residency-ending', 'Part-bientôt', '2026-01-12', 'now'],
    ['residency-starting', 'Arrive', '2026-02-19', 'soon'],
    ['residency-ending', 'Part-plus-tard', '2026-04-05', 'soon'],
  ]);
});

it('letters that failed lately press, as one thing', async () => {
  const house = await api.house();
  const fail = (at: string) =>
    api.db.query(
      `INSERT INTO letter (id, space_id, kind, recipient, language, subject, body_text, body_html, created_at, try_at, failed_at)
       VALUES (gen_random_uuid(), $1, 'invitation', 'x@example.org', 'fr', '', '', '', $2, $2, $2)`,
      [house.id, at],
    );
  await fail('2025-11-01T00:00:00Z');
  expect(await waiting(house)).toEqual([]);
  await fail('2026-01-02T00:00:00Z');
  await fail('2026-01-03T00:00:00Z');
  expect((await waiting(house)).map(({ kind, count, urgency, path }) => [kind, count, urgency, path])).toEqual([
    ['letters-failed', 2, 'now', 'house/letters'],
  ]);
});

it('dates that stay booked after an organisation has left, until they are cancelled', async () => {
  const house = await api.house();
  const weekly = { start: '2026-01-08T10:00', end: '2026-01-08T11:00', recurrence: { rrule: 'FREQ=WEEKLY;COUNT=3' } };
  const { id } = await book(house, weekly);
  await api.db.query(`UPDATE residency SET during = daterange('2020-01-01', '2026-01-11') WHERE space_id = $1 AND organisation_id = $2`, [
    house.id,
    house.racines,
  ]);
  const left = async () =>
    (await waiting(house)).filter(({ kind }) => kind === 'exit-open').map(({ name, due, count }) => [name, due, count]);
  api.setNow('2026-01-10T22:59:00Z');
  expect(await left()).toEqual([]);
  api.setNow('2026-01-10T23:00:00Z');
  expect(await left()).toEqual([['Racines', '2026-01-10', 2]]);
  expect((await house.coordinator.post(house.path(`bookings/${id}/cancellation`), {})).status).toBe(200);
  expect(await left()).toEqual([]);
});

it('keys that are still with who has left', async () => {
  const house = await api.house();
  const gone = await organisation(house.ground, 'Partie');
  const from = '2024-01-01';
  await resides(house.ground, { spaceId: house.id, organisationId: gone, by: house.coordinator.id, from, to: '2026-01-10' });
  const hand = async (label: string, holder: object) => {
    const { id } = (await house.coordinator.post<{ id: string }>(house.path('keys'), { label })).body;
    expect((await house.coordinator.post(house.path(`keys/${id}/holdings`), holder)).status).toBeLessThan(300);
  };
  await hand('C-1', { organisationId: gone });
  await hand('C-2', { organisationId: gone });
  await hand('C-3', { organisationId: house.racines });
  await hand('C-4', { personId: house.colleague.id });
  expect((await waiting(house)).map(({ kind }) => kind)).toEqual(['residency-ending']);
  api.setNow('2026-01-11T08:00:00Z');
  await api.db.query('DELETE FROM membership WHERE person_id = $1', [house.colleague.id]);
  expect((await waiting(house)).map(({ kind, name, due, count, urgency }) => [kind, name, due, count, urgency])).toEqual([
    ['keys-out', 'Partie', '2026-01-10', 2, 'now'],
    ['keys-out', 'Colleague', null, 1, 'now'],
  ]);
});

it('the next month that has ended and charges somebody, until it is closed', async () => {
  const house = await houseWithBooks(api, [], '2026-01-15T08:00:00Z');
  expect(await waiting(house)).toEqual([]);
  await charged(house, { from: '2025-12' });
  const months = async () => (await waiting(house)).map(({ kind, name, path, urgency }) => [kind, name, path, urgency]);
  expect(await months()).toEqual([['month-open', '2025-12', 'house/charges/2025-12', 'soon']]);
  expect((await close(house, '2025-12')).status).toBe(201);
  expect(await months()).toEqual([]);
});

it('a backup that is too old', async () => {
  const house = await api.house();
  api.setNow('2026-02-01T08:00:00Z');
  expect((await waiting(house)).map(({ kind, urgency, path }) => [kind, urgency, path])).toEqual([
    ['backup-old', 'now', 'house/integrity'],
  ]);
});

it('what waits in one house is not told in another', async () => {
  const [house, other] = [await api.house(), await api.house()];
  const asker = await person(house.ground, 'Demandeuse');
  await asker.post(`/api/organisations/${house.racines}/join-requests`, {});
  expect(await waiting(other)).toEqual([]);
  expect((await other.coordinator.get(house.path('tasks'))).status).toBe(403);
});
