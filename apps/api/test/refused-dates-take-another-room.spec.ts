import * as fc from 'fast-check';
import type { Booking, BookingRequestList, Calendar, DaySheet, NewFeed } from '@bota/booking/domain';
import { SkippedDates } from '@bota/booking/api';
import type { Problem } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { type Wish, ask, book, draft } from './booking.fixture';
import { OVERLAPS } from './acts.fixture';
import { daily, read } from './edit.fixture';
import type { House } from './house.fixture';
import { NOWHERE, SERIES, previewOf, takenHouse, takes, wallOn } from './substitutes.fixture';

const api = useApi();
beforeEach(() => api.setNow('2026-03-10T08:00:00Z'));

const reasonsOf = ({ body }: { body: Problem }) => body.reasons?.map(({ code, roomId, start }) => [code, roomId, start?.slice(8, 10)]);
const written = async (house: House) =>
  (await api.db.query('SELECT count(*)::int AS n FROM booking WHERE space_id = $1 AND rrule IS NOT NULL', [house.id]))[0].n;
const setUp = async () => takenHouse(await api.house());

describe('a substitute is refused', () => {
  it.each([
    ['for a date that the series has not', [takes(21, NOWHERE)], 422, 'booking/wrong-substitutes', 'substitutes.0.date'],
    ['for a date named twice', [takes(17, 'b'), takes(17, 'b')], 422, 'booking/wrong-substitutes', 'substitutes.1.date'],
    ['for a date that its own room takes', [takes(16, 'b')], 409, 'booking/substitute-not-needed', 'substitutes.0.date'],
    ['in a room that there is not', [takes(17, NOWHERE)], 422, 'booking/unknown-room', 'substitutes.0.roomIds.0'],
    ['in no room', [{ date: wallOn(17), roomIds: [] }], 400, 'invalid-input', 'substitutes.0.roomIds'],
    ['for what is no date', [{ date: 'demain', roomIds: [NOWHERE] }], 400, 'invalid-input', 'substitutes.0.date'],
  ])('%s: nothing is written', async (_, asked, status, code, path) => {
    const { house } = await setUp();
    const known = asked[0]?.date === wallOn(21) ? [takes(21, house.b)] : asked;
    const substitutes = known.map((one) => ({ ...one, roomIds: one.roomIds.map((id) => (id === 'b' ? house.b : id)) }));
    const answer = await ask(house, { ...SERIES, onRefused: 'skip', substitutes });
    expect([answer.status, answer.body.code, answer.body.errors?.[0]?.path]).toEqual([status, code, path]);
    expect(await written(house)).toBe(0);
  });

  it('of a booking with one date, whose room is named itself', async () => {
    const { house } = await setUp();
    const { status, body } = await ask(house, { start: wallOn(17), end: wallOn(17, '11:00'), substitutes: [takes(17, house.b)] });
    expect([status, body.errors?.[0]?.path]).toEqual([422, 'substitutes.0.date']);
  });

  it('when it is taken too: with its own reasons, what is free on that date, and nothing written', async () => {
    const { house, atelier, taker } = await setUp();
    await taker(19, house.b);
    const answer = await ask(house, { ...SERIES, substitutes: [takes(17, house.b), takes(19, house.b)] });
    expect([answer.status, reasonsOf(answer)]).toEqual([409, [['ROOM_TAKEN', house.b, '19']]]);
    expect(answer.body.alternatives).toEqual([{ roomIds: [atelier], start: '2026-03-19T09:00:00.000Z', end: '2026-03-19T10:00:00.000Z' }]);
    expect(await written(house)).toBe(0);
  });

  it.each([
    ['is too small', { capacity: 4 }, {}, 'OVER_CAPACITY'],
    ['is closed then', { capacity: 12, rules: { hours: Array(7).fill(['12:00', '18:00']) } }, {}, 'CLOSED'],
    ['is for the coordination', { capacity: 12, rules: { who: { are: 'coordinators' } } }, {}, 'NOT_ENTITLED'],
    ['wants longer notice', { capacity: 12, rules: { leadMinutes: 30 * 24 * 60 } }, {}, 'LEAD_TIME'],
    ['is granted by the coordination', { capacity: 12, rules: { approval: { always: true } } }, {}, 'NEEDS_APPROVAL'],
    ['is no longer booked', { capacity: 12, bookable: false }, {}, 'NOT_BOOKABLE'],
  ])('in a room that %s', async (_, room, wish, code) => {
    const { house } = await setUp();
    const other = await house.room({ name: 'Autre', ...room } as never);
    const answer = await ask(house, { ...SERIES, ...wish, substitutes: [takes(17, other), takes(19, house.b)] });
    expect([answer.status, reasonsOf(answer)]).toEqual([409, [[code, other, '17']]]);
    const offered = (await previewOf(house, SERIES)).occurrences[1]?.elsewhere?.map(({ roomIds }) => roomIds[0]);
    expect(offered).not.toContain(other);
  });

  it('in a room that cannot stand as asked', async () => {
    const { house } = await setUp();
    const rules = { layouts: [{ layout: 'circle' as const, capacity: 12, setUpMinutes: 0 }] };
    const [circle, other] = [
      await house.room({ name: 'Cercle', capacity: 20, rules }),
      await house.room({ name: 'Rond', capacity: 20, rules }),
    ];
    const wish: Wish = { ...SERIES, roomIds: [circle], layout: 'circle' };
    await house.close('2026-03-17T00:00Z', '2026-03-18T00:00Z', circle);
    const { status, body } = await ask(house, { ...wish, substitutes: [takes(17, house.b)] });
    expect([status, body.code, body.errors?.[0]?.path]).toEqual([422, 'booking/unknown-layout', 'substitutes.0.roomIds']);
    expect((await previewOf(house, wish)).occurrences[1]?.elsewhere).toEqual([{ roomIds: [other] }]);
  });

  it('when its buffer or setting up runs into its neighbours', async () => {
    const { house } = await setUp();
    const other = await house.room({ name: 'Tampon', capacity: 12, rules: { bufferMinutes: 30 } });
    await book(house, { roomIds: [other], start: wallOn(17, '11:15'), end: wallOn(17, '12:00') });
    await book(house, { roomIds: [house.b], start: wallOn(17, '09:00'), end: wallOn(17, '09:45') });
    const substitutes = [takes(17, other), takes(19, other)];
    expect(reasonsOf(await ask(house, { ...SERIES, substitutes }))).toEqual([['BUFFER', other, '17']]);
    const early = { ...SERIES, setUpMinutes: 30, substitutes: [takes(17, house.b), takes(19, house.b)] };
    expect(reasonsOf(await ask(house, early))).toEqual([['ROOM_TAKEN', house.b, '17']]);
  });

  it('when two dates of the series would run into each other there', async () => {
    const house = await api.house();
    const rules = { layouts: [{ layout: 'circle' as const, capacity: 12, setUpMinutes: 480 }] };
    const long = await house.room({ name: 'Longue', capacity: 12, rules });
    const short = await house.room({
      name: 'Courte',
      capacity: 12,
      rules: { layouts: [{ layout: 'circle', capacity: 12, setUpMinutes: 0 }] },
    });
    await house.close('2026-03-16T00:00Z', '2026-03-18T12:00Z', short);
    const wish: Wish = { ...daily(3), roomIds: [short], layout: 'circle', start: wallOn(16, '06:00'), end: wallOn(16, '23:00') };
    const substitutes = [16, 17, 18].map((day) => ({ date: wallOn(day, '06:00'), roomIds: [long] }));
    const { status, body } = await ask(house, { ...wish, substitutes });
    expect([status, [...new Set(body.reasons?.map(({ code }) => code))]]).toEqual([409, ['OVERLAPS_ITSELF']]);
  });

  it('when it passes the quota, which counts each date in the room it takes', async () => {
    const { house } = await setUp();
    const quota = { per: 'week', counts: 'dates', limit: 1, roomIds: [house.b] };
    expect((await house.coordinator.post(house.path('quotas'), quota)).status).toBe(201);
    const wish = { ...SERIES, substitutes: [takes(17, house.b), takes(19, house.b)] };
    expect(reasonsOf(await ask(house, wish))).toEqual([['QUOTA_EXCEEDED', undefined, '19']]);
    const { occurrences } = await previewOf(house, wish);
    expect(occurrences.map(({ verdict, reasons }) => [verdict, reasons[0]?.code])).toEqual([
      ['free', undefined],
      ['free', undefined],
      ['free', undefined],
      ['refused', 'QUOTA_EXCEEDED'],
    ]);
  });
});

