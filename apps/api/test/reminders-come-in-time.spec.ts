import { Reminders } from '@bota/booking/api';
import type { Booking } from '@bota/booking/domain';
import { useApi } from './api.fixture';
import { type Wish, book } from './booking.fixture';
import type { House } from './house.fixture';
import { anotherProcess, lettersTo } from './notifications.fixture';
import type { Someone } from './people.fixture';

const api = useApi();
/** Times are winter time of Brussels until 29 March: an hour ahead of UTC. */
const EVE = '2026-03-15T16:00:00Z';

const choose = (who: Someone, reminder: string, way = 'app') =>
  who.patch('/api/me/notification-preferences', { reminder, ways: { reminders: way } });
async function remindAt(...moments: string[]): Promise<void> {
  for (const moment of moments) {
    api.setNow(moment);
    await api.app.get(Reminders).remind();
  }
}
/** Of the database, since sessions end meanwhile. */
const reminded = async ({ id }: House, who: Someone): Promise<string[]> => {
  const rows: { start: string }[] = await api.db.query(
    `SELECT facts->>'start' AS start FROM notification WHERE space_id = $1 AND person_id = $2 AND kind = 'booking-reminder' ORDER BY id`,
    [id, who.id],
  );
  return rows.map(({ start }) => start);
};
const booked = async (wish: Wish = {}): Promise<{ house: House; booking: Booking }> => {
  const house = await api.house();
  return { house, booking: await book(house, wish) };
};

it('the day before at 17:00 of the house, and not a moment earlier; in the application, leading to the date', async () => {
  const { house, booking } = await booked();
  await house.member.patch('/api/me/notification-preferences', { reminder: 'day-before' });
  await remindAt('2026-03-15T15:59:59Z');
  expect(await reminded(house, house.member)).toEqual([]);
  await remindAt(EVE);
  expect(await reminded(house, house.member)).toEqual([booking.occurrences[0]?.start]);
  expect(await lettersTo(api, house.member)).toEqual([]);
  const [row] = await api.db.query(`SELECT path FROM notification WHERE person_id = $1`, [house.member.id]);
  expect(row.path).toBe(`bookings/${booking.id}?at=${booking.occurrences[0]?.id}`);
});

it('an hour before, by e-mail with the calendar, for who chose so', async () => {
  const { house } = await booked();
  await choose(house.member, 'hour', 'mail');
  await remindAt(EVE, '2026-03-16T07:59:59Z');
  expect(await reminded(house, house.member)).toEqual([]);
  await remindAt('2026-03-16T08:00:00Z');
  expect(await lettersTo(api, house.member)).toEqual([
    expect.objectContaining({ kind: 'booking-reminder', subject: 'Rappel\u00a0: Assemblée' }),
  ]);
  const [letter] = await api.db.query('SELECT calendar, calendar_method AS method FROM letter WHERE recipient = $1', [house.member.email]);
  expect([letter.method, letter.calendar]).toEqual(['REQUEST', expect.stringContaining('BEGIN:VEVENT')]);
});

it('not at all for who chose none', async () => {
  const { house } = await booked();
  await choose(house.member, 'off');
  await remindAt(EVE, '2026-03-16T08:30:00Z');
  expect(await reminded(house, house.member)).toEqual([]);
});

it('once, though the job runs twice, and in two processes at once', async () => {
  const { house } = await booked();
  const other = await anotherProcess(api);
  api.setNow(EVE);
  const jobs = [api.app.get(Reminders), other.get(Reminders)];
  await Promise.all([...jobs, ...jobs].map((job) => job.remind()));
  await remindAt('2026-03-15T16:01:00Z', '2026-03-16T08:59:00Z');
  await other.close();
  expect(await reminded(house, house.member)).toHaveLength(1);
});

it('late after an interruption, and never once it has begun', async () => {
  const [late, over] = [await booked(), await booked()];
  await remindAt('2026-03-16T08:59:59Z');
  expect(await reminded(late.house, late.house.member)).toHaveLength(1);
  await api.db.query('DELETE FROM notification WHERE person_id = $1', [over.house.member.id]);
  await remindAt('2026-03-16T09:00:00Z');
  expect(await reminded(over.house, over.house.member)).toEqual([]);
});

it('of a date that was moved at its new time, and of a cancelled one not at all', async () => {
  const { house, booking } = await booked();
  const gone = await book(house, { start: '2026-03-16T14:00', end: '2026-03-16T15:00' });
  await house.member.patch(house.path(`bookings/${booking.id}`), { start: '2026-03-18T10:00', end: '2026-03-18T11:00' });
  await house.member.post(house.path(`bookings/${gone.id}/cancellation`), {});
  await remindAt(EVE);
  expect(await reminded(house, house.member)).toEqual([]);
  await remindAt('2026-03-17T16:00:00Z');
  expect(await reminded(house, house.member)).toEqual(['2026-03-18T09:00:00.000Z']);
});

it('of what was booked after the moment not: one knows', async () => {
  api.setNow('2026-03-15T17:00:00Z');
  const { house } = await booked();
  await remindAt('2026-03-15T17:01:00Z');
  expect(await reminded(house, house.member)).toEqual([]);
});

it('at 17:00 of the house on the days the clocks change', async () => {
  const house = await api.house();
  await book(house, { recurrence: { rrule: 'FREQ=DAILY;COUNT=3' }, start: '2026-03-28T10:00', end: '2026-03-28T11:00' });
  await remindAt('2026-03-28T15:59:59Z');
  expect(await reminded(house, house.member)).toEqual([]);
  await remindAt('2026-03-28T16:00:00Z', '2026-03-29T14:59:59Z');
  expect(await reminded(house, house.member)).toEqual(['2026-03-29T08:00:00.000Z']);
  await remindAt('2026-03-29T15:00:00Z');
  expect(await reminded(house, house.member)).toEqual(['2026-03-29T08:00:00.000Z', '2026-03-30T08:00:00.000Z']);
});

it('only to who booked', async () => {
  const { house } = await booked();
  await remindAt(EVE);
  for (const who of [house.colleague, house.admin, house.coordinator]) expect(await reminded(house, who)).toEqual([]);
});
