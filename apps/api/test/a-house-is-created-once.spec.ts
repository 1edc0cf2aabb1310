import type { Demo, Me } from '@bota/people/domain';
import type { Space } from '@bota/spaces/domain';
import type { Problem } from '@bota/shared/domain';
import { useApi } from './api.fixture';

const api = useApi();
const SPACE = { name: 'Maison Été', address: 'Rue du Test 1, 1000 Bruxelles' };
const COORDINATOR = { displayName: 'Coordination', email: 'coordination@example.org', password: 'a long enough password' };
const setUp = <T = Problem>(space: object = {}, coordinator: object = {}) =>
  api.anonymous().post<T>('/api/setup', { space: { ...SPACE, ...space }, coordinator: { ...COORDINATOR, ...coordinator } });

it.each([
  ['a short name', { name: 'M' }, {}, 'space.name'],
  ['no address', { address: '' }, {}, 'space.address'],
  ['no e-mail', {}, { email: 'coordination' }, 'coordinator.email'],
  ['a short password', {}, { password: 'short' }, 'coordinator.password'],
  ['an unknown language', {}, { language: 'de' }, 'coordinator.language'],
])('refuses %s, naming the field', async (_, space, coordinator, path) => {
  const { status, body } = await setUp(space, coordinator);
  expect([status, body.code, body.errors?.map((error) => error.path)]).toEqual([400, 'invalid-input', [path]]);
});

it('refuses a zone that does not exist, and leaves nothing half-written', async () => {
  const { status, body } = await setUp({ zone: 'Europe/Bruxelles' });
  expect([status, body.code]).toEqual([422, 'space/unknown-zone']);
  expect(await api.db.query('SELECT * FROM person')).toEqual([]);
});

it('offers the set-up while there is no house, creates one of ten at once, then never again', async () => {
  expect((await api.anonymous().get<Demo>('/api/demo')).body).toEqual({ enabled: false, needsSetup: true, accounts: [] });
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) => setUp<{ space: Space; me: Me }>({}, { email: `c${index}@example.org` })),
  );
  const [created] = answers.filter(({ status }) => status === 201);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
  expect(created?.body.space).toMatchObject({ name: 'Maison Été', slug: 'maison-ete', may: { book: true, configure: true } });
  expect(created?.body.me.houseRoles).toEqual([{ spaceId: created?.body.space.id, role: 'coordinator' }]);
  expect((await api.anonymous().get<Demo>('/api/demo')).body.needsSetup).toBe(false);
  expect((await setUp()).body.code).toBe('setup/done');
});

it('signs the first coordinator in, who books in the name of the house', async () => {
  const [{ email }] = await api.db.query('SELECT email FROM person');
  const browser = api.anonymous();
  const { body: me } = await browser.post<Me>('/api/auth/session', { email, password: COORDINATOR.password });
  const room = await browser.post<{ id: string }>('/api/spaces/maison-ete/rooms', { name: 'Salle' });
  const { status } = await browser.post('/api/spaces/maison-ete/bookings', {
    title: 'Ouverture',
    organisationId: me.memberships[0]?.organisationId,
    roomIds: [room.body.id],
    start: '2026-03-16T10:00',
    end: '2026-03-16T11:00',
  });
  expect([room.status, status]).toEqual([201, 201]);
});
