import type { CalendarOccurrence } from './icalendar.contract';
import { foldParticipants, hasChanged, toldOf } from './participant.rules';

const now = new Date('2026-03-02T08:00:00Z');
const date = (id: string, day: number, more: Partial<CalendarOccurrence> = {}): CalendarOccurrence => ({
  ...{ id, recurrenceId: id, status: 'confirmed', ownTitle: null, roomIds: [] },
  ...{ startsAt: new Date(Date.UTC(2026, 2, day, 9)), endsAt: new Date(Date.UTC(2026, 2, day, 10)) },
  ...more,
});
const known = { title: 'Assemblée', rrule: 'FREQ=WEEKLY', roomIds: ['a', 'b'], occurrences: [date('1', 16), date('2', 23)] };

it.each([
  ['nothing', known, false],
  ['the order in which its rooms are named', { ...known, roomIds: ['b', 'a'] }, false],
  ['a longer series, as it was said', { ...known, occurrences: [...known.occurrences, date('3', 30)] }, false],
  ['the title', { ...known, title: 'Autre' }, true],
  ['the title of one date', { ...known, occurrences: [date('1', 16, { ownTitle: 'Autre' }), date('2', 23)] }, true],
  ['the room', { ...known, roomIds: ['a'] }, true],
  ['the rule', { ...known, rrule: 'FREQ=WEEKLY;COUNT=2' }, true],
  ['the time of a date', { ...known, occurrences: [date('1', 17), date('2', 23)] }, true],
  ['a date that is cancelled', { ...known, occurrences: [date('1', 16), date('2', 23, { status: 'cancelled' })] }, true],
  ['a date that came beside', { ...known, occurrences: [...known.occurrences, date('3', 18)] }, true],
])('of %s participants hear: %#', (_, after, hears) => expect(hasChanged(toldOf(known, now), toldOf(after, now), now)).toBe(hears));

it('what has begun is no news any more, whatever becomes of it', () => {
  const later = new Date('2026-03-16T09:00:00Z');
  const after = { ...known, occurrences: [date('1', 16, { status: 'no_show' }), date('2', 23)] };
  expect(hasChanged(toldOf(known, now), toldOf(after, later), later)).toBe(false);
});

it('each address is named once, and who books is none of them', () => {
  const named = [{ email: 'ada@b75.example', name: 'Ada' }, { email: 'ADA@b75.example' }, { email: 'me@b75.example' }];
  expect(foldParticipants(named, 'Me@b75.example')).toEqual([{ email: 'ada@b75.example', name: 'Ada' }]);
});
