import type { Booking, Preview } from '@bota/booking/domain';
import type { Problem } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { ask, draft } from './booking.fixture';
import type { House } from './house.fixture';
import { APPEALS_OVER, SEASON, Season, WISHES_OVER, publishedSeason, thursday } from './season.fixture';

const api = useApi();
const OPENS_ON = '2026-02-20';

const held = (house: House, more: object = {}) => Season.opened(house, { opensOn: OPENS_ON, roomIds: [house.a], ...more });
const codesOf = async (asked: ReturnType<typeof ask<Problem>>) => {
  const { status, body } = await asked;
  return [status, ...(body.reasons ?? []).map(({ code, roomId, until }) => [code, roomId, until])];
};
const inSeason = { start: '2026-03-16T10:00', end: '2026-03-16T11:00' };

describe('while a round is shared out', () => {
  it('members do not book its rooms in its season, nor what they are a part of; the answer says when it opens', async () => {
    const house = await api.house();
    await held(house);
    const opens = '2026-02-19T23:00:00.000Z';
    expect(await codesOf(ask(house, inSeason))).toEqual([409, ['SEASON_ROUND', house.a, opens]]);
    expect(await codesOf(ask(house, { ...inSeason, roomIds: [house.hall] }))).toEqual([409, ['SEASON_ROUND', house.hall, opens]]);
    expect(await codesOf(ask(house, { ...inSeason, roomIds: [house.b] }))).toEqual([201]);
    const preview = await house.member.post<Preview>(house.path('bookings/preview'), draft(house, inSeason));
    expect(preview.body.occurrences).toMatchObject([{ verdict: 'refused', reasons: [{ code: 'SEASON_ROUND' }] }]);
  });

  it.each([
    ['the day before', '2026-03-01', 201],
    ['the first day', '2026-03-02', 409],
    ['the last day', '2026-06-28', 409],
    ['the day after', '2026-06-29', 201],
  ])('%s of the season', async (_, day, status) => {
    const house = await api.house();
    await held(house);
    expect((await ask(house, { start: `${day}T10:00`, end: `${day}T11:00` })).status).toBe(status);
  });

  it('a series keeps the dates that are not held back', async () => {
    const house = await api.house();
    await held(house);
    const series = {
      start: '2026-02-16T10:00',
      end: '2026-02-16T11:00',
      recurrence: { rrule: 'FREQ=WEEKLY;COUNT=4' },
      onRefused: 'skip' as const,
    };
    const { body } = await ask<Booking>(house, series);
    expect(body.occurrences.map(({ status }) => status)).toEqual(['confirmed', 'confirmed', 'skipped', 'skipped']);
  });

  it('a coordinator books with a reason, which is logged', async () => {
    const house = await api.house();
    await held(house);
    expect((await ask(house, inSeason, house.coordinator)).status).toBe(409);
    expect((await ask(house, { ...inSeason, overrideReason: 'Élections' }, house.coordinator)).status).toBe(201);
    const [entry] = await api.db.query(`SELECT after FROM log WHERE space_id = $1 AND kind = 'booking.created' ORDER BY id DESC LIMIT 1`, [
      house.id,
    ]);
    expect(entry.after).toMatchObject({ overridden: ['SEASON_ROUND'], overrideReason: 'Élections' });
  });
});

describe('nothing is held back', () => {
  it('while it is prepared, nor by a round that does not say so', async () => {
    const house = await api.house();
    await Season.prepared(house, { opensOn: OPENS_ON, roomIds: [house.a] });
    await Season.opened(house, { roomIds: [house.a] });
    expect((await ask(house, inSeason)).status).toBe(201);
  });

  it('once it opens to all, is closed, or by a round of another house', async () => {
    const [house, other] = [await api.house(), await api.house()];
    const season = await held(house);
    expect((await ask(other, inSeason)).status).toBe(201);
    api.setNow('2026-01-30T12:00:00Z');
    await season.read(house.member); // a session lives as long as it is used
    api.setNow('2026-02-19T22:59:00Z');
    expect((await ask(house, inSeason)).status).toBe(409);
    api.setNow('2026-02-19T23:00:00Z');
    expect((await ask(house, inSeason)).status).toBe(201);
    api.setNow('2026-02-01T12:00:00Z');
    await season.step('closing');
    expect((await ask(house, { start: '2026-03-17T10:00', end: '2026-03-17T11:00' })).status).toBe(201);
  });

  it('once it is adopted: what is left opens to all', async () => {
    const house = await api.house();
    const season = await held(house);
    await season.wish({});
    api.setNow(WISHES_OVER);
    await season.publish();
    expect((await ask(house, inSeason)).status).toBe(409);
    api.setNow(APPEALS_OVER);
    expect((await season.step('adoption')).body.report).toMatchObject([{ dates: 17, refusal: null }]);
    expect((await ask(house, inSeason)).status).toBe(201);
    expect(await codesOf(ask(house, { start: '2026-03-19T18:00', end: '2026-03-19T19:00' }))).toEqual([
      ...[409, ['ROOM_TAKEN', house.a, '2026-03-19T19:00:00.000Z']],
    ]);
  });
});

it.each(['2026-01-31', '2026-03-03'])('a round does not open to all on %s, before its wishes end or once it has begun', async (opensOn) => {
  const house = await api.house();
  const { status, body } = await house.coordinator.post(house.path('season-rounds'), {
    name: 'Saison',
    ...SEASON,
    roomIds: [house.a],
    opensOn,
  });
  expect([status, body.code, body.errors?.[0]?.path]).toEqual([422, 'season/dates-out-of-order', 'opensOn']);
});

describe('the rules of the rooms', () => {
  const rule = (house: House, rules: object) => house.coordinator.patch(house.path(`rooms/${house.a}`), { rules });

  it('how far ahead one books does not hold for the house: a season is booked to its end', async () => {
    const { season, house, theirs } = await publishedSeason(api);
    expect((await rule(house, { horizonDays: 30 })).status).toBe(200);
    api.setNow(APPEALS_OVER);
    const { body } = await season.step('adoption');
    expect(body.report?.find(({ wishId }) => wishId === theirs.id)).toMatchObject({ dates: 17, skipped: [] });
  });

  it('who may book a room holds for wishes too', async () => {
    const house = await api.house();
    await rule(house, { who: { are: 'organisations', organisationIds: [house.racines] } });
    const season = await Season.opened(house);
    const theirs = await season.ofNeighbour({ choices: [thursday(house.a), thursday(house.b)] });
    api.setNow(WISHES_OVER);
    const { plan } = await season.plan();
    expect(plan?.results.find(({ wishId }) => wishId === theirs.id)).toMatchObject({
      ...{ rank: 2, losses: [{ rank: 1, why: 'impossible', codes: ['NOT_ENTITLED'] }] },
    });
  });
});
