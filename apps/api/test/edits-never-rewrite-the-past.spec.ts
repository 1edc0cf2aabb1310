import type { Problem } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { ask, at, book, startsOf } from './booking.fixture';
import { daily, edit, edited, read, this_, times } from './edit.fixture';

const api = useApi();

describe('who may', () => {
  it.each([
    ['member', 200],
    ['admin', 200],
    ['coordinator', 200],
    ['colleague', 403],
    ['neighbour', 403],
    ['stranger', 404],
  ] as const)('change a booking: %s answers %i', async (who, status) => {
    const house = await api.house();
    const booking = await book(house);
    expect((await edit(house, booking, { title: 'Autre' }, house[who])).status).toBe(status);
    expect((await read(house, booking)).title).toBe(status === 200 ? 'Autre' : 'Assemblée');
  });

  it('change it into the name of an own, resident organisation only', async () => {
    const house = await api.house();
    const booking = await book(house);
    const answer = await edit<Problem>(house, booking, { organisationId: house.voisins });
    expect([answer.status, answer.body.code]).toEqual([403, 'booking/not-your-organisation']);
    expect((await edited(house, booking, { organisationId: house.voisins }, house.coordinator)).organisation).toBe('Voisins');
  });

  it('needs to sign in', async () => {
    const house = await api.house();
    expect((await edit(house, await book(house), { title: 'x' }, api.anonymous() as typeof house.member)).status).toBe(401);
  });
});

describe('bad edits change nothing', () => {
  it.each([
    ['an empty title', { title: '' }, 400, 'title'],
    ['no room', { roomIds: [] }, 400, 'roomIds'],
    ['no time', { start: 'soon' }, 400, 'start'],
    ['an end before the start', { end: '2026-03-16T10:00' }, 422, 'end'],
    ['a room of nowhere', { roomIds: ['01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10'] }, 422, 'roomIds.0'],
    ['a rule that is none', { recurrence: { rrule: 'often' } }, 422, 'recurrence.rrule'],
  ])('%s', async (_, wish, status, path) => {
    const house = await api.house();
    const booking = await book(house);
    const answer = await edit<Problem>(house, booking, wish);
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([status, path]);
    expect(await read(house, booking)).toMatchObject({ version: 1, title: 'Assemblée', start: booking.start });
  });

  it('a date that is none of the booking', async () => {
    const house = await api.house();
    const booking = await book(house, daily(2));
    const other = await book(house, { roomIds: [house.b] });
    for (const occurrenceId of [undefined, other.occurrences[0]?.id]) {
      const { status, body } = await edit<Problem>(house, booking, { scope: 'this', occurrenceId, title: 'x' });
      expect([status, body.code]).toEqual([422, 'booking/unknown-occurrence']);
    }
  });
});

describe('versions', () => {
  it('a stale edit is refused with the present state, and the version rises', async () => {
    const house = await api.house();
    const booking = await book(house);
    const first = await edit(house, booking, { title: 'Un' }, house.member, { 'if-match': '"1"' });
    expect([first.status, first.body.version]).toEqual([200, 2]);
    const stale = await edit<Problem>(house, booking, { title: 'Deux' }, house.admin, { 'if-match': '"1"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale-version']);
    expect(stale.body.current).toMatchObject({ id: booking.id, version: 2, title: 'Un' });
    expect((await edit(house, booking, { title: 'Trois' }, house.admin, { 'if-match': 'W/"2"' })).body.version).toBe(3);
  });

  it('of many edits of one version, one is kept', async () => {
    const house = await api.house();
    const booking = await book(house);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => edit(house, booking, { title: `Titre ${n}` }, house.member, { 'if-match': '"1"' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)]);
    expect((await read(house, booking)).version).toBe(2);
  });

  it('that is no version is refused', async () => {
    const house = await api.house();
    const { status, body } = await edit<Problem>(house, await book(house), { title: 'x' }, house.member, { 'if-match': 'yesterday' });
    expect([status, body.errors?.[0]?.path]).toEqual([400, 'if-match']);
  });

  it('a stale cancellation is refused too', async () => {
    const house = await api.house();
    const booking = await book(house);
    await edited(house, booking, { title: 'Un' });
    const path = house.path(`bookings/${booking.id}/cancellation`);
    expect((await house.member.post(path, {}, { headers: { 'if-match': '"1"' } })).status).toBe(412);
    expect((await house.member.post(path, {}, { headers: { 'if-match': '"2"' } })).status).toBe(200);
  });
});

