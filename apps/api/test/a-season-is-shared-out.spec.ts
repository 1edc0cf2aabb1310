import type { Booking, Calendar } from '@bota/booking/domain';
import { verifyLog } from '@bota/shared/api';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import { APPEALS_OVER, Season, WISHES_OVER, publishedSeason, thursday } from './season.fixture';

const api = useApi();

describe('a round goes from wishes to bookings', () => {
  it('shows a tie, takes a decision, publishes it with reasons, hears an appeal and books what is adopted', async () => {
    const { season, house, ours, theirs } = await publishedSeason(api);
    const { plan, number } = await season.plan(house.member);
    expect(number).toBe(1);
    expect(plan?.results.find(({ wishId }) => wishId === theirs.id)).toMatchObject({ outcome: 'granted', rank: 1, ground: 'decided' });
    expect(plan?.results.find(({ wishId }) => wishId === ours.id)).toMatchObject({
      ...{ outcome: 'granted', rank: 2, slot: thursday(house.b), dates: { all: 17, free: 17 } },
      losses: [{ rank: 1, why: 'decided', to: theirs.id, turn: 1, codes: [] }],
    });

    const appeal = (await season.appeal(ours.id)).body;
    expect((await season.read()).appealsWaiting).toBe(1);
    const studio = { ...thursday(house.studio), weekday: 3 };
    const answered = await house.coordinator.post(house.path(`season-appeals/${appeal.id}/answer`), {
      slot: studio,
      answer: 'Le mercredi',
    });
    expect([answered.status, answered.body]).toMatchObject([200, { isAccepted: true, answer: 'Le mercredi' }]);
    const changed = await season.plan(house.neighbour);
    expect(changed.number).toBe(2);
    expect(changed.plan?.results.find(({ wishId }) => wishId === ours.id)).toMatchObject({ slot: studio, rank: null, ground: 'kept' });
    expect(changed.plan?.results.find(({ wishId }) => wishId === theirs.id)).toEqual(
      plan?.results.find(({ wishId }) => wishId === theirs.id),
    );

    await house.close('2026-04-09T00:00+02:00', '2026-04-10T00:00+02:00');
    await book(house, { start: '2026-03-12T19:00', end: '2026-03-12T21:00' });
    api.setNow(APPEALS_OVER);
    const { status, body: round } = await season.step('adoption');
    expect([status, round.state]).toEqual([200, 'adopted']);
    const report = round.report?.find(({ wishId }) => wishId === theirs.id);
    expect(report).toMatchObject({
      ...{ dates: 15, refusal: null },
      skipped: [
        { start: '2026-03-12T17:00:00.000Z', codes: ['ROOM_TAKEN'] },
        { start: '2026-04-09T16:00:00.000Z', codes: ['CLOSED'] },
      ],
    });
    const booking = (await house.neighbour.get<Booking>(house.path(`bookings/${report?.bookingId}`))).body;
    expect(booking).toMatchObject({
      ...{ uid: `season-${season.id}-${theirs.id}@bota75`, title: 'Théâtre', organisationId: house.voisins, roomIds: [house.a] },
      ...{ bookedBy: { id: house.neighbour.id }, may: { edit: true, cancel: true } },
    });
    const starts = booking.occurrences.map(({ start }) => start);
    expect([starts[0], starts.at(-1)]).toEqual(['2026-03-05T17:00:00.000Z', '2026-06-25T16:00:00.000Z']);
    const week = (await house.member.get<Calendar>(house.path('calendar?from=2026-06-22&to=2026-06-29'))).body;
    expect(week.items.map(({ title, start }) => [title, start])).toEqual([
      ['Chorale', '2026-06-24T16:00:00.000Z'],
      ['Théâtre', '2026-06-25T16:00:00.000Z'],
    ]);
    expect(await verifyLog(api.db)).toBeNull();
  });

  it('gives what an appeal frees to who got nothing', async () => {
    const house = await api.house();
    const season = await Season.opened(house);
    const ours = await season.wish({ choices: [thursday(house.a)] });
    const theirs = await season.ofNeighbour({ choices: [thursday(house.a)] });
    api.setNow(WISHES_OVER);
    await season.step('lot');
    await season.publish();
    const granted = (await season.plan()).plan?.results.find(({ outcome }) => outcome === 'granted')?.wishId;
    const [winner, other] = granted === ours.id ? [ours, theirs] : [theirs, ours];
    const appeal = (await season.appeal(winner.id, granted === ours.id ? house.member : house.neighbour)).body;
    await house.coordinator.post(house.path(`season-appeals/${appeal.id}/answer`), { slot: thursday(house.b), answer: 'B' });
    const { results } = (await season.plan()).plan ?? { results: [] };
    expect(results.find(({ wishId }) => wishId === other.id)).toMatchObject({ outcome: 'granted', slot: thursday(house.a) });
  });

  it('draws ties by a seed that stands in the log, with which the same comes out again', async () => {
    const house = await api.house();
    const season = await Season.opened(house);
    await season.wish({});
    await season.ofNeighbour({ choices: [thursday(house.a)] });
    api.setNow(WISHES_OVER);
    expect((await season.plan()).plan?.results.map(({ outcome }) => outcome)).toEqual(['tied', 'tied']);
    expect((await season.step('lot')).status).toBe(200);
    const first = await season.plan();
    expect(first.plan?.results.map(({ outcome }) => outcome).sort()).toEqual(['granted', 'unmet']);
    expect(await season.plan()).toEqual(first);
    const [entry] = await api.db.query(`SELECT after FROM log WHERE space_id = $1 AND kind = 'season.drawn'`, [house.id]);
    expect(entry.after).toEqual({ seed: first.plan?.seed });
    expect((await season.step('lot')).body).toMatchObject({ code: 'season/no-ties' });
  });

  it('forgets its lot when wishes may come again', async () => {
    const house = await api.house();
    const season = await Season.opened(house);
    await season.wish({});
    await season.ofNeighbour({ choices: [thursday(house.a)] });
    api.setNow(WISHES_OVER);
    await season.step('lot');
    await house.coordinator.patch(season.path(), { wishesUntil: '2026-02-10' });
    expect((await season.plan()).plan).toMatchObject({ seed: null, ties: [{ turn: 1 }] });
  });

  it('leaves out rooms that are booked already on most dates', async () => {
    const house = await api.house();
    await book(house, { start: '2026-03-05T19:00', end: '2026-03-05T20:00', recurrence: { rrule: 'FREQ=WEEKLY;COUNT=12' } });
    const season = await Season.opened(house);
    await season.wish({ choices: [thursday(house.hall), thursday(house.b)] });
    api.setNow(WISHES_OVER);
    expect((await season.plan()).plan?.results).toMatchObject([
      { rank: 2, losses: [{ rank: 1, why: 'impossible', codes: ['ROOM_TAKEN'] }] },
    ]);
  });
});

