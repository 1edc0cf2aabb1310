import type { HouseKey, KeyHistory, KeyList } from '@bota/residents/domain';
import { useApi } from './api.fixture';
import type { House } from './house.fixture';

const api = useApi();

async function withKey() {
  const house = await api.house();
  const { status, body } = await house.coordinator.post<HouseKey>(house.path('keys'), {
    label: 'C-12',
    opens: 'Bureau 12',
    roomId: house.studio,
  });
  expect([status, body.state, body.roomId]).toEqual([201, 'here', house.studio]);
  return { house, key: body, path: house.path(`keys/${body.id}`) };
}
const list = (house: House, who = house.coordinator, query = '') => who.get<KeyList>(house.path(`keys${query}`));

it('a key is handed out, taken back, and remembers who had it', async () => {
  const { house, path } = await withKey();
  const out = await house.coordinator.post<HouseKey>(`${path}/holdings`, { personId: house.member.id, organisationId: house.racines });
  expect([out.status, out.body.state]).toEqual([201, 'out']);
  expect(out.body.holding).toMatchObject({ person: { displayName: 'Member' }, organisation: { name: 'Racines' }, since: '2026-01-05' });
  api.setNow('2026-02-01T10:00:00Z');
  const back = await house.coordinator.post<HouseKey>(`${path}/return`, {});
  expect([back.status, back.body.state, back.body.holding]).toEqual([200, 'here', null]);
  await house.coordinator.post(`${path}/holdings`, { organisationId: house.voisins, since: '2026-02-01' });
  const { body } = await house.coordinator.get<KeyHistory>(path);
  expect(body.holdings.map(({ organisation, endedOn }) => [organisation?.name, endedOn])).toEqual([
    ['Voisins', null],
    ['Racines', '2026-02-01'],
  ]);
});

