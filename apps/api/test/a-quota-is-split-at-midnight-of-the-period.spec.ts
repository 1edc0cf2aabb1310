import type { Booking, Preview, Quota, QuotaList } from '@bota/booking/domain';
import { SkippedDates } from '@bota/booking/api';
import type { Problem } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { type Wish, ask, at, book, draft } from './booking.fixture';
import { daily, edit, edited, read, this_ } from './edit.fixture';
import type { House } from './house.fixture';
import { join, organisation, resides } from './people.fixture';
import { quota, uses } from './quota.fixture';

const api = useApi();
beforeEach(() => api.setNow('2026-01-05T08:00Z'));

const day = (date: string, from: string, to: string): Wish => ({ start: `${date}T${from}`, end: `${date}T${to}` });
const refusal = async (house: House, wish: Wish, who = house.member) => {
  const { status, body } = await ask(house, wish, who);
  expect([status, body.code]).toEqual([409, 'booking/refused']);
  return (body as Problem).reasons ?? [];
};
const cancel = (house: House, { id }: Booking, body: object = {}) => house.member.post(house.path(`bookings/${id}/cancellation`), body);
const preview = async (house: House, wish: Wish, who = house.member) =>
  (await who.post<Preview>(house.path('bookings/preview'), draft(house, wish))).body;

describe('12: ten hours a month, nine and a half of them used in January', () => {
  const used = day('2026-01-12', '08:00', '17:30');
  const night: Wish = { start: '2026-01-31T23:30', end: '2026-02-01T00:30' };

  it('lets an hour over its last midnight be half in each month', async () => {
    const house = await api.house();
    await quota(house);
    await book(house, used);
    expect((await preview(house, night)).quotas).toMatchObject([
      { period: '2026-01-01', used: 570, asked: 30, limit: 600 },
      { period: '2026-02-01', used: 0, asked: 30 },
    ]);
    await book(house, night);
    const full = { code: 'QUOTA_EXCEEDED', limit: 600, used: 600, period: '2026-01-01', per: 'month', counts: 'minutes' };
    expect(await refusal(house, day('2026-01-20', '10:00', '10:15'))).toEqual([full]);
    await book(house, day('2026-02-20', '08:00', '17:30'));
    expect(await refusal(house, day('2026-02-21', '10:00', '10:15'))).toMatchObject([{ used: 600, period: '2026-02-01' }]);
  });

  it('refuses a quarter of an hour too much, in the preview as when booking, and offers nothing that is too much as well', async () => {
    const house = await api.house();
    await quota(house);
    await book(house, used);
    const much = day('2026-01-20', '10:00', '10:45');
    const { occurrences, alternatives } = await preview(house, much);
    expect(occurrences[0]?.reasons).toMatchObject([{ code: 'QUOTA_EXCEEDED', used: 570 }]);
    expect(alternatives).toEqual([]);
    const { body } = await ask(house, much);
    expect(body.alternatives).toEqual([]);
    expect((await preview(house, much, house.neighbour)).occurrences[0]?.verdict).toBe('free');
  });

  it('gives back what is cancelled in time, and keeps what is cancelled late', async () => {
    const house = await api.house();
    await api.db.query(`UPDATE room SET rules = '{"cancelMinutes": 1440}' WHERE id = $1`, [house.a]);
    await quota(house);
    const booking = await book(house, used);
    await cancel(house, booking);
    const again = await book(house, used);
    api.setNow('2026-01-12T06:00Z');
    await cancel(house, again);
    expect(await refusal(house, day('2026-01-20', '10:00', '10:45'))).toMatchObject([{ used: 570 }]);
  });
});

it('4: elapsed time counts: a night is an hour shorter in spring, longer in autumn', async () => {
  const house = await api.house();
  await quota(house, { limit: 420 });
  await book(house, { start: '2026-03-28T22:00', end: '2026-03-29T06:00' });
  expect(await refusal(house, { start: '2026-10-24T22:00', end: '2026-10-25T06:00' })).toMatchObject([{ limit: 420, used: 0 }]);
});

