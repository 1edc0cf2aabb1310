import type { SeasonRoundList } from '@bota/booking/domain';
import type { Answer } from '@bota/shared/testing';
import { useApi } from './api.fixture';
import { organisation, resides } from './people.fixture';
import { APPEALS_OVER, APPEALS_UNTIL, Season, WISHES_OVER, publishedSeason, roundDraft, thursday } from './season.fixture';

const api = useApi();
const NOWHERE = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10';
const said = ({ status, body }: Answer<object>) => {
  const { code, errors } = body as { code?: string; errors?: { path: string }[] };
  return [status, code, ...(errors ? [errors[0]?.path] : [])];
};

describe('a round is not prepared', () => {
  it.each([
    ['by a member', {}, 'member', [403, 'not-allowed']],
    ['that ends before it begins', { lastDay: '2026-03-01' }, 'coordinator', [422, 'season/dates-out-of-order', 'lastDay']],
    ['with wishes into the season', { wishesUntil: '2026-03-02' }, 'coordinator', [422, 'season/dates-out-of-order', 'wishesUntil']],
    ['without rooms', { roomIds: [] }, 'coordinator', [400, 'invalid-input', 'roomIds']],
    ['with rooms of nowhere', { roomIds: [NOWHERE] }, 'coordinator', [422, 'season/unknown-room', 'roomIds']],
  ] as const)('%s', async (_, more, who, expected) => {
    const house = await api.house();
    expect(said(await house[who].post(house.path('season-rounds'), { ...roundDraft(house), ...more }))).toEqual(expected);
    expect((await house.coordinator.get<SeasonRoundList>(house.path('season-rounds'))).body.items).toEqual([]);
  });

  it('with an office, nor with a room of another house', async () => {
    const [house, other] = [await api.house(), await api.house()];
    const office = await house.room({ name: 'Bureau', bookable: false });
    for (const roomId of [office, other.a]) {
      const answer = await house.coordinator.post(house.path('season-rounds'), roundDraft(house, { roomIds: [house.a, roomId] }));
      expect(said(answer)).toEqual([422, 'season/unknown-room', 'roomIds']);
    }
  });
});

describe('a wish is refused', () => {
  it('before the round is open, where it is not even seen, and after the last day', async () => {
    const house = await api.house();
    const season = await Season.prepared(house);
    expect(said(await season.ask({}))).toEqual([404, 'not-found']);
    expect(said(await season.ask({}, house.coordinator))).toEqual([409, 'season/not-open']);
    await season.step('opening');
    expect((await season.ask({})).status).toBe(201);
    api.setNow('2026-01-31T22:59:59Z');
    expect((await season.ask({})).status).toBe(201);
    api.setNow('2026-01-31T23:00:00Z');
    expect(said(await season.ask({}))).toEqual([409, 'season/wishes-over']);
    expect((await season.read(house.member)).may.wish).toBe(false);
    expect((await season.wishes(house.member)).map(({ may }) => may.edit)).toEqual([false, false]);
  });

  it('in the name of others, of who does not live here, or for rooms that are not of the round', async () => {
    const house = await api.house();
    const season = await Season.opened(house, { roomIds: [house.a] });
    expect(said(await season.ask({ organisationId: house.voisins }))).toEqual([403, 'not-allowed']);
    expect(said(await season.ask({ organisationId: NOWHERE }, house.coordinator))).toEqual([422, 'season/not-resident', 'organisationId']);
    const elsewhere = await season.ask({ choices: [thursday(house.a), thursday(house.b)] });
    expect(said(elsewhere)).toEqual([422, 'season/unknown-room', 'choices.1.roomId']);
    expect(said(await season.ask({ choices: [{ ...thursday(house.a), end: '17:00' }] }))).toEqual([400, 'invalid-input', 'choices.0.end']);
    expect(said(await season.ask({ choices: Array(4).fill(thursday(house.a)) }))).toEqual([400, 'invalid-input', 'choices']);
    expect(said(await season.ask({}, house.stranger))).toEqual([403, 'not-allowed']);
    expect(await season.wishes()).toEqual([]);
  });

  it('beyond twenty for one organisation', async () => {
    const house = await api.house();
    const season = await Season.opened(house);
    for (let n = 1; n <= 20; n += 1) await season.wish({ title: `Souhait ${n}` });
    expect(said(await season.ask({}))).toEqual([409, 'season/too-many-wishes']);
  });

  it('of an organisation that moves in with the season is taken, before it lives here', async () => {
    const house = await api.house();
    const season = await Season.opened(house);
    const coming = await organisation(house.ground, 'Nouvelle');
    const resident = { spaceId: house.id, organisationId: coming, by: house.coordinator.id };
    await resides(house.ground, resident);
    await api.db.query(`UPDATE residency SET during = '[2026-03-01,)' WHERE organisation_id = $1`, [coming]);
    expect((await season.ask({ organisationId: coming }, house.coordinator)).status).toBe(201);
    await api.db.query(`UPDATE residency SET during = '[2026-07-01,)' WHERE organisation_id = $1`, [coming]);
    expect(said(await season.ask({ organisationId: coming }, house.coordinator))).toEqual([422, 'season/not-resident', 'organisationId']);
  });
});

