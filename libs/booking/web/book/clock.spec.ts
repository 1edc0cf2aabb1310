import { laterClock, readClock } from './clock';

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