it('a week begins on Monday; a count is where the date begins; dates of a series count together', async () => {
  const house = await api.house();
  await quota(house, { per: 'week', counts: 'dates', limit: 2 });
  await book(house, { start: '2026-03-15T23:00', end: '2026-03-16T01:00' });
  expect(await refusal(house, daily(3))).toMatchObject([
    { counts: 'dates', limit: 2, used: 2, period: '2026-03-16', start: '2026-03-18T09:00:00.000Z' },
  ]);
  const series = await book(house, { ...daily(8), onRefused: 'skip' });
  const booked = series.occurrences.filter(({ status }) => status === 'confirmed').map(({ start }) => start.slice(0, 10));
  expect(booked).toEqual(['2026-03-16', '2026-03-17', '2026-03-23']);
  expect(series.occurrences[2]?.reasons).toMatchObject([{ code: 'QUOTA_EXCEEDED', period: '2026-03-16' }]);
});

it('prime time is only what falls into it, rooms only those that count or contain one that does', async () => {
  const house = await api.house();
  await quota(house, { limit: 60, roomIds: [house.a], prime: [{ weekdays: [1, 2, 3, 4, 5], from: '18:00', to: '22:00' }] });
  await book(house, at('12:00–19:00'));
  expect(await refusal(house, day('2026-03-17', '19:00', '19:30'))).toMatchObject([{ used: 60, isPrime: true }]);
  expect(await refusal(house, { ...day('2026-03-17', '19:00', '19:30'), roomIds: [house.hall] })).toHaveLength(1);
  await book(house, day('2026-03-21', '18:00', '22:00'));
  await book(house, { ...day('2026-03-17', '18:00', '22:00'), roomIds: [house.b] });
  await book(house, day('2026-03-18', '08:00', '18:00'));
});

it('each room booked at once counts for itself, a composed one as one', async () => {
  const house = await api.house();
  await quota(house, { limit: 120 });
  expect(await refusal(house, { ...at('10:00–11:30'), roomIds: [house.a, house.studio] })).toHaveLength(1);
  await book(house, { ...at('10:00–12:00'), roomIds: [house.hall] });
});

it('an organisation may have more, nothing or no limit', async () => {
  const house = await api.house();
  const { id } = await quota(house, { limit: 60, exceptions: [{ organisationId: house.racines, limit: null }] });
  await book(house, at('10:00–16:00'));
  expect(await refusal(house, { ...at('17:00–19:00'), organisationId: house.voisins }, house.neighbour)).toHaveLength(1);
  const nothing = { per: 'month', counts: 'minutes', limit: 60, exceptions: [{ organisationId: house.racines, limit: 0 }] };
  expect((await house.coordinator.patch(house.path(`quotas/${id}`), nothing)).status).toBe(200);
  expect(await refusal(house, at('17:00–17:15'))).toMatchObject([{ limit: 0, used: 360 }]);
});

it('what waits counts: requests and holds; what is declined does not', async () => {
  const house = await api.house();
  await api.db.query(`UPDATE room SET rules = '{"approval": {"always": true, "blocks": false}}' WHERE id = $1`, [house.a]);
  await quota(house, { limit: 60 });
  const asked = await book(house, at('10:00–11:00'));
  expect(await refusal(house, { ...at('14:00–15:00'), roomIds: [house.b] })).toMatchObject([{ used: 60 }]);
  await house.coordinator.post(house.path(`bookings/${asked.id}/decision`), { verdict: 'decline' });
  await book(house, { ...at('14:00–15:00'), roomIds: [house.b] });
});

it('a request that was counted is accepted, whatever the quota became', async () => {
  const house = await api.house();
  await api.db.query(`UPDATE room SET rules = '{"approval": {"always": true}}' WHERE id = $1`, [house.a]);
  const asked = await book(house, at('10:00–12:00'));
  await quota(house, { limit: 60 });
  const { body } = await house.coordinator.post<Booking>(house.path(`bookings/${asked.id}/decision`), { verdict: 'accept' });
  expect(body.status).toBe('confirmed');
});