it('who has left before most of its dates gets no place, and the plan says so, before it is published', async () => {
  const house = await api.house();
  const season = await Season.opened(house);
  const stays = await season.wish({});
  const leaves = await season.ofNeighbour({ choices: [thursday(house.a), thursday(house.b)] });
  await api.db.query(`UPDATE residency SET during = '[2020-01-01,2026-03-20)' WHERE organisation_id = $1`, [house.voisins]);
  api.setNow(WISHES_OVER);
  const { plan } = await season.plan();
  expect(plan?.ties).toEqual([]);
  expect(plan?.results.find(({ wishId }) => wishId === stays.id)).toMatchObject({ outcome: 'granted', rank: 1 });
  expect(plan?.results.find(({ wishId }) => wishId === leaves.id)).toMatchObject({
    ...{ outcome: 'unmet', slot: null },
    losses: [{ rank: 1, why: 'impossible', codes: ['NOT_RESIDENT'] }, { rank: 2 }],
  });
});

describe('wishes', () => {
  it('are changed, ordered and withdrawn by their organisation; the needs after move up', async () => {
    const house = await api.house();
    const season = await Season.opened(house);
    const [one, two, three] = [
      await season.wish({ title: 'Un' }),
      await season.wish({ title: 'Deux' }),
      await season.wish({ title: 'Trois' }),
    ];
    const order = { organisationId: house.racines, wishIds: [three.id, one.id, two.id] };
    expect((await house.colleague.ask('PUT', season.path('wish-order'), order, {})).status).toBe(200);
    const short = await house.colleague.ask('PUT', season.path('wish-order'), { ...order, wishIds: [one.id] }, {});
    expect(said(short)).toEqual([422, 'season/wish-order', 'wishIds']);
    const { title, attendees, features, choices } = one;
    const edit = { title, attendees, features, choices: [...choices, thursday(null)] };
    expect((await house.admin.ask('PUT', season.path(`wishes/${one.id}`), edit, {})).body).toMatchObject({
      need: 2,
      choices: edit.choices,
    });
    expect(said(await house.neighbour.ask('PUT', season.path(`wishes/${one.id}`), edit, {}))).toEqual([404, 'not-found']);
    expect((await house.member.delete(season.path(`wishes/${three.id}`))).status).toBe(204);
    expect(said(await house.member.delete(season.path(`wishes/${three.id}`)))).toEqual([404, 'not-found']);
    expect((await season.wishes()).map((wish) => [wish.need, wish.title])).toEqual([
      [1, 'Un'],
      [2, 'Deux'],
    ]);
  });

  it('of others are seen once the plan is published, and the plan too', async () => {
    const house = await api.house();
    const season = await Season.opened(house);
    await season.wish({});
    await season.ofNeighbour({ choices: [thursday(house.b)] });
    const seen = async () => [(await season.wishes(house.member)).length, (await season.read(house.member)).counts.length];
    expect(await seen()).toEqual([1, 1]);
    expect((await season.wishes()).length).toBe(2);
    api.setNow(WISHES_OVER);
    expect((await season.plan(house.member)).plan).toBeNull();
    expect((await season.plan()).plan?.results.length).toBe(2);
    await season.publish();
    expect(await seen()).toEqual([2, 2]);
    expect((await season.plan(house.member)).plan?.results.length).toBe(2);
  });
});

