import type { Plan } from '@bota/residents/domain';
import type { Floor, Space } from '@bota/spaces/domain';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import type { House } from './house.fixture';

const api = useApi();
const NOWHERE = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"><rect width="120" height="80"/></svg>';
const at = (house: House) => `/api/spaces/${house.id}`;
const upload = <T>(house: House, path: string, body: string, type = 'image/svg+xml') =>
  house.coordinator.ask<T>('PUT', house.path(path), body, { headers: { 'content-type': type } });

describe('settings', () => {
  it('are changed by coordinators of the house, are logged, and are seen at once', async () => {
    const [house, other] = [await api.house(), await api.house()];
    for (const who of [house.member, other.coordinator])
      expect((await who.patch(at(house), { name: 'Autre' })).body.code).toBe('not-allowed');
    await house.member.get(at(house));
    const changes = { name: 'La Maison', address: 'Rue 1', languages: ['fr', 'en'], colour: '#AA3366' };
    const { status, body } = await house.coordinator.patch<Space>(at(house), changes);
    expect([status, body.version]).toEqual([200, 2]);
    expect((await api.anonymous().get<Space>(at(house))).body).toMatchObject({ ...changes, colour: '#aa3366' });
    const [entry] = await api.db.query(`SELECT before, after FROM log WHERE space_id = $1 AND kind = 'space.edited'`, [house.id]);
    expect(entry).toMatchObject({ before: { name: 'Maison', colour: null }, after: { name: 'La Maison', colour: '#aa3366' } });
    await house.coordinator.patch(at(house), { name: 'La Maison' });
    expect(await api.db.query(`SELECT FROM log WHERE space_id = $1 AND kind = 'space.edited'`, [house.id])).toHaveLength(1);
  });

  it.each([
    ['no language', { languages: [] }, 400, 'languages'],
    ['a language twice', { languages: ['fr', 'fr'] }, 400, 'languages'],
    ['a colour that is none', { colour: 'green' }, 400, 'colour'],
    ['a zone of another planet', { zone: 'Mars/Olympus' }, 422, 'zone'],
    ['six days', { hours: Array(6).fill(null) }, 400, 'hours'],
  ])('are not changed with %s', async (_, changes, status, path) => {
    const house = await api.house();
    const answer = await house.coordinator.patch(at(house), changes);
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([status, path]);
  });

  it('are not changed on an older version, and the zone not under bookings to come', async () => {
    const house = await api.house();
    await house.coordinator.patch(at(house), { name: 'Une fois', zone: 'Europe/Paris' });
    const stale = await house.coordinator.patch(at(house), { name: 'Deux fois' }, { headers: { 'if-match': '"1"' } });
    expect([stale.status, (stale.body.current as Space).name]).toEqual([412, 'Une fois']);
    await book(house);
    expect((await house.coordinator.patch(at(house), { zone: 'Europe/London' })).body.code).toBe('space/zone-in-use');
  });
});

describe('the logo', () => {
  it('is shown to everybody as a picture that can do nothing, and taken away again', async () => {
    const house = await api.house();
    const { status, body } = await upload<Space>(house, 'logo?name=maison.svg', SVG);
    expect(status).toBe(200);
    const answer = await api.anonymous().get(body.logo ?? '');
    expect([answer.status, answer.text, answer.headers.get('content-type')]).toEqual([200, SVG, 'image/svg+xml']);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect((await house.coordinator.delete<Space>(house.path('logo'))).body.logo).toBeNull();
    expect((await api.anonymous().get(house.path('logo'))).status).toBe(404);
    expect(await api.db.query('SELECT FROM file')).toEqual([]);
  });

  it('is refused when it does more than draw, or is not what it says', async () => {
    const house = await api.house();
    const evil = SVG.replace('<rect', '<script>alert(1)</script><rect');
    expect((await upload(house, 'logo', evil)).body).toMatchObject({ status: 422, code: 'file/not-what-it-says' });
    expect((await upload(house, 'logo', SVG, 'image/png')).status).toBe(422);
    expect((await upload(house, 'logo', 'a,b', 'text/csv')).status).toBe(400);
    expect((await house.member.get<Space>(at(house))).body.logo).toBeNull();
  });
});

describe('floors', () => {
  const add = (house: House, level: number) =>
    house.coordinator.post<Floor & { code: string }>(house.path('floors'), { level, name: { fr: `Niveau ${level}` } });

  it('are added, renamed, moved, drawn and removed when nothing stands on them', async () => {
    const house = await api.house();
    const { id } = (await add(house, 1)).body;
    expect((await add(house, 1)).body.code).toBe('floor/level-taken');
    const edit = (changes: object) => house.coordinator.patch<Floor>(house.path(`floors/${id}`), changes);
    expect((await edit({ level: 2, name: { fr: 'Grenier', nl: 'Zolder' }, width: 120, height: 80 })).body).toEqual({
      id,
      level: 2,
      name: { fr: 'Grenier', nl: 'Zolder' },
    });
    expect((await edit({ name: {} })).status).toBe(400);
    expect((await upload(house, `floors/${id}/drawing`, SVG)).status).toBe(204);
    const room = await house.room({ name: 'Cave', floorId: id });
    const plan = (await api.anonymous().get<Plan>(house.path('plan'))).body;
    expect(plan.floors).toMatchObject([{ id, width: 120, height: 80, drawing: expect.stringContaining(`/floors/${id}/drawing`) }]);
    expect((await api.anonymous().get(plan.floors[0]?.drawing ?? '')).text).toBe(SVG);
    expect((await house.coordinator.delete(house.path(`floors/${id}`))).body.code).toBe('floor/not-empty');
    await house.coordinator.ask('PUT', house.path(`rooms/${room}/archiving`), undefined, {});
    expect((await house.coordinator.delete(house.path(`floors/${id}`))).status).toBe(204);
    expect((await house.coordinator.delete(house.path(`floors/${id}`))).status).toBe(404);
    expect((await house.coordinator.patch(house.path(`floors/${NOWHERE}`), {})).status).toBe(404);
  });

  it('show who sits where today, whole rooms before desks, and nobody who left or is yet to come', async () => {
    const house = await api.house();
    const office = await house.room({ name: 'Bureau', bookable: false, desks: 8 });
    const sits = (organisation: string, during: string, desks: number | null) =>
      api.db.query(
        `INSERT INTO occupancy (space_id, id, residency_id, room_id, desks, during)
         SELECT space_id, gen_random_uuid(), id, $3, $4, $5 FROM residency WHERE space_id = $1 AND organisation_id = $2`,
        [house.id, organisation, office, desks, during],
      );
    await sits(house.racines, '[2025-01-01,2026-01-05)', 3);
    await sits(house.racines, '[2026-01-05,)', 5);
    await sits(house.voisins, '[2026-01-06,)', 2);
    const { occupants } = (await api.anonymous().get<Plan>(house.path('plan'))).body;
    expect(occupants).toMatchObject([{ roomId: office, desks: 5, organisation: { id: house.racines, name: 'Racines', hue: 3 } }]);
  });
});