describe('editing', () => {
  it('does not count twice: a date moves within its month, not into a full one', async () => {
    const house = await api.house();
    await quota(house, { limit: 60 });
    const booking = await book(house, at('10:00–11:00'));
    await book(house, day('2026-04-10', '10:00', '11:00'));
    await edited(house, booking, day('2026-03-18', '14:00', '15:00') as object);
    const { status, body } = await edit<Problem>(house, booking, day('2026-04-17', '14:00', '15:00') as object);
    expect([status, body.reasons?.[0]]).toMatchObject([409, { code: 'QUOTA_EXCEEDED', period: '2026-04-01', used: 60 }]);
    expect((await edit(house, booking, day('2026-03-18', '14:00', '15:30') as object)).status).toBe(409);
    expect((await read(house, booking)).start).toBe('2026-03-18T13:00:00.000Z');
  });

  it('of a series: all dates together, one alone', async () => {
    const house = await api.house();
    await quota(house, { per: 'week', limit: 4 * 60 });
    const series = await book(house, daily(3));
    const longer = { start: '2026-03-16T10:00', end: '2026-03-16T11:30' };
    expect((await edit(house, series, longer)).status).toBe(409);
    await edited(house, series, { ...this_(series, 0), end: '2026-03-16T12:00' });
    expect((await edit(house, series, { ...this_(series, 1), end: '2026-03-17T10:30' })).status).toBe(200);
    expect((await edit(house, series, { ...this_(series, 2), end: '2026-03-18T12:00' })).status).toBe(409);
  });

  it('beyond a quota that became lower may change what does not grow, and be renamed', async () => {
    const house = await api.house();
    const booking = await book(house, at('10:00–14:00'));
    await quota(house, { limit: 60 });
    await edited(house, booking, { title: 'Autre', setUpMinutes: 15 });
    await edited(house, booking, { start: '2026-03-17T10:00', end: '2026-03-17T13:00' });
    expect((await edit(house, booking, { start: '2026-03-17T10:00', end: '2026-03-17T13:30' })).status).toBe(409);
  });

  it('in the name of another organisation counts for that one', async () => {
    const house = await api.house();
    await quota(house, { limit: 60 });
    await join(house.ground, house.voisins, house.member, 'member');
    const booking = await book(house, at('10:00–11:00'));
    await book(house, { ...at('14:00–15:00'), organisationId: house.voisins });
    expect((await edit(house, booking, { organisationId: house.voisins })).status).toBe(409);
    expect((await read(house, booking)).organisationId).toBe(house.racines);
  });
});

it('a coordinator books beyond it with a reason that is logged, and the date may stay', async () => {
  const house = await api.house();
  await quota(house, { limit: 60 });
  const wish = at('10:00–12:00');
  expect((await ask(house, wish, house.coordinator)).status).toBe(409);
  const booking = await book(house, { ...wish, overrideReason: 'Fête de la maison' }, house.coordinator);
  expect(booking.override).toEqual({ codes: ['QUOTA_EXCEEDED'], reason: 'Fête de la maison' });
  await edited(house, booking, { setUpMinutes: 30 }, house.coordinator);
  expect(await refusal(house, at('14:00–14:30'))).toMatchObject([{ used: 120 }]);
});

it('another room is offered to a series when its quota has place for all of its dates, not for each', async () => {
  const house = await api.house();
  const other = await house.room({ name: 'Atelier', capacity: 20 });
  await quota(house, { counts: 'dates', limit: 2, roomIds: [house.b, house.studio, other] });
  await book(house, { start: '2026-03-17T10:00', end: '2026-03-17T11:00', organisationId: house.voisins }, house.neighbour);
  const offered = async (count: number) =>
    ((await ask(house, { ...daily(count), attendees: 4 })).body.alternatives ?? []).flatMap(({ roomIds }) => roomIds);
  expect(await offered(2)).toContain(other);
  expect((await offered(3)).filter((id) => id !== house.hall)).toEqual([]);
});