describe('at once', () => {
  it('two adoptions make one set of bookings', async () => {
    const { season, house } = await publishedSeason(api);
    api.setNow(APPEALS_OVER);
    const answers = await Promise.all([1, 2, 3].map(() => season.step('adoption')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const [{ count }] = await api.db.query(`SELECT count(*)::int FROM booking WHERE space_id = $1 AND uid LIKE 'season-%'`, [house.id]);
    expect(count).toBe(2);
    const [{ entries }] = await api.db.query(`SELECT count(*)::int AS entries FROM log WHERE space_id = $1 AND kind = 'season.adopted'`, [
      house.id,
    ]);
    expect(entries).toBe(1);
  });

  it('an adoption and a booking of one of its dates: both stand, and the date is in one of them', async () => {
    const { season, house, theirs } = await publishedSeason(api);
    await season.plan(house.member); // a session lives as long as it is used
    api.setNow(APPEALS_OVER);
    const evening = { start: '2026-03-12T19:00', end: '2026-03-12T21:00' };
    const [adopted, ...booked] = await Promise.all([
      season.step('adoption'),
      ...[1, 2, 3].map(() =>
        house.member.post(house.path('bookings'), { title: 'Fête', organisationId: house.racines, roomIds: [house.a], ...evening }),
      ),
    ]);
    const won = booked.filter(({ status }) => status === 201).length;
    expect([adopted.status, booked.filter(({ status }) => status === 409).length + won]).toEqual([200, 3]);
    expect(adopted.body.report?.find(({ wishId }) => wishId === theirs.id)?.skipped.length).toBe(won);
  });

  it('wishes filed together get needs of their own', async () => {
    const house = await api.house();
    const season = await Season.opened(house);
    const answers = await Promise.all([1, 2, 3, 4].map((n) => season.ask({ title: `Souhait ${n}` })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect((await season.wishes()).map(({ need }) => need)).toEqual([1, 2, 3, 4]);
  });

  it('one appeal for a wish waits, and is answered once', async () => {
    const { season, house, ours } = await publishedSeason(api);
    const filed = await Promise.all([season.appeal(ours.id), season.appeal(ours.id)]);
    expect(filed.map(({ status }) => status).sort()).toEqual([201, 409]);
    const id = filed.find(({ status }) => status === 201)?.body.id;
    const answer = () => house.coordinator.post(house.path(`season-appeals/${id}/answer`), { slot: null, answer: 'Non' });
    expect((await Promise.all([answer(), answer()])).map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

it('what waits in a round is known to its coordinators', async () => {
  const { season, house, ours } = await publishedSeason(api);
  type Waiting = { items: { kind: string; path: string; count: number | null }[] };
  const waiting = async () =>
    (await house.coordinator.get<Waiting>(house.path('tasks'))).body.items
      .filter(({ kind }) => kind.startsWith('season'))
      .map(({ kind, path, count }) => [kind, path, count]);
  expect(await waiting()).toEqual([]);
  const { body } = await season.appeal(ours.id);
  expect(await waiting()).toEqual([['season-appeals', `house/season/${season.id}`, 1]]);
  await house.coordinator.post(house.path(`season-appeals/${body.id}/answer`), { slot: null, answer: 'Non' });
  api.setNow(APPEALS_OVER);
  expect(await waiting()).toEqual([['season-appeals-over', `house/season/${season.id}`, null]]);
  await season.step('adoption');
  expect(await waiting()).toEqual([]);
});
