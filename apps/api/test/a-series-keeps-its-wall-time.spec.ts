import type { Booking, Preview } from '@bota/booking/domain';
import { HorizonJob } from '@bota/booking/api';
import type { Problem } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { type Wish, ask, at, book, draft, startsOf } from './booking.fixture';
import { edit, edited } from './edit.fixture';
import type { House } from './house.fixture';

const api = useApi();
const preview = async (house: House, wish: Wish, who = house.member) =>
  (await who.post<Preview>(house.path('bookings/preview'), draft(house, wish))).body.occurrences;
const wall = (start: string, hours: string): Wish => ({ start: `${start}T${hours.split('–')[0]}`, end: `${start}T${hours.split('–')[1]}` });
const rule = (rrule: string, exdates?: string[]): Wish => ({ recurrence: { rrule, ...(exdates && { exdates }) } });

describe('the worked cases of the house', () => {
  it('1: weekly at nine stays at nine across the change to summer time', async () => {
    const house = await api.house();
    const weekly = await book(house, { ...wall('2026-03-16', '09:00–10:00'), ...rule('FREQ=WEEKLY;BYDAY=MO;UNTIL=20260406T215959Z') });
    expect(startsOf(weekly)).toEqual([
      '2026-03-16T08:00:00.000Z',
      '2026-03-23T08:00:00.000Z',
      '2026-03-30T07:00:00.000Z',
      '2026-04-06T07:00:00.000Z',
    ]);
    expect(weekly.recurrence).toEqual({ rrule: 'FREQ=WEEKLY;UNTIL=20260406T215959Z;BYDAY=MO', exdates: [], excludes: [] });
  });

  it('2: an hour that does not exist is refused once, and moves forward in a series, flagged', async () => {
    const house = await api.house();
    const { status, body } = await ask(house, wall('2026-03-29', '02:30–03:30'));
    expect([status, body.reasons]).toEqual([409, [{ code: 'TIME_DOES_NOT_EXIST' }]]);
    const daily = { ...wall('2026-03-28', '02:30–03:30'), ...rule('FREQ=DAILY;COUNT=3') };
    const expected = [
      ['2026-03-28T01:30:00.000Z', '2026-03-28T02:30:00.000Z', []],
      ['2026-03-29T01:30:00.000Z', '2026-03-29T02:30:00.000Z', ['moved-forward']],
      ['2026-03-30T00:30:00.000Z', '2026-03-30T01:30:00.000Z', []],
    ];
    expect((await preview(house, daily)).map(({ start, end, flags }) => [start, end, flags])).toEqual(expected);
    expect((await book(house, daily)).occurrences.map(({ start, end, flags }) => [start, end, flags])).toEqual(expected);
  });

  it('3: the hour that comes twice is two times', async () => {
    const house = await api.house();
    const first = await book(house, { start: '2026-10-25T02:30+02:00', end: '2026-10-25T02:45+02:00' });
    const second = await book(house, { start: '2026-10-25T02:30+01:00', end: '2026-10-25T02:45+01:00' });
    expect([first.start, second.start]).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']);
    expect((await ask(house, wall('2026-10-25', '02:30–02:45'))).status).toBe(409);
  });

  it('4: a night lasts seven hours in spring and nine in autumn', async () => {
    const house = await api.house();
    const night = await house.room({ name: 'Nuit', rules: { minMinutes: 7 * 60, maxMinutes: 8 * 60 } });
    await book(house, { roomIds: [night], start: '2026-03-28T22:00', end: '2026-03-29T06:00' });
    const { body } = await ask(house, { roomIds: [night], start: '2026-10-24T22:00', end: '2026-10-25T06:00' });
    expect(body.reasons).toEqual([{ code: 'TOO_LONG', roomId: night, limit: 480 }]);
    const { start, end } = await book(house, { start: '2026-10-24T22:00', end: '2026-10-25T06:00' });
    expect(Date.parse(end) - Date.parse(start)).toBe(9 * 3_600_000);
  });

  it.each([
    ['skip', 'BYMONTHDAY=31', ['01-31', '03-31', '05-31']],
    ['last day', 'BYMONTHDAY=-1', ['01-31', '02-28', '03-31', '04-30', '05-31', '06-30']],
  ])('5: monthly on the 31st, %s', async (_, by, dates) => {
    const house = await api.house();
    const monthly = { ...wall('2026-01-31', '12:00–13:00'), ...rule(`FREQ=MONTHLY;${by};UNTIL=20260630`) };
    const found = (await book(house, monthly)).occurrences.map(({ start }) => start.slice(5, 10));
    expect(found).toEqual(dates);
    expect((await preview(house, { ...monthly, roomIds: [house.b] })).map(({ start }) => start.slice(5, 10))).toEqual(dates);
  });

  it('14: editing and saving without a change moves nothing', async () => {
    const house = await api.house();
    const weekly = await book(house, { ...wall('2026-03-16', '09:00–10:00'), ...rule('FREQ=WEEKLY;COUNT=4') });
    const { start, end, recurrence } = weekly;
    const { status, body } = await house.member.patch<Booking>(house.path(`bookings/${weekly.id}`), { start, end, recurrence });
    expect([status, body.occurrences]).toEqual([200, weekly.occurrences]);
  });
});

