import { booked, cabine, DAY, hall, marronnier, salleA, ZONE } from '../rooms/house.fixture';
import type { House } from '../rooms/availability';
import { emptyAsk } from './ask-draft';
import { freeFor } from './ask-free';

const items = [booked(salleA, '10:00', '12:00'), booked(marronnier, '14:00', '16:00')];
const house: House = { rooms: [salleA, hall, marronnier, cabine], items, closures: [], zone: ZONE };
const wish = (from: string, to: string, more: object = {}) => ({ ...emptyAsk(DAY), from, to, attendees: '10', ...more });
const clock = (moment: Date) => new Intl.DateTimeFormat('fr-BE', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }).format(moment);

it.each([
  ['before what takes it', '8', '10', 'free'],
  ['up to the minute it is over', '12:00', '13:00', 'free'],
  ['while it is taken', '11h', '13h', 'not'],
  ['before it opens', '7:00', '9:00', 'not'],
])('a room wished %s', (_, from, to, is) => {
  expect(freeFor(wish(from, to, { roomId: salleA.id }), house, DAY)).toMatchObject({ is, tooSmall: false });
});

it('that is taken is said with when it is free that day', () => {
  const free = freeFor(wish('11:00', '13:00', { roomId: salleA.id }), house, DAY);
  expect(free?.spans.map(({ start, end }) => `${clock(start)}–${clock(end)}`)).toEqual(['08:00–10:00', '12:00–21:00']);
});

it('that holds fewer people is said so', () => {
  expect(freeFor(wish('8', '9', { roomId: cabine.id }), house, DAY)).toMatchObject({ is: 'free', tooSmall: true });
});

it('without a room wished, those that are free and hold so many', () => {
  const named = (from: string, to: string, attendees: string) =>
    freeFor(wish(from, to, { attendees }), house, DAY)?.rooms.map(({ name }) => name);
  expect(named('11:00', '12:00', '10')).toEqual(['Salle Marronnier']);
  expect(named('14:00', '15:00', '30')).toEqual(['Salle A', 'Grande salle']);
  expect(freeFor(wish('11:00', '12:00', { attendees: '60' }), house, DAY)).toMatchObject({ is: 'not', rooms: [] });
});

it.each([
  ['the day', { date: '' }],
  ['a time', { from: '' }],
  ['an end after the start', { from: '17:00', to: '16:00' }],
])('without %s nothing is said', (_, change) => {
  expect(freeFor({ ...wish('8', '9'), ...change }, house, DAY)).toBeUndefined();
});

it('nor before the agenda of that day is known', () => {
  expect([freeFor(wish('8', '9'), house, '2026-11-25'), freeFor(wish('8', '9'), undefined, DAY)]).toEqual([undefined, undefined]);
});