describe('moving', () => {
  it('13: is no conflict with itself; onto a taken slot it is refused and the old one stands', async () => {
    const house = await api.house();
    const booking = await book(house);
    expect(startsOf(await edited(house, booking, at('10:30–11:30')))).toEqual(['2026-03-16T09:30:00.000Z']);
    await book(house, at('12:00–13:00'));
    const { status, body } = await edit<Problem>(house, booking, at('11:45–12:15'));
    expect([status, body.reasons?.map(({ code }) => code)]).toEqual([409, ['ROOM_TAKEN']]);
    expect(startsOf(await read(house, booking))).toEqual(['2026-03-16T09:30:00.000Z']);
    expect((await ask(house, at('11:00–11:30'))).status).toBe(409);
    await book(house, at('10:00–10:30'));
  });

  it.each([
    ['a booking', undefined, 'booking/refused'],
    ['one date of a series', 'FREQ=WEEKLY;COUNT=3', 'booking/refused'],
    ['all dates of a series', 'FREQ=WEEKLY;COUNT=3', 'booking/all-refused'],
  ])('%s where nothing is free gives up nothing, also when refused dates may be skipped', async (what, rrule, code) => {
    const house = await api.house();
    const booking = await book(house, rrule ? { recurrence: { rrule } } : {});
    await book(house, { ...at('12:00–13:00'), recurrence: { rrule: 'FREQ=WEEKLY;COUNT=3' } });
    const which = what === 'one date of a series' ? this_(booking, 0) : {};
    const { status, body } = await edit<Problem>(house, booking, { ...which, ...at('12:00–13:00'), onRefused: 'skip' });
    expect([status, body.code, body.reasons?.[0]?.code]).toEqual([409, code, 'ROOM_TAKEN']);
    expect(await read(house, booking)).toMatchObject({ version: 1, start: booking.start, occurrences: booking.occurrences });
    expect((await ask(house)).status).toBe(409);
  });

  it('frees the old time and room', async () => {
    const house = await api.house();
    const booking = await book(house);
    await edited(house, booking, { roomIds: [house.hall], ...at('14:00–15:00') });
    await book(house);
    expect((await ask(house, { roomIds: [house.b], ...at('14:00–15:00') })).status).toBe(409);
  });

  it('obeys the rules of the room', async () => {
    const house = await api.house();
    const booking = await book(house, { attendees: 15 });
    const { body } = await edit<Problem>(house, booking, { roomIds: [house.studio] });
    expect(body.reasons).toEqual([{ code: 'OVER_CAPACITY', roomId: house.studio, limit: 4 }]);
    expect((await edit<Problem>(house, booking, { attendees: 21 })).body.reasons?.[0]?.code).toBe('OVER_CAPACITY');
    expect((await edited(house, booking, { attendees: null })).attendees).toBeNull();
  });

  it('into the past is for coordinators', async () => {
    const house = await api.house();
    const booking = await book(house);
    const past = { start: '2026-01-04T10:00', end: '2026-01-04T11:00' };
    expect((await edit<Problem>(house, booking, past)).body.reasons).toEqual([{ code: 'IN_THE_PAST' }]);
    expect(startsOf(await edited(house, booking, past, house.coordinator))).toEqual(['2026-01-04T09:00:00.000Z']);
  });

  it('one date onto another date of its own series is refused with the reason', async () => {
    const house = await api.house();
    const booking = await book(house, daily(3));
    const move = { start: '2026-03-17T10:30', end: '2026-03-17T11:30' };
    const { status, body } = await edit<Problem>(house, booking, { ...this_(booking, 0), ...move });
    expect([status, body.code, body.reasons?.map(({ code }) => code)]).toEqual([409, 'booking/refused', ['ROOM_TAKEN']]);
    expect(times(await read(house, booking))).toEqual(times(booking));
  });
});

