import { DataSource } from 'typeorm';
import { jest } from '@jest/globals';
import type { BookingRequestList } from '@bota/booking/domain';
import { addDays } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';

const api = useApi();
const MANY = 40;
/** Pages of the database that one request may cost, with what it is about. */
const PAGES = 60;

it('what waits is read once for all, not once for each that waits', async () => {
  api.setNow('2026-03-01T08:00:00Z');
  const house = await api.house();
  const approval = { always: true, outsideHours: false, blocks: false };
  const roomIds = [await house.room({ name: 'Chapelle', capacity: 30, rules: { approval } })];
  for (let n = 0; n < MANY; n += 1) {
    const date = addDays('2026-03-16', Math.floor(n / 2));
    await book(house, { roomIds, start: `${date}T10:00`, end: `${date}T11:00` });
  }
  await book(house, { start: '2026-03-16T08:00', end: '2026-03-16T09:00', recurrence: { rrule: 'FREQ=DAILY;COUNT=200' } });
  const asked = jest.spyOn(api.app.get(DataSource), 'query');
  const { items } = (await house.coordinator.get<BookingRequestList>(house.path('booking-requests'))).body;
  expect(items.map(({ rivals }) => rivals)).toEqual(Array(MANY).fill(1));
  const [sql, parameters] = asked.mock.calls.find(([text]) => text.includes('"askedAt"')) ?? [];
  asked.mockRestore();
  const [{ 'QUERY PLAN': plans }] = await api.db.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`, parameters);
  const { 'Shared Hit Blocks': hit, 'Shared Read Blocks': read } = plans[0].Plan;
  expect((hit + read) / MANY).toBeLessThan(PAGES);
});
