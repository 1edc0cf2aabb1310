import type { RoomFinding, RoomFindings } from '@bota/booking/domain';
import type { RoomDraft } from '@bota/spaces/domain';
import type { z } from 'zod';
import { useApi } from './api.fixture';
import { at, book } from './booking.fixture';
import { MONDAY, type Query, bookFound, findRooms, refusedQuery, timeOf } from './finding.fixture';
import type { House } from './house.fixture';
import { join } from './people.fixture';
import { quota } from './quota.fixture';
import { Season } from './season.fixture';

const api = useApi();
type RoomWish = z.input<typeof RoomDraft>;
const namesOf = async (house: House) =>
  new Map(
    (await api.db.query<{ id: string; name: string }[]>('SELECT id, name FROM room WHERE space_id = $1', [house.id])).map(
      ({ id, name }) => [id, name],
    ),
  );

/** What is found, by name. */
async function found(house: House, query: Query = {}, who = house.member) {
  const [names, { free, near, not }] = [await namesOf(house), await findRooms(house, query, who)];
  const name = ({ roomId }: { roomId: string }) => names.get(roomId) ?? '';
  const pick = (list: RoomFindings['free'], called: string) => list.find((one) => name(one) === called) as RoomFinding;
  return {
    free: free.map(name),
    near: near.map(name),
    not: Object.fromEntries(not.map((one) => [name(one), one.because])),
    of: (called: string) => pick(free, called) ?? pick(near, called),
  };
}

/** A house with one more room. */
async function houseWith(room: Partial<RoomWish>) {
  const house = await api.house();
  const id = await house.room({ name: 'Atelier', capacity: 10, ...room });
  return { house, id };
}

beforeEach(() => api.setNow('2026-03-02T08:00:00Z'));

describe('what is asked', () => {
  it('nothing in particular: every room that is free, parts before wholes', async () => {
    const { free, near, not } = await found(await api.house());
    expect([free, near, not]).toEqual([['Salle A', 'Salle B', 'Studio', 'Grande salle'], [], {}]);
  });

  it('people: the smallest that fits first; what is far too small is left out, what is nearly large enough is told', async () => {
    const house = await api.house();
    expect(await found(house, { people: 12 })).toMatchObject({
      free: ['Salle B', 'Salle A', 'Grande salle'],
      not: { Studio: 'OVER_CAPACITY' },
    });
    const { near, of } = await found(house, { people: 14 });
    expect([near, of('Salle B').misses]).toEqual([['Salle B'], [{ is: 'small', places: 12 }]]);
  });

  it('features: rooms that lack one are near, and say which; those that have none of several are left out', async () => {
    const { house } = await houseWith({ features: ['screen', 'step-free'] });
    await house.room({ name: 'Loge', features: ['screen'] });
    const { free, near, of, not } = await found(house, { features: 'screen,step-free' });
    expect([free, near, of('Loge').misses]).toEqual([['Atelier'], ['Loge'], [{ is: 'feature', feature: 'step-free' }]]);
    expect(not).toMatchObject({ Studio: 'LACKS', 'Salle A': 'LACKS' });
  });

  it('layout: with its own places and setting up, and booked with it', async () => {
    const { house, id } = await houseWith({ rules: { layouts: [{ layout: 'theatre', capacity: 30, setUpMinutes: 60 }] } });
    await book(house, { roomIds: [id], ...at('08:30–09:30') });
    const { free, of } = await found(house, { people: 25, layout: 'theatre', minutes: 60 });
    expect(free).toEqual(['Atelier']);
    expect([timeOf(of('Atelier')), of('Atelier').layout]).toEqual(['10:30–11:30', 'theatre']);
    await bookFound(house, of('Atelier'), { attendees: 25 });
  });

  it('layout: a room that does not stand like that is near', async () => {
    const { house } = await houseWith({ layout: 'circle' });
    const { free, of } = await found(house, { layout: 'circle' });
    expect([free, of('Studio').misses]).toEqual([['Atelier'], [{ is: 'layout', layout: 'circle' }]]);
  });

  it('so many minutes: the first round time between the hours', async () => {
    const house = await api.house();
    await book(house, { roomIds: [house.a], ...at('09:00–10:10') });
    const { of } = await found(house, { minutes: 60 });
    expect([timeOf(of('Salle A')), timeOf(of('Salle B'))]).toEqual(['10:30–11:30', '10:00–11:00']);
  });
});

