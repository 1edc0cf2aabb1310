import { mayFree } from '@bota/booking/api';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import { daily, read } from './edit.fixture';
import { cancel, offered, waits } from './waitlist.fixture';

// As in a running house: jobs on, and every process hears of what was cancelled.
const api = useApi({ BOTA_JOBS: 'on' });

it('cancelling a booking gives its room to the skipped date that waits for it', async () => {
  const house = await api.house();
  const taker = await book(house, { start: '2026-03-17T10:00', end: '2026-03-17T11:00' });
  const series = await book(house, { ...daily(2), onRefused: 'skip', retrySkipped: true });
  const states = async () => (await read(house, series)).occurrences.map(({ status }) => status);
  expect(await states()).toEqual(['confirmed', 'skipped']);
  await house.member.post(house.path(`bookings/${taker.id}/cancellation`), {});
  while ((await states())[1] === 'skipped') await new Promise((done) => setTimeout(done, 20));
  expect(await states()).toEqual(['confirmed', 'confirmed']);
});

it('cancelling a booking offers its room to who waits for it, and letting the offer go to who is next', async () => {
  const house = await api.house();
  const taker = await book(house);
  await waits(house, {}, house.colleague);
  await waits(house, {}, house.admin);
  await cancel(house, taker);
  const offers = async (who = house.colleague) => {
    for (;;) {
      const [hold] = await offered(house, who);
      if (hold) return hold;
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  const first = await offers();
  expect(await offered(house, house.admin)).toEqual([]);
  await cancel(house, first, {}, house.colleague);
  expect((await offers(house.admin)).status).toBe('held');
});

it.each([
  ['booking.cancelled', true],
  ['booking.expired', true],
  ['booking.something-new', true],
  ['closure.removed', true],
  ['room.edited', true],
  ['waitlist.joined', true],
  ['waitlist.offered', false],
  ['booking.created', false],
  ['booking.held', false],
  ['key.returned', false],
])('%s may free a room: %s', (kind, may) => {
  expect(mayFree(kind)).toBe(may);
});
