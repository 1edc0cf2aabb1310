import type { SavedView, SavedViewList } from '@bota/booking/domain';
import type { Problem } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import type { House } from './house.fixture';

const api = useApi();
type Draft = { name?: string; query?: string; isDefault?: boolean };
const keep = (house: House, draft: Draft = {}, who = house.member) =>
  who.post<SavedView & Problem>(house.path('saved-views'), { name: 'Ma semaine', query: 'view=week&mine=1', ...draft });
const listed = async (house: House, who = house.member) => (await who.get<SavedViewList>(house.path('saved-views'))).body.items;

it('a view is kept with its name and its whole address, by name', async () => {
  const house = await api.house();
  const { status, body } = await keep(house);
  expect([status, body]).toMatchObject([201, { name: 'Ma semaine', query: 'view=week&mine=1', isDefault: false }]);
  await keep(house, { name: 'Le mois', query: 'view=month' });
  expect((await listed(house)).map(({ name }) => name)).toEqual(['Le mois', 'Ma semaine']);
});

it('one at most opens the agenda', async () => {
  const house = await api.house();
  const { body: first } = await keep(house, { isDefault: true });
  const { body: second } = await keep(house, { name: 'Le mois', isDefault: true });
  const defaults = async () => (await listed(house)).filter(({ isDefault }) => isDefault).map(({ id }) => id);
  expect(await defaults()).toEqual([second.id]);
  await house.member.patch(house.path(`saved-views/${first.id}`), { isDefault: true });
  expect(await defaults()).toEqual([first.id]);
  await house.member.patch(house.path(`saved-views/${first.id}`), { isDefault: false });
  expect(await defaults()).toEqual([]);
});

it('of many at once that want to be the default one is', async () => {
  const house = await api.house();
  await Promise.all(Array.from({ length: 8 }, (_, index) => keep(house, { name: `Vue ${index}`, isDefault: true })));
  const views = await listed(house);
  expect([views.length, views.filter(({ isDefault }) => isDefault).length]).toEqual([8, 1]);
});

it('is renamed and forgotten; two of one name are refused', async () => {
  const house = await api.house();
  const { body: view } = await keep(house);
  const again = await keep(house, { name: 'MA SEMAINE' });
  expect([again.status, again.body.code, again.body.errors?.[0]?.path]).toEqual([409, 'view/name-taken', 'name']);
  await keep(house, { name: 'Autre' });
  expect((await house.member.patch<Problem>(house.path(`saved-views/${view.id}`), { name: 'autre' })).body.code).toBe('view/name-taken');
  expect((await house.member.patch<SavedView>(house.path(`saved-views/${view.id}`), { name: 'Semaine' })).body.name).toBe('Semaine');
  expect((await house.member.delete(house.path(`saved-views/${view.id}`))).status).toBe(204);
  expect((await listed(house)).map(({ name }) => name)).toEqual(['Autre']);
});

it('belongs to one person in one house: for anybody else there is none', async () => {
  const [house, other] = [await api.house(), await api.house()];
  const { body: view } = await keep(house);
  expect(await listed(house, house.colleague)).toEqual([]);
  expect((await keep(house, {}, house.colleague)).status).toBe(201);
  for (const path of [house.path(`saved-views/${view.id}`), other.path(`saved-views/${view.id}`)]) {
    const who = path.includes(house.id) ? house.colleague : house.member;
    expect((await who.patch(path, { name: 'Prise' })).status).toBe(404);
    expect((await who.delete(path)).status).toBe(404);
  }
  expect((await api.anonymous().get(house.path('saved-views'))).status).toBe(401);
});

it.each([
  [{ name: ' ' }, 'name'],
  [{ name: 'x'.repeat(61) }, 'name'],
  [{ query: 'https://elsewhere.example/' }, 'query'],
  [{ query: 'x'.repeat(501) }, 'query'],
])('%j names %s', async (wrong: Draft, field) => {
  const { status, body } = await keep(await api.house(), wrong);
  expect([status, body.errors?.[0]?.path]).toEqual([400, field]);
});

it('no more are kept than one finds one’s way in', async () => {
  const house = await api.house();
  for (let n = 0; n < 30; n += 1) await keep(house, { name: `Vue ${n}` });
  expect((await keep(house, { name: 'Une de trop' })).body.code).toBe('view/too-many');
});

it('is taken along by its person', async () => {
  const house = await api.house();
  await keep(house, { isDefault: true });
  const { body } = await house.member.get<{ data: { savedViews: object[] } }>('/api/me/export');
  expect(body.data.savedViews).toMatchObject([{ name: 'Ma semaine', query: 'view=week&mine=1', isDefault: true }]);
});
