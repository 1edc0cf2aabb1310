import * as fc from 'fast-check';
import { addMinutes, readTime, wallOf } from '@bota/shared/domain';
import type { RoomRules } from '@bota/spaces/domain';
import { alternativesFor } from './alternatives.rules';
import type { RoomFacts, Taken } from './booking.facts';
import { reasonsAgainst } from './booking.rules';
import { type AlternativesAsk, roomsFreeOn } from './other-rooms.rules';

const zone = 'Europe/Brussels';
const DAY = '2026-03-16';
const at = (time: string) => readTime(`${DAY}T${time}`, zone).instant;
const room = (id: string, capacity: number | null = 12, rules: RoomRules = {}, unitIds = [id]): RoomFacts => ({
  id,
  bookable: true,
  unitIds,
  capacity,
  rules,
});
const taken = (unitId: string, start: string, end: string, bufferMinutes = 0): Taken => ({
  roomId: unitId,
  unitId,
  start: at(start),
  end: at(end),
  bufferMinutes,
  by: {},
});
const ask = (start: string, end: string, more: Partial<AlternativesAsk> = {}): AlternativesAsk => ({
  span: { start: at(start), end: at(end) },
  rooms: [room('A')],
  candidates: [room('A')],
  closures: [],
  taken: [],
  zone,
  now: at('00:00'),
  ...more,
});
const said = (question: AlternativesAsk, most?: number) =>
  alternativesFor(question, most).map(({ roomIds, start, end }) =>
    [roomIds.join('+'), ...[start, end].map((one) => wallOf(new Date(one), zone).slice(11))].join(' '),
  );

describe('another time in the same room', () => {
  const hours = Array.from({ length: 7 }, () => ['08:00', '21:00'] as [string, string]);
  it.each([
    ['nearest first', ask('10:30', '11:30', { taken: [taken('A', '10:00', '11:00')] }), ['A 11:00 12:00', 'A 09:00 10:00']],
    ['buffers kept', ask('10:30', '11:30', { taken: [taken('A', '10:00', '11:00', 15)] }), ['A 11:15 12:15', 'A 08:45 09:45']],
    ['on quarters', ask('10:30', '11:30', { taken: [taken('A', '10:05', '11:05')] }), ['A 11:15 12:15', 'A 09:00 10:00']],
    [
      'a gap too small is passed over',
      ask('10:00', '11:00', { taken: [taken('A', '10:00', '11:00'), taken('A', '11:45', '13:00')] }),
      ['A 09:00 10:00', 'A 13:00 14:00'],
    ],
    ['never before now', ask('10:30', '11:30', { now: at('09:01'), taken: [taken('A', '10:00', '11:00')] }), ['A 11:00 12:00']],
    ['from now on', ask('10:30', '11:30', { now: at('12:10'), taken: [] }), ['A 12:15 13:15']],
    ['within the opening', ask('07:00', '09:00', { rooms: [room('A', 12, { hours })] }), ['A 08:00 10:00']],
    ['before closing', ask('20:30', '22:00', { rooms: [room('A', 12, { hours })] }), ['A 19:30 21:00']],
    ['after a closure', ask('10:00', '11:00', { closures: [{ roomId: null, start: at('00:00'), end: at('14:00') }] }), ['A 14:00 15:00']],
    ['none when it is too long on any day', ask('10:00', '12:00', { rooms: [room('A', 12, { maxMinutes: 60 })] }), []],
    [
      'all rooms free together',
      ask('10:00', '11:00', { rooms: [room('A'), room('B')], taken: [taken('A', '10:00', '11:00'), taken('B', '11:00', '12:00')] }),
      ['A+B 09:00 10:00', 'A+B 12:00 13:00'],
    ],
  ])('%s', (_, question, expected) => expect(said(question)).toEqual(expected));
});

