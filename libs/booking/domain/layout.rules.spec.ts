import * as fc from 'fast-check';
import { addMinutes, minutesBetween, readTime } from '@bota/shared/domain';
import type { Ask, Preparing, RoomFacts, Taken } from './booking.facts';
import { reasonsAgainst } from './booking.rules';
import { held, placesOf, setUpFor } from './layout.rules';

const zone = 'Europe/Brussels';
const at = (time: string) => readTime(`2026-03-16T${time}`, zone).instant;
const room = (bufferMinutes = 0): RoomFacts => ({
  id: 'A',
  bookable: true,
  unitIds: ['A'],
  capacity: 20,
  rules: {
    bufferMinutes,
    layouts: [
      { layout: 'theatre', capacity: 40, setUpMinutes: 30 },
      { layout: 'circle', capacity: 15, setUpMinutes: 0 },
    ],
  },
});
/** Booked 10:00–11:00, with a quarter of clearing. */
const taken: Taken = { roomId: 'A', unitId: 'A', start: at('10:00'), end: at('11:15'), bufferMinutes: 0, by: { bookingId: 'x' } };
const ask = (start: string, end: string, more: Partial<Ask> = {}): Ask => ({
  span: { start: at(start), end: at(end) },
  rooms: [room()],
  closures: [],
  taken: [taken],
  zone,
  ...more,
});
const codes = (question: Ask) => reasonsAgainst(question).map(({ code }) => code);

it.each([
  ['theatre', 40],
  ['circle', 15],
  ['classroom', 20],
  [undefined, 20],
] as const)('set up as %s it holds %i', (layout, places) => {
  expect(placesOf(room(), layout)).toBe(places);
  const times = ['12:00', '13:00'] as const;
  expect(codes(ask(...times, { ...(layout && { layout }), attendees: places }))).toEqual([]);
  expect(codes(ask(...times, { ...(layout && { layout }), attendees: places + 1 }))).toEqual(['OVER_CAPACITY']);
});

it.each([
  [{}, 0],
  [{ setUpMinutes: 10 }, 10],
  [{ layout: 'theatre' }, 30],
  [{ layout: 'theatre', setUpMinutes: 45 }, 45],
] as [Preparing, number][])('%j takes %i minutes of setting up', (asked, minutes) => expect(setUpFor([room()], asked)).toBe(minutes));

describe('beside a booking that is cleared until 11:15', () => {
  it.each([
    ['11:15', '12:00', {}, []],
    ['11:14', '12:00', {}, ['ROOM_TAKEN']],
    ['11:15', '12:00', { setUpMinutes: 1 }, ['ROOM_TAKEN']],
    ['11:45', '12:00', { setUpMinutes: 30 }, []],
    ['09:00', '10:00', {}, []],
    ['09:00', '10:00', { tearDownMinutes: 1 }, ['ROOM_TAKEN']],
    ['09:00', '09:50', { tearDownMinutes: 10 }, []],
  ])('%s–%s with %j', (start, end, preparing, expected) => expect(codes(ask(start, end, preparing))).toEqual(expected));

  it('the buffer comes after clearing and before setting up, once', () => {
    const buffered = { rooms: [room(20)] };
    expect(codes(ask('11:30', '12:00', buffered))).toEqual(['BUFFER']);
    expect(codes(ask('11:35', '12:00', buffered))).toEqual([]);
    expect(codes(ask('11:45', '12:00', { ...buffered, setUpMinutes: 15 }))).toEqual(['BUFFER']);
    expect(codes(ask('11:50', '12:00', { ...buffered, setUpMinutes: 15 }))).toEqual([]);
  });

  it('says the earliest start that leaves room for setting up', () => {
    const [reason] = reasonsAgainst(ask('11:00', '12:00', { rooms: [room(20)], setUpMinutes: 15 }));
    expect(reason).toMatchObject({ code: 'ROOM_TAKEN', until: at('11:30').toISOString() });
    const [near] = reasonsAgainst(ask('11:40', '12:00', { rooms: [room(20)], setUpMinutes: 15 }));
    expect(near).toMatchObject({ code: 'BUFFER', limit: 20, until: at('11:50').toISOString() });
  });
});

it('two bookings that both rules accept never meet, setting up and clearing included', () => {
  const minutes = fc.integer({ min: 0, max: 90 });
  fc.assert(
    fc.property(
      fc.integer({ min: -300, max: 300 }),
      minutes,
      minutes,
      fc.integer({ min: 0, max: 60 }),
      (shift, setUpMinutes, tearDownMinutes, buffer) => {
        const span = { start: addMinutes(at('10:00'), shift), end: addMinutes(at('11:00'), shift) };
        const question = { ...ask('10:00', '11:00', { rooms: [room(buffer)], setUpMinutes, tearDownMinutes }), span };
        const mine = held(span, question);
        const gap = Math.max(minutesBetween(taken.end, mine.start), minutesBetween(mine.end, taken.start));
        expect(codes(question).length === 0).toBe(gap >= buffer);
      },
    ),
  );
});
