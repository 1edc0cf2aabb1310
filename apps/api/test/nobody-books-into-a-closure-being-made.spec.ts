import { HorizonJob, Offers, SkippedDates } from '@bota/booking/api';
import type { Booking } from '@bota/booking/domain';
import { useApi } from './api.fixture';
import { ask, at, book } from './booking.fixture';
import { calendar, confirm, event } from './calendar.import.fixture';
import { QUARTER, awaiting, reinstate } from './check-in.fixture';
import { close, closesMeanwhile, comesMeanwhile, dateOf, met } from './closings.fixture';
import { daily, edit, read, this_ } from './edit.fixture';
import type { House } from './house.fixture';
import { toldTo } from './notifications.fixture';
import { quota } from './quota.fixture';
import { SEASON, Season, WISHES_OVER, thursday } from './season.fixture';
import { waits } from './waitlist.fixture';

const api = useApi();
const cancel = (house: House, { id }: Booking) => house.coordinator.post(house.path(`bookings/${id}/cancellation`), {});
const HARD = '\u00a0';
const ELSEWHEN = { start: '2026-03-18T10:00', end: '2026-03-18T11:00' };
const SECOND = { start: '2026-03-16T10:00', end: '2026-03-16T11:00' };
const takenIn = async (house: House): Promise<number> =>
  (
    await api.db.query(
      `SELECT count(*)::int AS count FROM allocation WHERE space_id = $1 AND unit_id = $2 AND blocking
         AND starts_at < '2026-03-16T23:00Z' AND ends_at > '2026-03-15T23:00Z'`,
      [house.id, house.a],
    )
  )[0].count;

type Act = () => Promise<unknown>;
/** What stands ready, and the act that would take room A that day; `again`: what takes it once it is open after all, when the act does not. */
const WRITERS: Record<string, () => Promise<{ house: House; act: Act; again?: Act }>> = {
  'a booking': async () => {
    const house = await api.house();
    return { house, act: () => ask(house) };
  },
  'a booking that counts for a quota': async () => {
    const house = await api.house();
    await quota(house);
    return { house, act: () => ask(house) };
  },
  'a series that skips what is refused': async () => {
    const house = await api.house();
    return { house, act: () => ask(house, { ...daily(3), start: '2026-03-15T10:00', end: '2026-03-15T11:00', onRefused: 'skip' }) };
  },
  'a hold': async () => {
    const house = await api.house();
    return { house, act: () => ask(house, { holdUntil: '2026-01-06T12:00' }, house.coordinator) };
  },
  'an edit': async () => {
    const house = await api.house();
    const booking = await book(house, ELSEWHEN);
    return { house, act: () => edit(house, booking, { scope: 'all', ...SECOND }) };
  },
  'an edit of one date': async () => {
    const house = await api.house();
    const series = await book(house, { ...daily(2), ...ELSEWHEN });
    return { house, act: () => edit(house, series, { ...this_(series, 0), ...SECOND }) };
  },
  'a series that goes on': async () => {
    const house = await api.house({ horizonDays: 70 });
    const recurrence = { rrule: 'FREQ=WEEKLY' };
    await book(house, { start: '2026-03-09T10:00', end: '2026-03-09T11:00', recurrence, onRefused: 'skip', retrySkipped: true });
    api.setNow('2026-01-26T08:00:00Z');
    return { house, act: () => api.app.get(HorizonJob).roll(), again: () => api.app.get(SkippedDates).retry(house.id) };
  },
  'a skipped date that is tried again': async () => {
    const house = await api.house();
    const taker = await book(house);
    await book(house, { ...daily(2), onRefused: 'skip', retrySkipped: true });
    await cancel(house, taker);
    return { house, act: () => api.app.get(SkippedDates).retry(house.id) };
  },
  'an offer to who waits': async () => {
    const house = await api.house();
    const taker = await book(house, {}, house.coordinator);
    await waits(house);
    await cancel(house, taker);
    return { house, act: () => api.app.get(Offers).serve(house.id) };
  },
  'an import': async () => {
    const house = await api.house();
    return { house, act: () => confirm(house, calendar(event())) };
  },
  'a season that is adopted': async () => {
    const house = await api.house();
    const season = await Season.opened(house, SEASON);
    await season.wish({ choices: [{ ...thursday(house.a), weekday: 1 }] });
    api.setNow(WISHES_OVER);
    await season.publish();
    api.setNow('2026-02-16T12:00:00Z');
    return { house, act: () => season.step('adoption'), again: () => api.app.get(SkippedDates).retry(house.id) };
  },
};

