import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import { APPEALS_OVER, publishedSeason } from './season.fixture';

const api = useApi();

it('an adoption waits for who books its rooms in their order, and holds none that they want next', async () => {
  const { season, house } = await publishedSeason(api); // A on Thursdays for one, B on Thursdays for the other
  const [first = '', second = ''] = [house.a, house.b].sort();
  const ready = [await book(house, { roomIds: [first], ...MORNING }), await book(house, { roomIds: [second], ...MORNING })];
  api.setNow(APPEALS_OVER);
  const begun = await api.db.transaction(async (tx) => {
    await tx.query(TO_THE_EVENING, [house.id, ready[0]?.id]);
    const begun = season.step('adoption');
    while ((await tx.query<unknown[]>(WAITING)).length === 0) await new Promise((done) => setTimeout(done, 10));
    await tx.query(`SET LOCAL lock_timeout = '300ms'`);
    await tx.query(TO_THE_EVENING, [house.id, ready[1]?.id]);
    return { begun };
  });
  const { status, body } = await begun.begun;
  expect([status, body.report?.map(({ skipped }) => skipped.map(({ start }) => start))]).toEqual([200, [[EVENING], [EVENING]]]);
});

const MORNING = { start: '2026-03-12T09:00', end: '2026-03-12T11:00' };
const EVENING = '2026-03-12T17:00:00.000Z';
const TO_THE_EVENING = `
  WITH moved AS (UPDATE occurrence SET starts_at = starts_at + interval '9 hours', ends_at = ends_at + interval '9 hours'
    WHERE space_id = $1 AND booking_id = $2)
  UPDATE allocation SET starts_at = starts_at + interval '9 hours', ends_at = ends_at + interval '9 hours',
    during = tstzrange(lower(during) + interval '9 hours', upper(during) + interval '9 hours', '[)')
  WHERE space_id = $1 AND booking_id = $2`;
const WAITING = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