describe('a lost race', () => {
  it('of two who want one room for one date, one gets it, and the other is told what is left then: nothing of it is written', async () => {
    const house = await api.house();
    const room = (name: string) => house.room({ name, capacity: 10 });
    const [one, other, left] = [await room('Une'), await room('Autre'), await room('Reste')];
    for (const roomId of [one, other]) await house.close('2026-03-17T00:00Z', '2026-03-18T00:00Z', roomId);
    const wish = { ...daily(2), attendees: 10, substitutes: [takes(17, house.b)] };
    const answers = await Promise.all([one, other].map((roomId) => ask(house, { ...wish, roomIds: [roomId] })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost && reasonsOf(lost)).toEqual([['ROOM_TAKEN', house.b, '17']]);
    expect(lost?.body.alternatives?.map(({ roomIds, start }) => [...roomIds, start.slice(8, 10)])).toContainEqual([left, '17']);
    expect(await written(house)).toBe(1);
  });

  it('of eight series in rooms of their own that want one room for one date, one gets it and the others skip it', async () => {
    const house = await api.house();
    const rooms = await Promise.all(Array.from({ length: 8 }, (_, n) => house.room({ name: `Salle ${n}`, capacity: 10 })));
    for (const roomId of rooms) await house.close('2026-03-17T00:00Z', '2026-03-18T00:00Z', roomId);
    const wishes = rooms.map((roomId) => ({
      ...daily(2),
      roomIds: [roomId],
      onRefused: 'skip' as const,
      substitutes: [takes(17, house.studio)],
    }));
    const answers = await Promise.all(wishes.map((wish) => ask<Booking>(house, wish)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    const second = answers.map(({ body }) => body.occurrences[1]);
    expect(second.map((one) => one?.status).sort()).toEqual(['confirmed', ...Array(7).fill('skipped')]);
    expect([...new Set(second.flatMap((one) => one?.reasons.map(({ code }) => code) ?? []))]).toEqual(['CLOSED']);
    expect(await api.db.query(OVERLAPS, [house.id])).toEqual([{ count: 0 }]);
  });
});

describe('a series with other rooms for refused dates', () => {
  it('is booked in one go: each date has its rooms, in the answer and as it is kept', async () => {
    const { house, atelier, places, stored } = await setUp();
    const booking = await book(house, { ...SERIES, substitutes: [takes(17, house.b), takes(19, atelier)] });
    const expected = ['16 A', '17 B', '18 A', '19 Atelier'];
    expect([places(booking), await stored(booking)]).toEqual([expected, expected]);
    expect(booking.roomIds).toEqual([house.a]);
    const again = await ask(house, { roomIds: [house.b], start: wallOn(17), end: wallOn(17, '11:00') });
    expect(reasonsOf(again)?.[0]?.[0]).toBe('ROOM_TAKEN');
  });

  it('a date whose start is written with its offset is the same date', async () => {
    const { house, places } = await setUp();
    const substitutes = [{ date: '2026-03-17T10:00+01:00', roomIds: [house.b] }, takes(19, house.b)];
    expect(places(await book(house, { ...SERIES, substitutes }))).toEqual(['16 A', '17 B', '18 A', '19 B']);
  });

  it('skips those that are left over, for what their own room says, and tries them again there', async () => {
    const { house, taker, places, stored } = await setUp();
    await taker(19, house.b);
    const [, own] = (await house.neighbour.get<{ items: { bookingId: string }[] }>(house.path('bookings'))).body.items;
    const booking = await book(house, {
      ...SERIES,
      onRefused: 'skip',
      retrySkipped: true,
      substitutes: [takes(17, house.b), takes(19, house.b)],
    });
    expect(places(booking)).toEqual(['16 A', '17 B', '18 A', '19 skipped']);
    expect(booking.occurrences[3]?.reasons).toMatchObject([{ code: 'ROOM_TAKEN', roomId: house.a }]);
    await house.neighbour.post(house.path(`bookings/${own?.bookingId}/cancellation`), {});
    await api.app.get(SkippedDates).retry();
    expect(await stored(booking)).toEqual(['16 A', '17 B', '18 A', '19 A']);
  });

  it('answers the same key alike, also once its own room is free, and another choice under that key not at all', async () => {
    const { house, atelier } = await setUp();
    const key = { 'idempotency-key': `rooms-${house.slug}` };
    const wish = { ...SERIES, substitutes: [takes(17, house.b), takes(19, house.b)] };
    const first = await ask<Booking>(house, wish, house.member, key);
    await api.db.query(`DELETE FROM allocation WHERE space_id = $1 AND room_id = $2 AND booking_id <> $3`, [
      house.id,
      house.a,
      first.body.id,
    ]);
    const again = await ask<Booking>(house, wish, house.member, key);
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    const other = await ask(house, { ...wish, substitutes: [takes(17, atelier), takes(19, house.b)] }, house.member, key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect(await written(house)).toBe(1);
  });

  it('costs on each date what its rooms cost', async () => {
    const { house, atelier } = await setUp();
    const price = (roomId: string, resident: number) =>
      house.coordinator.patch(house.path(`rooms/${roomId}`), { rules: { prices: { resident, partner: 0, outsider: 0 } } });
    for (const [roomId, cents] of [
      [house.a, 1000],
      [house.b, 1500],
      [atelier, 1000],
    ] as const)
      expect((await price(roomId, cents)).status).toBe(200);
    const before = await previewOf(house, SERIES);
    expect(before.occurrences[1]?.elsewhere).toEqual([{ roomIds: [house.b], differenceCents: 500 }, { roomIds: [atelier] }]);
    const wish = { ...SERIES, substitutes: [takes(17, house.b), takes(19, atelier)] };
    const { price: total, occurrences } = await previewOf(house, wish);
    expect([total?.cents, occurrences.map(({ priceCents }) => priceCents)]).toEqual([4500, [1000, 1500, 1000, 1000]]);
    expect((await book(house, wish)).occurrences.map(({ priceCents }) => priceCents)).toEqual([1000, 1500, 1000, 1000]);
  });

  it('is asked for as a whole where its own room wants approval: accepting books every date in its rooms', async () => {
    const { house, places } = await setUp();
    const chapel = await house.room({ name: 'Chapelle', capacity: 12, rules: { approval: { always: true, blocks: false } } as never });
    await house.close('2026-03-17T00:00Z', '2026-03-18T00:00Z', chapel);
    const booking = await book(house, { ...SERIES, roomIds: [chapel], substitutes: [takes(17, house.b)] });
    expect(booking.status).toBe('requested');
    const { items } = (await house.coordinator.get<BookingRequestList>(house.path('booking-requests'))).body;
    expect(items[0]?.roomIds.toSorted()).toEqual([chapel, house.b].sort());
    const { status } = await house.coordinator.post(house.path(`bookings/${booking.id}/decision`), { verdict: 'accept' });
    expect(status).toBe(200);
    expect(places(await read(house, booking)).map((one) => one.replace(chapel, 'Chapelle'))).toEqual([
      '16 Chapelle',
      '17 B',
      '18 Chapelle',
      '19 Chapelle',
    ]);
    expect(await api.db.query(OVERLAPS, [house.id])).toEqual([{ count: 0 }]);
  });

  it('is kept undecided and confirmed in its rooms, where all of them may be', async () => {
    const { house, stored } = await setUp();
    const hold = { ...SERIES, holdUntil: '2026-03-10T12:00', substitutes: [takes(17, house.b), takes(19, house.b)] };
    await api.db.query(`UPDATE room SET rules = '{"holdHours": 48}' WHERE id = $1`, [house.a]);
    expect((await ask(house, hold)).body.code).toBe('booking/hold-not-offered');
    await api.db.query(`UPDATE room SET rules = '{"holdHours": 48}' WHERE id = $1`, [house.b]);
    const booking = await book(house, hold);
    expect((await house.member.post(house.path(`bookings/${booking.id}/confirmation`), {})).status).toBe(200);
    expect(await stored(booking)).toEqual(['16 A', '17 B', '18 A', '19 B']);
  });

  it('shows each date where it is: agenda, day sheet, feeds of its rooms and its own calendar', async () => {
    const { house, atelier } = await setUp();
    const booking = await book(house, {
      ...SERIES,
      title: 'Chorale',
      visibility: 'public',
      substitutes: [takes(17, house.b), takes(19, atelier)],
    });
    const { items } = (await house.member.get<Calendar>(house.path('calendar?from=2026-03-16&to=2026-03-20'))).body;
    const rooms = items.filter(({ bookingId }) => bookingId === booking.id).map(({ roomIds }) => roomIds);
    expect(rooms).toEqual([[house.a], [house.b], [house.a], [atelier]]);
    const sheet = (await house.coordinator.get<DaySheet>(house.path('day-sheets/2026-03-17'))).body;
    expect(sheet.rooms.find(({ id }) => id === house.b)?.entries).toMatchObject([{ title: 'Chorale' }]);
    const textOf = async (wish: object) => {
      const { body } = await house.member.post<NewFeed>(house.path('feeds'), wish);
      return (await (await fetch(`${api.url}${body.path}`)).text()).replaceAll('\r\n ', '');
    };
    const own = await textOf({ kind: 'person' });
    const places = [...own.matchAll(/RECURRENCE-ID[^\r]*:(\d{8})T[\s\S]*?LOCATION:([^\r]*)/g)].map(([, day, where]) => [day, where]);
    expect(own).toContain('LOCATION:Salle A');
    expect(places).toEqual([
      ['20260317', 'Salle B'],
      ['20260319', 'Atelier'],
    ]);
    expect(await textOf({ kind: 'room', roomId: atelier })).toContain('SUMMARY:Chorale');
  });
});

describe('the preview', () => {
  it('says for each refused date which rooms are free, the best first, and nothing for the others', async () => {
    const { house, atelier, taker } = await setUp();
    await taker(19, house.b);
    const { occurrences } = await previewOf(house, SERIES);
    expect(occurrences.map(({ date, elsewhere }) => [date, elsewhere?.map(({ roomIds }) => roomIds[0])])).toEqual([
      [wallOn(16), undefined],
      [wallOn(17), [house.b, atelier]],
      [wallOn(18), undefined],
      [wallOn(19), [atelier]],
    ]);
  });

  it('says nothing of it to who is not signed in', async () => {
    const { house } = await setUp();
    const wish = draft(house, SERIES);
    const response = await fetch(`${api.url}${house.path('bookings/preview')}`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...wish, organisationId: undefined }) },
    });
    const { occurrences } = (await response.json()) as Awaited<ReturnType<typeof previewOf>>;
    expect(occurrences.map(({ verdict, elsewhere }) => [verdict, elsewhere])).toEqual([
      ['free', undefined],
      ['refused', undefined],
      ['free', undefined],
      ['refused', undefined],
    ]);
  });

  it('judges a date in the rooms chosen for it, and leaves out what is not needed or no date', async () => {
    const { house, taker } = await setUp();
    await taker(19, house.b);
    const substitutes = [takes(16, house.b), takes(17, house.b), takes(19, house.b), takes(25, house.b)];
    const { occurrences } = await previewOf(house, { ...SERIES, substitutes });
    expect(occurrences.map(({ verdict, roomIds, reasons }) => [verdict, roomIds, reasons[0]?.roomId])).toEqual([
      ['free', undefined, undefined],
      ['free', [house.b], undefined],
      ['free', undefined, undefined],
      ['refused', [house.b], house.b],
    ]);
  });

  it('reads the house as often for fifty-two refused dates as for one', async () => {
    const house = await api.house();
    const weekly = (count: number): Wish => ({ recurrence: { rrule: `FREQ=WEEKLY;COUNT=${count}` } });
    await book(house, { ...weekly(52), organisationId: house.voisins }, house.neighbour);
    const readsFor = async (count: number) => {
      const query = jest.spyOn(api.db, 'query');
      const { occurrences } = await previewOf(house, { ...weekly(count), attendees: 5 });
      const names = query.mock.calls.flatMap(([sql]) => /\/\* (booking_\w+) \*\//.exec(sql)?.[1] ?? []);
      query.mockRestore();
      expect(occurrences.filter(({ elsewhere }) => elsewhere?.[0]?.roomIds[0] === house.b)).toHaveLength(count);
      return names;
    };
    const [few, many] = [await readsFor(2), await readsFor(52)];
    expect(many).toEqual(few);
    // Once for the rooms of each date, once for a room for all of them.
    expect(many.filter((name) => name === 'booking_house_near')).toHaveLength(2);
  });
});

/** Which rooms are taken on each day, and which each refused date is to take instead. */
const ROOMS = ['a', 'b', 'studio'] as const;
type RoomName = (typeof ROOMS)[number];
const days = fc.array(
  fc.record({ taken: fc.subarray<RoomName>([...ROOMS]), instead: fc.option(fc.constantFrom<RoomName>('b', 'studio'), { nil: undefined }) }),
  { minLength: 2, maxLength: 5 },
);

it('whatever is taken and chosen, the house books what a simple model says', async () => {
  const house = await api.house();
  let month = 3;
  await fc.assert(
    fc.asyncProperty(days, fc.constantFrom('refuse' as const, 'skip' as const), async (asked, onRefused) => {
      month += 1;
      const year = 2026 + Math.floor(month / 12);
      const on = (day: number, time = '10:00') =>
        `${year}-${String((month % 12) + 1).padStart(2, '0')}-${String(day + 1).padStart(2, '0')}T${time}`;
      for (const [day, { taken }] of asked.entries())
        for (const name of taken) await book(house, { roomIds: [house[name]], start: on(day), end: on(day, '11:00') }, house.member);
      const substitutes = asked.flatMap(({ instead }, day) => (instead ? [{ date: on(day), roomIds: [house[instead]] }] : []));
      const wish = { ...daily(asked.length), start: on(0), end: on(0, '11:00'), onRefused, substitutes };
      const { status, body } = await ask<Booking>(house, wish);
      const places = asked.map(({ taken, instead }) => (!taken.includes('a') ? 'a' : instead && !taken.includes(instead) ? instead : null));
      const isNeedless = asked.some(({ taken, instead }) => instead && !taken.includes('a'));
      const isStopped = isNeedless || (onRefused === 'refuse' ? places.includes(null) : places.every((place) => place === null));
      expect([asked, status]).toEqual([asked, isStopped ? 409 : 201]);
      if (status !== 201) return;
      const found = body.occurrences.map(({ status: is, roomIds }) =>
        is === 'confirmed' ? ROOMS.find((name) => house[name] === roomIds[0]) : null,
      );
      expect(found).toEqual(places);
    }),
    { numRuns: 25 },
  );
  expect(await api.db.query(OVERLAPS, [house.id])).toEqual([{ count: 0 }]);
}, 120_000);
