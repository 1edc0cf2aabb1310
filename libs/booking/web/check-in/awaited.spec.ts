import { at, booked, salleA } from '../rooms/house.fixture';
import { awaitedOf, checkInState } from './awaited';

const asking = { rules: { checkIn: { opensMinutes: 15, releaseMinutes: 15 } } };
const date = (more = {}) => ({
  ...awaitedOf(booked(salleA, '14:00', '16:00', { mine: true, may: { edit: true, cancel: true, checkIn: true } })),
  ...more,
});

it.each([
  ['13:44', { is: 'early', opens: at('13:45') }],
  ['13:45', { is: 'open', releases: at('14:15') }],
  ['14:14', { is: 'open', releases: at('14:15') }],
  ['14:15', { is: 'open', releases: null }],
  ['16:00', null],
])('at %s', (now, expected) => expect(checkInState(date(), [asking], at(now))).toEqual(expected));

it.each([
  ['no room asks', date(), [{ rules: {} }]],
  ['it is not the reader’s', date({ may: { checkIn: false } }), [asking]],
  ['it is further away than a day', date({ start: at('2026-11-26T14:00').toISOString() }), [asking]],
])('nothing is said where %s', (_, one, rooms) => expect(checkInState(one, rooms, at('13:20'))).toBeNull());

it('who came and what was released is said', () => {
  expect(checkInState(date({ status: 'checked_in' }), [asking], at('14:30'))).toEqual({ is: 'checked-in' });
  const released = { status: 'no_show', releasedAt: at('14:15').toISOString() };
  expect(checkInState(date(released), [asking], at('14:30'))).toEqual({ is: 'released', at: at('14:15') });
});