describe('near misses', () => {
  it('another time of the day, and who is in the way', async () => {
    const house = await api.house();
    const { id } = await book(house, { roomIds: [house.studio], title: 'Chorale', ...at('10:00–12:00') });
    const studio = (await found(house)).of('Studio');
    expect([timeOf(studio), studio.misses]).toMatchObject([
      '12:00–14:00',
      [{ is: 'other-time', because: [{ code: 'ROOM_TAKEN', roomId: house.studio, by: { bookingId: id, title: 'Chorale' } }] }],
    ]);
    await bookFound(house, studio);
  });

  it('a shorter time when the day holds no full one', async () => {
    const house = await api.house();
    await book(house, { roomIds: [house.studio], ...at('00:00–10:30') });
    await book(house, { roomIds: [house.studio], ...at('12:00–23:59') });
    const studio = (await found(house)).of('Studio');
    expect([timeOf(studio), studio.misses]).toMatchObject(['10:30–12:00', [{ is: 'shorter', minutes: 90 }]]);
  });

  it('the same hours of another day when that one holds nothing', async () => {
    const house = await api.house();
    await house.close(`${MONDAY}T00:00:00+01:00`, '2026-03-17T00:00:00+01:00', house.studio);
    const studio = (await found(house)).of('Studio');
    expect([studio.start, studio.misses]).toMatchObject(['2026-03-17T09:00:00.000Z', [{ is: 'other-day', because: [{ code: 'CLOSED' }] }]]);
    await bookFound(house, studio);
  });

  it.each([
    [
      'longer than the room is booked for',
      { maxMinutes: 60 },
      '10:00–11:00',
      { is: 'shorter', minutes: 60, because: [{ code: 'TOO_LONG', limit: 60 }] },
    ],
    [
      'shorter than the room is booked for',
      { minMinutes: 180 },
      '10:00–13:00',
      { is: 'longer', minutes: 180, because: [{ code: 'TOO_SHORT', limit: 180 }] },
    ],
    ['off its grid', { stepMinutes: 90 }, '10:30–13:30', { is: 'longer', minutes: 180, because: [{ code: 'OFF_STEP', limit: 90 }] }],
  ])('a time %s', async (_, rules, time, miss) => {
    const { house } = await houseWith({ rules });
    const atelier = (await found(house)).of('Atelier');
    expect([timeOf(atelier), atelier.misses]).toMatchObject([
      time,
      expect.arrayContaining([expect.objectContaining({ is: miss.is, minutes: miss.minutes })]),
    ]);
    await bookFound(house, atelier);
  });

  it('a room that the coordination has to grant; for the coordination itself it is free', async () => {
    const { house } = await houseWith({ rules: { approval: { always: true } } });
    expect((await found(house)).of('Atelier').misses).toEqual([{ is: 'needs-approval' }]);
    expect((await found(house, {}, house.coordinator)).free).toContain('Atelier');
    expect(await bookFound(house, (await found(house)).of('Atelier'))).toMatchObject({ status: 'requested' });
  });
});

