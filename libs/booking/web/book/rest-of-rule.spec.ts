import type { Booking, Occurrence } from '@bota/booking/domain';
import { formOf, toEdit, toPreview } from './book-form';
import { restOfRule } from './rest-of-rule';

const day = (date: string, flags: Occurrence['flags'] = []) =>
  ({
    ...{ id: date, recurrenceId: `2026-11-${date}T10:00`, flags, roomIds: ['a'] },
    ...{ start: `2026-11-${date}T09:00:00.000Z`, end: `2026-11-${date}T11:30:00.000Z` },
  }) as unknown as Occurrence;
const series = (rrule: string, exdates: string[] = [], occurrences = ['03', '10', '17', '24'].map((date) => day(date))): Booking =>
  ({
    ...{
      id: 'b',
      version: 2,
      title: 'Comité',
      description: '',
      organisationId: 'o',
      roomIds: ['a'],
      attendees: null,
      visibility: 'residents',
    },
    ...{ zone: 'Europe/Brussels', start: '2026-11-03T09:00:00.000Z', end: '2026-11-03T11:30:00.000Z' },
    ...{ recurrence: { rrule, exdates }, occurrences },
  }) as unknown as Booking;

it.each<[string, Booking, string | null]>([
  ['counts what is left', series('FREQ=WEEKLY;COUNT=6;BYDAY=TU;WKST=MO'), 'FREQ=WEEKLY;COUNT=4;BYDAY=TU;WKST=MO'],
  ['counts left-out dates too', series('FREQ=WEEKLY;COUNT=6', ['2026-11-10', '2026-11-24'], [day('03'), day('17')]), 'FREQ=WEEKLY;COUNT=4'],
  [
    'counts what calendars leave out too',
    { ...series('FREQ=WEEKLY;COUNT=6', [], [day('03'), day('17')]), leftOut: ['2026-11-10T10:00', '2026-11-24T10:00'] },
    'FREQ=WEEKLY;COUNT=4',
  ],
  [
    'counts no date that the rule does not give',
    series('FREQ=WEEKLY;COUNT=6', [], [day('03'), day('05', ['off-rule']), day('17')]),
    'FREQ=WEEKLY;COUNT=5',
  ],
  ['keeps its end', series('FREQ=WEEKLY;UNTIL=20261222T225959Z'), 'FREQ=WEEKLY;UNTIL=20261222T225959Z'],
])('the rest of a rule %s', (_, booking, rule) => expect(restOfRule(booking, day('17'))).toBe(rule));

describe('the form of one date and all after it', () => {
  const booking = series('FREQ=WEEKLY;COUNT=4;BYDAY=TU;WKST=MO');
  const moved = { ...day('17'), start: '2026-11-19T15:00:00.000Z', end: '2026-11-19T16:00:00.000Z', title: 'Finale' };
  const form = formOf(booking, moved, 'following');
  const rule = 'FREQ=WEEKLY;COUNT=2;BYDAY=TU;WKST=MO';
  const editing = { bookingId: 'b', version: 2, scope: 'following' as const, occurrenceId: '17', rule };

  it('begins where the rule has that date, as the series is', () =>
    expect([form.title, form.date, form.from, form.to, form.repeat.count]).toEqual(['Comité', '2026-11-17', '10:00', '12:30', 2]));

  it('asks the preview for these dates only', () =>
    expect(toPreview(form, booking.zone, editing)).toMatchObject({
      scope: 'following',
      bookingId: 'b',
      occurrenceId: '17',
      recurrence: { rrule: rule },
    }));

  it('sends a rule only when it was changed', () => {
    expect(toEdit(form, booking.zone, editing)).toMatchObject({
      scope: 'following',
      occurrenceId: '17',
      start: '2026-11-17T10:00',
      onRefused: 'refuse',
    });
    expect(toEdit(form, booking.zone, editing)).not.toHaveProperty('recurrence');
    const later = { ...form, date: '2026-11-18', endDate: '2026-11-18' };
    expect(toEdit(later, booking.zone, editing)).toMatchObject({ recurrence: { rrule: 'FREQ=WEEKLY;COUNT=2;BYDAY=WE;WKST=MO' } });
  });
});

it.each([
  ['all of it', undefined, undefined, 'skip'],
  ['one date and those after it', day('17'), 'following', 'skip'],
  ['one date alone', day('17'), 'this', 'refuse'],
] as const)('what was booked without its refused dates stays so when one changes %s', (_, occurrence, scope, onRefused) => {
  const booking = series('FREQ=WEEKLY;COUNT=4', [], [day('03'), { ...day('10'), status: 'skipped' }, day('17')]);
  expect(formOf(booking, occurrence ?? null, scope).onRefused).toBe(onRefused);
  expect(formOf(series('FREQ=WEEKLY;COUNT=4'), occurrence ?? null, scope).onRefused).toBe('refuse');
});
