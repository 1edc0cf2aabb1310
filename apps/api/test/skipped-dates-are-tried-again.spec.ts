import type { Booking } from '@bota/booking/domain';
import { SkippedDates } from '@bota/booking/api';
import { useApi } from './api.fixture';
import { type Wish, ask, book } from './booking.fixture';
import { edit, daily, edited, from_, read, this_ } from './edit.fixture';
import type { House } from './house.fixture';
import { Season } from './season.fixture';

const api = useApi();
const retry = () => api.app.get(SkippedDates).retry();
const second = { start: '2026-03-17T10:00', end: '2026-03-17T11:00' };
const waiting: Wish = { ...daily(3), onRefused: 'skip', retrySkipped: true };
const cancel = (house: House, { id }: Booking) => house.member.post(house.path(`bookings/${id}/cancellation`), {});
const statuses = async (house: House, booking: Booking) => (await read(house, booking)).occurrences.map(({ status }) => status);
/** Also when nobody’s session is open any more. */
const stored = async ({ id }: Booking) =>
  (await api.db.query('SELECT status FROM occurrence WHERE booking_id = $1 ORDER BY starts_at', [id])).map(
    ({ status }: { status: string }) => status,
  );
const TAKEN = ['confirmed', 'skipped', 'confirmed'];
const ALL = ['confirmed', 'confirmed', 'confirmed'];

/** A series whose second date is taken by another booking. */
async function skipped(wish: Wish = {}, known?: House) {
  const house = known ?? (await api.house());
  const taker = await book(house, { ...second, ...(wish.roomIds && { roomIds: wish.roomIds }) });
  const series = await book(house, { ...waiting, ...wish });
  expect(await statuses(house, series)).toEqual(TAKEN);
  return { house, taker, series };
}

describe('a skipped date stays skipped', () => {
  it('while its room is taken', async () => {
    const { house, series } = await skipped();
    await retry();
    expect(await statuses(house, series)).toEqual(TAKEN);
  });

  it('when nobody asked to try it again, or no longer does', async () => {
    const { house, series, taker } = await skipped({ retrySkipped: false });
    const { series: other, taker: another } = await skipped({ roomIds: [house.b] }, house);
    await edited(house, other, { retrySkipped: false });
    for (const one of [taker, another]) await cancel(house, one);
    await retry();
    expect([await statuses(house, series), await statuses(house, other)]).toEqual([TAKEN, TAKEN]);
  });

  it('once it has begun', async () => {
    const { house, series, taker } = await skipped();
    await cancel(house, taker);
    api.setNow('2026-03-17T09:00:00Z');
    await retry();
    expect(await stored(series)).toEqual(TAKEN);
  });

  it('when the series or that date was cancelled', async () => {
    const { house, series, taker } = await skipped();
    const { series: other, taker: another } = await skipped({ roomIds: [house.b] }, house);
    await cancel(house, series);
    await house.member.post(house.path(`bookings/${other.id}/cancellation`), this_(other, 1));
    for (const one of [taker, another]) await cancel(house, one);
    await retry();
    expect([await statuses(house, series), await statuses(house, other)]).toEqual([
      Array(3).fill('cancelled'),
      ['confirmed', 'cancelled', 'confirmed'],
    ]);
  });

  it('when the organisation has left by then, or the house is closed', async () => {
    const { house, series, taker } = await skipped();
    await cancel(house, taker);
    await house.close('2026-03-17T08:00:00Z', '2026-03-17T18:00:00Z');
    await retry();
    expect(await statuses(house, series)).toEqual(TAKEN);
    await api.db.query(`DELETE FROM closure WHERE space_id = $1`, [house.id]);
    await api.db.query(
      `UPDATE residency SET during = daterange(lower(during), '2026-03-17') WHERE space_id = $1 AND organisation_id = $2`,
      [house.id, house.racines],
    );
    await retry();
    expect(await statuses(house, series)).toEqual(TAKEN);
  });

  it.each([
    ['wants longer notice', { leadMinutes: 2 * 24 * 60 }],
    ['is not booked so far ahead', { horizonDays: 60 }],
    ['is for the coordination', { who: { are: 'coordinators' } }],
  ])('while its room %s by now', async (_, rules) => {
    const { house, series, taker } = await skipped();
    await house.coordinator.patch(house.path(`rooms/${house.a}`), { rules });
    await cancel(house, taker);
    if ('leadMinutes' in rules) api.setNow('2026-03-16T10:00:00Z');
    await retry();
    expect(await stored(series)).toEqual(TAKEN);
  });

  it('while its room is held back for a season', async () => {
    const house = await api.house();
    await Season.opened(house, { opensOn: '2026-02-20', firstDay: '2026-03-17', lastDay: '2026-03-17' });
    const series = await book(house, waiting);
    expect(await statuses(house, series)).toEqual(TAKEN);
    await retry();
    expect(await statuses(house, series)).toEqual(TAKEN);
    api.setNow('2026-02-21T08:00:00Z');
    await retry();
    expect(await stored(series)).toEqual(ALL);
  });
});

