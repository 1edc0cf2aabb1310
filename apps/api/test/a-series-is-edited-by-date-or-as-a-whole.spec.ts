import type { Booking } from '@bota/booking/domain';
import type { Problem } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { at, book, startsOf } from './booking.fixture';
import { type Edit, daily, edit, edited, read, this_, times } from './edit.fixture';

const api = useApi();

/** Until so many statements wait for the transaction of another. */
async function waitsForTheRival(count: number): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  while ((await api.db.query<unknown[]>(waiting)).length < count) await new Promise((done) => setTimeout(done, 20));
}

describe('a series', () => {
  it('10: renamed as a whole keeps its cancelled and moved dates', async () => {
    const house = await api.house();
    const series = await book(house, daily(10));
    await house.member.post(house.path(`bookings/${series.id}/cancellation`), this_(series, 2));
    await edited(house, series, { ...this_(series, 4), start: '2026-03-20T15:00', end: '2026-03-20T16:00', title: 'Finale' });
    await edited(house, series, { ...this_(series, 6), title: 'Clôture' });
    const unnamed = await edited(house, series, { title: 'Assemblée', attendees: 5 });
    expect([4, 6].map((index) => unnamed.occurrences[index]?.title)).toEqual(['Finale', 'Clôture']);
    const renamed = await edited(house, series, { title: 'Autre' });
    expect(renamed.title).toBe('Autre');
    expect(renamed.occurrences.map(({ status }) => status)).toEqual(
      series.occurrences.map((_, at_) => (at_ === 2 ? 'cancelled' : 'confirmed')),
    );
    expect(renamed.occurrences[4]?.start).toBe('2026-03-20T14:00:00.000Z');
    const { body } = await house.member.get<{ items: { title: string }[] }>(house.path('calendar?from=2026-03-16&to=2026-03-27'));
    expect(body.items.map(({ title }) => title)).toEqual(Array(9).fill('Autre'));
  });

  it('moved as a whole leaves cancelled, moved and own-room dates where they are', async () => {
    const house = await api.house();
    const series = await book(house, daily(5));
    await house.member.post(house.path(`bookings/${series.id}/cancellation`), this_(series, 1));
    await edited(house, series, { ...this_(series, 2), start: '2026-03-18T15:00', end: '2026-03-18T16:00' });
    await edited(house, series, { ...this_(series, 3), roomIds: [house.studio] });
    const moved = await edited(house, series, at('11:00–12:00'));
    expect(times(moved)).toEqual([
      '03-16T10:00 confirmed',
      '03-17T09:00 cancelled',
      '03-18T14:00 confirmed',
      '03-19T10:00 confirmed',
      '03-20T10:00 confirmed',
    ]);
    expect(moved.occurrences.map(({ roomIds }) => roomIds[0])).toEqual([house.a, house.a, house.a, house.studio, house.a]);
  });

  it.each([
    ['a day later', '2026-03-17', '17'],
    ['a day earlier', '2026-03-15', '15'],
  ])('shifts onto its own next dates, %s, with exceptions among them', async (_, day, first) => {
    const house = await api.house();
    const series = await book(house, daily(4));
    await house.member.post(house.path(`bookings/${series.id}/cancellation`), this_(series, 1));
    await edited(house, series, { ...this_(series, 2), roomIds: [house.studio] });
    const moved = await edited(house, series, { start: `${day}T10:00`, end: `${day}T11:00` });
    const confirmed = moved.occurrences.filter(({ status }) => status === 'confirmed').map(({ start }) => start.slice(8, 10));
    expect(confirmed).toEqual([0, 2, 3].map((offset) => String(Number(first) + offset)));
  });

  it.each([
    ['a week later', '2026-03-23'],
    ['a week earlier', '2026-03-09'],
  ])('without end shifts %s', async (_, day) => {
    const house = await api.house({ horizonDays: 120 });
    const series = await book(house, { recurrence: { rrule: 'FREQ=WEEKLY' } });
    const moved = await edited(house, series, { start: `${day}T10:00`, end: `${day}T11:00` });
    expect(startsOf(moved)[0]).toBe(`${day}T09:00:00.000Z`);
    expect(new Set(startsOf(moved)).size).toBe(moved.occurrences.length);
  });

  it('takes its left-out dates along when it moves', async () => {
    const house = await api.house();
    const series = await book(house, { recurrence: { rrule: 'FREQ=DAILY;COUNT=4', exdates: ['2026-03-17T10:00', '2026-03-18'] } });
    const moved = await edited(house, series, { start: '2026-03-17T11:00', end: '2026-03-17T12:00' });
    expect(times(moved)).toEqual(['03-17T10:00 confirmed', '03-20T10:00 confirmed']);
    expect(moved.recurrence?.exdates).toEqual(['2026-03-18T11:00', '2026-03-19']);
    expect(moved.occurrences.map(({ id }) => id)).toEqual(series.occurrences.map(({ id }) => id));
  });

  it('skips on wish what somebody took in the very moment', async () => {
    const house = await api.house();
    const series = await book(house, daily(2));
    const taker = await book(house, { start: '2026-03-18T14:00', end: '2026-03-18T15:00' });
    const rival = api.db.createQueryRunner();
    await rival.startTransaction();
    await rival.query(
      `UPDATE allocation SET starts_at = starts_at - interval '1 day', ends_at = ends_at - interval '1 day',
         during = tstzrange(starts_at - interval '1 day', ends_at - interval '1 day') WHERE booking_id = $1`,
      [taker.id],
    );
    const moving = edited(house, series, { ...at('14:00–15:00'), onRefused: 'skip' });
    await waitsForTheRival(1);
    await rival.commitTransaction();
    await rival.release();
    expect((await moving).occurrences.map(({ status }) => status)).toEqual(['confirmed', 'skipped']);
  });

  it('follows a new rule by the day: what it no longer gives ends, what it adds begins', async () => {
    const house = await api.house();
    const series = await book(house, daily(4));
    const changed = await edited(house, series, { recurrence: { rrule: 'FREQ=DAILY;INTERVAL=2;COUNT=3' } });
    expect(times(changed)).toEqual([
      '03-16T09:00 confirmed',
      '03-17T09:00 cancelled',
      '03-18T09:00 confirmed',
      '03-19T09:00 cancelled',
      '03-20T09:00 confirmed',
    ]);
    await book(house, { start: '2026-03-17T10:00', end: '2026-03-17T11:00' });
  });

  it('shortened and lengthened again has its dates back, except those a person cancelled', async () => {
    const house = await api.house();
    const series = await book(house, daily(4));
    await house.member.post(house.path(`bookings/${series.id}/cancellation`), this_(series, 2));
    await edited(house, series, { recurrence: { rrule: 'FREQ=DAILY;COUNT=1' } });
    await book(house, { start: '2026-03-17T10:00', end: '2026-03-17T11:00' }).then(({ id }) =>
      house.member.post(house.path(`bookings/${id}/cancellation`)),
    );
    const longer = await edited(house, series, { recurrence: { rrule: 'FREQ=DAILY;COUNT=5' } });
    expect(times(longer)).toEqual([
      '03-16T09:00 confirmed',
      '03-17T09:00 confirmed',
      '03-18T09:00 cancelled',
      '03-19T09:00 confirmed',
      '03-20T09:00 confirmed',
    ]);
    expect(longer.occurrences.slice(0, 4).map(({ id }) => id)).toEqual(series.occurrences.map(({ id }) => id));
  });

  it('moves although a skipped date is still refused, and takes that date when it is free', async () => {
    const house = await api.house();
    await book(house, { start: '2026-03-17T10:00', end: '2026-03-17T11:30' });
    const series = await book(house, { ...daily(3), onRefused: 'skip' });
    const still = await edited(house, series, at('10:15–11:15'));
    expect(still.occurrences.map(({ status }) => status)).toEqual(['confirmed', 'skipped', 'confirmed']);
    const free = await edited(house, series, at('12:00–13:00'));
    expect(free.occurrences.map(({ status }) => status)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  });

  it('says what cannot differ on one date, and changes nothing', async () => {
    const house = await api.house();
    const series = await book(house, daily(2));
    const wish: Edit = { ...this_(series, 0), title: 'x', visibility: 'private', attendees: 3 };
    const { status, body } = await edit<Problem>(house, series, wish);
    expect([status, body.code, body.errors?.map(({ path }) => path)]).toEqual([
      422,
      'booking/not-for-one-date',
      ['visibility', 'attendees'],
    ]);
    expect(await read(house, series)).toMatchObject({ version: 1, title: 'Assemblée' });
  });

  it('with a date of another booking is not taken for the whole, also when it is no series', async () => {
    const house = await api.house();
    const [one, other] = [await book(house), await book(house, { roomIds: [house.b] })];
    const foreign = this_(other, 0);
    expect((await edit<Problem>(house, one, { ...foreign, title: 'x' })).body.code).toBe('booking/unknown-occurrence');
    const path = house.path(`bookings/${one.id}/cancellation`);
    expect((await house.member.post(path, foreign)).body.code).toBe('booking/unknown-occurrence');
    expect(await read(house, one)).toMatchObject({ status: 'confirmed', version: 1 });
    expect((await house.member.post<Booking>(path, this_(one, 0))).body.status).toBe('cancelled');
  });

  it('one booking becomes a series', async () => {
    const house = await api.house();
    const booking = await book(house);
    expect(times(await edited(house, booking, daily(3) as Edit))).toHaveLength(3);
  });

  it('is refused as a whole when one date is taken, or skips it on wish', async () => {
    const house = await api.house();
    const series = await book(house, daily(3));
    await book(house, { start: '2026-03-17T14:00', end: '2026-03-17T15:00' });
    const { status, body } = await edit<Problem>(house, series, at('14:00–15:00'));
    expect([status, body.reasons?.map(({ start }) => start)]).toEqual([409, ['2026-03-17T13:00:00.000Z']]);
    expect(times(await read(house, series))).toEqual(times(series));
    const moved = await edited(house, series, { ...at('14:00–15:00'), onRefused: 'skip' });
    expect(moved.occurrences.map(({ status: is }) => is)).toEqual(['confirmed', 'skipped', 'confirmed']);
  });

  it('renames one date alone', async () => {
    const house = await api.house();
    const series = await book(house, daily(2));
    const named = await edited(house, series, { ...this_(series, 1), title: 'Finale' });
    expect([named.title, named.occurrences.map(({ title }) => title)]).toEqual(['Assemblée', [undefined, 'Finale']]);
  });

  it.each([
    ['as a whole', 'all', 0],
    ['from its second date on', 'following', 1],
  ] as const)('moved to another weekday %s keeps cancelled, moved and other dates what they are', async (_, scope, from) => {
    const house = await api.house();
    const series = await book(house, { recurrence: { rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=6' } });
    await house.member.post(house.path(`bookings/${series.id}/cancellation`), this_(series, 2));
    await edited(house, series, { ...this_(series, 3), start: '2026-04-08T14:00', end: '2026-04-08T15:00' });
    await edited(house, series, { ...this_(series, 4), title: 'Clôture', roomIds: [house.studio] });
    const tuesday = ['2026-03-17', '2026-03-24'][from];
    const moved = await edited(house, series, {
      ...(scope === 'all' ? { scope } : { ...this_(series, from), scope }),
      ...{ start: `${tuesday}T10:00`, end: `${tuesday}T11:00`, recurrence: { rrule: `FREQ=WEEKLY;BYDAY=TU;COUNT=${6 - from}` } },
    });
    const ofTuesday = ['03-17T09:00', '03-24T09:00', '03-30T08:00', '04-08T12:00', '04-14T08:00', '04-21T08:00'].slice(from);
    // What a person cancelled stays on the day it was cancelled on.
    expect(times(moved)).toEqual(ofTuesday.map((time) => `${time} ${time === '03-30T08:00' ? 'cancelled' : 'confirmed'}`));
    expect(moved.occurrences.map(({ id }) => id)).toEqual(series.occurrences.slice(from).map(({ id }) => id));
    expect(moved.occurrences[4 - from]).toMatchObject({ title: 'Clôture', roomIds: [house.studio] });
  });

  it('shortened and moved a day keeps each date apart, and has them back in order', async () => {
    const house = await api.house();
    const series = await book(house, daily(4));
    await edited(house, series, { recurrence: { rrule: 'FREQ=DAILY;COUNT=2' } });
    await edited(house, series, { start: '2026-03-17T10:00', end: '2026-03-17T11:00' });
    const longer = await edited(house, series, { recurrence: { rrule: 'FREQ=DAILY;COUNT=4' } });
    expect(times(longer)).toEqual(['17', '18', '19', '20'].map((day) => `03-${day}T09:00 confirmed`));
    expect(longer.occurrences.map(({ id }) => id)).toEqual(series.occurrences.map(({ id }) => id));
  });

  it.each([
    ['at its last date', 'FREQ=WEEKLY;UNTIL=20260406T070000Z', { start: '2026-03-16T09:30', end: '2026-03-16T10:30' }, '04-06T07:30'],
    ['at its last day', 'FREQ=WEEKLY;UNTIL=20260406', { start: '2026-03-17T09:00', end: '2026-03-17T10:00' }, '04-07T07:00'],
    [
      'at its last day, said again',
      'FREQ=WEEKLY;UNTIL=20260406T215959Z',
      { start: '2026-03-18T09:00', end: '2026-03-18T10:00' },
      '04-08T07:00',
    ],
  ])('that ends %s takes that end along', async (_, rrule, wish, last) => {
    const house = await api.house();
    const series = await book(house, { start: '2026-03-16T09:00', end: '2026-03-16T10:00', recurrence: { rrule } });
    const said = _.endsWith('again') ? { recurrence: { rrule } } : {};
    const moved = await edited(house, series, { ...wish, ...said });
    expect([moved.occurrences.map(({ status }) => status), times(moved).at(-1)]).toEqual([Array(4).fill('confirmed'), `${last} confirmed`]);
  });

  it('14: has no exception in a date that was saved as it was, nor in one that was moved and renamed back', async () => {
    const house = await api.house();
    const series = await book(house, daily(3));
    const same = { title: 'Assemblée', roomIds: [house.a], start: '2026-03-17T10:00', end: '2026-03-17T11:00' };
    await edited(house, series, { ...this_(series, 1), ...same });
    const away = { title: 'Finale', roomIds: [house.studio], start: '2026-03-18T15:00', end: '2026-03-18T16:00' };
    await edited(house, series, { ...this_(series, 2), ...away });
    await edited(house, series, { ...this_(series, 2), ...same, start: '2026-03-18T10:00', end: '2026-03-18T11:00' });
    const moved = await edited(house, series, { ...at('12:00–13:00'), title: 'Autre', roomIds: [house.b] });
    expect(times(moved)).toEqual(['16', '17', '18'].map((day) => `03-${day}T11:00 confirmed`));
    expect(moved.occurrences.map(({ title, roomIds }) => [title, roomIds[0]])).toEqual(Array(3).fill([undefined, house.b]));
  });

  it('14: says a date again where a closure came over it later', async () => {
    const house = await api.house();
    const series = await book(house, daily(2));
    await house.close('2026-03-17T00:00:00Z', '2026-03-18T00:00:00Z');
    const same = { roomIds: [house.a], start: '2026-03-17T10:00', end: '2026-03-17T11:00' };
    expect((await edited(house, series, { ...this_(series, 1), ...same, title: 'Finale' })).occurrences[1]?.title).toBe('Finale');
  });

  it.each([
    ['a number of dates', 'FREQ=WEEKLY;BYDAY=MO;COUNT=2'],
    ['a day', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20260323'],
  ])('shortened by %s ends the date beyond it too that was moved alone', async (_, rrule) => {
    const house = await api.house();
    const series = await book(house, { recurrence: { rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=4' } });
    for (const index of [1, 3]) {
      const day = ['', '2026-03-25', '', '2026-04-08'][index];
      await edited(house, series, { ...this_(series, index), start: `${day}T14:00`, end: `${day}T15:00` });
    }
    const shorter = await edited(house, series, { recurrence: { rrule } });
    expect(shorter.occurrences.map(({ status }) => status)).toEqual(['confirmed', 'confirmed', 'cancelled', 'cancelled']);
    await book(house, { start: '2026-04-08T14:00', end: '2026-04-08T15:00' });
    const longer = await edited(house, series, { recurrence: { rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=3' } });
    expect(times(longer).slice(1, 3)).toEqual(['03-25T13:00 confirmed', '03-30T08:00 confirmed']);
  });
});
