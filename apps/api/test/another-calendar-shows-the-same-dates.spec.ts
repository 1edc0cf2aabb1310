import fc from 'fast-check';
import { type CalendarOccurrence, startMatches } from '@bota/booking/domain';
import { addDays, addMinutes } from '@bota/shared/domain';
import { ZONE, booked, line, shownBy, textOf } from './ics.fixture';

/** Rules our own form writes, with an end; `startMatches` finds the first date that fits. */
const rule = fc
  .tuple(
    fc.constantFrom(
      'FREQ=DAILY',
      'FREQ=DAILY;INTERVAL=3',
      'FREQ=WEEKLY;BYDAY=MO,WE,FR;WKST=MO',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=MO',
      'FREQ=MONTHLY;BYMONTHDAY=31',
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      'FREQ=MONTHLY;BYDAY=2TU',
      'FREQ=MONTHLY;BYDAY=-1FR',
      'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=29',
    ),
    fc.oneof(
      fc.integer({ min: 2, max: 25 }).map((count) => `COUNT=${count}`),
      fc.integer({ min: 30, max: 400 }).map((days) => `UNTIL=${addDays('2026-10-01', days).replaceAll('-', '')}T215959Z`),
    ),
  )
  .map((parts) => parts.join(';'));

const exception = fc.record({
  at: fc.nat({ max: 24 }),
  act: fc.oneof(
    fc.constantFrom('cancelled' as const, 'skipped' as const),
    fc.integer({ min: -2880, max: 2880 }).filter((minutes) => minutes !== 0),
    fc.constantFrom('Fête; « été », ou pas', 'Réunion\\n'),
  ),
});

const wish = fc.record({
  day: fc.integer({ min: 0, max: 300 }),
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.constantFrom(0, 15, 30),
  length: fc.integer({ min: 1, max: 23 }),
  rrule: rule,
  exceptions: fc.array(exception, { maxLength: 6 }),
});

const pad = (value: number) => String(value).padStart(2, '0');

function seriesOf({ day, hour, minute, length, rrule }: { day: number; hour: number; minute: number; length: number; rrule: string }) {
  for (let later = 0; later < 800; later++) {
    const date = addDays('2026-01-01', day + later);
    const wallStart = `${date}T${pad(hour)}:${pad(minute)}`;
    const wallEnd = addMinutes(new Date(`${wallStart}Z`), length * 60)
      .toISOString()
      .slice(0, 16);
    const series = { start: wallStart, end: wallEnd, zone: ZONE, rrule };
    if (startMatches(series)) return booked({ wallStart, wallEnd, rrule });
  }
  return null;
}

function except(dates: CalendarOccurrence[], { at, act }: { at: number; act: string | number }): void {
  const one = dates[at];
  if (!one) return;
  if (act === 'cancelled' || act === 'skipped') one.status = act;
  else if (typeof act === 'string') one.ownTitle = act;
  else Object.assign(one, { startsAt: addMinutes(one.startsAt, act), endsAt: addMinutes(one.endsAt, act) });
}

it('another calendar shows the same dates: what was left out, moved and renamed, in winter and in summer', () => {
  fc.assert(
    fc.property(wish, (wished) => {
      const made = seriesOf(wished);
      fc.pre(made !== null);
      for (const one of wished.exceptions) except(made.occurrences, one);
      const kept = made.occurrences.filter(({ status }) => status === 'confirmed');
      const expected = kept.map(({ startsAt, endsAt, ownTitle }) => line(startsAt, endsAt, ownTitle ?? 'Cours')).sort();
      expect(shownBy(textOf(made))).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

it.each([
  ['2026-03-29T01:00', '2026-03-29T02:00', 'FREQ=YEARLY;COUNT=2'],
  ['2026-03-28T20:30', '2026-03-29T02:30', 'FREQ=WEEKLY;COUNT=3'],
  ['2026-03-28T22:00', '2026-03-29T02:15', 'FREQ=DAILY;COUNT=3'],
  ['2026-10-24T20:30', '2026-10-25T02:30', 'FREQ=WEEKLY;COUNT=3'],
  ['2026-10-25T02:00', '2026-10-25T02:30', 'FREQ=YEARLY;COUNT=2'],
  ['2026-10-25T01:00', '2026-10-25T02:00', 'FREQ=DAILY;COUNT=3'],
])('and of a series that ends its first date, %s to %s, in the hour that clocks leave out or repeat', (wallStart, wallEnd, rrule) => {
  const made = booked({ wallStart, wallEnd, rrule });
  expect(shownBy(textOf(made))).toEqual(made.occurrences.map(({ startsAt, endsAt }) => line(startsAt, endsAt, 'Cours')));
});
