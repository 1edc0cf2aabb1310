import { minutesBetween, readTime, wallOf } from '@bota/shared/domain';
import type { WeekHours } from '@bota/spaces/domain';
import { reasonsAgainst } from './booking.rules';
import { openingOn, type ClosureFacts } from './opening.rules';

const zone = 'Europe/Brussels';
const at = (wall: string) => readTime(wall, zone).instant;
const every = (open: string, close: string): WeekHours => Array.from({ length: 7 }, () => [open, close] as [string, string]);
const WORKDAYS: WeekHours = [...(every('08:00', '21:00') as [string, string][]).slice(0, 5), null, null];
const closure = (start: string, end: string, roomId: string | null = null): ClosureFacts => ({ roomId, start: at(start), end: at(end) });

/** Null when open; else until when it is closed, in wall time. */
const closedUntil = (hours: WeekHours | undefined, start: string, end: string, closures: ClosureFacts[] = []) => {
  const room = { id: 'A', bookable: true, unitIds: ['A'], capacity: null, rules: { hours } };
  const [reason, more] = reasonsAgainst({ span: { start: at(start), end: at(end) }, rooms: [room], closures, taken: [], zone });
  expect(more).toBeUndefined();
  if (!reason) return null;
  expect(reason).toMatchObject({ code: 'CLOSED', roomId: 'A' });
  return reason.until ? wallOf(new Date(reason.until), zone) : 'unknown';
};

// 2026-03-16 is a Monday.
it.each([
  ['exactly the opening', WORKDAYS, '2026-03-16T08:00', '2026-03-16T21:00', null],
  ['a minute early', WORKDAYS, '2026-03-16T07:59', '2026-03-16T10:00', '2026-03-16T08:00'],
  ['a minute late', WORKDAYS, '2026-03-16T20:00', '2026-03-16T21:01', '2026-03-17T08:00'],
  ['at closing', WORKDAYS, '2026-03-16T21:00', '2026-03-16T22:00', '2026-03-17T08:00'],
  ['over a night', WORKDAYS, '2026-03-16T20:00', '2026-03-17T09:00', '2026-03-17T08:00'],
  ['on a closed day, until Monday', WORKDAYS, '2026-03-21T10:00', '2026-03-21T11:00', '2026-03-23T08:00'],
  ['late on Friday, until Monday', WORKDAYS, '2026-03-20T20:00', '2026-03-20T22:00', '2026-03-23T08:00'],
  ['never open', [null, null, null, null, null, null, null], '2026-03-16T10:00', '2026-03-16T11:00', 'unknown'],
  ['no hours', undefined, '2026-03-16T03:00', '2026-03-18T03:00', null],
  ['hours that do not limit', null, '2026-03-16T03:00', '2026-03-18T03:00', null],
  ['until midnight', every('08:00', '24:00'), '2026-03-16T22:00', '2026-03-17T00:00', null],
  ['past midnight', every('08:00', '24:00'), '2026-03-16T22:00', '2026-03-17T00:01', '2026-03-17T08:00'],
  ['day and night', every('00:00', '24:00'), '2026-03-16T22:00', '2026-03-18T06:00', null],
  ['day and night over the change', every('00:00', '24:00'), '2026-03-28T22:00', '2026-03-30T06:00', null],
  ['closing after midnight', every('18:00', '02:00'), '2026-03-16T23:00', '2026-03-17T02:00', null],
  ['past a closing after midnight', every('18:00', '02:00'), '2026-03-16T23:00', '2026-03-17T02:01', '2026-03-17T18:00'],
  ['opening in summer time', every('08:00', '21:00'), '2026-03-29T08:00', '2026-03-29T21:00', null],
  ['early on the day of the change', every('08:00', '21:00'), '2026-03-29T07:59', '2026-03-29T09:00', '2026-03-29T08:00'],
])('hours: %s', (_, hours, start, end, until) => expect(closedUntil(hours as WeekHours | undefined, start, end)).toBe(until));

it.each([
  ['up to it', '2026-03-16T10:00', '2026-03-16T12:00', [closure('2026-03-16T12:00', '2026-03-16T14:00')], null],
  ['from its end', '2026-03-16T14:00', '2026-03-16T15:00', [closure('2026-03-16T12:00', '2026-03-16T14:00')], null],
  ['a minute into it', '2026-03-16T10:00', '2026-03-16T12:01', [closure('2026-03-16T12:00', '2026-03-16T14:00')], '2026-03-16T14:00'],
  ['of this room', '2026-03-16T12:00', '2026-03-16T13:00', [closure('2026-03-16T12:00', '2026-03-16T14:00', 'A')], '2026-03-16T14:00'],
  ['of another room', '2026-03-16T12:00', '2026-03-16T13:00', [closure('2026-03-16T12:00', '2026-03-16T14:00', 'B')], null],
  [
    'ending at night, until it opens',
    '2026-03-16T20:00',
    '2026-03-16T21:00',
    [closure('2026-03-16T12:00', '2026-03-16T23:00')],
    '2026-03-17T08:00',
  ],
  [
    'two that touch',
    '2026-03-16T10:00',
    '2026-03-16T11:00',
    [closure('2026-03-16T12:00', '2026-03-16T14:00'), closure('2026-03-16T09:00', '2026-03-16T12:00')],
    '2026-03-16T14:00',
  ],
  ['of months', '2026-03-16T10:00', '2026-03-16T11:00', [closure('2026-03-01T00:00', '2026-06-06T00:00')], '2026-06-08T08:00'],
])('closure: %s', (_, start, end, closures, until) => expect(closedUntil(WORKDAYS, start, end, closures)).toBe(until));

it.each([
  ['2026-03-28', 24],
  ['2026-03-29', 23],
  ['2026-10-25', 25],
])('on %s a room without hours is open %i hours', (date, hours) => {
  const opening = openingOn({ id: 'A', rules: {} }, date, zone);
  expect(opening && minutesBetween(opening.start, opening.end)).toBe(hours * 60);
});
