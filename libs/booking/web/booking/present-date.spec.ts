import type { Occurrence } from '@bota/booking/domain';
import { presentDate } from './present-date';

const on = (day: string, status: Occurrence['status'] = 'confirmed') =>
  ({ id: day, start: `${day}T09:00:00Z`, end: `${day}T10:00:00Z`, status }) as Occurrence;
const dates = [on('2026-09-01'), on('2026-11-24'), on('2026-12-01', 'cancelled'), on('2026-12-08')];

it.each([
  ['before the first', '2026-08-01T00:00:00Z', '2026-09-01'],
  ['while it takes place', '2026-11-24T09:59:00Z', '2026-11-24'],
  ['at its end, passing over a cancelled one', '2026-11-24T10:00:00Z', '2026-12-08'],
  ['when all are past', '2027-01-01T00:00:00Z', '2026-12-08'],
])('%s', (_, now, day) => expect(presentDate({ occurrences: dates }, new Date(now))?.id).toBe(day));

it('of a cancelled booking, and of one without dates', () => {
  expect(presentDate({ occurrences: [on('2026-09-01', 'cancelled')] }, new Date('2027-01-01T00:00:00Z'))?.id).toBe('2026-09-01');
  expect(presentDate({ occurrences: [] }, new Date())).toBeNull();
});