describe('a step is refused', () => {
  it('out of turn', async () => {
    const house = await api.house();
    const season = await Season.opened(house);
    expect(said(await season.step('opening'))).toEqual([409, 'season/not-preparing']);
    expect(said(await season.publish())).toEqual([409, 'season/wishes-running']);
    expect(said(await season.step('lot'))).toEqual([409, 'season/wishes-running']);
    api.setNow(WISHES_OVER);
    expect(said(await season.publish())).toEqual([409, 'season/no-wishes']);
    expect(said(await season.step('adoption'))).toEqual([409, 'season/not-published']);
    expect(said(await season.step('closing'))).toEqual([200, undefined]);
    expect(said(await season.step('closing'))).toEqual([409, 'season/closed']);
  });

  it('while ties are open, appeals run or wait; and the days of appeals lie before the season', async () => {
    const house = await api.house();
    const season = await Season.opened(house);
    const ours = await season.wish({});
    await season.ofNeighbour({ choices: [thursday(house.a)] });
    api.setNow(WISHES_OVER);
    expect(said(await season.publish())).toEqual([409, 'season/ties-open']);
    expect(said(await season.step('tie', { key: 'x', wishId: ours.id }))).toEqual([409, 'season/no-such-tie']);
    await season.step('lot');
    for (const appealsUntil of ['2026-02-01', '2026-03-02'])
      expect(said(await season.step('publication', { appealsUntil }))).toEqual([422, 'season/dates-out-of-order', 'appealsUntil']);
    await season.publish();
    expect(said(await season.step('adoption'))).toEqual([409, 'season/appeals-running']);
    const { body: appeal } = await season.appeal(ours.id);
    api.setNow(APPEALS_OVER);
    expect(said(await season.step('adoption'))).toEqual([409, 'season/appeals-waiting']);
    expect(said(await season.appeal(ours.id))).toEqual([409, 'season/appeals-over']);
    await house.coordinator.post(house.path(`season-appeals/${appeal.id}/answer`), { slot: null, answer: 'Non' });
    expect((await season.step('adoption')).status).toBe(200);
  });

  it('for rooms and days that were promised; the version one saw is kept', async () => {
    const house = await api.house();
    const season = await Season.opened(house);
    const edit = (body: object, version = 2) => house.coordinator.patch(season.path(), body, { headers: { 'if-match': `"${version}"` } });
    expect(said(await edit({ roomIds: [house.a] }))).toEqual([409, 'season/not-preparing']);
    expect(said(await edit({ appealsUntil: APPEALS_UNTIL }))).toEqual([409, 'season/not-published']);
    expect(said(await edit({ wishesUntil: '2026-02-05' }))).toEqual([200, undefined]);
    expect(said(await edit({ wishesUntil: '2026-02-06' }))).toEqual([412, 'stale-version']);
  });
});

describe('an appeal', () => {
  it('is of the organisation alone, and seen by it and the coordinators', async () => {
    const { season, house, ours } = await publishedSeason(api);
    expect(said(await season.appeal(ours.id, house.neighbour))).toEqual([403, 'not-allowed']);
    await season.appeal(ours.id);
    const seen = async (who = house.coordinator) => (await who.get<{ items: object[] }>(season.path('appeals'))).body.items.length;
    expect([await seen(), await seen(house.colleague), await seen(house.neighbour)]).toEqual([1, 1, 0]);
  });

  it('is not accepted with a place that is given, that the room refuses, or that is not of the round', async () => {
    const { season, house, ours } = await publishedSeason(api);
    const { body } = await season.appeal(ours.id);
    const answer = (slot: object) => house.coordinator.post(house.path(`season-appeals/${body.id}/answer`), { slot, answer: 'Oui' });
    expect(said(await answer(thursday(house.hall)))).toEqual([409, 'season/slot-given']);
    expect(said(await answer(thursday(NOWHERE)))).toEqual([422, 'season/unknown-room', 'slot.roomId']);
    await house.close('2026-03-01T00:00Z', '2026-06-01T00:00Z', house.studio);
    expect(said(await answer(thursday(house.studio)))).toEqual([409, 'season/slot-refused']);
    expect((await season.plan()).number).toBe(1);
    expect((await season.read()).appealsWaiting).toBe(1);
  });
});

it('a round of another house is not there', async () => {
  const { season, ours } = await publishedSeason(api);
  const other = await api.house();
  const at = (rest: string) => other.path(`season-rounds/${season.id}${rest}`);
  for (const rest of ['', '/wishes', '/plan', '/appeals']) expect((await other.coordinator.get(at(rest))).status).toBe(404);
  for (const rest of ['/opening', '/closing', '/lot', '/adoption']) expect((await other.coordinator.post(at(rest), {})).status).toBe(404);
  expect((await other.coordinator.post(at('/appeals'), { wishId: ours.id, text: 'Moi' })).status).toBe(404);
  expect((await other.coordinator.delete(at(`/wishes/${ours.id}`))).status).toBe(404);
});

it('a published plan never changes, not even by hand', async () => {
  const { house } = await publishedSeason(api);
  await expect(api.db.query('UPDATE season_plan SET number = 7 WHERE space_id = $1', [house.id])).rejects.toThrow('never changes');
  await expect(api.db.query('DELETE FROM season_plan WHERE space_id = $1', [house.id])).rejects.toThrow('never changes');
});
