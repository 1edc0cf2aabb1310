import type { Booking } from '@bota/booking/domain';
import { followingMove, seriesMove, stayedAt } from './series-move';

const A = ['room-a'];
const B = ['room-b'];
const winter = (wall: string) => new Date(`${wall}:00+01:00`).toISOString();
const at = (from: string, to: string, roomIds = A) => ({ roomIds, start: winter(from), end: winter(to) });
const booking = {
  zone: 'Europe/Brussels',
  recurrence: { rrule: 'FREQ=WEEKLY;BYDAY=TU;WKST=MO' },
  ...at('2026-11-03T10:00', '2026-11-03T11:00'),
  occurrences: [
    { id: '1', ...at('2026-11-24T10:00', '2026-11-24T11:00') },
    { id: '2', ...at('2026-12-01T15:00', '2026-12-01T17:00', B) },
  ],
} as unknown as Booking;

it('a date an hour later takes the series an hour later', () =>
  expect(seriesMove(booking, at('2026-11-24T10:00', '2026-11-24T11:00'), at('2026-11-24T11:00', '2026-11-24T12:00'))).toEqual({
    ...{ scope: 'all', start: '2026-11-03T11:00', end: '2026-11-03T12:00' },
  }));

it('a date changed alone shifts the series by as much, and gives it neither its rooms nor its length', () =>
  expect(seriesMove(booking, at('2026-12-01T15:00', '2026-12-01T17:00', B), at('2026-12-01T15:30', '2026-12-01T18:00', B))).toEqual({
    ...{ scope: 'all', start: '2026-11-03T10:30', end: '2026-11-03T12:00' },
  }));

it('another room is for all', () =>
  expect(seriesMove(booking, at('2026-11-24T10:00', '2026-11-24T11:00'), at('2026-11-24T10:00', '2026-11-24T11:00', B))).toMatchObject({
    roomIds: B,
  }));

it('another weekday takes the rule along', () =>
  expect(seriesMove(booking, at('2026-11-24T10:00', '2026-11-24T11:00'), at('2026-11-26T10:00', '2026-11-26T11:00'))).toMatchObject({
    ...{ start: '2026-11-05T10:00', end: '2026-11-05T11:00', recurrence: { rrule: 'FREQ=WEEKLY;BYDAY=TH;WKST=MO' } },
  }));

it('summer and winter: the shift is one of the clock', () =>
  expect(
    seriesMove(
      booking,
      { roomIds: A, start: '2026-07-07T08:00:00Z', end: '2026-07-07T09:00:00Z' },
      { roomIds: A, start: '2026-07-07T09:00:00Z', end: '2026-07-07T10:00:00Z' },
    ),
  ).toMatchObject({ start: '2026-11-03T11:00' }));

it('tells a date that came along from one that keeps what it has', () => {
  expect(stayedAt(booking, '1', at('2026-11-24T10:00', '2026-11-24T11:00'))).toBeNull();
  expect(stayedAt(booking, '2', at('2026-12-01T15:30', '2026-12-01T17:30', B))).toEqual(at('2026-12-01T15:00', '2026-12-01T17:00', B));
});

describe('with all after it', () => {
  const counted = {
    ...booking,
    recurrence: { rrule: 'FREQ=WEEKLY;COUNT=6;BYDAY=TU;WKST=MO' },
    occurrences: [
      { id: '0', recurrenceId: '2026-11-17T10:00', flags: [], ...at('2026-11-17T10:00', '2026-11-17T11:00') },
      { id: '1', recurrenceId: '2026-11-24T10:00', flags: [], ...at('2026-11-24T10:00', '2026-11-24T11:00') },
      { id: '2', recurrenceId: '2026-12-01T10:00', flags: [], ...at('2026-12-01T15:00', '2026-12-01T17:00') },
    ],
  } as unknown as Booking;
  const item = (occurrenceId: string, from: string, to: string) => ({ occurrenceId, ...at(from, to) });

  it('a date takes them along from where it stands, the rule as it is', () =>
    expect(followingMove(counted, item('1', '2026-11-24T10:00', '2026-11-24T11:00'), at('2026-11-24T14:00', '2026-11-24T15:00'))).toEqual({
      ...{ scope: 'following', occurrenceId: '1', start: '2026-11-24T14:00', end: '2026-11-24T15:00' },
    }));

  it('one that was moved alone shifts the rule from its own place in it', () =>
    expect(
      followingMove(counted, item('2', '2026-12-01T15:00', '2026-12-01T17:00'), at('2026-12-01T16:00', '2026-12-01T18:00')),
    ).toMatchObject({
      ...{ start: '2026-12-01T11:00', end: '2026-12-01T12:00' },
    }));

  it('another weekday takes along what is left of the rule', () =>
    expect(
      followingMove(counted, item('1', '2026-11-24T10:00', '2026-11-24T11:00'), at('2026-11-25T10:00', '2026-11-25T11:00')),
    ).toMatchObject({
      ...{ start: '2026-11-25T10:00', recurrence: { rrule: 'FREQ=WEEKLY;COUNT=5;BYDAY=WE;WKST=MO' } },
    }));
});