describe('the rule', () => {
  it.each([
    ['FREQ=HOURLY', 'recurrence/too-frequent'],
    ['FREQ=DAILY;COUNT=1001', 'recurrence/too-many'],
    ['FREQ=DAILY;UNTIL=20990101', 'recurrence/too-many'],
    ['FREQ=DAILY;BYHOUR=9', 'recurrence/unsupported'],
    ['every Monday', 'recurrence/unreadable'],
    ['FREQ=WEEKLY;BYDAY=TU', 'booking/start-off-rule'],
    ['FREQ=DAILY;UNTIL=20260101', 'booking/start-off-rule'],
  ])('%s is refused: %s', async (rrule, code) => {
    const house = await api.house();
    for (const path of ['bookings', 'bookings/preview']) {
      const { status, body } = await house.member.post(house.path(path), draft(house, rule(rrule)));
      expect([path, status, body.code, body.errors?.[0]?.path]).toEqual([path, 422, code, 'recurrence.rrule']);
    }
  });

  it('leaves out what is given as a date, a wall time or an instant', async () => {
    const house = await api.house();
    const left = await book(
      house,
      rule('FREQ=DAILY;COUNT=6', ['2026-03-17', '2026-03-18T10:00', '2026-03-19T09:00:00Z', '2026-03-20T10:00+01:00']),
    );
    expect(startsOf(left).map((start) => start.slice(8, 10))).toEqual(['16', '21']);
    const { status, body } = await ask(house, rule('FREQ=DAILY;COUNT=6', ['2026-02-31']));
    expect([status, body.errors?.[0]?.path]).toEqual([400, 'recurrence.exdates.0']);
  });

  it('takes null for what lacks, as answers say it', async () => {
    const house = await api.house();
    const { recurrence, attendees } = await book(house, { recurrence: null, attendees: null });
    expect([recurrence, attendees]).toEqual([null, null]);
  });

  it('that would end in more than a century is too long', async () => {
    const house = await api.house();
    expect((await ask(house, rule('FREQ=YEARLY;COUNT=1000'))).body.code).toBe('recurrence/too-many');
  });

  it('leaves out dates, and refuses to leave out all', async () => {
    const house = await api.house();
    const three = await book(house, rule('FREQ=DAILY;COUNT=4', ['2026-03-17']));
    expect(startsOf(three).map((start) => start.slice(8, 10))).toEqual(['16', '18', '19']);
    const { status, body } = await ask(house, rule('FREQ=DAILY;COUNT=1', ['2026-03-16T10:00']));
    expect([status, body.code]).toEqual([422, 'booking/no-dates']);
  });

  it('must not run into itself', async () => {
    const house = await api.house();
    const long = { start: '2026-03-16T10:00', end: '2026-03-17T10:01', ...rule('FREQ=DAILY;COUNT=3') };
    const { status, body } = await ask(house, long);
    expect([status, body.reasons?.map(({ code }) => code)]).toEqual([409, ['OVERLAPS_ITSELF']]);
    expect((await preview(house, long))[0]).toMatchObject({ verdict: 'refused', reasons: [{ code: 'OVERLAPS_ITSELF' }] });
    await book(house, { ...long, end: '2026-03-17T10:00' });
  });

  it.each([
    ['clearing it', { tearDownMinutes: 120 }, {}],
    ['setting it up', { setUpMinutes: 120 }, {}],
    ['the buffer of its room', {}, { bufferMinutes: 90 }],
  ])('must not run into itself by %s, asked, skipping or edited', async (_, preparing, rules) => {
    const house = await api.house();
    const roomIds = [await house.room({ name: 'Atelier', capacity: 9, rules })];
    const long = { roomIds, start: '2026-03-16T09:00', end: '2026-03-17T08:00', ...rule('FREQ=DAILY;COUNT=3'), ...preparing };
    const codes = async (wish: Wish) => (await ask(house, wish)).body.reasons?.map(({ code }) => code);
    expect(await codes(long)).toEqual(['OVERLAPS_ITSELF']);
    expect(await codes({ ...long, onRefused: 'skip' })).toEqual(['OVERLAPS_ITSELF']);
    expect((await preview(house, long))[0]).toMatchObject({ verdict: 'refused', reasons: [{ code: 'OVERLAPS_ITSELF' }] });
    const short = await book(house, { ...long, end: '2026-03-16T22:00' });
    const { status, body } = await edit<Problem>(house, short, { end: '2026-03-17T08:00' });
    expect([status, body.reasons?.map(({ code }) => code)]).toEqual([409, ['OVERLAPS_ITSELF']]);
  });
});

