import type { Booking } from '@bota/booking/domain';
import { verifyLog } from '@bota/shared/api';
import { useApi } from './api.fixture';
import { ask, at, book } from './booking.fixture';
import { resides } from './people.fixture';

const api = useApi();
type Entry = Record<'kind' | 'person_id' | 'organisation_id' | 'request_id' | 'space_id' | 'entity_id', string> & {
  before: object | null;
  after: object | null;
};
const entries = (entityId: string): Promise<Entry[]> => api.db.query('SELECT * FROM log WHERE entity_id = $1 ORDER BY id', [entityId]);
const seal = () => api.db.query('SELECT seal_log(100000)');

describe('every change', () => {
  it('of a booking is logged with who, what, before, after and the request', async () => {
    const house = await api.house();
    const headers = { 'x-request-id': 'request-of-the-test' };
    const { body } = await ask<Booking>(house, {}, house.member, headers);
    await house.admin.patch(house.path(`bookings/${body.id}`), { title: 'Autre', ...at('12:00–13:00') }, { headers });
    await house.coordinator.post(house.path(`bookings/${body.id}/cancellation`), { reason: 'Annulé' }, { headers });
    const common = { entity_id: body.id, space_id: house.id, organisation_id: house.racines, request_id: 'request-of-the-test' };
    expect(await entries(body.id)).toEqual([
      expect.objectContaining({
        ...common,
        kind: 'booking.created',
        person_id: house.member.id,
        before: null,
        after: expect.objectContaining({ title: 'Assemblée' }),
      }),
      expect.objectContaining({
        ...common,
        kind: 'booking.edited',
        person_id: house.admin.id,
        before: expect.objectContaining({ title: 'Assemblée', startsAt: '2026-03-16T09:00:00.000Z' }),
        after: expect.objectContaining({ title: 'Autre', start: '2026-03-16T12:00' }),
      }),
      expect.objectContaining({
        ...common,
        kind: 'booking.cancelled',
        person_id: house.coordinator.id,
        after: { scope: 'all', reason: 'Annulé', dates: ['2026-03-16T11:00:00.000Z'] },
      }),
    ]);
  });

  it('that is refused leaves no trace', async () => {
    const house = await api.house();
    const { id } = await book(house);
    await ask(house);
    await house.member.patch(house.path(`bookings/${id}`), { roomIds: [house.studio], attendees: 9 });
    await house.stranger.post(house.path(`bookings/${id}/cancellation`), {});
    const rows = await api.db.query(`SELECT kind FROM log WHERE space_id = $1 AND kind LIKE 'booking.%'`, [house.id]);
    expect(rows).toEqual([{ kind: 'booking.created' }]);
  });

  it('of spaces, rooms and residents is logged', async () => {
    const house = await api.house();
    const room = await house.coordinator.post<{ id: string }>(house.path('rooms'), { name: 'Cave' });
    const [entry] = await entries(room.body.id);
    expect(entry).toMatchObject({ kind: 'room.created', person_id: house.coordinator.id, space_id: house.id, after: { name: 'Cave' } });
    expect((await entries(house.id)).map(({ kind }) => kind)).toEqual(['space.created']);
    const residency = await resides(house.ground, {
      spaceId: house.id,
      organisationId: house.racines,
      by: house.coordinator.id,
      from: '2019-01-01',
      to: '2019-12-31',
    });
    expect((await entries(residency)).map(({ kind }) => kind)).toEqual(['residency.opened']);
  });

  it('of a session is logged, without the token', async () => {
    const house = await api.house();
    const { id, cookie } = house.member;
    await house.member.delete('/api/auth/session');
    const found = await entries(id);
    expect(found.map(({ kind }) => kind)).toEqual(['session.closed']);
    expect(JSON.stringify(found)).not.toContain(cookie);
  });
});

describe('the log', () => {
  it.each(['UPDATE log SET kind = $$x$$', 'DELETE FROM log', 'TRUNCATE log', 'UPDATE log SET position = NULL, hash = NULL'])(
    'refuses %s',
    async (sql) => {
      await book(await api.house());
      await seal();
      await expect(api.db.query(sql)).rejects.toMatchObject({ driverError: { code: 'B7502' } });
    },
  );

  it('is a chain that holds, whatever the size of the bites', async () => {
    const house = await api.house();
    for (const hours of ['08:00–09:00', '09:00–10:00', '10:00–11:00']) await book(house, at(hours));
    await seal();
    const [{ count }] = await api.db.query('SELECT count(*)::int FROM log WHERE position IS NULL');
    expect(count).toBe(0);
    for (const batch of [1, 2, 10_000]) expect(await verifyLog(api.db, batch)).toBeNull();
  });

  it('is sealed within a moment of the change', async () => {
    const { id } = await book(await api.house());
    await expect(
      (async () => {
        for (let turn = 0; turn < 40; turn++) {
          const [row] = await api.db.query('SELECT position FROM log WHERE entity_id = $1', [id]);
          if (row.position !== null) return true;
          await new Promise((done) => setTimeout(done, 50));
        }
        return false;
      })(),
    ).resolves.toBe(true);
  });
});

describe('who goes behind the back of the log', () => {
  const behindItsBack = async (sql: string, position: number) => {
    await api.db.query('ALTER TABLE log DISABLE TRIGGER USER');
    await api.db.query(sql, [position]);
    await api.db.query('ALTER TABLE log ENABLE TRIGGER USER');
  };
  const middle = async (): Promise<number> => {
    const house = await api.house();
    await book(house);
    await seal();
    const [{ position }] = await api.db.query('SELECT max(position)::int - 2 AS position FROM log');
    return position;
  };
  const undo: Record<string, string> = {
    'changes an entry': `UPDATE log SET after = jsonb_set(coalesce(after, '{}'), '{title}', '"forged"') WHERE position = $1`,
    'changes a hash': `UPDATE log SET hash = sha256('forged') WHERE position = $1`,
    'removes an entry': 'DELETE FROM log WHERE position = $1',
  };

  it.each(Object.entries(undo))('%s, is found', async (_, sql) => {
    const position = await middle();
    await api.db.query('CREATE TABLE kept AS SELECT * FROM log WHERE position = $1', [position]);
    await behindItsBack(sql, position);
    for (const batch of [1, 3, 10_000]) expect(await verifyLog(api.db, batch)).toBe(position);
    await behindItsBack('DELETE FROM log WHERE position = $1', position);
    await behindItsBack('INSERT INTO log OVERRIDING SYSTEM VALUE SELECT * FROM kept WHERE position = $1', position);
    await api.db.query('DROP TABLE kept');
    expect(await verifyLog(api.db)).toBeNull();
  });
});
