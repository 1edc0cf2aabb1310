import type { Residency } from '@bota/residents/domain';
import type { Problem } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import type { House } from './house.fixture';
import { change, dates, listed, open, opened } from './residents.fixture';

const api = useApi();

async function withOffice() {
  const house = await api.house();
  const office = await house.room({ name: 'Bureau 12', areaM2: 24, desks: 4, bookable: false });
  const loft = await house.room({ name: 'Grenier', areaM2: 90, desks: 6, bookable: false });
  return { house, office, loft };
}
const notice = (house: House, { id }: { id: string }, lastDay: string, on?: string) =>
  house.coordinator.post<Residency>(house.path(`residencies/${id}/notice`), { lastDay, on });

describe('an organisation becomes resident', () => {
  it('with rooms, desks and a share that follows them, and is planned until its first day', async () => {
    const { house, office, loft } = await withOffice();
    const residency = await opened(house, { occupies: [{ roomId: office }, { roomId: loft, desks: 2 }] });
    expect(residency).toMatchObject({ status: 'planned', shareKey: 'm2', shareQuantity: null, share: 54, version: 1, to: null });
    expect(dates(residency).sort()).toEqual(['2 2026-03-01 …', 'whole 2026-03-01 …']);
    const [found] = (await listed(house)).filter(({ organisation: { name } }) => name === 'Nouvelle asbl');
    expect(found).toMatchObject({ status: 'planned', organisation: { slug: 'nouvelle-asbl', initials: 'NO' } });
    expect(found?.occupies).toEqual([
      { roomId: office, desks: null },
      { roomId: loft, desks: 2 },
    ]);
    api.setNow('2026-03-01T08:00:00Z');
    expect((await listed(house)).find(({ residencyId }) => residencyId === residency.id)?.status).toBe('active');
  });

  it('again, when the house knows it, but not twice at once', async () => {
    const house = await api.house();
    const first = await opened(house, { to: '2026-06-30' });
    const again = { organisation: undefined, organisationId: first.organisationId };
    expect((await open<Problem>(house, { ...again, from: '2026-06-30' })).body.code).toBe('residency/already-resident');
    expect((await open(house, { ...again, from: '2026-07-01' })).status).toBe(201);
  });

  it('once, when two coordinators do it at once', async () => {
    const house = await api.house();
    const { organisationId } = await opened(house, { to: '2026-06-30' });
    const again = { organisation: undefined, organisationId, from: '2026-07-01' };
    const answers = await Promise.all([open(house, again), open(house, again)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it.each([
    ['that ends before it begins', { to: '2026-02-28' }, 422, 'to'],
    ['by heads that nobody counted', { shareKey: 'heads' }, 422, 'shareQuantity'],
    ['with a room named twice', { occupies: [{ roomId: 'R' }, { roomId: 'R' }] }, 400, 'occupies'],
    ['with no desk at all', { occupies: [{ roomId: 'R', desks: 0 }] }, 400, 'occupies.0.desks'],
    ['from a day that is none', { from: '2026-02-30' }, 400, 'from'],
    ['nameless', { organisation: { name: ' ' } }, 400, 'organisation.name'],
    ['that is two', { organisationId: '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10' }, 400, 'organisation'],
    ['that is none', { organisation: undefined }, 400, 'organisation'],
    ['nobody knows', { organisation: undefined, organisationId: '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10' }, 422, 'organisationId'],
  ])('not one %s', async (_, wish, status, path) => {
    const house = await api.house();
    const ready = JSON.parse(JSON.stringify(wish).replaceAll('"R"', JSON.stringify(house.studio)));
    const { status: given, body } = await open<Problem>(house, {
      ...('organisation' in wish ? { organisation: undefined } : {}),
      ...ready,
    });
    expect([given, body.errors?.[0]?.path]).toEqual([status, path]);
    expect(await listed(house)).toHaveLength(2);
  });

  it('not one of another house, whose people would be drawn in', async () => {
    const [house, other] = [await api.house(), await api.house()];
    const wish = { organisation: undefined, organisationId: other.racines };
    expect((await open<Problem>(house, wish)).body.code).toBe('residency/unknown-organisation');
    expect((await house.coordinator.get(`/api/organisations/${other.racines}/members`)).status).toBe(403);
  });

  it('only by a coordinator of this house', async () => {
    const [house, other] = [await api.house(), await api.house()];
    for (const who of [house.member, house.admin, house.stranger, other.coordinator]) expect((await open(house, {}, who)).status).toBe(403);
  });
});

describe('a room', () => {
  it('goes to one, when two coordinators give it at once, and the other is told who has it', async () => {
    const { house, office } = await withOffice();
    const occupies = [{ roomId: office }];
    const wishes = ['Un', 'Deux'].map((name) => ({ organisation: { name: `${name} asbl` }, occupies }));
    const answers = await Promise.all(wishes.map((wish) => open<Problem>(house, wish)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'residency/occupied', reasons: [{ code: 'OCCUPIED', roomId: office }] });
    expect(refused?.body.reasons?.[0]?.by?.organisation).toMatch(/^(Un|Deux) asbl$/);
    expect(await listed(house)).toHaveLength(3);
  });

  it('gives its last desk to one, when two coordinators give it at once', async () => {
    const { house, loft } = await withOffice();
    await opened(house, { occupies: [{ roomId: loft, desks: 5 }] });
    const last = (name: string) => open<Problem>(house, { organisation: { name }, occupies: [{ roomId: loft, desks: 1 }] });
    const answers = await Promise.all([last('Un'), last('Deux')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.reasons).toEqual([{ code: 'DESKS_TAKEN', roomId: loft, limit: 0 }]);
  });

  it('is guarded by the database itself, whoever writes', async () => {
    const { house, office, loft } = await withOffice();
    const [one, two] = [await opened(house), await opened(house, { organisation: { name: 'Autre' } })];
    const take = (residency: Residency, room: string, desks: number | null) =>
      api.db.query(
        `INSERT INTO occupancy (space_id, id, residency_id, room_id, desks, during)
         VALUES ($1, gen_random_uuid(), $2, $3, $4, daterange('2026-03-01', NULL))`,
        [house.id, residency.id, room, desks],
      );
    const both = await Promise.allSettled([take(one, office, null), take(two, office, null)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await take(one, loft, 4);
    await expect(take(two, loft, 3)).rejects.toThrow('only 2 desks are left');
  });

  it('that is composed is not occupied, its parts are', async () => {
    const { house } = await withOffice();
    expect((await open<Problem>(house, { occupies: [{ roomId: house.hall }] })).body.code).toBe('residency/unknown-room');
    for (const part of [house.a, house.b]) await house.coordinator.patch(house.path(`rooms/${part}`), { bookable: false });
    expect((await open(house, { occupies: [{ roomId: house.a }, { roomId: house.b }] })).status).toBe(201);
  });

  it('that is booked is given to nobody, whole or by desks', async () => {
    const { house } = await withOffice();
    for (const wish of [{ roomId: house.studio }, { roomId: house.studio, desks: 1 }]) {
      const { body } = await open<Problem>(house, { occupies: [wish] });
      expect(body).toMatchObject({ status: 409, code: 'residency/bookable-room', detail: expect.stringContaining('Studio') });
    }
  });

  it('of another house is none', async () => {
    const [house, other] = [await api.house(), await api.house()];
    const { status, body } = await open<Problem>(house, { occupies: [{ roomId: other.studio }] });
    expect([status, body.code, body.errors?.[0]?.path]).toEqual([422, 'residency/unknown-room', 'occupies']);
  });
});

describe('a residency', () => {
  it('moves from a day on, and what was before stays in its history', async () => {
    const { house, office, loft } = await withOffice();
    const residency = await opened(house, { occupies: [{ roomId: office }] });
    const items = [{ roomId: loft, desks: 3 }];
    const { status, body } = await change(house, residency, { occupies: { from: '2026-05-01', items } });
    expect([status, body.version, dates(body)]).toEqual([200, 2, ['whole 2026-03-01 2026-04-30', '3 2026-05-01 …']]);
    expect((await change<Problem>(house, residency, { occupies: { from: '2026-02-01', items } })).body.code).toBe(
      'residency/outside-its-dates',
    );
  });

  it('is in notice from the day it is given, and ends with what it occupies on its last day', async () => {
    const { house, office } = await withOffice();
    const residency = await opened(house, { from: '2026-01-01', occupies: [{ roomId: office }] });
    const { status, body } = await notice(house, residency, '2026-06-30');
    expect([status, body.status, body.noticeOn, body.to]).toEqual([200, 'notice', '2026-01-05', '2026-06-30']);
    expect(dates(body)).toEqual(['whole 2026-01-01 2026-06-30']);
    const next = { organisation: { name: 'Suivante' }, occupies: [{ roomId: office }] };
    expect((await open(house, { ...next, from: '2026-06-30' })).status).toBe(409);
    expect((await open(house, { ...next, from: '2026-07-01' })).status).toBe(201);
    const reopened = await change<Problem>(house, residency, { to: null });
    expect([reopened.status, reopened.body.reasons?.[0]?.by?.organisation]).toEqual([409, 'Suivante']);
  });

  it('withdraws its notice with its end', async () => {
    const { house, office } = await withOffice();
    const residency = await opened(house, { from: '2026-01-01', occupies: [{ roomId: office }] });
    await notice(house, residency, '2026-06-30');
    const { body } = await change(house, residency, { to: null });
    expect([body.status, body.noticeOn, dates(body)]).toEqual(['active', null, ['whole 2026-01-01 …']]);
  });

  it.each([
    ['ends before it begins', '2025-12-31', undefined, 'residency/ends-before-it-begins'],
    ['was given notice after its end', '2026-06-30', '2026-07-01', 'residency/outside-its-dates'],
  ])('never %s', async (_, lastDay, on, code) => {
    const house = await api.house();
    const residency = await opened(house, { from: '2026-01-01' });
    const { status, body } = await notice(house, residency, lastDay, on);
    expect([status, (body as unknown as Problem).code]).toEqual([422, code]);
  });

  it.each([
    ['on a day that is over', { to: '2026-01-04' }, 'residency/last-day-past', 'to'],
    ['in another age', { to: '2126-01-06' }, 'residency/too-far', 'to'],
    ['with more than the whole', { shareKey: 'fixed', shareQuantity: 1001 }, 'residency/share-too-large', 'shareQuantity'],
  ])('never ends or counts %s', async (_, edit, code, path) => {
    const house = await api.house();
    const { status, body } = await change<Problem>(house, await opened(house, { from: '2025-01-01' }), edit);
    expect([status, body.code, body.errors?.[0]?.path]).toEqual([422, code, path]);
  });

  it('does not end before its notice was given', async () => {
    const house = await api.house();
    const residency = await opened(house, { from: '2025-01-01' });
    await notice(house, residency, '2026-06-30', '2026-03-01');
    const { status, body } = await change<Problem>(house, residency, { to: '2026-02-01' });
    expect([status, body.code, body.errors?.[0]?.path]).toEqual([422, 'residency/ends-before-notice', 'to']);
    expect((await notice(house, residency, '2026-02-01', '2026-01-05')).status).toBe(200);
    const early = await notice(house, residency, '2026-02-01', '2024-12-31');
    expect([early.status, (early.body as unknown as Problem).errors?.[0]?.path]).toEqual([422, 'on']);
  });

  it('does not lose what it would occupy after its last day without a word', async () => {
    const { house, office, loft } = await withOffice();
    const residency = await opened(house, { from: '2026-01-01', occupies: [{ roomId: office }] });
    const items = [{ roomId: office }, { roomId: loft }];
    await change(house, residency, { occupies: { from: '2026-05-01', items } });
    const { status, body } = await notice(house, residency, '2026-04-30');
    expect([status, body]).toMatchObject([409, { code: 'residency/occupancies-after', detail: 'Grenier is occupied from 2026-05-01 on' }]);
    await change(house, residency, { occupies: { from: '2026-05-01', items: [{ roomId: office }] } });
    expect((await notice(house, residency, '2026-04-30')).status).toBe(200);
  });

  it('that has ended does not change but for its last day; another one begins', async () => {
    const { house, office } = await withOffice();
    const residency = await opened(house, { from: '2025-01-01', to: '2026-01-04', occupies: [{ roomId: office }] });
    expect(residency.status).toBe('ended');
    expect(residency.share).toBe(24);
    for (const edit of [{ shareKey: 'desks' }, { to: null, from: '2025-02-01' }, { to: null, occupies: { items: [] } }])
      expect((await change<Problem>(house, residency, edit)).body.code).toBe('residency/ended');
    expect((await notice(house, residency, '2026-06-30')).status).toBe(409);
  });

  it('is not changed by who saw an older version of it', async () => {
    const house = await api.house();
    const residency = await opened(house);
    expect((await change(house, residency, { shareKey: 'desks' }, { 'if-match': '"1"' })).status).toBe(200);
    const stale = await change<Problem>(house, residency, { shareKey: 'm2' }, { 'if-match': '"1"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale-version']);
    expect(stale.body.current).toMatchObject({ shareKey: 'desks', version: 2 });
  });

  it('leaves earlier also where the room has lost desks since', async () => {
    const { house, loft } = await withOffice();
    const residency = await opened(house, { occupies: [{ roomId: loft, desks: 6 }] });
    // Lost before the database kept it from being so.
    await api.db.query('ALTER TABLE room DISABLE TRIGGER room_keeps_desks');
    await api.db.query('UPDATE room SET desks = 4 WHERE space_id = $1 AND id = $2', [house.id, loft]);
    await api.db.query('ALTER TABLE room ENABLE TRIGGER room_keeps_desks');
    expect(dates((await notice(house, residency, '2026-06-30')).body)).toEqual(['6 2026-03-01 2026-06-30']);
  });

  it('of another house is not found, and its terms are for its members and coordinators', async () => {
    const [house, other] = [await api.house(), await api.house()];
    const [own] = (await listed(house)).filter(({ organisation: { id } }) => id === house.racines);
    const path = house.path(`residencies/${own?.residencyId}`);
    expect((await other.coordinator.get(other.path(`residencies/${own?.residencyId}`))).status).toBe(404);
    for (const who of ['member', 'admin', 'coordinator'] as const) expect((await house[who].get(path)).status).toBe(200);
    for (const who of ['neighbour', 'stranger'] as const) expect((await house[who].get(path)).status).toBe(403);
  });

  it('is logged with what was before', async () => {
    const { house, office } = await withOffice();
    const residency = await opened(house, { occupies: [{ roomId: office }] });
    await notice(house, residency, '2026-06-30', '2026-01-02');
    const rows = await api.db.query('SELECT kind, before, after FROM log WHERE entity_id = $1 ORDER BY id', [residency.id]);
    expect(rows.map(({ kind }: { kind: string }) => kind)).toEqual(['residency.opened', 'residency.notice-given']);
    expect(rows[1]).toMatchObject({ before: { to: null, noticeOn: null }, after: { to: '2026-06-30', noticeOn: '2026-01-02' } });
  });
});