describe('a date that is taken', () => {
  const daily = rule('FREQ=DAILY;COUNT=3');
  const second = wall('2026-03-17', '10:30–11:30');

  it('refuses the whole series, naming the date, and nothing is written', async () => {
    const house = await api.house();
    await book(house, { title: 'Chorale', ...second });
    const { status, body } = await ask(house, daily);
    expect(status).toBe(409);
    expect(body.reasons).toEqual([expect.objectContaining({ code: 'ROOM_TAKEN', start: '2026-03-17T09:00:00.000Z' })]);
    const [{ count }] = await api.db.query('SELECT count(*)::int FROM booking WHERE space_id = $1', [house.id]);
    expect(count).toBe(1);
  });

  it('is skipped on wish, with its reason, and the others are booked', async () => {
    const house = await api.house();
    const taken = await book(house, { title: 'Chorale', ...second });
    const booked = await book(house, { ...daily, onRefused: 'skip' });
    expect(booked.occurrences.map(({ status }) => status)).toEqual(['confirmed', 'skipped', 'confirmed']);
    expect(booked.occurrences[1]?.reasons).toEqual([
      expect.objectContaining({ code: 'ROOM_TAKEN', by: expect.objectContaining({ bookingId: taken.id }) }),
    ]);
    const { body } = await house.member.get<{ items: { bookingId: string }[] }>(house.path('calendar?from=2026-03-16&to=2026-03-19'));
    expect(body.items.filter(({ bookingId }) => bookingId === booked.id)).toHaveLength(2);
  });

  it('refuses when all would be skipped', async () => {
    const house = await api.house();
    await book(house, daily);
    const { status, body } = await ask(house, { ...daily, onRefused: 'skip' });
    expect([status, body.code, body.reasons?.length]).toEqual([409, 'booking/all-refused', 3]);
  });

  it('is said in the preview, with all others', async () => {
    const house = await api.house();
    await book(house, { title: 'Chorale', ...second });
    const found = await preview(house, daily);
    expect(found.map(({ verdict, reasons }) => [verdict, reasons.map(({ code }) => code)])).toEqual([
      ['free', []],
      ['refused', ['ROOM_TAKEN']],
      ['free', []],
    ]);
  });
});

