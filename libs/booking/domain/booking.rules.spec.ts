import * as fc from 'fast-check';
import { addMinutes, readTime } from '@bota/shared/domain';
import type { RoomRules } from '@bota/spaces/domain';
import type { Ask, RoomFacts, Taken } from './booking.facts';
import { MAX_SPAN_DAYS, reasonsAgainst, whyNotTime } from './booking.rules';
import { bufferForUnit, bufferOf, occupied } from './buffer.rules';

const zone = 'Europe/Brussels';
const at = (wall: string) => readTime(wall.length === 5 ? `2026-03-16T${wall}` : wall, zone).instant;
const span = (start: string, end: string) => ({ start: at(start), end: at(end) });
const room = (id: string, rules: RoomRules = {}, unitIds = [id], capacity: number | null = 12): RoomFacts => ({
  id,
  bookable: true,
  unitIds,
  capacity,
  rules,
});
const taken = (unitId: string, start: string, end: string, bufferMinutes = 0, more: Partial<Taken> = {}): Taken => ({
  roomId: unitId,
  unitId,
  ...span(start, end),
  bufferMinutes,
  by: { bookingId: `booking-${start}` },
  ...more,
});
const ask = (start: string, end: string, more: Partial<Ask> = {}): Ask => ({
  span: span(start, end),
  rooms: [room('A')],
  closures: [],
  taken: [],
  zone,
  ...more,
});
const office: RoomFacts = { ...room('O'), bookable: false };
const codes = (question: Ask) => reasonsAgainst(question).map(({ code }) => code);

it.each([
  [
    'alone, whatever else it is',
    { rooms: [office], attendees: 99, closures: [{ roomId: null, ...span('08:00', '20:00') }] },
    ['OVER_CAPACITY', 'NOT_BOOKABLE'],
  ],
  ['beside a room that is free', { rooms: [room('A'), office] }, ['NOT_BOOKABLE']],
  ['beside a room that is taken', { rooms: [room('A'), office], taken: [taken('A', '10:00', '11:00')] }, ['ROOM_TAKEN', 'NOT_BOOKABLE']],
])('an office is not booked, %s', (_, more, expected) => expect(codes(ask('10:00', '11:00', more))).toEqual(expected));

describe('a room that is taken 10:00–11:00 (worked case 6)', () => {
  it.each([
    ['right after', '11:00', '12:00', []],
    ['right before', '09:00', '10:00', []],
    ['a minute into its end', '10:59', '11:30', ['ROOM_TAKEN']],
    ['a minute into its start', '09:00', '10:01', ['ROOM_TAKEN']],
    ['the same time', '10:00', '11:00', ['ROOM_TAKEN']],
    ['within', '10:15', '10:45', ['ROOM_TAKEN']],
    ['around', '09:00', '12:00', ['ROOM_TAKEN']],
  ])('%s', (_, start, end, expected) => expect(codes(ask(start, end, { taken: [taken('A', '10:00', '11:00')] }))).toEqual(expected));

  it.each([
    ['11:00', '12:00', ['BUFFER']],
    ['11:14', '12:00', ['BUFFER']],
    ['11:15', '12:00', []],
    ['09:00', '10:00', ['BUFFER']],
    ['08:45', '09:45', []],
    ['10:59', '12:00', ['ROOM_TAKEN']],
  ])('with a buffer of 15 minutes: %s–%s', (start, end, expected) =>
    expect(codes(ask(start, end, { rooms: [room('A', { bufferMinutes: 15 })], taken: [taken('A', '10:00', '11:00', 15)] }))).toEqual(
      expected,
    ),
  );

  it.each([
    ['theirs is larger', 10, 30, '11:29', '11:30'],
    ['ours is larger', 30, 10, '11:29', '11:30'],
    ['equal ones do not add up', 20, 20, '11:19', '11:20'],
  ])('the larger buffer wins: %s', (_, ours, theirs, refused, accepted) => {
    const from = (start: string) =>
      codes(ask(start, '13:00', { rooms: [room('A', { bufferMinutes: ours })], taken: [taken('A', '10:00', '11:00', theirs)] }));
    expect([from(refused), from(accepted)]).toEqual([['BUFFER'], []]);
  });

  it('says by whom, until when and which limit', () => {
    const rooms = [room('A', { bufferMinutes: 15 })];
    const by = { bookingId: 'b', title: 'Choir', organisationId: 'o', organisation: 'Racines' };
    const facts = { rooms, taken: [taken('A', '10:00', '11:00', 15, { by })] };
    expect(reasonsAgainst(ask('10:30', '11:30', facts))).toEqual([
      { code: 'ROOM_TAKEN', roomId: 'A', unit: 'A', until: at('11:00').toISOString(), by },
    ]);
    expect(reasonsAgainst(ask('11:00', '12:00', facts))).toEqual([
      { code: 'BUFFER', roomId: 'A', unit: 'A', until: at('11:15').toISOString(), by, limit: 15 },
    ]);
  });
});