describe('the rules of booking hold', () => {
  it('buffers, and the larger need of a part', async () => {
    const { house, id } = await houseWith({ rules: { bufferMinutes: 30 } });
    await book(house, { roomIds: [id], ...at('09:00–10:00') });
    expect(timeOf((await found(house, { minutes: 60 })).of('Atelier'))).toBe('10:30–11:30');
  });

  it('a part that is taken takes the whole', async () => {
    const house = await api.house();
    await book(house, { roomIds: [house.a], ...at('09:00–12:00') });
    expect((await found(house)).of('Grande salle').misses).toMatchObject([{ is: 'other-time', because: [{ unit: house.a }] }]);
  });

  it('who may book: for others it is not there', async () => {
    const { house } = await houseWith({});
    const rules = { who: { are: 'organisations' as const, organisationIds: [house.voisins] } };
    await house.room({ name: 'Loge', rules });
    expect((await found(house)).not).toEqual({ Loge: 'NOT_ENTITLED' });
    expect((await found(house, {}, house.neighbour)).free).toContain('Loge');
  });

  it('lead time, horizon and opening hours', async () => {
    const house = await api.house();
    const week = Array.from({ length: 7 }, (): [string, string] => ['14:00', '20:00']);
    await house.room({ name: 'Tard', rules: { hours: week } });
    await house.room({ name: 'Loin', rules: { horizonDays: 5 } });
    await house.room({ name: 'Prévenu', rules: { leadMinutes: 3 * 24 * 60 } });
    const { of, not } = await found(house);
    expect([timeOf(of('Tard')), not]).toEqual(['14:00–16:00', { Loin: 'HORIZON' }]);
    api.setNow(`${MONDAY}T06:00:00Z`);
    expect((await found(house)).not).toMatchObject({ Prévenu: 'LEAD_TIME' });
  });

  it('a season that is being shared out keeps its rooms', async () => {
    api.setNow('2026-01-05T08:00:00Z');
    const house = await api.house();
    await Season.opened(house, { opensOn: '2026-02-20', roomIds: [house.studio] });
    expect((await found(house)).not).toEqual({ Studio: 'SEASON_ROUND' });
  });

  it('what is past is past, and today begins now', async () => {
    const house = await api.house();
    api.setNow(`${MONDAY}T10:20:00Z`);
    expect(timeOf((await found(house, { minutes: 30 })).of('Studio'))).toBe('11:30–12:00');
    expect((await found(house, { date: '2026-03-13' })).not).toMatchObject({ 'Salle A': 'IN_THE_PAST' });
  });

  it('offices and rooms that were archived are not found', async () => {
    const { house, id } = await houseWith({ bookable: false });
    await api.db.query('UPDATE room SET archived_at = now() WHERE space_id = $1 AND id = $2', [house.id, house.studio]);
    const { free, near, not } = await findRooms(house);
    for (const { roomId } of [...free, ...near, ...not]) expect([id, house.studio]).not.toContain(roomId);
  });

  it('the day of the spring change has an hour less', async () => {
    const house = await api.house();
    const studio = (await found(house, { date: '2026-03-29', from: '00:00', to: '06:00', minutes: 300 })).of('Studio');
    expect([studio.start, studio.end, studio.misses]).toEqual(['2026-03-28T23:00:00.000Z', '2026-03-29T04:00:00.000Z', []]);
  });
});

describe('who looks', () => {
  it('a private booking takes the room and says nothing else', async () => {
    const house = await api.house();
    await book(house, { roomIds: [house.studio], visibility: 'private', title: 'Secret', ...at('10:00–12:00') });
    const because = async (who: typeof house.member) =>
      (await found(house, {}, who)).of('Studio').misses.map((miss) => 'because' in miss && miss.because[0]?.by);
    expect(await because(house.neighbour)).toEqual([{}]);
    expect(await because(house.colleague)).toMatchObject([{ title: 'Secret' }]);
  });

  it('visitors find what is public', async () => {
    const house = await api.house();
    await book(house, { roomIds: [house.studio], ...at('10:00–12:00') });
    const { free, near } = await findRooms(house, {}, api.anonymous() as typeof house.member);
    expect([free.length, near.map(({ misses }) => misses)]).toMatchObject([3, [[{ is: 'other-time', because: [{ by: {} }] }]]]);
  });

  it('another house, or none, is not there', async () => {
    const house = await api.house();
    const other = { ...house, path: (rest: string) => house.path(rest).replace(house.id, '00000000-0000-7000-8000-000000000000') };
    expect((await refusedQuery(other, 'room-finding', { date: MONDAY })).status).toBe(404);
    const neighbours = await api.house();
    await book(neighbours, at('10:00–12:00'));
    expect((await found(house)).free).toContain('Salle A');
  });

  it.each([
    [{}, 'date'],
    [{ date: '2026-02-30' }, 'date'],
    [{ date: MONDAY, from: '25:00' }, 'from'],
    [{ date: MONDAY, from: '12:00', to: '10:00' }, 'to'],
    [{ date: MONDAY, minutes: 0 }, 'minutes'],
    [{ date: MONDAY, people: 'many' }, 'people'],
    [{ date: MONDAY, features: 'sauna' }, 'features'],
    [{ date: MONDAY, layout: 'bed' }, 'layout'],
  ])('%j names %s', async (query: Query, field) => {
    const { status, body } = await refusedQuery(await api.house(), 'room-finding', query);
    expect([status, body.errors?.[0]?.path]).toEqual([400, field]);
  });
});

