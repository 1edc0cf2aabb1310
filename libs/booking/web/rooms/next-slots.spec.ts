import { wallOf } from '@bota/shared/domain';
import { nextSlots } from './next-slots';
import { at, booked, cabine, house, marronnier, salleA, ZONE } from './house.fixture';

const words = (slots: ReturnType<typeof nextSlots>) =>
  slots.map(({ start, end }) => `${wallOf(start, ZONE).slice(8)}–${wallOf(end, ZONE).slice(11)}`);

it.each([
  ['free: one before and one after noon each day', salleA, [], ['24T13:30–15:30', '25T08:00–10:00', '25T12:00–14:00', '26T08:00–10:00']],
  [
    'a shorter one that begins now',
    salleA,
    [booked(salleA, '15:00', '17:00')],
    ['24T13:30–15:00', '24T17:00–19:00', '25T08:00–10:00', '25T12:00–14:00'],
  ],
  ['open around the clock: from the morning', cabine, [], ['24T13:30–15:30', '25T08:00–10:00', '25T12:00–14:00', '26T08:00–10:00']],
])('%s', (_, room, items, expected) => expect(words(nextSlots(room, at('13:20'), house(items)))).toEqual(expected));

it('never proposes longer than the room allows', () =>
  expect(words(nextSlots({ ...marronnier, rules: { maxMinutes: 60 } }, at('13:20'), house(), { most: 1 }))).toEqual(['24T13:30–14:30']));

it('finds nothing in a week that is fully booked', () =>
  expect(nextSlots(salleA, at('13:20'), house([booked(salleA, '00:00', '2026-12-03T00:00')]))).toEqual([]));
