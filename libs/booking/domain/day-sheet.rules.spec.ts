import type { DayEntry } from './day-sheet.contract';
import { closesOf, coversDay, equipmentOf, layoutChanges, opensOf } from './day-sheet.rules';

const entry = (organisation: string, takenFrom: string, takenUntil: string, more: Partial<DayEntry> = {}) =>
  ({
    occurrenceId: organisation,
    organisation,
    keys: [],
    contact: { name: 'Camille', email: null },
    takenFrom: `2026-03-16T${takenFrom}:00.000Z`,
    takenUntil: `2026-03-16T${takenUntil}:00.000Z`,
    ...more,
  }) as DayEntry;
const named = (end: ReturnType<typeof opensOf>) => end && [end.at.slice(11, 16), end.entries.map(({ organisation }) => organisation)];

it('who is there first opens, who is there last closes, setting up and clearing included', () => {
  const day = [entry('Chorale', '09:00', '12:00'), entry('Marché', '08:30', '11:00'), entry('Débat', '19:00', '22:15')];
  expect([named(opensOf(day)), named(closesOf(day))]).toEqual([
    ['08:30', ['Marché']],
    ['22:15', ['Débat']],
  ]);
});

it('several at the same moment are all named, each once however many rooms it has', () => {
  const day = [entry('Chorale', '09:00', '12:00'), entry('Marché', '09:00', '12:00'), entry('Marché', '09:00', '12:00')];
  expect(named(opensOf(day))).toEqual(['09:00', ['Chorale', 'Marché']]);
});

it('a day without bookings has neither', () => expect([opensOf([]), closesOf([])]).toEqual([null, null]));

it.each([
  ['stays', ['table'], [null]],
  ['changes for the first', ['circle'], ['table']],
  ['stays between two alike', ['circle', 'circle'], ['table', null]],
  ['changes back', ['circle', 'table'], ['table', 'circle']],
] as const)('a room that usually stands as tables %s', (_, layouts, expected) =>
  expect(
    layoutChanges(
      'table',
      layouts.map((layout) => ({ layout })),
    ),
  ).toEqual(expected),
);

it.each([
  ['the day itself', '2026-03-28T23:00Z', '2026-03-29T22:00Z', true],
  ['days around it', '2026-03-20T23:00Z', '2026-04-02T22:00Z', true],
  ['all but its last hour', '2026-03-28T23:00Z', '2026-03-29T21:00Z', false],
  ['all but its first', '2026-03-29T00:00Z', '2026-03-29T22:00Z', false],
])('a closure of %s lasts all of the day on which clocks change: %s to %s', (_, start, end, is) =>
  expect(coversDay({ start, end }, '2026-03-29', 'Europe/Brussels')).toBe(is),
);

it('what stands in a room is its equipment, not what the place is like', () =>
  expect(equipmentOf(['step-free', 'screen', 'daylight', 'sound', 'kitchen'])).toEqual(['screen', 'sound']));