it.each(Object.keys(WRITERS))('%s that does not know of the closure yet is judged anew, by the closure', async (name) => {
  const { house, act, again = act } = await (WRITERS[name] as (typeof WRITERS)[string])();
  expect(await takenIn(house)).toBe(0);
  await closesMeanwhile(api.db, house, act);
  expect(await takenIn(house)).toBe(0);
  await api.db.query('DELETE FROM closure WHERE space_id = $1', [house.id]);
  await again();
  expect(await takenIn(house)).toBe(1);
});

it('says so to who asks, once, with what is near', async () => {
  const house = await api.house();
  const { status, body } = await closesMeanwhile(api.db, house, () => ask(house));
  expect([status, body.code, body.reasons?.map(({ code }) => code)]).toEqual([409, 'booking/refused', ['CLOSED']]);
  expect(body.alternatives?.length).toBeGreaterThan(0);
});

it('a request that kept no room is not agreed to, and a released date is not given back', async () => {
  const house = await api.house();
  await api.db.query('UPDATE room SET rules = $3 WHERE space_id = $1 AND id = $2', [
    ...[house.id, house.a, { approval: { always: true, outsideHours: false, blocks: false } }],
  ]);
  const asked = await book(house);
  const answer = await closesMeanwhile(api.db, house, () =>
    house.coordinator.post<{ reasons?: { code: string }[] }>(house.path(`bookings/${asked.id}/decision`), { verdict: 'accept' }),
  );
  expect([answer.status, answer.body.reasons?.[0]?.code, await takenIn(house)]).toEqual([409, 'CLOSED', 0]);
  api.setNow('2026-03-14T08:00:00Z');
  const { house: other, booking } = await awaiting(api, { checkIn: QUARTER });
  await api.db.query(`UPDATE occurrence SET status = 'no_show', released_at = starts_at + interval '15 minutes' WHERE booking_id = $1`, [
    booking.id,
  ]);
  await api.db.query('UPDATE allocation SET blocking = false WHERE booking_id = $1', [booking.id]);
  api.setNow('2026-03-16T09:30:00Z');
  const again = await closesMeanwhile(api.db, { ...other, a: booking.roomIds[0] ?? '' }, () => reinstate(other, booking));
  expect([again.status, again.body.reasons?.[0]?.code]).toEqual([409, 'CLOSED']);
});

describe('what was booked in the very moment of the closure, by who did not know of it', () => {
  it('is kept, counted and told', async () => {
    const house = await api.house();
    const booking = await book(house, ELSEWHEN);
    const { status, body } = await comesMeanwhile(api.db, house, booking, () => close(house));
    expect([status, body.settled]).toEqual([201, { kept: 1, cancelled: 0, moved: 0 }]);
    expect((await toldTo(house, house.member)).map(({ title }) => title)).toEqual([`Fermeture${HARD}: Salle A`]);
  });

  it('closes nothing when only what was seen may be met; seen too, it is what the coordination chose', async () => {
    const house = await api.house();
    const [shown, later] = [await book(house, at('14:00–15:00')), await book(house, ELSEWHEN)];
    const seen = (await met(house)).items.map(({ occurrenceId }) => occurrenceId);
    expect(seen).toEqual([dateOf(shown)]);
    const { status, body } = await comesMeanwhile(api.db, house, later, () => close(house, { seen }));
    expect([status, body.code, body.errors]).toEqual([409, 'closure/meets-more', [{ path: 'seen', message: dateOf(later) }]]);
    expect([await toldTo(house, house.member), (await read(house, shown)).version]).toEqual([[], 1]);
    const choices = [{ act: 'cancel', occurrenceId: dateOf(later) }];
    expect((await close(house, { seen, choices })).body.settled).toEqual({ kept: 1, cancelled: 1, moved: 0 });
  });

  it('does not say that a date is kept which its people moved themselves meanwhile', async () => {
    const house = await api.house();
    const [stays, goes] = [await book(house, ELSEWHEN), await book(house, at('14:00–15:00'))];
    const away = async () => void (await api.db.query(AWAY, [goes.id]));
    const { body } = await comesMeanwhile(api.db, house, stays, () => Promise.all([close(house), away()]).then(([answer]) => answer));
    expect(body.settled.kept).toBe(1);
  });
});

const AWAY = `
  WITH date AS (UPDATE occurrence SET starts_at = starts_at + interval '3 days', ends_at = ends_at + interval '3 days' WHERE booking_id = $1)
  UPDATE allocation SET starts_at = starts_at + interval '3 days', ends_at = ends_at + interval '3 days',
    during = tstzrange(lower(during) + interval '3 days', upper(during) + interval '3 days', '[)') WHERE booking_id = $1`;
