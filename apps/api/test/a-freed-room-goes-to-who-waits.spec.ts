import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import { daily, read } from './edit.fixture';

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
