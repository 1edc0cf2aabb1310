import type { AffectedBookings, Booking } from '@bota/booking/domain';
import type { ManagedRoom, ManagedRoomList, RoomList } from '@bota/spaces/domain';
import { useApi } from './api.fixture';
import { ask, at, book } from './booking.fixture';
import type { House } from './house.fixture';

const api = useApi();
const NOWHERE = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10';
const edit = (house: House, id: string, changes: object, who = house.coordinator) =>
  who.patch<ManagedRoom & { code: string }>(house.path(`rooms/${id}`), changes);
const archive = (house: House, id: string) => house.coordinator.ask('PUT', house.path(`rooms/${id}/archiving`), undefined, {});
const restore = (house: House, id: string) => house.coordinator.delete(house.path(`rooms/${id}/archiving`));
const listed = async (house: House) => (await api.anonymous().get<RoomList>(house.path('rooms'))).body;
const affected = async (house: House, change: object) =>
  (await house.coordinator.post<AffectedBookings>(house.path('affected-bookings'), change)).body;

describe('a room', () => {
  it('takes what is given and keeps the rest, for coordinators of the house only', async () => {
    const [house, other] = [await api.house(), await api.house()];
    for (const who of [house.member, house.admin, other.coordinator])
      expect((await edit(house, house.a, { name: 'X' }, who)).body.code).toBe('not-allowed');
    expect((await edit(house, NOWHERE, { name: 'X' })).status).toBe(404);
    expect((await edit(house, other.a, { name: 'X' })).status).toBe(404);
    const { status, body } = await edit(house, house.a, { name: 'Salle Acacia', features: ['piano'], rules: { bufferMinutes: 30 } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Salle Acacia',
      slug: 'salle-a',
      capacity: 20,
      features: ['piano'],
      ownRules: { bufferMinutes: 30 },
      version: 2,
    });
    const [entry] = await api.db.query(`SELECT kind, before, after FROM log WHERE entity_id = $1 AND kind = 'room.edited'`, [house.a]);
    expect(entry).toMatchObject({ before: { name: 'Salle A', features: [] }, after: { name: 'Salle Acacia', features: ['piano'] } });
  });

  it('is not changed on an older version: the present one comes back', async () => {
    const house = await api.house();
    await edit(house, house.a, { capacity: 21 });
    const headers = { 'if-match': '"1"' };
    const { status, body } = await house.coordinator.patch(house.path(`rooms/${house.a}`), { capacity: 22 }, { headers });
    expect([status, body.code, (body.current as ManagedRoom).capacity]).toEqual([412, 'stale-version', 21]);
  });

  it.each([
    ['no name', { name: ' ' }, 400, 'name'],
    ['a floor of nowhere', { floorId: NOWHERE }, 422, 'floorId'],
    ['a part of nowhere', { partIds: [NOWHERE] }, 422, 'partIds'],
    ['a shortest booking above the longest', { rules: { minMinutes: 90, maxMinutes: 60 } }, 400, 'rules.maxMinutes'],
    ['the name of another', { name: ' salle  B' }, 409, 'name'],
    ['an outline without width', { outline: { x: 0, y: 0, width: 0, height: 3 } }, 400, 'outline.width'],
  ])('is not changed with %s', async (_, changes, status, path) => {
    const house = await api.house();
    const answer = await house.coordinator.patch(house.path(`rooms/${house.a}`), changes);
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([status, path]);
  });

  it('with new hours keeps the bookings outside them, says how many, and refuses new ones', async () => {
    const house = await api.house();
    await book(house, at('10:00–11:00'));
    const evening = await book(house, at('19:00–21:00'));
    const rules = { hours: Array(7).fill(['08:00', '18:00']) };
    expect(await affected(house, { change: 'rules', roomId: house.a, rules })).toMatchObject({
      count: 1,
      items: [{ bookingId: evening.id }],
    });
    expect(await affected(house, { change: 'rules', roomId: house.a, rules: { maxMinutes: 60 } })).toMatchObject({ count: 1 });
    expect(await affected(house, { change: 'rules', roomId: house.a, rules: { stepMinutes: 60 } })).toMatchObject({ count: 0 });
    const beside = await book(house, at('12:15–13:00'));
    expect(await affected(house, { change: 'rules', roomId: house.a, rules: { stepMinutes: 60 } })).toMatchObject({
      count: 1,
      items: [{ bookingId: beside.id }],
    });
    await edit(house, house.a, { rules });
    const { body } = await house.member.get<Booking>(house.path(`bookings/${evening.id}`));
    expect(body.status).toBe('confirmed');
    expect((await ask(house, at('21:00–22:00'))).body.reasons?.[0]?.code).toBe('CLOSED');
  });

  it('comes in the order it is put', async () => {
    const house = await api.house();
    const order = (roomIds: string[]) => house.coordinator.ask('PUT', house.path('room-order'), { roomIds }, {});
    expect((await order([house.studio, house.b, house.a])).status).toBe(204);
    expect((await listed(house)).items.map(({ name }) => name)).toEqual(['Studio', 'Grande salle', 'Salle B', 'Salle A']);
    expect((await order([NOWHERE])).body).toMatchObject({ status: 422, code: 'room/unknown' });
  });
});

