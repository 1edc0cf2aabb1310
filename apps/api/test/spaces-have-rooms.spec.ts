import type { ResidentList } from '@bota/residents/domain';
import type { Room, RoomList, Space } from '@bota/spaces/domain';
import type { z } from 'zod';
import { useApi } from './api.fixture';
import { organisation, resides } from './people.fixture';

const api = useApi();
const NOWHERE = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10';

describe('spaces', () => {
  it('are found by id and by slug, by everybody', async () => {
    const house = await api.house();
    const byId = await api.anonymous().get<Space>(`/api/spaces/${house.id}`);
    const bySlug = await api.anonymous().get<Space>(`/api/spaces/${house.slug}`);
    expect(byId.status).toBe(200);
    expect(byId.body).toEqual(bySlug.body);
    expect(byId.body).toMatchObject({ id: house.id, zone: 'Europe/Brussels', may: { book: false, configure: false } });
    expect((await api.anonymous().get<{ items: Space[] }>('/api/spaces')).body.items).toContainEqual(byId.body);
  });

  it('say what the reader may do', async () => {
    const house = await api.house();
    const may = async (who = house.member) => (await who.get<Space>(`/api/spaces/${house.id}`)).body.may;
    expect(await may(house.coordinator)).toEqual({ book: true, configure: true });
    expect(await may(house.member)).toEqual({ book: true, configure: false });
    expect(await may(house.stranger)).toEqual({ book: false, configure: false });
  });

  it.each([
    ['an unknown id', NOWHERE, 404],
    ['an unknown slug', 'nowhere', 404],
    ['no slug at all', '%20', 400],
  ])('answer %s with a problem', async (_, ref, status) => {
    for (const rest of ['', '/rooms', '/residents', '/calendar?from=2026-01-01&to=2026-01-02', '/live']) {
      const answer = await api.anonymous().get(`/api/spaces/${ref}${rest}`);
      expect([rest, answer.status, answer.headers.get('content-type')]).toEqual([rest, status, 'application/problem+json; charset=utf-8']);
    }
  });

  it('are created by who is signed in and coordinates a house', async () => {
    const house = await api.house();
    const draft = { name: 'Annexe', slug: `annexe-${house.slug}` };
    expect((await api.anonymous().post('/api/spaces', draft)).status).toBe(401);
    expect((await house.member.post('/api/spaces', draft)).body.code).toBe('not-allowed');
    const { status, body } = await house.coordinator.post<Space>('/api/spaces', draft);
    expect([status, body.zone, body.may.configure]).toEqual([201, 'Europe/Brussels', true]);
    expect((await house.coordinator.post('/api/spaces', draft)).body).toMatchObject({ status: 409, code: 'space/slug-taken' });
  });

  it.each([
    ['a short name', { name: 'A' }, 400, 'name'],
    ['a slug with spaces', { slug: 'my house' }, 400, 'slug'],
    ['an unknown zone', { zone: 'Mars/Olympus' }, 422, 'zone'],
  ])('are not created with %s', async (_, wish, status, path) => {
    const house = await api.house();
    const answer = await house.coordinator.post('/api/spaces', { name: 'Annexe', slug: 'annexe', ...wish });
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([status, path]);
  });

  it('take one of many at the same address, and refuse the others', async () => {
    const house = await api.house();
    const draft = { name: 'Annexe', slug: `race-${house.slug}` };
    const answers = await Promise.all(Array.from({ length: 8 }, () => house.coordinator.post('/api/spaces', draft)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
  });
});

describe('rooms', () => {
  it('come in display order, a composed one with its parts and units', async () => {
    const house = await api.house();
    const { status, body } = await api.anonymous().get<RoomList>(house.path('rooms'));
    expect(status).toBe(200);
    expect(body.items.map(({ name }) => name)).toEqual(['Grande salle', 'Salle A', 'Salle B', 'Studio']);
    const [hall, a] = body.items;
    expect(a).toMatchObject({ slug: 'salle-a', capacity: 20, partIds: [], unitIds: [house.a] });
    expect(hall).toMatchObject({ partIds: [house.a, house.b], unitIds: [house.a, house.b].sort() });
  });

  it('are added by coordinators of the house only', async () => {
    const house = await api.house();
    const other = await api.house();
    expect((await api.anonymous().post(house.path('rooms'), { name: 'Cave' })).status).toBe(401);
    for (const who of [house.member, house.admin, house.stranger, other.coordinator]) {
      expect((await who.post(house.path('rooms'), { name: 'Cave' })).body.code).toBe('not-allowed');
    }
    const { status, body } = await house.coordinator.post<Room>(house.path('rooms'), { name: 'Cave à vélos', capacity: 6 });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'Cave à vélos', slug: 'cave-a-velos', capacity: 6, unitIds: [body.id] });
  });

  it('nest: a house of halls occupies every atomic room', async () => {
    const house = await api.house();
    const partIds = [house.hall, house.studio];
    const { body } = await house.coordinator.post<Room>(house.path('rooms'), { name: 'Tout', partIds });
    expect(body.unitIds).toEqual([house.a, house.b, house.studio].sort());
  });

  it.each([
    ['no name', { name: '' }, 400, 'name'],
    ['an unknown feature', { features: ['sauna'] }, 400, 'features.0'],
    ['no capacity at all', { capacity: 0 }, 400, 'capacity'],
    ['a capacity beyond counting', { capacity: 3_000_000_000 }, 400, 'capacity'],
    ['an area beyond measure', { areaM2: 1e300 }, 400, 'areaM2'],
    ['a buffer beyond measure', { rules: { bufferMinutes: 3_000_000_000 } }, 400, 'rules.bufferMinutes'],
    ['hours that no clock shows', { rules: { hours: Array(7).fill(['25:00', '26:00']) } }, 400, 'rules.hours.0.0'],
    ['six weekdays', { rules: { hours: Array(6).fill(null) } }, 400, 'rules.hours'],
    ['a part that is no room', { partIds: [NOWHERE] }, 422, 'partIds'],
    ['a floor that is none', { floorId: NOWHERE }, 422, 'floorId'],
  ])('are not added with %s', async (_, wish, status, path) => {
    const house = await api.house();
    const answer = await house.coordinator.post(house.path('rooms'), { name: 'Cave', ...wish });
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([status, path]);
    expect((await api.anonymous().get<RoomList>(house.path('rooms'))).body.items).toHaveLength(4);
  });

  it('are not composed of rooms of another house', async () => {
    const [house, other] = [await api.house(), await api.house()];
    const { status, body } = await house.coordinator.post(house.path('rooms'), { name: 'Cave', partIds: [other.a] });
    expect([status, body.code]).toEqual([422, 'room/unknown-part']);
  });

  it('name a part once, however often it is said', async () => {
    const house = await api.house();
    const { status, body } = await house.coordinator.post<Room>(house.path('rooms'), { name: 'Cave', partIds: [house.a, house.a] });
    expect([status, body.partIds]).toEqual([201, [house.a]]);
  });

  it('keep one address each, also when many are added at once', async () => {
    const house = await api.house();
    const add = (wish: object) => house.coordinator.post<Room>(house.path('rooms'), { name: 'Cave', ...wish });
    const sameSlug = await Promise.all(Array.from({ length: 6 }, () => add({ slug: 'cave' })));
    expect(sameSlug.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    const alike = await Promise.all(Array.from({ length: 6 }, (_, n) => add({ name: `Cave ${'+'.repeat(n + 1)}` })));
    expect(alike.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect(new Set(alike.map(({ body }) => body.slug)).size).toBe(6);
  });

  it('have one name each in use, also when it is given twice at once', async () => {
    const house = await api.house();
    const add = (name: string) => house.coordinator.post<Room & { code: string }>(house.path('rooms'), { name });
    const answers = await Promise.all([add('Cave à  vin'), add('cave à vin')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('room/name-taken');
  });
});

it('residents come by name, with a status that follows from their dates', async () => {
  const house = await api.house();
  const by = house.coordinator.id;
  const gone = await organisation(house.ground, 'Anciens');
  const soon = await organisation(house.ground, 'Prochains');
  await resides(house.ground, { spaceId: house.id, organisationId: gone, by, from: '2020-01-01', to: '2026-01-04' });
  await resides(house.ground, { spaceId: house.id, organisationId: soon, by, from: '2026-01-06' });
  const { status, body } = await api.anonymous().get<z.infer<typeof ResidentList>>(house.path('residents'));
  expect(status).toBe(200);
  expect(body.items.map(({ organisation: { name }, status: is, to }) => [name, is, to])).toEqual([
    ['Anciens', 'ended', '2026-01-04'],
    ['Prochains', 'planned', null],
    ['Racines', 'active', null],
    ['Voisins', 'active', null],
  ]);
});
