import type { DisplayList, Pairing } from '@bota/booking/domain';
import { EventStream } from '@bota/shared/testing';
import { useApi } from './api.fixture';
import { at, book } from './booking.fixture';
import { enter, pairedScreen, shownOn, waitingOn, waitingScreen } from './display.fixture';
import type { House } from './house.fixture';

const api = useApi();
beforeEach(async () => {
  api.setNow('2026-03-16T09:00:00Z');
  await api.db.query('DELETE FROM sign_in_limit');
});
const listed = async (house: House) => (await house.coordinator.get<DisplayList>(house.path('displays'))).body.items;

describe('a screen', () => {
  it('without a house shows a code, and nothing of any house', async () => {
    await api.house();
    const { screen, code } = await waitingScreen(api);
    expect(code).toMatch(/^[A-HJKMNP-Z2-9]{6}$/);
    expect(await shownOn(screen)).toBeNull();
    expect(await shownOn(api.anonymous())).toBeNull();
  });

  it('shows what its house told it to, once a coordinator enters the code', async () => {
    const house = await api.house();
    const { screen, code } = await waitingScreen(api);
    const { status, body } = await enter(house, ` ${code.slice(0, 3)} ${code.slice(3).toLowerCase()}`, { shows: 'room', roomId: house.a });
    expect([status, body.items.map(({ name, shows, roomId }) => [name, shows, roomId])]).toEqual([201, [['Entrée', 'room', house.a]]]);
    const shown = await shownOn(screen);
    expect(shown).toMatchObject({
      display: { shows: 'room', roomId: house.a },
      house: { slug: house.slug },
      now: '2026-03-16T09:00:00.000Z',
    });
  });

  it('is listed with when it was last seen', async () => {
    const house = await api.house();
    const screen = await pairedScreen(api, house);
    expect((await listed(house))[0]?.seenAt).toBeNull();
    await shownOn(screen);
    expect((await listed(house))[0]?.seenAt).toBe('2026-03-16T09:00:00.000Z');
  });

  it('shows what is public by its title, all else as occupied: no private word in any byte', async () => {
    const house = await api.house();
    const screen = await pairedScreen(api, house);
    await book(house, { title: 'Fête ouverte', visibility: 'public', ...at('11:00–12:00') });
    await book(house, { title: 'Réunion interne', description: 'secret un', visibility: 'residents', ...at('12:00–13:00') });
    await book(house, { title: 'Entretien privé', description: 'secret deux', visibility: 'private', ...at('13:00–14:00') });
    // Whoever is signed in on the same browser.
    for (const [name, value] of house.coordinator.cookies) screen.cookies.set(name, value);
    const { text } = await screen.get('/api/display');
    const shown = await shownOn(screen);
    expect(shown?.calendar.items.map(({ title, organisationId, mine }) => [title, organisationId, mine])).toEqual([
      ['Fête ouverte', house.racines, false],
      [undefined, undefined, false],
      [undefined, undefined, false],
    ]);
    expect(shown?.organisations.map(({ name }) => name)).toEqual(['Racines']);
    for (const hidden of ['interne', 'privé', 'secret', 'Member', 'Coordinator', 'example.org']) expect(text).not.toContain(hidden);
  });

  it('that hangs elsewhere now is called otherwise and shows what is there, at once, without being paired again', async () => {
    const house = await api.house();
    const screen = await pairedScreen(api, house);
    const stream = await EventStream.open(`${api.url}${house.path('live')}`, {});
    const path = house.path(`displays/${(await listed(house))[0]?.id}`);
    const wish = { name: 'Porte de la salle A', shows: 'room', roomId: house.a, language: 'nl' };
    expect((await house.coordinator.put<DisplayList>(path, wish)).body.items).toMatchObject([wish]);
    expect((await shownOn(screen))?.display).toEqual(wish);
    await stream.next(({ type, data }) => type === 'house' && data['kind'] === 'display.changed');
    stream.close();
    const said = async (more: object, who = house.coordinator) => (await who.put<{ code: string }>(path, { ...wish, ...more })).body.code;
    expect(await said({ roomId: null })).toBe('invalid-input');
    expect(await said({ roomId: house.racines })).toBe('room/unknown');
    expect(await said({}, house.member)).toBe('not-allowed');
    const [entry] = await api.db.query(`SELECT before, after FROM log WHERE space_id = $1 AND kind = 'display.changed'`, [house.id]);
    expect([entry.before.name, entry.after.name, entry.after.shows]).toEqual(['Entrée', wish.name, house.a]);
  });

  it('that is revoked shows nothing at once, and hears of it', async () => {
    const house = await api.house();
    const screen = await pairedScreen(api, house);
    const stream = await EventStream.open(`${api.url}${house.path('live')}`, {});
    const [display] = await listed(house);
    const path = house.path(`displays/${display?.id}`);
    expect((await house.coordinator.delete(path)).status).toBe(204);
    expect(await shownOn(screen)).toBeNull();
    await stream.next(({ type, data }) => type === 'house' && data['kind'] === 'display.revoked');
    stream.close();
    expect(await listed(house)).toEqual([]);
    expect((await house.coordinator.delete(path)).status).toBe(404);
  });
});