describe('another room at the same time', () => {
  const all: Taken[] = [taken('A', '00:00', '23:59')];
  const hall = room('Hall', 80, {}, ['A', 'B']);
  const candidates = [hall, room('A'), room('B', 30), room('C', 12), room('D', 20), room('E', 4), room('F', null)];
  const at10 = (more: Partial<AlternativesAsk> = {}) => ask('10:00', '11:00', { candidates, taken: all, ...more });
  it.each([
    ['the smallest that is as large as the one asked', at10(), ['C 10:00 11:00', 'D 10:00 11:00', 'B 10:00 11:00']],
    ['the smallest that fits the people', at10({ attendees: 3 }), ['E 10:00 11:00', 'C 10:00 11:00', 'D 10:00 11:00']],
    ['large enough for the people', at10({ attendees: 25 }), ['B 10:00 11:00', 'F 10:00 11:00']],
    ['not one that is taken', at10({ attendees: 13, taken: [...all, taken('D', '10:00', '11:00')] }), ['B 10:00 11:00', 'F 10:00 11:00']],
    [
      'one that shares a part comes last',
      ask('10:00', '11:00', { attendees: 20, candidates, taken: [] }),
      ['B 10:00 11:00', 'D 10:00 11:00', 'F 10:00 11:00', 'Hall 10:00 11:00'].sort(),
    ],
    ['none in the past', at10({ now: at('10:01') }), []],
    ['of several rooms, those that are free stay', at10({ rooms: [room('A'), room('B')] }), ['C+B 10:00 11:00', 'D+B 10:00 11:00']],
  ])('%s', (_, question, expected) => {
    const found = said(question, 9).filter((one) => !one.startsWith('A'));
    expect(expected.length > 3 ? found.sort() : found.slice(0, expected.length || 9)).toEqual(expected);
  });

  it('at most three in all', () => {
    const question = at10({ taken: [taken('A', '10:00', '11:00')] });
    expect(said(question)).toEqual(['A 09:00 10:00', 'A 11:00 12:00', 'C 10:00 11:00']);
  });
});

describe('other rooms for refused dates of a series', () => {
  const on = (day: number) => ({ start: addMinutes(at('10:00'), day * 1440), end: addMinutes(at('11:00'), day * 1440) });
  const candidates = [
    room('A'),
    room('C', 12),
    room('D', 20),
    room('E', 4),
    room('G', 15, { approval: { always: true, outsideHours: false, blocks: true } }),
  ];
  const free = (more: Partial<AlternativesAsk> = {}, most = 9) => {
    const question = ask('10:00', '11:00', { candidates, asker: { organisationIds: [], isCoordinator: false }, mayAsk: false, ...more });
    const dates = [on(0), on(7)].map((span) => ({ span, rooms: question.rooms }));
    return roomsFreeOn(dates, question, most).map((sets) => sets.map((rooms) => rooms.map(({ id }) => id).join('+')).join());
  };
  it.each([
    ['each date has those that are free then, the smallest that fits first', free({ taken: [taken('C', '10:30', '12:00')] }), ['D', 'C,D']],
    ['at most so many', free({}, 1), ['C', 'C']],
    ['large enough for those who come', free({ attendees: 13 }), ['D', 'D']],
    ['what the coordination has to grant only where it is asked anyway', free({ mayAsk: true }), ['C,G,D', 'C,G,D']],
    ['none for one that has begun', free({ now: at('10:01') }), ['', 'C,D']],
    ['none for several rooms that are free', free({ rooms: [room('A'), room('C')] }), ['', '']],
    ['within what the quotas leave', free({ admits: ([offer]) => offer?.rooms[0]?.id === 'D' }), ['D', 'D']],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));
});

describe('other rooms in place of several', () => {
  const two = [room('A', 12), room('B', 20)];
  const candidates = [...two, room('C', 12), room('D', 20), room('E', 4), room('Hall', 32, {}, ['A', 'B'])];
  const busy = (...units: string[]) => units.map((unit) => taken(unit, '10:30', '12:00'));
  const instead = (more: Partial<AlternativesAsk> = {}) => {
    const question = ask('10:00', '11:00', { rooms: two, candidates, ...more });
    const [sets = []] = roomsFreeOn([question], question, 8);
    return sets.map((rooms) => rooms.map(({ id }) => id).join('+'));
  };
  it.each([
    ['those that are free stay, for the other there is one that holds as many', instead({ taken: busy('A') }), ['C+B', 'D+B']],
    ['in its place', instead({ taken: busy('B') }), ['A+D']],
    ['each of several that are taken, apart from each other', instead({ taken: busy('A', 'B') }), ['C+D']],
    ['nothing where nothing else holds as many', instead({ taken: busy('B', 'D') }), []],
    ['a smaller one too where it holds all who come', instead({ taken: busy('B', 'D'), attendees: 16 }), ['A+C', 'A+E']],
    ['large enough together', instead({ taken: busy('B', 'D'), attendees: 17 }), ['A+C']],
    ['nothing that shares a part with what stays', instead({ taken: busy('A', 'C', 'D', 'E') }), []],
    ['nothing when it is no room that refuses them', instead({ attendees: 200 }), []],
    ['within what the quotas leave', instead({ taken: busy('A'), admits: ([one]) => one?.rooms[0]?.id === 'D' }), ['D+B']],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));

  it('are looked for within bounds, however many rooms a house has', () => {
    const many = Array.from({ length: 200 }, (_, index) => room(`R${index}`, 20));
    const judged: unknown[] = [];
    const admits = () => judged.push(null) === 0;
    expect(instead({ candidates: many, taken: busy('A', 'B'), admits })).toEqual([]);
    expect(judged.length).toBeLessThanOrEqual(60);
  });

  it('are among the things near', () => {
    const question = ask('10:00', '11:00', { rooms: two, candidates, taken: busy('A') });
    expect(said(question, 4)).toEqual(['A+B 09:30 10:30', 'A+B 12:00 13:00', 'C+B 10:00 11:00', 'D+B 10:00 11:00']);
  });
});