describe('before one books', () => {
  const PRICES = { prices: { resident: 500, partner: 1000, outsider: 2000 } };

  it('the price is told to who belongs to an organisation that lives here, and to nobody else', async () => {
    const { house } = await houseWith({ rules: PRICES });
    const of = async (who: House['member'] | ReturnType<typeof api.anonymous>) =>
      (await found(house, {}, who as House['member'])).of('Atelier').terms;
    expect(await of(house.member)).toEqual({ organisationId: house.racines, priceCents: 1000 });
    expect([await of(house.stranger), await of(api.anonymous())]).toEqual([null, null]);
    const { of: named } = await found(house);
    const { occurrences } = await bookFound(house, named('Atelier'));
    expect(occurrences[0]?.priceCents).toBe(1000);
  });

  it('what a quota of one’s organisation does not admit comes last, with the reason', async () => {
    const { house, id } = await houseWith({ rules: PRICES });
    await quota(house, { limit: 150, roomIds: [id] });
    await book(house, { roomIds: [id], ...at('08:00–09:00') });
    const { free, near, of } = await found(house, {});
    expect([free.includes('Atelier'), near]).toEqual([false, ['Atelier']]);
    expect(of('Atelier').misses).toMatchObject([{ is: 'quota', because: [{ code: 'QUOTA_EXCEEDED', used: 60, limit: 150 }] }]);
    expect((await found(house, {}, house.neighbour)).free).toContain('Atelier');
    expect((await found(house, { minutes: 90 })).free).toContain('Atelier');
  });

  it('who belongs to several is found a room in the name of the one that may book it', async () => {
    const { house, id } = await houseWith({ rules: PRICES });
    await join(house.ground, house.voisins, house.member, 'member');
    await quota(house, { limit: 60, roomIds: [id], exceptions: [{ organisationId: house.voisins, limit: null }] });
    const { free, of } = await found(house);
    expect([free.includes('Atelier'), of('Atelier').terms?.organisationId]).toEqual([true, house.voisins]);
    await bookFound(house, of('Atelier'), { organisationId: house.voisins });
  });
});

describe('at the edges of the calendar', () => {
  it('in the hour that clocks leave out nothing is free; what is near says why', async () => {
    const house = await api.house();
    const { free, near, of } = await found(house, { date: '2026-03-29', from: '02:00', to: '03:00' });
    expect([free, near.length]).toEqual([[], 4]);
    expect(of('Studio').misses).toEqual([{ is: 'other-time', because: [{ code: 'TIME_DOES_NOT_EXIST' }] }]);
    expect(Date.parse(of('Studio').end) - Date.parse(of('Studio').start)).toBe(3_600_000);
  });

  it.each([
    ['room-finding', { date: '9999-12-31' }],
    ['room-finding', { date: '0001-01-01' }],
    ['time-finding', { rooms: '', first: '9999-12-31', last: '9999-12-31', minutes: 60 }],
  ])('%s of %j is refused as no day one plans', async (what, query) => {
    const house = await api.house();
    const rooms = 'rooms' in query ? { rooms: house.a } : {};
    expect((await refusedQuery(house, what, { ...query, ...rooms })).status).toBe(400);
  });
});