describe('composed rooms', () => {
  const hall = room('Hall', {}, ['A', 'B']);
  const hallTaken = ['A', 'B'].map((unitId) => taken(unitId, '10:00', '12:00', 0, { roomId: 'Hall' }));

  it.each([
    ['the whole refuses its part', room('A'), hallTaken, ['ROOM_TAKEN']],
    ['the part refuses the whole, once', hall, [taken('A', '10:00', '12:00')], ['ROOM_TAKEN']],
    ['the part leaves the other part free', room('B'), [taken('A', '10:00', '12:00')], []],
    ['a booking that takes both parts is one reason', hall, hallTaken, ['ROOM_TAKEN']],
    ['a private booking that takes both parts is one reason', hall, hallTaken.map((one) => ({ ...one, by: {} })), ['ROOM_TAKEN']],
    [
      'two private bookings are two reasons',
      hall,
      ['A', 'B'].map((unitId) => taken(unitId, '10:00', '12:00', 0, { by: {} })),
      ['ROOM_TAKEN', 'ROOM_TAKEN'],
    ],
  ])('%s', (_, asked, facts, expected) => expect(codes(ask('10:00', '12:00', { rooms: [asked], taken: facts }))).toEqual(expected));

  it('says which part is taken', () =>
    expect(reasonsAgainst(ask('10:00', '12:00', { rooms: [hall], taken: [taken('B', '10:00', '12:00')] }))).toMatchObject([
      { roomId: 'Hall', unit: 'B' },
    ]));

  it('one reason for each room asked, in their order and then by time', () => {
    const facts = [taken('B', '11:00', '12:00'), taken('A', '11:30', '12:00'), taken('A', '10:00', '10:30')];
    const reasons = reasonsAgainst(ask('10:00', '12:00', { rooms: [room('B'), room('A')], taken: facts }));
    expect(reasons.map(({ roomId, until }) => [roomId, until])).toEqual([
      ['B', at('12:00').toISOString()],
      ['A', at('10:30').toISOString()],
      ['A', at('12:00').toISOString()],
    ]);
  });
});

describe('seats', () => {
  const hall = room('Hall', {}, ['A', 'B'], 80);
  it.each([
    ['as many as fit', [room('A')], 12, []],
    ['one too many', [room('A')], 13, [{ code: 'OVER_CAPACITY', roomId: 'A', limit: 12 }]],
    ['two rooms together', [room('A'), room('B')], 24, []],
    ['one too many for two rooms', [room('A'), room('B')], 25, [{ code: 'OVER_CAPACITY', limit: 24 }]],
    ['a hall and its own part', [hall, room('A')], 81, [{ code: 'OVER_CAPACITY', limit: 80 }]],
    [
      'two halls that share a part',
      [room('AB', {}, ['A', 'B'], 20), room('BC', {}, ['B', 'C'], 30)],
      31,
      [{ code: 'OVER_CAPACITY', limit: 30 }],
    ],
    ['two rooms without a known capacity', [room('A', {}, ['A'], null), room('B', {}, ['B'], null)], 500, []],
    ['a room without a known capacity', [room('A', {}, ['A'], null)], 500, []],
    ['nobody counted', [room('A')], undefined, []],
  ])('%s', (_, rooms, attendees, expected) => expect(reasonsAgainst(ask('10:00', '11:00', { rooms, attendees }))).toEqual(expected));
});

describe('length, in elapsed minutes', () => {
  const rooms = [room('A', { minMinutes: 30, maxMinutes: 480 })];
  it.each([
    ['10:00', '10:30', []],
    ['10:00', '10:29', [{ code: 'TOO_SHORT', roomId: 'A', limit: 30 }]],
    ['10:00', '18:00', []],
    ['10:00', '18:01', [{ code: 'TOO_LONG', roomId: 'A', limit: 480 }]],
    ['2026-03-28T22:00', '2026-03-29T07:00', []],
    ['2026-10-24T22:00', '2026-10-25T06:00', [{ code: 'TOO_LONG', roomId: 'A', limit: 480 }]],
  ])('%s to %s', (start, end, expected) => expect(reasonsAgainst(ask(start, end, { rooms }))).toEqual(expected));
});

it.each([
  [0, 0],
  [15, 15],
])('a buffer of %i minutes lasts after the booking only', (minutes, after) =>
  expect(occupied(span('10:00', '11:00'), minutes)).toEqual({ start: at('10:00'), end: addMinutes(at('11:00'), after) }),
);

