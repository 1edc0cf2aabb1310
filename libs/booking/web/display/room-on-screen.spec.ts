import type { OnDisplay } from '@bota/booking/domain';
import { at, booked, closed, hall, house, marronnier, room, salleA, salleB, ZONE } from '../rooms/house.fixture';
import { knownUntil, onScreen } from './room-on-screen';

const NOW = at('13:20');
const on = (items: Parameters<typeof house>[0], one = salleA, now = NOW) => onScreen(one, house(items), now);

it.each([
  ['free until the next', [booked(salleA, '15:00', '16:00')], 'free', '15:00'],
  ['soon taken, a quarter of an hour before', [booked(salleA, '13:35', '14:00')], 'soon', '13:35'],
  ['still free a minute earlier', [booked(salleA, '13:36', '14:00')], 'free', '13:36'],
  ['taken until its end', [booked(salleA, '13:00', '14:15')], 'busy', '14:15'],
])('a room is %s', (_, items, is, until) => {
  const state = on(items);
  expect([state.is, state.until]).toEqual([is, at(until)]);
});

it('a whole is taken until the last of its parts is free, and nothing that is on is told to come', () => {
  const items = [
    booked(salleA, '13:00', '14:00', { title: 'courte' }),
    booked(salleB, '13:10', '16:00', { title: 'longue' }),
    booked(salleA, '15:00', '17:00', { title: 'après' }),
  ];
  const state = on(items, hall);
  expect([state.is, state.until, state.present?.title]).toEqual(['busy', at('17:00'), 'longue']);
  expect(state.next.map(({ title }) => title)).toEqual(['après']);
  const inTurn = [booked(salleA, '13:00', '14:15'), booked(salleB, '14:00', '16:00'), booked(salleA, '16:00', '17:00')];
  expect(on(inTurn, hall).until).toEqual(at('16:00'));
});

it('a closed room says so, and one that nobody came to is free', () => {
  expect(onScreen(salleA, house([], { closures: [closed('13:00', '15:00')] }), NOW).is).toBe('closed');
  expect(on([booked(salleA, '13:00', '13:15', { status: 'no_show' })]).is).toBe('free');
});

it('of days that were never told nothing is said, however long the house cannot be reached', () => {
  const known = knownUntil({ now: NOW.toISOString(), house: { zone: ZONE } } as OnDisplay);
  expect(known).toEqual(at('2026-11-26T00:00'));
  expect(onScreen(salleA, house(), at('2026-11-25T23:59'), known).is).not.toBe('unknown');
  expect(onScreen(salleA, house(), known, known)).toMatchObject({ is: 'unknown', until: null, next: [] });
});

it('what comes later today is listed, not that of tomorrow', () => {
  const items = [
    booked(salleA, '13:00', '14:00'),
    booked(salleA, '18:00', '19:00', { title: 'Soir' }),
    booked(salleA, '2026-11-25T08:00', '2026-11-25T09:00'),
  ];
  expect(on(items).next.map(({ title }) => title)).toEqual(['Soir']);
});

it('who booked is asked to check in while the room is kept for them', () => {
  const asking = room(77, 'Chapelle', { rules: { checkIn: { opensMinutes: 15, releaseMinutes: 15 } } });
  const item = booked(asking, '13:30', '14:30');
  const until = (now: string, more = {}) => onScreen(asking, house([{ ...item, ...more }], { rooms: [asking] }), at(now)).checkInUntil;
  expect([until('13:14'), until('13:15'), until('13:44'), until('13:45')]).toEqual([null, at('13:45'), at('13:45'), null]);
  expect(until('13:20', { status: 'checked_in' })).toBeNull();
  expect(on([booked(marronnier, '13:30', '14:30')], marronnier).checkInUntil).toBeNull();
});