it('a skipped date waits until there is room in the quota too', async () => {
  const house = await api.house();
  await quota(house, { per: 'week', limit: 60 });
  const first = await book(house, at('08:00–09:00'));
  const series = await book(house, { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=2' }, onRefused: 'skip', retrySkipped: true });
  expect(series.occurrences.map(({ status }) => status)).toEqual(['skipped', 'confirmed']);
  await api.app.get(SkippedDates).retry();
  expect((await read(house, series)).occurrences[0]?.status).toBe('skipped');
  await cancel(house, first);
  await api.app.get(SkippedDates).retry();
  expect((await read(house, series)).occurrences[0]?.status).toBe('confirmed');
});

it('what took place before a booking went to another organisation stays with the one it was for', async () => {
  const house = await api.house();
  await join(house.ground, house.voisins, house.member, 'member');
  const series = await book(house, daily(3));
  api.setNow('2026-03-17T12:00Z');
  await house.ground.db.query(`UPDATE session SET expires_at = '2027-01-01'`);
  await edited(house, series, { organisationId: house.voisins });
  await quota(house, { limit: 600 });
  expect((await uses(house)).map(({ used }) => used).sort()).toEqual([120, 60].sort());
});

describe('the quotas of a house', () => {
  it('are of the coordination, by version, and in the log', async () => {
    const house = await api.house();
    const { id, version } = await quota(house);
    const path = house.path(`quotas/${id}`);
    const next = { per: 'week', counts: 'dates', limit: 3 };
    expect((await house.member.get(house.path('quotas'))).status).toBe(403);
    expect((await house.member.patch(path, next)).status).toBe(403);
    expect((await house.coordinator.patch<Quota>(path, next, { headers: { 'if-match': `"${version}"` } })).body).toMatchObject({
      ...next,
      version: 2,
    });
    expect((await house.coordinator.patch(path, next, { headers: { 'if-match': `"${version}"` } })).status).toBe(412);
    expect((await house.coordinator.delete(path)).status).toBe(204);
    expect((await house.coordinator.delete(path)).status).toBe(404);
    expect((await house.coordinator.get<QuotaList>(house.path('quotas'))).body.items).toEqual([]);
    const kinds = await api.db.query<{ kind: string }[]>('SELECT kind FROM log WHERE entity_id = $1 ORDER BY id', [id]);
    expect(kinds.map(({ kind }) => kind)).toEqual(['quota.added', 'quota.changed', 'quota.removed']);
  });

  it.each([
    [{ limit: 0 }, 'limit'],
    [{ prime: [{ weekdays: [8], from: '18:00', to: '22:00' }] }, 'prime.0.weekdays.0'],
    [{ prime: [{ weekdays: [1], from: '22:00', to: '18:00' }] }, 'prime.0.to'],
    [{ exceptions: [1, 2].map(() => ({ organisationId: '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10', limit: 1 })) }, 'exceptions'],
  ])('refuse %j, and say where', async (wish, path) => {
    const house = await api.house();
    const draft = { per: 'month', counts: 'minutes', limit: 60, ...wish };
    const { status, body } = await house.coordinator.post<Problem>(house.path('quotas'), draft);
    expect([status, body.errors?.[0]?.path]).toEqual([400, path]);
  });

  it('know the rooms of their house only, and organisations there are', async () => {
    const house = await api.house();
    const other = await api.house();
    const quotaOf = (wish: object) =>
      house.coordinator.post<Problem>(house.path('quotas'), { per: 'month', counts: 'minutes', limit: 60, ...wish });
    expect((await quotaOf({ roomIds: [other.a] })).body.code).toBe('booking/unknown-room');
    const nobody = [{ organisationId: '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10', limit: 1 }];
    expect((await quotaOf({ exceptions: nobody })).body.errors?.[0]?.path).toBe('exceptions');
  });

  it('are told to the members of each organisation: their own use, of this week and this month', async () => {
    const house = await api.house();
    await quota(house);
    await quota(house, { per: 'week', counts: 'dates', limit: 3, roomIds: [house.a] });
    await book(house, day('2026-01-08', '10:00', '17:30'));
    await book(house, day('2026-02-03', '10:00', '11:00'));
    expect(await uses(house)).toMatchObject([
      { per: 'month', period: '2026-01-01', used: 450, limit: 600, isOfRooms: false, organisation: 'Racines' },
      { per: 'week', period: '2026-01-05', used: 1, limit: 3, isOfRooms: true },
    ]);
    expect(await uses(house, house.neighbour)).toMatchObject([{ used: 0 }, { used: 0 }]);
    expect(await uses(house, house.stranger)).toEqual([]);
    const gone = await organisation(house.ground, 'Partis');
    await join(house.ground, gone, house.stranger, 'member');
    await resides(house.ground, {
      spaceId: house.id,
      organisationId: gone,
      by: house.coordinator.id,
      from: '2025-01-01',
      to: '2025-06-30',
    });
    expect(await uses(house, house.stranger)).toEqual([]);
  });

  it('of an organisation are told to nobody who may not book in its name', async () => {
    const house = await api.house();
    await quota(house, { limit: 60 });
    await book(house, at('10:00–11:00'));
    const asked = { ...draft(house, at('12:00–14:00')) };
    const { body } = await house.neighbour.post<Preview>(house.path('bookings/preview'), asked);
    expect([body.quotas, body.occurrences[0]?.reasons]).toEqual([[], []]);
  });
});