describe('the past', () => {
  const day = (n: number, hour: string) => `2026-01-0${n}T${hour}`;
  const running = async () => {
    const house = await api.house();
    const series = await book(house, { start: day(5, '10:00'), end: day(5, '11:00'), ...daily(4) });
    api.setNow('2026-01-07T08:00:00Z'); // the first two are over
    return { house, series };
  };

  it('stays when the whole series moves, changes rooms or rule', async () => {
    const { house, series } = await running();
    const moved = await edited(house, series, { start: day(5, '14:00'), end: day(5, '15:00'), roomIds: [house.b] });
    expect(moved.occurrences.map(({ start, roomIds }) => [start.slice(8, 13), roomIds[0]])).toEqual([
      ['05T09', house.a],
      ['06T09', house.a],
      ['07T13', house.b],
      ['08T13', house.b],
    ]);
    const ruled = await edited(house, series, { recurrence: { rrule: 'FREQ=DAILY;INTERVAL=3;COUNT=2' } });
    expect(times(ruled).slice(0, 2)).toEqual(['01-05T09:00 confirmed', '01-06T09:00 confirmed']);
  });

  it('keeps its title when the series gets another', async () => {
    const { house, series } = await running();
    await edited(house, series, { title: 'Autre' });
    const { body } = await house.member.get<{ items: { title: string }[] }>(house.path('calendar?from=2026-01-05&to=2026-01-10'));
    expect(body.items.map(({ title }) => title)).toEqual(['Assemblée', 'Assemblée', 'Autre', 'Autre']);
  });

  it('takes in no coming date of a series that moves, unless a coordinator says so', async () => {
    const { house, series } = await running();
    const earlier = { start: day(5, '08:00'), end: day(5, '08:30') };
    const { status, body } = await edit<Problem>(house, series, earlier);
    expect([status, body.reasons?.map(({ code, start }) => [code, start])]).toEqual([409, [['IN_THE_PAST', '2026-01-07T07:00:00.000Z']]]);
    expect((await edited(house, series, earlier, house.coordinator)).occurrences[2]?.start).toBe('2026-01-07T07:00:00.000Z');
  });

  it('is not overwritten by a series that moves a day back', async () => {
    const { house, series } = await running();
    const back = { start: day(4, '10:00'), end: day(4, '11:00') };
    for (const who of [house.member, house.coordinator]) expect((await edit(house, series, back, who)).status).toBe(409);
    expect(times(await read(house, series))).toEqual(times(series));
  });

  it('is not overwritten where it was cancelled', async () => {
    const { house, series } = await running();
    api.setNow('2026-01-05T08:00:00Z');
    await house.member.post(house.path(`bookings/${series.id}/cancellation`), this_(series, 1));
    api.setNow('2026-01-07T08:00:00Z');
    const back = { start: day(4, '10:00'), end: day(4, '11:00') };
    const { status, body } = await edit<Problem>(house, series, back, house.coordinator);
    expect([status, body.code]).toEqual([409, 'booking/already-started']);
  });

  it('cannot be changed date by date, nor when all is past', async () => {
    const { house, series } = await running();
    const { status, body } = await edit<Problem>(house, series, { ...this_(series, 0), title: 'x' });
    expect([status, body.code]).toEqual([409, 'booking/already-started']);
    api.setNow('2026-01-09T08:00:00Z');
    expect((await edit<Problem>(house, series, { title: 'x' })).body.code).toBe('booking/already-started');
    expect((await edit<Problem>(house, series, { ...at('10:00–11:00') })).body.code).toBe('booking/already-started');
  });

  it('begins when a date is over: one that runs may still be made longer', async () => {
    const { house, series } = await running();
    api.setNow('2026-01-07T09:30:00Z');
    const longer = await edited(house, series, { ...this_(series, 2), end: day(7, '11:30') });
    expect(longer.occurrences[2]?.end).toBe('2026-01-07T10:30:00.000Z');
  });
});
