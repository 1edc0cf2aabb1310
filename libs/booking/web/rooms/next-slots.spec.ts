import { wallOf } from '@bota/shared/domain';
import type { RoomRules } from '@bota/spaces/domain';
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

describe('what the rules of the room refuse who asks is not proposed', () => {
  const [mine, other] = ['00000000-0000-7000-8000-000000000501', '00000000-0000-7000-8000-000000000502'];
  const proposed = (rules: RoomRules, organisationId = mine, isCoordinator = false) =>
    words(
      nextSlots({ ...cabine, rules }, at('13:20'), house([booked(cabine, '13:00', '14:15')]), {
        most: 2,
        asker: { organisationIds: [organisationId], isCoordinator },
      }),
    );
  it.each<[string, RoomRules, string[]]>([
    ['so soon', { leadMinutes: 24 * 60 }, ['25T13:30–15:30', '26T08:00–10:00']],
    ['so far ahead', { leadMinutes: 24 * 60, horizonDays: 1 }, ['25T13:30–15:30']],
    ['between two steps', { stepMinutes: 30 }, ['24T14:30–16:30', '25T08:00–10:00']],
    ['and a length that is none of its steps', { stepMinutes: 45 }, ['24T14:15–16:30', '25T08:15–10:30']],
  ])('%s', (_, rules, expected) => expect(proposed(rules)).toEqual(expected));
  it('to somebody else', () => {
    const who = { are: 'organisations' as const, organisationIds: [mine] };
    expect(proposed({ who })).toHaveLength(2);
    expect(proposed({ who }, other)).toEqual([]);
  });
});

it('proposes after noon what begins when the morning’s is over', () =>
  expect(words(nextSlots(cabine, at('13:20'), house([booked(cabine, '2026-11-25T00:00', '2026-11-25T11:00')]), { most: 3 }))).toEqual([
    '24T13:30–15:30',
    '25T11:00–13:00',
    '25T13:00–15:00',
  ]));
