import type { Notification } from '@bota/notifications/domain';
import { byDay } from './by-day';

const told = (at: string): Notification => ({ id: at, family: 'bookings', title: '', text: [], path: '', at, isRead: false });
const shape = (...times: string[]) => byDay(times.map(told), 'Europe/Brussels').map(({ date, items }) => [date, items.length]);

it('nothing has no days', () => expect(shape()).toEqual([]));

it('days are those of the house, not of the reader or of UTC', () =>
  expect(shape('2026-03-16T23:30:00Z', '2026-03-16T22:30:00Z', '2026-03-15T23:30:00Z')).toEqual([
    ['2026-03-17', 1],
    ['2026-03-16', 2],
  ]));
