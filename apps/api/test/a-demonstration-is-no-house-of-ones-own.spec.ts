import type { Demo } from '@bota/people/domain';
import { PersonEntity, hashPassword } from '@bota/people/api';
import { newId } from '@bota/shared/api';
import { DEMO_PASSWORD, demoAccounts } from '../demo/accounts';
import { useApi } from './api.fixture';

const off = useApi();
const on = useApi({ BOTA_DEMO: 'on' });
const [{ email }] = demoAccounts() as [Demo['accounts'][number]];

it('where the demonstration is off, its well-known password opens nothing', async () => {
  const signIn = (api: typeof off) => api.anonymous().post('/api/auth/session', { email, password: DEMO_PASSWORD });
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const api of [off, on]) {
    const person = { id: newId(), email, displayName: 'Coordination', language: 'fr' as const, passwordHash, createdAt: new Date() };
    await api.db.manager.insert(PersonEntity, person);
  }
  expect([(await signIn(off)).status, (await signIn(on)).status]).toEqual([401, 200]);
  expect((await on.anonymous().get<Demo>('/api/demo')).body).toMatchObject({ enabled: true, password: DEMO_PASSWORD });
  await on.db.query('UPDATE person SET email = $1', ['coordination@example.org']);
  expect((await on.anonymous().get<Demo>('/api/demo')).body).toMatchObject({ enabled: false, accounts: [] });
});

it('a space is created by who coordinates one already, demonstration or not', async () => {
  const house = await on.house();
  const draft = { name: 'Autre maison', slug: 'autre-maison', address: 'Rue 2', zone: 'Europe/Brussels' };
  expect((await house.member.post('/api/spaces', draft)).status).toBe(403);
  expect((await house.coordinator.post('/api/spaces', draft)).status).toBe(201);
});