describe('whatever the day looks like', () => {
  const quarter = fc.integer({ min: 0, max: 287 }).map((five) => addMinutes(at('00:00'), five * 5));
  const booking = fc
    .tuple(fc.constantFrom('A', 'B', 'C'), quarter, fc.integer({ min: 1, max: 48 }), fc.constantFrom(0, 10, 30))
    .map(([unitId, start, fives, bufferMinutes]): Taken => ({
      roomId: unitId,
      unitId,
      start,
      end: addMinutes(start, fives * 5),
      bufferMinutes,
      by: {},
    }));
  const shut = fc
    .tuple(fc.constantFrom(null, 'A', 'B'), quarter, fc.integer({ min: 1, max: 48 }))
    .map(([roomId, start, fives]) => ({ roomId, start, end: addMinutes(start, fives * 5) }));
  const hours = Array.from({ length: 7 }, () => ['08:10', '22:00'] as [string, string]);
  const hall = room('Hall', 80, { bufferMinutes: 20 }, ['A', 'B']);
  const a = room('A', 10, { hours });
  const b = room('B', 20, { bufferMinutes: 15 });
  const c = room('C', null);
  const house = [hall, a, b, c];
  const asks = fc
    .record({
      asked: fc.constantFrom([a], [hall], [b, c], [c]),
      start: quarter,
      fives: fc.integer({ min: 1, max: 36 }),
      attendees: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
      taken: fc.array(booking, { maxLength: 8 }),
      closures: fc.array(shut, { maxLength: 2 }),
      now: quarter,
    })
    .map(({ asked, start, fives, ...rest }): AlternativesAsk => ({
      ...rest,
      span: { start, end: addMinutes(start, fives * 5) },
      rooms: [...asked],
      candidates: house,
      zone,
    }));

  it('every alternative is accepted, of the same length and not past', () => {
    fc.assert(
      fc.property(asks, (question) => {
        const found = alternativesFor(question);
        expect(found.length).toBeLessThanOrEqual(3);
        for (const { roomIds, ...times } of found) {
          const span = { start: new Date(times.start), end: new Date(times.end) };
          const rooms = house.filter(({ id }) => roomIds.includes(id));
          expect(reasonsAgainst({ ...question, span, rooms })).toEqual([]);
          expect(span.end.getTime() - span.start.getTime()).toBe(question.span.end.getTime() - question.span.start.getTime());
          expect(span.start >= question.now).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('when refused, no quarter of the day is nearer than the times proposed', () => {
    fc.assert(
      fc.property(asks, (question) => {
        fc.pre(reasonsAgainst(question).length > 0);
        const asked = question.span.start.getTime();
        const length = question.span.end.getTime() - asked;
        const accepted = Array.from({ length: 96 }, (_, index) => addMinutes(at('00:00'), index * 15)).filter(
          (start) =>
            start >= question.now && reasonsAgainst({ ...question, span: { start, end: new Date(start.getTime() + length) } }).length === 0,
        );
        const times = accepted.map((start) => start.getTime());
        const nearest = [times.filter((time) => time < asked).at(-1), times.find((time) => time > asked)].filter(
          (time) => time !== undefined,
        );
        const ids = question.rooms.map(({ id }) => id).join();
        const proposed = alternativesFor(question).filter(({ roomIds }) => roomIds.join() === ids);
        expect(proposed.map(({ start }) => Date.parse(start)).sort()).toEqual(nearest.sort());
      }),
      { numRuns: 100 },
    );
  });
});
