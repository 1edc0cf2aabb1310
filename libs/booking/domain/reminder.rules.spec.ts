import { type ReminderChoice, isToRemind, reminderAt } from './reminder.rules';

const ZONE = 'Europe/Brussels';
const at = (iso: string) => new Date(iso);

it.each<[string, string, ReminderChoice, string | null]>([
  ['no reminder', '2026-03-16T09:00:00Z', 'off', null],
  ['an hour before', '2026-03-16T09:00:00Z', 'hour', '2026-03-16T08:00:00.000Z'],
  ['17:00 of the day before', '2026-03-16T09:00:00Z', 'day-before', '2026-03-15T16:00:00.000Z'],
  ['the day before in the house, not in UTC', '2026-03-15T23:30:00Z', 'day-before', '2026-03-15T16:00:00.000Z'],
  ['just before midnight in the house', '2026-03-15T22:30:00Z', 'day-before', '2026-03-14T16:00:00.000Z'],
  ['17:00 in winter for the day the clocks go forward', '2026-03-29T08:00:00Z', 'day-before', '2026-03-28T16:00:00.000Z'],
  ['17:00 in summer for the day after it', '2026-03-30T07:00:00Z', 'day-before', '2026-03-29T15:00:00.000Z'],
  ['17:00 in summer for the day the clocks go back', '2026-10-25T09:00:00Z', 'day-before', '2026-10-24T15:00:00.000Z'],
  ['an hour before across the gap', '2026-03-29T01:30:00Z', 'hour', '2026-03-29T00:30:00.000Z'],
])('%s', (_, start, choice, expected) => expect(reminderAt(at(start), choice, ZONE)?.toISOString() ?? null).toBe(expected));

const date = { start: at('2026-03-16T09:00:00Z'), knownSince: at('2026-03-01T09:00:00Z'), choice: 'hour' as const, zone: ZONE };
it.each([
  ['a moment too early', '2026-03-16T07:59:59Z', false],
  ['at the moment', '2026-03-16T08:00:00Z', true],
  ['late, after an interruption', '2026-03-16T08:59:59Z', true],
  ['not once it has begun', '2026-03-16T09:00:00Z', false],
])('%s', (_, now, expected) => expect(isToRemind(date, at(now))).toBe(expected));

it.each([
  ['booked in time', '2026-03-16T08:00:00Z', true],
  ['booked after the moment: one knows', '2026-03-16T08:00:01Z', false],
])('%s', (_, knownSince, expected) =>
  expect(isToRemind({ ...date, knownSince: at(knownSince) }, at('2026-03-16T08:30:00Z'))).toBe(expected),
);