it('a unit is kept free for the largest need of the rooms asked', () => {
  const rooms = [room('Hall', { bufferMinutes: 30 }, ['A', 'B']), room('A', { bufferMinutes: 10 })];
  expect([bufferForUnit('A', rooms), bufferForUnit('A', rooms.slice(1)), bufferForUnit('C', rooms), bufferOf(room('C'))]).toEqual([
    30, 10, 0, 0,
  ]);
});

it('two bookings that are accepted one after the other are never nearer than the larger buffer', () => {
  const minute = fc.integer({ min: 0, max: 600 });
  const length = fc.integer({ min: 1, max: 240 });
  const buffer = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(minute, length, buffer, minute, length, buffer, (s1, l1, b1, s2, l2, b2) => {
      const times = (from: number, minutes: number) => ({
        start: addMinutes(at('08:00'), from),
        end: addMinutes(at('08:00'), from + minutes),
      });
      const first: Taken = { roomId: 'A', unitId: 'A', ...times(s1, l1), bufferMinutes: b1, by: {} };
      const question: Ask = { ...ask('08:00', '09:00'), span: times(s2, l2), rooms: [room('A', { bufferMinutes: b2 })], taken: [first] };
      const gap = Math.max(s1 - (s2 + l2), s2 - (s1 + l1));
      expect(codes(question)).toEqual(gap < 0 ? ['ROOM_TAKEN'] : gap < Math.max(b1, b2) ? ['BUFFER'] : []);
    }),
  );
});

describe('a time alone', () => {
  const question = (start: string, end: string, more = {}) =>
    whyNotTime({
      start: readTime(start, zone),
      end: readTime(end, zone),
      isRecurring: false,
      mayBookPast: false,
      now: at('2026-03-01T09:00'),
      ...more,
    });
  const no = (code: string, limit?: number) => ({ refusal: null, reasons: [{ code, ...(limit ? { limit } : {}) }] });
  const yes = { refusal: null, reasons: [] };
  const reversed = { refusal: 'booking/ends-before-it-starts', reasons: [] };
  const longest = MAX_SPAN_DAYS * 24 * 60;

  it.each([
    ['an hour', '2026-03-16T09:00', '2026-03-16T10:00', {}, yes],
    ['nothing', '2026-03-16T09:00', '2026-03-16T09:00', {}, reversed],
    ['backwards', '2026-03-16T10:00', '2026-03-16T09:00', {}, reversed],
    ['the hour that does not exist (worked case 2)', '2026-03-29T02:30', '2026-03-29T03:30', {}, no('TIME_DOES_NOT_EXIST')],
    ['an end that does not exist', '2026-03-29T01:30', '2026-03-29T02:30', {}, no('TIME_DOES_NOT_EXIST')],
    ['backwards in the hour that does not exist', '2026-03-29T02:30', '2026-03-29T02:00', {}, reversed],
    ['the hour that does not exist, in a series', '2026-03-29T02:30', '2026-03-29T03:30', { isRecurring: true }, yes],
    ['backwards in a series', '2026-03-29T03:30', '2026-03-29T02:30', { isRecurring: true }, reversed],
    ['from the first to the second of an hour that comes twice', '2026-10-25T02:30+02:00', '2026-10-25T02:30+01:00', {}, yes],
    ['from the second to the first', '2026-10-25T02:30+01:00', '2026-10-25T02:30+02:00', {}, reversed],
    ['14 days', '2026-04-01T09:00', '2026-04-15T09:00', {}, yes],
    ['14 days and a minute', '2026-04-01T09:00', '2026-04-15T09:01', {}, no('TOO_LONG', longest)],
    ['14 days on the wall that are an hour longer', '2026-10-20T09:00', '2026-11-03T09:00', {}, no('TOO_LONG', longest)],
    ['now', '2026-03-01T09:00', '2026-03-01T10:00', {}, yes],
    ['a minute ago', '2026-03-01T08:59', '2026-03-01T10:00', {}, no('IN_THE_PAST')],
    ['a minute ago, allowed', '2026-03-01T08:59', '2026-03-01T10:00', { mayBookPast: true }, yes],
  ])('%s', (_, start, end, more, expected) => expect(question(start, end, more)).toEqual(expected));
});

it('an hour that comes twice is two instants without conflict (worked case 3)', () => {
  const first = { start: at('2026-10-25T02:30+02:00'), end: at('2026-10-25T03:00+02:00') };
  const second = { start: at('2026-10-25T02:30+01:00'), end: at('2026-10-25T03:00+01:00') };
  const facts = { roomId: 'A', unitId: 'A', ...first, bufferMinutes: 0, by: {} };
  expect(codes({ ...ask('10:00', '11:00'), span: second, taken: [facts] })).toEqual([]);
});
