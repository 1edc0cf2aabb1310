import type { Booking, Preview } from '@bota/booking/domain';
import { HorizonJob } from '@bota/booking/api';
import type { Problem } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { type Wish, ask, at, book, draft } from './booking.fixture';
import { type Edit, daily, edit, edited, from_, read, this_, times } from './edit.fixture';
import type { House } from './house.fixture';

const api = useApi();
const on = (day: string, hours: string): Edit => {
  const [start, end] = hours.split('–');
  return { start: `2026-${day}T${start}`, end: `2026-${day}T${end}` };
};
const days = (booking: Booking) => booking.occurrences.map(({ start }) => start.slice(8, 10));
const cancelThis = (house: House, series: Booking, index: number) =>
  house.member.post(house.path(`bookings/${series.id}/cancellation`), this_(series, index));
const logOf = (id: string) => api.db.query<{ kind: string }[]>('SELECT kind FROM log WHERE entity_id = $1 ORDER BY id', [id]);

describe('"this and following" is refused, and all stays', () => {
  it.each<[string, (house: House, series: Booking) => Promise<Edit>, number, string]>([
    ['without a date', async () => ({ scope: 'following' }), 422, 'booking/unknown-occurrence'],
    [
      'from a date of another booking',
      async (house) => from_(await book(house, { roomIds: [house.b] }), 0),
      422,
      'booking/unknown-occurrence',
    ],
    [
      'from a date that was cancelled',
      async (house, series) => cancelThis(house, series, 2).then(() => from_(series, 2)),
      409,
      'booking/already-cancelled',
    ],
    [
      'onto taken rooms',
      async (house, series) => book(house, { ...on('03-19', '14:00–15:00'), roomIds: [house.a] } as Wish).then(() => from_(series, 2)),
      409,
      'booking/refused',
    ],
    ['onto its own dates before', async (_, series) => ({ ...from_(series, 2), ...on('03-17', '10:30–11:30') }), 409, 'booking/refused'],
    [
      'by a rule that does not give its first date',
      async (_, series) => ({ ...from_(series, 2), recurrence: { rrule: 'FREQ=WEEKLY;BYDAY=FR' } }),
      422,
      'booking/start-off-rule',
    ],
  ])('%s', async (_, wish, status, code) => {
    const house = await api.house();
    const series = await book(house, daily(5));
    const asked = await wish(house, series);
    const before = await read(house, series);
    const answer = await edit<Problem>(house, series, { ...on('03-18', '14:00–15:00'), ...asked });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await read(house, series)).toEqual(before);
    const [{ count }] = await api.db.query('SELECT count(*)::int FROM booking WHERE space_id = $1 AND follows_id IS NOT NULL', [house.id]);
    expect(count).toBe(0);
  });

  it('to who may not change the booking', async () => {
    const house = await api.house();
    const series = await book(house, daily(3));
    for (const [who, status] of [
      ['colleague', 403],
      ['stranger', 404],
    ] as const)
      expect((await edit(house, series, { ...from_(series, 1), title: 'x' }, house[who])).status).toBe(status);
  });

  it('once its first date is over; one that runs may still begin it', async () => {
    const house = await api.house();
    const series = await book(house, { start: '2026-01-05T10:00', end: '2026-01-05T11:00', ...daily(3) });
    api.setNow('2026-01-06T09:30:00Z');
    expect((await edit<Problem>(house, series, { ...from_(series, 0), title: 'x' })).body.code).toBe('booking/already-started');
    expect(days(await edited(house, series, { ...from_(series, 1), title: 'x' }))).toEqual(['06', '07']);
  });

  it('of two at once by one of them: one is kept, the other is stale', async () => {
    const house = await api.house();
    const series = await book(house, daily(6));
    const answers = await Promise.all(
      [1, 2, 3, 4].map((index) =>
        edit(house, series, { ...from_(series, index), title: `Dès ${index}` }, house.member, { 'if-match': '"1"' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    const [{ count }] = await api.db.query('SELECT count(*)::int FROM booking WHERE space_id = $1', [house.id]);
    expect([count, (await read(house, series)).version]).toEqual([2, 2]);
  });

  it('of two at once without versions, each date is still given once', async () => {
    const house = await api.house();
    const series = await book(house, daily(6));
    await Promise.all([1, 2, 3, 4].map((index) => edit(house, series, { ...from_(series, index), title: `Dès ${index}` })));
    const rows = await api.db.query('SELECT recurrence_id FROM occurrence WHERE space_id = $1 ORDER BY 1', [house.id]);
    expect(rows.map((row: { recurrence_id: string }) => row.recurrence_id.slice(8, 10))).toEqual(['16', '17', '18', '19', '20', '21']);
  });
});

describe('"this and following"', () => {
  it('ends the old series and begins one that names it, with the same dates and ids', async () => {
    const house = await api.house();
    const series = await book(house, daily(5));
    const next = await edited(house, series, { ...from_(series, 2), ...on('03-18', '14:00–15:00'), title: 'Chorale', roomIds: [house.b] });
    const old = await read(house, series);
    expect([times(old), times(next)]).toEqual([
      ['03-16T09:00 confirmed', '03-17T09:00 confirmed'],
      ['03-18T13:00 confirmed', '03-19T13:00 confirmed', '03-20T13:00 confirmed'],
    ]);
    expect([...old.occurrences, ...next.occurrences].map(({ id }) => id)).toEqual(series.occurrences.map(({ id }) => id));
    expect([old.title, old.version, old.followedById, old.followsId, old.recurrence?.rrule]).toEqual([
      'Assemblée',
      2,
      next.id,
      null,
      'FREQ=DAILY;COUNT=2',
    ]);
    expect([next.title, next.version, next.followedById, next.followsId, next.recurrence?.rrule]).toEqual([
      'Chorale',
      1,
      null,
      old.id,
      'FREQ=DAILY;COUNT=3',
    ]);
    expect(next.uid).not.toBe(old.uid);
    expect([await logOf(old.id), await logOf(next.id)]).toEqual([
      [{ kind: 'booking.created' }, { kind: 'booking.split' }],
      [{ kind: 'booking.continued' }],
    ]);
    expect((await ask(house, { ...on('03-18', '10:00–11:00') } as Wish)).status).toBe(201);
    const { body } = await house.member.get<{ items: { bookingId: string }[] }>(house.path('calendar?from=2026-03-16&to=2026-03-27'));
    expect(body.items.filter(({ bookingId }) => bookingId === next.id)).toHaveLength(3);
  });

  it('10: what was cancelled, moved, renamed or given another room keeps that', async () => {
    const house = await api.house();
    const series = await book(house, daily(10));
    for (const index of [1, 4]) await cancelThis(house, series, index);
    await edited(house, series, { ...this_(series, 5), ...on('03-21', '18:00–19:00') });
    await edited(house, series, { ...this_(series, 6), title: 'Finale' });
    await edited(house, series, { ...this_(series, 7), roomIds: [house.studio] });
    const next = await edited(house, series, { ...from_(series, 3), ...on('03-19', '12:00–13:00') });
    expect(times(next)).toEqual([
      '03-19T11:00 confirmed',
      '03-20T09:00 cancelled',
      '03-21T17:00 confirmed',
      '03-22T11:00 confirmed',
      '03-23T11:00 confirmed',
      '03-24T11:00 confirmed',
      '03-25T11:00 confirmed',
    ]);
    expect([next.occurrences[3]?.title, next.occurrences[4]?.roomIds]).toEqual(['Finale', [house.studio]]);
    expect(times(await read(house, series))).toEqual(['03-16T09:00 confirmed', '03-17T09:00 cancelled', '03-18T09:00 confirmed']);
  });

  it('tries again what was skipped', async () => {
    const house = await api.house();
    await book(house, { ...on('03-18', '10:00–11:00') } as Wish);
    const series = await book(house, { ...daily(4), onRefused: 'skip' });
    const next = await edited(house, series, { ...from_(series, 1), ...on('03-17', '12:00–13:00') });
    expect(next.occurrences.map(({ status }) => status)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  });

  it('from the first date on is the whole series', async () => {
    const house = await api.house();
    const series = await book(house, daily(3));
    const all = await edited(house, series, { ...from_(series, 0), title: 'Autre' });
    expect([all.id, all.version, all.followsId, all.followedById]).toEqual([series.id, 2, null, null]);
  });

  it('when all dates before were cancelled is the whole series too, which then begins there', async () => {
    const house = await api.house();
    const series = await book(house, daily(4));
    for (const index of [0, 1]) await cancelThis(house, series, index);
    const all = await edited(house, series, { ...from_(series, 2), ...on('03-18', '14:00–15:00') });
    expect([all.id, times(all)]).toEqual([
      series.id,
      ['03-16T09:00 cancelled', '03-17T09:00 cancelled', '03-18T13:00 confirmed', '03-19T13:00 confirmed'],
    ]);
    expect(all.recurrence?.rrule).toBe('FREQ=DAILY;COUNT=2');
  });

  it('of a booking that does not repeat is all of it', async () => {
    const house = await api.house();
    const booking = await book(house);
    expect((await edited(house, booking, { ...from_(booking, 0), ...at('12:00–13:00') })).id).toBe(booking.id);
  });

  it('leaves the past with the old series, also a later date that was moved there', async () => {
    const house = await api.house();
    const series = await book(house, { start: '2026-01-06T10:00', end: '2026-01-06T11:00', recurrence: { rrule: 'FREQ=WEEKLY;COUNT=4' } });
    await edited(house, series, { ...this_(series, 3), start: '2026-01-07T18:00', end: '2026-01-07T19:00' });
    api.setNow('2026-01-12T08:00:00Z');
    const next = await edited(house, series, { ...from_(series, 1), title: 'Autre' });
    expect([times(await read(house, series)), times(next)]).toEqual([
      ['01-06T09:00 confirmed', '01-07T17:00 confirmed'],
      ['01-13T09:00 confirmed', '01-20T09:00 confirmed'],
    ]);
    const retimed = await edited(house, next, { ...from_(next, 0), start: '2026-01-14T10:00', end: '2026-01-14T11:00' });
    expect(times(retimed)).toEqual(['01-14T09:00 confirmed', '01-21T09:00 confirmed']);
  });

  it('keeps its wall time over the change to summer time', async () => {
    const house = await api.house();
    const series = await book(house, { recurrence: { rrule: 'FREQ=WEEKLY;UNTIL=20260420' } });
    const next = await edited(house, series, { ...from_(series, 1), ...on('03-23', '11:00–12:00') });
    expect(times(next).map((time) => time.slice(0, 11))).toEqual([
      '03-23T10:00',
      '03-30T09:00',
      '04-06T09:00',
      '04-13T09:00',
      '04-20T09:00',
    ]);
    expect((await read(house, series)).recurrence?.rrule).toBe('FREQ=WEEKLY;UNTIL=20260316T225959Z');
  });

  it('again before it goes on as one chain', async () => {
    const house = await api.house();
    const first = await book(house, daily(6));
    const last = await edited(house, first, { ...from_(first, 4), title: 'Fin' });
    const middle = await edited(house, first, { ...from_(first, 2), title: 'Milieu' });
    expect(
      [await read(house, first), await read(house, middle), await read(house, last)].map(({ followsId, followedById }) => [
        followsId,
        followedById,
      ]),
    ).toEqual([
      [null, middle.id],
      [first.id, last.id],
      [middle.id, null],
    ]);
    expect([days(await read(house, first)), days(middle), days(last)]).toEqual([
      ['16', '17'],
      ['18', '19'],
      ['20', '21'],
    ]);
  });

  it('tells who may not see the other half nothing of it', async () => {
    const house = await api.house();
    const series = await book(house, daily(3));
    const next = await edited(house, series, { ...from_(series, 1), visibility: 'private' });
    const seen = async (who: House['member'], { id }: Booking) => (await who.get<Booking>(house.path(`bookings/${id}`))).body;
    expect((await seen(house.neighbour, series)).followedById).toBeNull();
    expect((await seen(house.colleague, series)).followedById).toBe(next.id);
  });

  it('is previewed without conflict with its own dates from there on, and with those before', async () => {
    const house = await api.house();
    const series = await book(house, daily(4));
    const of = { bookingId: series.id, occurrenceId: series.occurrences[2]?.id, scope: 'following', ...daily(2) };
    const verdicts = async (wish: Edit) =>
      (await house.member.post<Preview>(house.path('bookings/preview'), draft(house, { ...of, ...wish } as Wish))).body.occurrences.map(
        ({ verdict }) => verdict,
      );
    expect(await verdicts(on('03-18', '10:30–11:30'))).toEqual(['free', 'free']);
    expect(await verdicts(on('03-17', '10:30–11:30'))).toEqual(['refused', 'free']);
  });
});

describe('a series without end', () => {
  it('goes on from there only: the old one grows no more, the new one once, also with two at work', async () => {
    const house = await api.house({ horizonDays: 90 });
    const series = await book(house, { recurrence: { rrule: 'FREQ=WEEKLY' } });
    const next = await edited(house, series, { ...from_(series, 1), ...on('03-24', '10:00–11:00'), recurrence: { rrule: 'FREQ=WEEKLY' } });
    await cancelThis(house, next, 0);
    api.setNow('2026-01-26T08:00:00Z');
    const roll = () => api.app.get(HorizonJob).roll();
    await Promise.all([roll(), roll()]);
    await roll();
    expect([times(await read(house, series)), times(await read(house, next))]).toEqual([
      ['03-16T09:00 confirmed'],
      ['03-24T09:00 cancelled', '03-31T08:00 confirmed', '04-07T08:00 confirmed', '04-14T08:00 confirmed', '04-21T08:00 confirmed'],
    ]);
    const [{ count }] = await api.db.query(`SELECT count(*)::int FROM log WHERE kind = 'booking.extended' AND space_id = $1`, [house.id]);
    expect(count).toBe(1);
  });
});

describe('cancelling "this and following"', () => {
  const cancel = <T = Booking>(house: House, { id }: Booking, wish: object, headers = {}) =>
    house.member.post<T>(house.path(`bookings/${id}/cancellation`), wish, { headers });

  it('ends the series there; the record stays', async () => {
    const house = await api.house();
    const series = await book(house, daily(4));
    const { body } = await cancel(house, series, from_(series, 2));
    expect([body.status, body.version, body.recurrence?.rrule, times(body)]).toEqual([
      ...['confirmed', 2, 'FREQ=DAILY;COUNT=2'],
      ['03-16T09:00 confirmed', '03-17T09:00 confirmed', '03-18T09:00 cancelled', '03-19T09:00 cancelled'],
    ]);
    await book(house, { ...on('03-18', '10:00–11:00') } as Wish);
  });

  it('keeps a series without end from growing', async () => {
    const house = await api.house({ horizonDays: 90 });
    const series = await book(house, { recurrence: { rrule: 'FREQ=WEEKLY' } });
    await cancel(house, series, from_(series, 1));
    api.setNow('2026-01-26T08:00:00Z');
    await api.app.get(HorizonJob).roll();
    expect(times(await read(house, series))).toEqual(['03-16T09:00 confirmed', '03-23T09:00 cancelled', '03-30T08:00 cancelled']);
  });

  it('from the first date on, or when nothing else is left, cancels the booking', async () => {
    const house = await api.house();
    const [one, two] = [await book(house, daily(3)), await book(house, { ...daily(3), roomIds: [house.b] })];
    expect((await cancel(house, one, from_(one, 0))).body.status).toBe('cancelled');
    await cancelThis(house, two, 0);
    expect((await cancel(house, two, from_(two, 1))).body.status).toBe('cancelled');
  });

  it('is refused when stale, begun, cancelled or unknown, and nothing ends', async () => {
    const house = await api.house();
    const series = await book(house, { start: '2026-01-06T10:00', end: '2026-01-06T11:00', ...daily(4) });
    await cancelThis(house, series, 2);
    api.setNow('2026-01-06T09:30:00Z');
    const codes = [];
    for (const [wish, headers] of [
      [from_(series, 0), {}],
      [from_(series, 2), {}],
      [{ scope: 'following' }, {}],
      [from_(series, 1), { 'if-match': '"1"' }],
    ])
      codes.push((await cancel<Problem>(house, series, wish as object, headers)).body.code);
    expect(codes).toEqual(['booking/already-started', 'booking/already-cancelled', 'booking/unknown-occurrence', 'stale-version']);
    expect((await read(house, series)).occurrences.map(({ status }) => status)).toEqual([
      'confirmed',
      'confirmed',
      'cancelled',
      'confirmed',
    ]);
  });
});
