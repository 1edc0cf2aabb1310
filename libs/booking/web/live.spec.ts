import { touches } from './live';

const dates = { from: '2026-11-24', to: '2026-11-25' };
const change = (from: string, to: string) => ({ position: 1, kind: 'booking.made', bookingId: 'b', from, to });

it.each([
  ['inside the day', change('2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z'), true],
  ['ends as the day of the house begins', change('2026-11-23T20:00:00Z', '2026-11-23T23:00:00Z'), false],
  ['begins as the day of the house ends', change('2026-11-24T23:00:00Z', '2026-11-25T01:00:00Z'), false],
  ['a series around it', change('2026-01-01T10:00:00Z', '2027-01-01T10:00:00Z'), true],
  ['the connection was lost', 'missed' as const, true],
  ['the house itself changed', 'house' as const, true],
])('%s', (_, news, concerns) => expect(touches(news, dates, 'Europe/Brussels')).toBe(concerns));