describe('the preview', () => {
  it('flags what is past, writes nothing, and answers to everybody', async () => {
    const house = await api.house();
    const asked = { ...wall('2026-01-04', '10:00–11:00'), ...rule('FREQ=DAILY;COUNT=3'), title: '', organisationId: undefined };
    const { status, body } = await api.anonymous().post<Preview>(house.path('bookings/preview'), draft(house, asked));
    expect(status).toBe(200);
    expect(body.occurrences.map(({ flags, verdict }) => [verdict, flags])).toEqual([
      ['free', ['past']],
      ['free', []],
      ['free', []],
    ]);
    const rows = await api.db.query(
      `SELECT FROM booking WHERE space_id = $1 UNION ALL SELECT FROM occurrence WHERE space_id = $1 UNION ALL SELECT FROM log WHERE space_id = $1 AND kind LIKE 'booking.%'`,
      [house.id],
    );
    expect(rows).toEqual([]);
  });

  it('of a booking being edited sees no conflict with itself', async () => {
    const house = await api.house();
    const weekly = await book(house, rule('FREQ=DAILY;COUNT=2'));
    const move = at('10:30–11:30');
    const whole = { ...move, bookingId: weekly.id } as Wish;
    expect((await preview(house, whole))[0]?.verdict).toBe('free');
    const one = { ...wall('2026-03-17', '10:30–11:30'), bookingId: weekly.id, occurrenceId: weekly.occurrences[0]?.id } as Wish;
    expect((await preview(house, one))[0]?.verdict).toBe('refused');
    expect((await preview(house, move))[0]?.verdict).toBe('refused');
  });

  it('lets visitors ask about little at once', async () => {
    const house = await api.house();
    const asked = { ...draft(house, { recurrence: { rrule: 'FREQ=DAILY;COUNT=300' } }) };
    const answers = await Promise.all(
      [api.anonymous(), house.member].map((who) => who.post<Problem>(house.path('bookings/preview'), asked)),
    );
    expect(answers.map(({ status }) => status)).toEqual([422, 200]);
  });

  it('agrees with booking about members and the past', async () => {
    const house = await api.house();
    const partly = { ...wall('2026-01-04', '10:00–11:00'), ...rule('FREQ=DAILY;COUNT=3') };
    expect((await ask(house, partly)).body.reasons).toEqual([{ code: 'IN_THE_PAST', start: '2026-01-04T09:00:00.000Z' }]);
    const kept = await book(house, { ...partly, onRefused: 'skip' });
    expect(kept.occurrences.map(({ status }) => status)).toEqual(['skipped', 'confirmed', 'confirmed']);
    expect((await book(house, { ...partly, roomIds: [house.b] }, house.coordinator)).occurrences.map(({ status }) => status)).toEqual(
      Array(3).fill('confirmed'),
    );
  });
});