describe('a code', () => {
  it('works once', async () => {
    const house = await api.house();
    const { code } = await waitingScreen(api);
    const [first, second] = await Promise.all([enter(house, code), enter(house, code, { name: 'Autre' })]);
    expect([first.status, second.status].sort()).toEqual([201, 422]);
    expect((await enter(house, code)).body.code).toBe('display/code-unknown');
    expect(await listed(house)).toHaveLength(1);
  });

  it('works for ten minutes', async () => {
    const house = await api.house();
    const [early, late] = [await waitingScreen(api), await waitingScreen(api)];
    api.setNow('2026-03-16T09:09:59Z');
    expect((await enter(house, early.code)).status).toBe(201);
    api.setNow('2026-03-16T09:10:00Z');
    const { status, body } = await enter(house, late.code);
    expect([status, body.code]).toEqual([422, 'display/code-unknown']);
    expect(await shownOn(late.screen)).toBeNull();
  });

  it('is the same on all pages of a browser, however often they ask, and pairs them all', async () => {
    const house = await api.house();
    const { screen, code } = await waitingScreen(api);
    api.setNow('2026-03-16T09:05:00Z');
    const expected = { code, expiresAt: '2026-03-16T09:10:00.000Z' };
    expect([(await screen.post('/api/display/pairing')).body, await waitingOn(screen)]).toEqual([expected, expected]);
    await enter(house, code);
    expect([(await shownOn(screen))?.house.slug, await waitingOn(screen)]).toEqual([house.slug, null]);
    expect(await listed(house)).toHaveLength(1);
  });

  it('is one in the end when two pages ask at once', async () => {
    const house = await api.house();
    const screen = api.anonymous();
    await Promise.all([screen.post('/api/display/pairing'), screen.post('/api/display/pairing')]);
    await enter(house, (await waitingOn(screen))?.code ?? '');
    expect((await shownOn(screen))?.house.slug).toBe(house.slug);
  });

  it('is another one after its ten minutes, and again for a screen that was removed', async () => {
    const house = await api.house();
    const { screen, code } = await waitingScreen(api);
    api.setNow('2026-03-16T09:10:00Z');
    expect(await waitingOn(screen)).toBeNull();
    const { body } = await screen.post<Pairing>('/api/display/pairing');
    expect(body.code).not.toBe(code);
    await enter(house, body.code);
    await house.coordinator.delete(house.path(`displays/${(await listed(house))[0]?.id}`));
    expect(await waitingOn(screen)).toBeNull();
    expect((await screen.post<Pairing>('/api/display/pairing')).body.code).not.toBe(body.code);
  });

  it('cannot be found by trying', async () => {
    const house = await api.house();
    const statuses: number[] = [];
    for (let turn = 0; turn < 13; turn++) statuses.push((await enter(house, 'AAAAAA')).status);
    expect([statuses.slice(0, 12).every((status) => status === 422), statuses[12]]).toEqual([true, 429]);
  });

  it('is given so often, and no oftener', async () => {
    const screen = api.anonymous();
    let status = 201;
    for (let turn = 0; turn < 91; turn++) ({ status } = await screen.post('/api/display/pairing'));
    expect(status).toBe(429);
  });

  it.each([
    ['too short', { code: 'ABC' }, 'code'],
    ['with a letter that looks like a figure', { code: 'ABCDE0' }, 'code'],
    ['of a room without saying which', { shows: 'room' }, 'roomId'],
  ])('%s is refused, naming the field', async (_, wish, path) => {
    const house = await api.house();
    const body = { code: 'ABCDEF', name: 'Entrée', shows: 'today', language: 'fr', ...wish };
    const { status, body: problem } = await house.coordinator.post(house.path('displays'), body);
    expect([status, problem.errors?.[0]?.path]).toEqual([400, path]);
  });

  it('is not spent on a room of another house', async () => {
    const [house, other] = [await api.house(), await api.house()];
    const { code } = await waitingScreen(api);
    expect((await enter(house, code, { shows: 'room', roomId: other.a })).body.code).toBe('room/unknown');
    expect((await enter(house, code)).status).toBe(201);
  });
});

it('screens are the coordination’s alone, each house its own', async () => {
  const [house, other] = [await api.house(), await api.house()];
  await pairedScreen(api, house);
  const { code } = await waitingScreen(api);
  const id = (await listed(house))[0]?.id;
  expect((await enter(house, code, {}, house.member)).status).toBe(403);
  expect((await house.member.get(house.path('displays'))).status).toBe(403);
  expect((await house.member.delete(house.path(`displays/${id}`))).status).toBe(403);
  expect((await other.coordinator.delete(other.path(`displays/${id}`))).status).toBe(404);
  expect((await other.coordinator.delete(house.path(`displays/${id}`))).status).toBe(403);
  expect(await listed(other)).toEqual([]);
});

it('a screen acts in nobody’s name: its secret opens no other route', async () => {
  const house = await api.house();
  const screen = await pairedScreen(api, house);
  const booking = await book(house, at('11:00–12:00'));
  expect((await screen.get('/api/me')).status).toBe(401);
  expect((await screen.post(house.path(`bookings/${booking.id}/check-in`), {})).status).toBe(401);
  expect((await screen.post(house.path('bookings'), {})).status).toBe(401);
  expect((await screen.get(house.path(`bookings/${booking.id}`))).status).toBe(404);
  // Nor is it a session under another name.
  const token = screen.cookies.get('bota75-display') ?? '';
  const forged = api.anonymous();
  forged.cookies.set('bota75', token);
  expect((await forged.get('/api/me')).status).toBe(401);
});

it('of secrets only digests are kept', async () => {
  const house = await api.house();
  const { screen, code } = await waitingScreen(api);
  const token = screen.cookies.get('bota75-display') ?? '';
  const kept = async () =>
    JSON.stringify(await api.db.query('SELECT p::text FROM display_pairing p UNION ALL SELECT d::text FROM display d'));
  for (const secret of [code, token]) expect(await kept()).not.toContain(secret);
  await enter(house, code);
  for (const secret of [code, token]) expect(await kept()).not.toContain(secret);
});
