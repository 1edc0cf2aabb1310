import { laterClock, laterWall, nextHour, readClock } from './clock';

it.each([
  ['9', '09:00'],
  ['9h', '09:00'],
  ['9h30', '09:30'],
  ['9:30', '09:30'],
  ['09.30', '09:30'],
  ['0930', '09:30'],
  ['930', '09:30'],
  [' 23:59 ', '23:59'],
  ['24:00', null],
  ['9:75', null],
  ['midi', null],
  ['', null],
])('reads %j as %j', (text, clock) => expect(readClock(text)).toBe(clock));

it.each([
  ['09:00', 15, '09:15'],
  ['23:50', 15, '23:59'],
  ['00:05', -15, '00:00'],
])('%s and %i minutes', (clock, minutes, later) => expect(laterClock(clock, minutes)).toBe(later));

it.each([
  ['2026-11-24T13:20', '2026-11-24T14:00'],
  ['2026-11-24T22:00', '2026-11-24T23:00'],
  ['2026-11-24T23:30', '2026-11-25T00:00'],
])('at %s the next full hour is %s', (now, hour) => expect(nextHour(new Date(`${now}:00+01:00`), 'Europe/Brussels')).toBe(hour));

it('an hour later may be another day', () => expect(laterWall('2026-12-31T23:15', 60)).toBe('2027-01-01T00:15'));
