import * as fc from 'fast-check';
import { addMinutes, minutesBetween, readTime } from '@bota/shared/domain';
import type { RoomRules } from '@bota/spaces/domain';
import type { Taken } from '../booking.facts';
import { reasonsAgainst } from '../booking.rules';
import { findRooms, type FindableRoom, type FoundHouse, type RoomWish } from './rooms.rules';
import { findTimes, windowOn } from './times.rules';

const zone = 'Europe/Brussels';
// A Saturday: the day after it has an hour less.
const DAY = '2026-03-28';
const midnight = readTime(`${DAY}T00:00`, zone).instant;
const at = (minutes: number) => addMinutes(midnight, minutes);
const ME = '00000000-0000-7000-8000-000000000001';

const rules = fc
  .record({
    hours: fc.constantFrom(
      null,
      Array.from({ length: 7 }, (): [string, string] => ['08:00', '20:00']),
    ),
    bufferMinutes: fc.constantFrom(0, 10, 30),
    leadMinutes: fc.constantFrom(undefined, 600),
    horizonDays: fc.constantFrom(undefined, 1),
    minMinutes: fc.constantFrom(undefined, 90),
    maxMinutes: fc.constantFrom(undefined, 120),
    stepMinutes: fc.constantFrom(undefined, 30, 60),
    who: fc.constantFrom(undefined, { are: 'coordinators' as const }),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as RoomRules);

const room = (id: string, unitIds: string[], of: RoomRules, capacity: number | null): FindableRoom => ({
  ...{ id, unitIds, rules: of, capacity, bookable: true },
  ...{ features: id === 'A' ? ['screen'] : [], layout: 'table', level: 0 },
});
const takenBy = (unitId: string, start: number, length: number): Taken => ({
  ...{ roomId: unitId, unitId, start: at(start), end: at(start + length), bufferMinutes: 0, by: {} },
});

const house: fc.Arbitrary<FoundHouse> = fc
  .record({
    a: rules,
    b: rules,
    hall: rules,
    taken: fc.array(fc.tuple(fc.constantFrom('A', 'B'), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 })), {
      maxLength: 12,
    }),
    closed: fc.array(fc.tuple(fc.constantFrom(null, 'A'), fc.integer({ min: 0, max: 96 }), fc.integer({ min: 1, max: 16 })), {
      maxLength: 2,
    }),
    now: fc.integer({ min: -200, max: 90 }),
  })
  .map(({ a, b, hall, taken, closed, now }) => ({
    rooms: [room('A', ['A'], a, 10), room('B', ['B'], b, 20), room('H', ['A', 'B'], hall, null)],
    taken: taken.map(([unit, start, length]) => takenBy(unit, start * 5, length * 5)),
    closures: closed.map(([roomId, start, length]) => ({
      roomId,
      unitIds: roomId ? [roomId] : [],
      start: at(start * 15),
      end: at((start + length) * 15),
    })),
    zone,
    now: at(now * 15),
    asker: { organisationIds: [ME], isCoordinator: false },
  }));

const wish: fc.Arbitrary<RoomWish> = fc
  .record({
    from: fc.integer({ min: 0, max: 80 }),
    length: fc.integer({ min: 4, max: 40 }),
    minutes: fc.constantFrom(30, 60, 90, 120),
    people: fc.constantFrom(undefined, 9, 11, 30),
    features: fc.constantFrom([], ['screen' as const]),
  })
  .map(({ from, length, minutes, people, features }) => ({
    window: { start: at(from * 15), end: at(Math.min(96, from + length) * 15) },
    day: { start: at(0), end: at(24 * 60) },
    otherDays: [windowOn('2026-03-29', { from: '08:00', to: '20:00' }, zone)],
    ...{ minutes, people, features },
  }));

/** Every quarter of an hour of the window, tried one after the other. */
function anyQuarter(one: FindableRoom, { window, minutes, people }: RoomWish, { taken, closures, now, asker }: FoundHouse): boolean {
  for (let start = window.start; addMinutes(start, minutes) <= window.end; start = addMinutes(start, 15)) {
    const span = { start, end: addMinutes(start, minutes) };
    const ask = { span, rooms: [one], attendees: people, closures, taken: [...taken], zone, now, asker };
    if (start >= now && reasonsAgainst(ask).length === 0) return true;
  }
  return false;
}

describe('finding rooms', () => {
  it('offers only what can be booked, at a time that is not past, and each room once', () =>
    fc.assert(
      fc.property(wish, house, (asked, inHouse) => {
        const { free, near, not } = findRooms(asked, inHouse);
        expect([...free, ...near, ...not].map(({ roomId }) => roomId).sort()).toEqual(['A', 'B', 'H']);
        for (const { roomId, start, end, misses } of [...free, ...near]) {
          const rooms = inHouse.rooms.filter(({ id }) => id === roomId);
          const span = { start: new Date(start), end: new Date(end) };
          const attendees = misses.some(({ is }) => is === 'small') ? undefined : asked.people;
          expect(reasonsAgainst({ ...inHouse, span, rooms, attendees, taken: [...inHouse.taken] })).toEqual([]);
          expect(span.start.getTime()).toBeGreaterThanOrEqual(inHouse.now.getTime());
        }
      }),
    ));

  it('finds a room free exactly when some quarter of an hour is', () =>
    fc.assert(
      fc.property(wish, house, (asked, inHouse) => {
        const { free } = findRooms(asked, inHouse);
        for (const one of inHouse.rooms) {
          const fits = asked.features.every((feature) => one.features.includes(feature));
          expect([one.id, free.some(({ roomId }) => roomId === one.id)]).toEqual([one.id, fits && anyQuarter(one, asked, inHouse)]);
        }
      }),
    ));

  it('keeps to the length and the hours of what is free', () =>
    fc.assert(
      fc.property(wish, house, (asked, inHouse) => {
        for (const { start, end } of findRooms(asked, inHouse).free) {
          expect(minutesBetween(new Date(start), new Date(end))).toBe(asked.minutes);
          expect(new Date(start) >= asked.window.start && new Date(end) <= asked.window.end).toBe(true);
        }
      }),
    ));
});

describe('finding times', () => {
  const busy = fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 40 })), { maxLength: 5 });

  it('offers only what can be booked and leaves everybody free, in order and apart', () =>
    fc.assert(
      fc.property(house, busy, fc.constantFrom('all' as const, 'any' as const), (inHouse, spans, which) => {
        const rooms = inHouse.rooms.slice(0, 2);
        const times = spans.map(([start, length]) => ({ personId: ME, start: at(start * 5), end: at((start + length) * 5) }));
        const asked = { which, first: DAY, last: '2026-03-29', from: '07:00', to: '21:00', minutes: 60, personIds: [ME] };
        const { items } = findTimes(asked, { ...inHouse, rooms, busy: times });
        let last = new Date(0);
        for (const { start, end, roomIds } of items) {
          const span = { start: new Date(start), end: new Date(end) };
          const choices = which === 'all' ? [rooms] : rooms.filter(({ id }) => roomIds.includes(id)).map((one) => [one]);
          for (const chosen of choices) expect(reasonsAgainst({ ...inHouse, span, rooms: chosen, taken: [...inHouse.taken] })).toEqual([]);
          expect(times.some((one) => one.start < span.end && span.start < one.end)).toBe(false);
          expect(span.start >= last && span.start >= inHouse.now).toBe(true);
          last = span.end;
        }
      }),
    ));
});