describe('a series without end', () => {
  const endless = rule('FREQ=WEEKLY');
  const roll = () => api.app.get(HorizonJob).roll();
  const read = async (house: House, id: string) => (await house.member.get<Booking>(house.path(`bookings/${id}`))).body;

  it('has dates up to the horizon of the house, and gets more as time goes on, once', async () => {
    const house = await api.house({ horizonDays: 90 });
    const booked = await book(house, endless);
    expect(startsOf(booked)).toEqual(['2026-03-16T09:00:00.000Z', '2026-03-23T09:00:00.000Z', '2026-03-30T08:00:00.000Z']);
    await roll();
    expect(startsOf(await read(house, booked.id))).toHaveLength(3);
    api.setNow('2026-01-19T08:00:00Z');
    await Promise.all([roll(), roll()]);
    await roll();
    const extended = await read(house, booked.id);
    expect(startsOf(extended).slice(3)).toEqual(['2026-04-06T08:00:00.000Z', '2026-04-13T08:00:00.000Z']);
    expect(extended.version).toBe(1);
    const { body } = await house.member.get<{ items: object[] }>(house.path('calendar?from=2026-04-01&to=2026-05-01'));
    expect(body.items).toHaveLength(2);
    const logged = await api.db.query(`SELECT after FROM log WHERE kind = 'booking.extended' AND entity_id = $1`, [booked.id]);
    expect(logged).toEqual([{ after: { dates: 2 } }]);
  });

  it('keeps a date that is taken by then as skipped, with the reason', async () => {
    const house = await api.house({ horizonDays: 90 });
    const { id } = await book(house, endless);
    await book(house, { ...wall('2026-04-06', '10:00–11:00'), organisationId: house.voisins }, house.neighbour);
    api.setNow('2026-01-19T08:00:00Z');
    await roll();
    const { occurrences } = await read(house, id);
    expect(occurrences.map(({ status }) => status)).toEqual(['confirmed', 'confirmed', 'confirmed', 'skipped', 'confirmed']);
    expect(occurrences[3]?.reasons).toEqual([expect.objectContaining({ code: 'ROOM_TAKEN' })]);
  });

  it('is one event, is edited and grows however many dates it has had', async () => {
    const house = await api.house({ horizonDays: 600 });
    const { id } = await book(house, rule('FREQ=DAILY'));
    await api.db.query(`UPDATE session SET expires_at = '2030-01-01'`);
    api.setNow('2027-06-01T08:00:00Z');
    await roll();
    const grown = await read(house, id);
    expect(grown.occurrences.length).toBeGreaterThan(1000);
    const { body: feed } = await house.member.post<{ path: string }>(house.path('feeds'), { kind: 'person' });
    expect((await api.anonymous().get(feed.path)).text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    const moved = await edited(house, grown, { start: '2026-03-16T12:00', end: '2026-03-16T13:00' });
    expect([moved.occurrences.length, moved.occurrences.at(-1)?.start.slice(11)]).toEqual([grown.occurrences.length, '11:00:00.000Z']);
    api.setNow('2027-06-03T08:00:00Z');
    await roll();
    expect((await read(house, id)).occurrences).toHaveLength(grown.occurrences.length + 2);
  });

  it('that moves to another weekday gets no dates in its past', async () => {
    const house = await api.house({ horizonDays: 90 });
    const { id } = await book(house, { ...wall('2026-01-06', '10:00–11:00'), ...endless });
    api.setNow('2026-01-21T08:00:00Z');
    const { status } = await house.member.patch(house.path(`bookings/${id}`), {
      ...wall('2026-01-07', '14:00–15:00'),
      ...rule('FREQ=WEEKLY;BYDAY=WE'),
    });
    expect(status).toBe(200);
    await roll();
    api.setNow('2026-01-28T08:00:00Z');
    await roll();
    const days = (await read(house, id)).occurrences.filter((one) => one.status === 'confirmed').map(({ start }) => start.slice(0, 13));
    // The date of that week took place on its Tuesday: it is not given a second time.
    expect(days.slice(0, 5)).toEqual(['2026-01-06T09', '2026-01-13T09', '2026-01-20T09', '2026-01-28T13', '2026-02-04T13']);
  });

  it('stops growing when it is cancelled', async () => {
    const house = await api.house({ horizonDays: 90 });
    const { id } = await book(house, endless);
    await house.member.post(house.path(`bookings/${id}/cancellation`), {});
    api.setNow('2026-01-19T08:00:00Z');
    await roll();
    expect((await read(house, id)).occurrences.filter(({ status }) => status === 'confirmed')).toEqual([]);
  });
});