describe('an occupied room', () => {
  async function occupied(desks: number | null) {
    const house = await api.house();
    const office = await house.room({ name: 'Bureau', bookable: false, desks: 8 });
    // Two of them are never there together.
    for (const during of ['[2025-01-01,2025-12-01)', '[2099-01-01,)'])
      await api.db.query(
        `INSERT INTO occupancy (space_id, id, residency_id, room_id, desks, during)
         SELECT space_id, gen_random_uuid(), id, $2, $3, $4 FROM residency WHERE space_id = $1 LIMIT 1`,
        [house.id, office, desks, during],
      );
    return { house, office };
  }

  it('keeps as many desks as are occupied on its fullest day to come', async () => {
    const { house, office } = await occupied(5);
    for (const desks of [4, null]) {
      const { body } = await edit(house, office, { desks });
      expect(body).toMatchObject({ status: 409, code: 'room/desks-occupied', detail: '5 desks are occupied on its fullest day' });
    }
    expect((await edit(house, office, { desks: 5 })).status).toBe(200);
  });

  it('keeps them whoever writes to the database, and loses those nobody takes', async () => {
    const { house, office } = await occupied(5);
    const lower = (desks: number | null) => api.db.query('UPDATE room SET desks = $2 WHERE id = $1', [office, desks]);
    for (const desks of [4, null]) await expect(lower(desks)).rejects.toThrow('5 desks are occupied on its fullest day');
    await lower(5);
    const take = `INSERT INTO occupancy (space_id, id, residency_id, room_id, desks, during)
      SELECT space_id, gen_random_uuid(), id, $2, 3, '[2090-01-01,2091-01-01)' FROM residency WHERE space_id = $1 LIMIT 1`;
    await api.db.query('DELETE FROM occupancy WHERE room_id = $1', [office]);
    const both = await Promise.allSettled([lower(2), api.db.query(take, [house.id, office])]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is neither booked nor composed of others', async () => {
    const { house, office } = await occupied(null);
    for (const changes of [{ bookable: true }, { partIds: [house.studio] }])
      expect((await edit(house, office, changes)).body).toMatchObject({ status: 409, code: 'room/occupied' });
  });
});

it('a room lies within the drawing of its floor', async () => {
  const house = await api.house();
  const floor = await house.coordinator.post<{ id: string }>(house.path('floors'), { level: 7, name: { fr: 'Toit' } });
  const outline = { x: 9_000, y: 0, width: 5_000, height: 3 };
  for (const answer of [
    await edit(house, house.a, { floorId: floor.body.id, outline }),
    await house.coordinator.post<{ code: string }>(house.path('rooms'), { name: 'Tour', floorId: floor.body.id, outline }),
  ])
    expect([answer.status, answer.body.code]).toEqual([422, 'room/outside-floor']);
});

describe('an archived room', () => {
  it('is in no list and cannot be booked; its bookings, its name and the way back stay', async () => {
    const house = await api.house();
    const past = await book(house, { roomIds: [house.studio], start: '2026-01-05T10:00', end: '2026-01-05T11:00' });
    api.setNow('2026-02-01T12:00:00Z');
    expect((await archive(house, house.studio)).status).toBe(200);
    const { items, former } = await listed(house);
    expect([items.some(({ id }) => id === house.studio), former]).toEqual([false, [{ id: house.studio, name: 'Studio' }]]);
    expect((await ask(house, { roomIds: [house.studio] })).body.reasons).toEqual([{ code: 'NOT_BOOKABLE', roomId: house.studio }]);
    expect((await house.member.get(house.path(`bookings/${past.id}`))).status).toBe(200);
    const managed = (await house.coordinator.get<ManagedRoomList>(house.path('managed-rooms'))).body.items;
    expect(managed.find(({ id }) => id === house.studio)?.archivedAt).toBe('2026-02-01T12:00:00.000Z');
    expect((await restore(house, house.studio)).status).toBe(200);
    expect((await ask(house, { roomIds: [house.studio] })).status).toBe(201);
  });

  it('is refused while it is booked ahead, and says which bookings', async () => {
    const house = await api.house();
    const { id } = await book(house, { roomIds: [house.studio], recurrence: { rrule: 'FREQ=WEEKLY;COUNT=3' } });
    expect((await archive(house, house.studio)).body).toMatchObject({ status: 409, code: 'room/has-bookings' });
    expect((await edit(house, house.studio, { bookable: false })).body.code).toBe('room/has-bookings');
    const { count, items } = await affected(house, { change: 'archiving', roomId: house.studio });
    expect([count, items[0]?.bookingId]).toEqual([3, id]);
    await house.member.post(house.path(`bookings/${id}/cancellation`), {});
    expect((await archive(house, house.studio)).status).toBe(200);
  });

  it('is refused while somebody sits in it, or it is a part of a room in use', async () => {
    const house = await api.house();
    const office = await house.room({ name: 'Bureau', bookable: false });
    await api.db.query(
      `INSERT INTO occupancy (space_id, id, residency_id, room_id, during)
       SELECT space_id, gen_random_uuid(), id, $2, '[2025-01-01,)' FROM residency WHERE space_id = $1 LIMIT 1`,
      [house.id, office],
    );
    expect((await archive(house, office)).body.code).toBe('room/occupied');
    expect((await archive(house, house.a)).body.code).toBe('room/part-of-whole');
    await archive(house, house.hall);
    expect((await archive(house, house.a)).status).toBe(200);
    expect((await restore(house, house.hall)).body.code).toBe('room/unknown-part');
  });

  it('and a booking at the same moment leave one of both', async () => {
    const house = await api.house();
    const [gone, booked] = await Promise.all([archive(house, house.studio), ask(house, { roomIds: [house.studio] })]);
    expect([gone.status, booked.status].filter((status) => status < 300).length).toBeGreaterThanOrEqual(1);
    expect([200, 409]).toContain(gone.status);
  });
});

describe('the parts of a room', () => {
  it('change what it occupies, and what the rooms it is a part of occupy', async () => {
    const house = await api.house();
    const all = await house.room({ name: 'Tout', partIds: [house.hall] });
    expect((await edit(house, house.hall, { partIds: [house.a, house.studio] })).status).toBe(200);
    const units = async (id: string) => (await listed(house)).items.find((room) => room.id === id)?.unitIds;
    expect(await units(house.hall)).toEqual([house.a, house.studio].sort());
    expect(await units(all)).toEqual([house.a, house.studio].sort());
    await edit(house, house.hall, { partIds: [] });
    expect(await units(all)).toEqual([house.hall]);
  });

  it('never contain the room itself, and stay while it is booked ahead', async () => {
    const house = await api.house();
    const all = await house.room({ name: 'Tout', partIds: [house.hall] });
    for (const partIds of [[house.hall], [all]]) expect((await edit(house, house.hall, { partIds })).body.code).toBe('room/part-of-itself');
    await book(house, { roomIds: [all] });
    expect((await edit(house, house.hall, { partIds: [house.studio] })).body.code).toBe('room/has-bookings');
  });
});