describe('a skipped date is booked', () => {
  it('when its room is freed: one entry in the log, one letter, also when two try at once and again', async () => {
    const { house, series, taker } = await skipped();
    await cancel(house, taker);
    await Promise.all([retry(), retry(), retry()]);
    await retry();
    const after = await read(house, series);
    // A new version, so that calendars take it in and who looks at the old one is told.
    expect([after.occurrences.map(({ status }) => status), after.occurrences[1]?.reasons, after.version]).toEqual([ALL, [], 2]);
    expect((await edit(house, series, { title: 'Ancien' }, house.member, { 'if-match': '"1"' })).status).toBe(412);
    expect((await ask(house, second)).status).toBe(409);
    const [{ logged, letters }] = await api.db.query(
      `SELECT (SELECT count(*)::int FROM log WHERE entity_id = $1 AND kind = 'booking.regained') AS logged,
         (SELECT json_agg(json_build_object('to', recipient, 'subject', subject, 'method', calendar_method)) FROM letter WHERE space_id = $2 AND kind = 'date-regained') AS letters`,
      [series.id, house.id],
    );
    expect([logged, letters]).toEqual([1, [{ to: house.member.email, subject: 'Une date s’est libérée : Assemblée', method: 'REQUEST' }]]);
  });

  it('when a closure is lifted and the room is large enough again', async () => {
    const house = await api.house();
    await house.close('2026-03-17T08:00:00Z', '2026-03-17T18:00:00Z');
    const series = await book(house, { ...waiting, attendees: 15 });
    const after = async (change: string, id: string) => {
      await api.db.query(change, [id]);
      await retry();
      return statuses(house, series);
    };
    expect(await after('UPDATE room SET capacity = 2 WHERE id = $1', house.a)).toEqual(TAKEN);
    expect(await after('DELETE FROM closure WHERE space_id = $1', house.id)).toEqual(TAKEN);
    expect(await after('UPDATE room SET capacity = 20 WHERE id = $1', house.a)).toEqual(ALL);
  });

  it('for who asked first, though a later one was changed meanwhile; the next waits on', async () => {
    const { house, series: first, taker } = await skipped();
    api.setNow('2026-01-06T08:00:00Z');
    const weekly = { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=2' } };
    const later = await book(house, { ...waiting, ...weekly, start: '2026-03-17T10:30', end: '2026-03-17T11:30' }, house.colleague);
    const next = await edited(house, first, { ...from_(first, 1), title: 'Suite' });
    await cancel(house, taker);
    await retry();
    expect([await statuses(house, next), (await statuses(house, later))[0]]).toEqual([['confirmed', 'confirmed'], 'skipped']);
    await house.member.post(house.path(`bookings/${next.id}/cancellation`), {});
    await retry();
    expect((await statuses(house, later))[0]).toBe('confirmed');
  });

  it('or somebody else takes it: one of them, never both', async () => {
    const { house, series, taker } = await skipped();
    await cancel(house, taker);
    const [, answer] = await Promise.all([retry(), ask(house, second)]);
    expect([
      [201, 'skipped'],
      [409, 'confirmed'],
    ]).toContainEqual([answer.status, (await statuses(house, series))[1]]);
  });

  it('with two processes at work, by one of them', async () => {
    const { house, series, taker } = await skipped();
    await cancel(house, taker);
    await Promise.all(Array.from({ length: 6 }, retry));
    const [{ count }] = await api.db.query('SELECT count(*)::int FROM allocation WHERE occurrence_id = $1', [series.occurrences[1]?.id]);
    expect([count, await statuses(house, series)]).toEqual([1, ALL]);
  });
});