it('a key has one holder, also when two coordinators hand it out at once', async () => {
  const { house, path } = await withKey();
  const give = (organisationId: string) => house.coordinator.post(`${path}/holdings`, { organisationId });
  const answers = await Promise.all([give(house.racines), give(house.voisins)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('key/held');
  const twice = api.db.query(
    `INSERT INTO key_holding (space_id, id, key_id, organisation_id, since, handed_by)
     SELECT space_id, gen_random_uuid(), key_id, organisation_id, since, handed_by FROM key_holding WHERE space_id = $1`,
    [house.id],
  );
  await expect(twice).rejects.toThrow('key_holding_once');
});

it('a key is lost with its holder, is not handed out, and is found again', async () => {
  const { house, path } = await withKey();
  await house.coordinator.post(`${path}/holdings`, { organisationId: house.racines });
  const lost = await house.coordinator.post<HouseKey>(`${path}/loss`, {});
  expect([lost.status, lost.body.state, lost.body.lostOn, lost.body.holding]).toEqual([200, 'lost', '2026-01-05', null]);
  expect((await house.coordinator.post(`${path}/loss`, {})).body.code).toBe('key/lost');
  expect((await house.coordinator.post(`${path}/holdings`, { organisationId: house.racines })).body.code).toBe('key/lost');
  expect((await house.coordinator.delete<HouseKey>(`${path}/loss`)).body.state).toBe('here');
  expect((await house.coordinator.delete(`${path}/loss`)).body.code).toBe('key/not-lost');
  expect((await house.coordinator.get<KeyHistory>(path)).body.holdings).toMatchObject([{ ending: 'lost', endedOn: '2026-01-05' }]);
});

describe('a key', () => {
  it.each([
    ['nobody', {}, 400, 'personId'],
    ['a stranger', { personId: 'stranger' }, 422, 'personId'],
    ['a member of another organisation', { personId: 'neighbour', organisationId: 'racines' }, 422, 'personId'],
    ['an organisation of another house', { organisationId: '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10' }, 422, 'organisationId'],
  ])('is not handed out to %s', async (_, wish, status, at) => {
    const { house, path } = await withKey();
    const ids = { stranger: house.stranger.id, neighbour: house.neighbour.id, racines: house.racines };
    const named = Object.entries(ids).reduce((text, [name, id]) => text.replace(`"${name}"`, `"${id}"`), JSON.stringify(wish));
    const answer = await house.coordinator.post(`${path}/holdings`, JSON.parse(named));
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([status, at]);
  });

  it('goes to the team without an organisation', async () => {
    const { house, path } = await withKey();
    expect((await house.coordinator.post(`${path}/holdings`, { personId: house.coordinator.id })).status).toBe(201);
  });

  it('does not come back before it went, nor when nobody has it', async () => {
    const { house, path } = await withKey();
    expect((await house.coordinator.post(`${path}/return`, {})).body.code).toBe('key/not-held');
    await house.coordinator.post(`${path}/holdings`, { organisationId: house.racines });
    const early = await house.coordinator.post(`${path}/return`, { on: '2026-01-04' });
    expect([early.status, early.body.code, early.body.errors?.[0]?.path]).toEqual([422, 'key/too-early', 'on']);
  });

  it('is with one holder on each day: not handed out before it came back, nor on a day to come', async () => {
    const { house, path } = await withKey();
    const give = (since: string) => house.coordinator.post(`${path}/holdings`, { organisationId: house.voisins, since });
    const end = (on: string) => house.coordinator.post(`${path}/return`, { on });
    const said = async (answer: ReturnType<typeof give>) => {
      const { status, body } = await answer;
      return [status, body.code, body.errors?.[0]?.path];
    };
    expect(await said(give('2026-01-06'))).toEqual([422, 'key/in-future', 'since']);
    expect((await give('2025-12-01')).status).toBe(201);
    expect(await said(end('2026-01-06'))).toEqual([422, 'key/in-future', 'on']);
    expect((await end('2025-12-20')).status).toBe(200);
    expect(await said(give('2025-12-19'))).toEqual([422, 'key/too-early', 'since']);
    expect((await give('2025-12-20')).status).toBe(201);
    expect((await end('2025-12-20')).status).toBe(200);
    const slipIn = (since: string, day: string) =>
      api.db.query(
        `INSERT INTO key_holding (space_id, id, key_id, organisation_id, since, handed_by, ended_on, ending, ended_by)
         SELECT space_id, gen_random_uuid(), key_id, organisation_id, $2, handed_by, $3, 'returned', handed_by FROM key_holding
         WHERE space_id = $1 LIMIT 1`,
        [house.id, since, day],
      );
    await expect(slipIn('2025-12-19', '2025-12-25')).rejects.toThrow('key_holding_day');
    await slipIn('2025-12-20', '2025-12-25');
  });

  it('has a label of its own in its house', async () => {
    const { house } = await withKey();
    const again = await Promise.all([1, 2].map(() => house.coordinator.post(house.path('keys'), { label: 'D-1' })));
    expect(again.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await house.coordinator.post(house.path('keys'), { label: 'C-12' })).body.code).toBe('key/label-taken');
    const other = await api.house();
    expect((await other.coordinator.post(other.path('keys'), { label: 'C-12' })).status).toBe(201);
  });

  it('opens rooms of its own house', async () => {
    const [house, other] = [await api.house(), await api.house()];
    const { status, body } = await house.coordinator.post(house.path('keys'), { label: 'X', roomId: other.studio });
    expect([status, body.code]).toEqual([422, 'key/unknown-room']);
  });

  it('of another house is not found', async () => {
    const { house, key, path } = await withKey();
    const other = await api.house();
    expect((await other.coordinator.get(other.path(`keys/${key.id}`))).status).toBe(404);
    expect((await other.coordinator.post(other.path(`keys/${key.id}/holdings`), { organisationId: other.racines })).status).toBe(404);
    expect((await other.coordinator.get(path)).status).toBe(403);
    expect((await house.coordinator.get<KeyHistory>(path)).body.holdings).toEqual([]);
  });

  it('is edited from the version one saw', async () => {
    const { house, path } = await withKey();
    const edited = await house.coordinator.patch<HouseKey>(path, { opens: 'Cave', roomId: null }, { headers: { 'if-match': '"1"' } });
    expect(edited.body).toMatchObject({ label: 'C-12', opens: 'Cave', roomId: null, version: 2 });
    expect((await house.coordinator.patch(path, { opens: 'Toit' }, { headers: { 'if-match': '"1"' } })).status).toBe(412);
  });
});

it('admins see what their organisation holds, members and others nothing', async () => {
  const { house, path } = await withKey();
  const own = `?organisation=${house.racines}`;
  expect((await list(house, house.admin, own)).body.items).toEqual([]);
  await house.coordinator.post(`${path}/holdings`, { organisationId: house.racines });
  const { body } = await list(house, house.admin, own);
  expect([body.items.map(({ label }) => label), body.may.manage]).toEqual([['C-12'], false]);
  expect((await list(house, house.admin)).status).toBe(403);
  for (const who of [house.member, house.neighbour, house.stranger]) expect((await list(house, who, own)).status).toBe(403);
});

it('an erased person goes on holding the key, without a name', async () => {
  const { house, path } = await withKey();
  await house.coordinator.post(`${path}/holdings`, { personId: house.colleague.id, organisationId: house.racines });
  const exported = await house.colleague.get<{ data: { keys: object[] } }>('/api/me/export');
  expect(exported.body.data.keys).toMatchObject([{ label: 'C-12', since: '2026-01-05' }]);
  expect((await house.colleague.post('/api/me/erasure', { email: house.colleague.email })).status).toBeLessThan(300);
  expect((await list(house)).body.items[0]?.holding?.person).toEqual({ id: house.colleague.id, displayName: '' });
});
