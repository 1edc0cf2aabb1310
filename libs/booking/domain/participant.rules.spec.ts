import type { CalendarOccurrence } from './icalendar.contract';
import { foldParticipants, hasChanged, hasMoved, toldOf } from './participant.rules';

const now = new Date('2026-03-02T08:00:00Z');
const date = (id: string, day: number, more: Partial<CalendarOccurrence> = {}): CalendarOccurrence => ({
  ...{ id, recurrenceId: `2026-03-${day}T09:00`, status: 'confirmed', ownTitle: null, roomIds: [] },
  ...{ startsAt: new Date(Date.UTC(2026, 2, day, 9)), endsAt: new Date(Date.UTC(2026, 2, day, 10)) },
  ...more,
});
const longer = (one: CalendarOccurrence) => ({ ...one, endsAt: new Date(one.endsAt.getTime() + 3_600_000) });
const known = {
  ...{ title: 'Assemblée', rrule: 'FREQ=WEEKLY', roomIds: ['a', 'b'], occurrences: [date('1', 16), date('2', 23)] },
  ...{ wallStart: '2026-03-16T09:00', wallEnd: '2026-03-16T10:00', zone: 'UTC' },
};

it.each([
  ['nothing', known, false],
  ['the order in which its rooms are named', { ...known, roomIds: ['b', 'a'] }, false],
  ['a longer series, as it was said', { ...known, occurrences: [...known.occurrences, date('3', 30)] }, false],
  ['the title', { ...known, title: 'Autre' }, true],
  ['the title of one date', { ...known, occurrences: [date('1', 16, { ownTitle: 'Autre' }), date('2', 23)] }, true],
  ['the room', { ...known, roomIds: ['a'] }, true],
  ['the rule', { ...known, rrule: 'FREQ=WEEKLY;COUNT=2' }, true],
  ['the time of a date', { ...known, occurrences: [date('1', 17), date('2', 23)] }, true],
  [
    'what its dates are as a rule, when each has what it had',
    { ...known, roomIds: ['c'], occurrences: known.occurrences.map((one) => ({ ...one, roomIds: ['a', 'b'] })) },
    false,
  ],
  ['a date that is cancelled', { ...known, occurrences: [date('1', 16), date('2', 23, { status: 'cancelled' })] }, true],
  ['a date that came beside', { ...known, occurrences: [...known.occurrences, date('3', 18)] }, true],
  [
    'a date that the rule gives later and is not held',
    { ...known, occurrences: [...known.occurrences, date('3', 30, { status: 'skipped' })] },
    true,
  ],
  [
    'a date that the rule gives later and is elsewhere',
    { ...known, occurrences: [...known.occurrences, date('3', 30, { roomIds: ['c'] })] },
    true,
  ],
])('of %s participants hear: %#', (_, after, hears) => expect(hasChanged(toldOf(known, now), after, now)).toBe(hears));

it.each([
  ['the title', { ...known, title: 'Une autre assemblée' }, false],
  ['the title of one date', { ...known, occurrences: [date('1', 16, { ownTitle: 'Autre' }), date('2', 23)] }, false],
  ['the room', { ...known, roomIds: ['a'] }, true],
  ['the time of a date', { ...known, occurrences: [date('1', 17), date('2', 23)] }, true],
  ['the hours of a series', { ...known, wallEnd: '2026-03-16T11:00', occurrences: [date('1', 16), date('2', 23)].map(longer) }, true],
  ['a date that is cancelled', { ...known, occurrences: [date('1', 16), date('2', 23, { status: 'cancelled' })] }, true],
  ['a date that came beside', { ...known, occurrences: [...known.occurrences, date('3', 18)] }, true],
])('of %s participants are asked anew: %#', (_, after, asks) => expect(hasMoved(toldOf(known, now), after, now)).toBe(asks));

it('what has begun is no news any more, whatever becomes of it', () => {
  const later = new Date('2026-03-16T09:00:00Z');
  const after = { ...known, occurrences: [date('1', 16, { status: 'no_show' }), date('2', 23)] };
  expect(hasChanged(toldOf(known, now), after, later)).toBe(false);
});

it('what has begun and is put off is news, and so is a series that is another from beyond what was told', () => {
  const later = new Date('2026-03-23T09:00:00Z');
  const putOff = { ...known, occurrences: [date('1', 16), { ...date('2', 23), startsAt: new Date('2026-03-23T14:00:00Z') }] };
  const renamed = { ...known, title: 'Autre', occurrences: [...known.occurrences, date('3', 30)] };
  expect([putOff, renamed].map((after) => hasChanged(toldOf(known, now), after, later))).toEqual([true, true]);
});

it('each address is named once, and who books is none of them', () => {
  const named = [{ email: 'ada@b75.example', name: 'Ada' }, { email: 'ADA@b75.example' }, { email: 'me@b75.example' }];
  expect(foldParticipants(named, 'Me@b75.example')).toEqual([{ email: 'ada@b75.example', name: 'Ada' }]);
});
