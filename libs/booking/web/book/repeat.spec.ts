import { expand } from '@bota/booking/domain';
import { dateOf } from '@bota/shared/domain';
import { fromRrule, NO_REPEAT, type Repeat, toRrule, waysOf } from './repeat';

const ZONE = 'Europe/Brussels';
const repeat = (part: Partial<Repeat>): Repeat => ({ ...NO_REPEAT, ends: 'never', ...part });
/** A Tuesday, the fourth and last but none of its month. */
const TUESDAY = '2026-11-24';

it.each<[string, string, Partial<Repeat>, string | null]>([
  ['not at all', TUESDAY, {}, null],
  ['every day, ten times', TUESDAY, { every: 'day', ends: 'count', count: 10 }, 'FREQ=DAILY;COUNT=10'],
  ['every third day', TUESDAY, { every: 'day', interval: 3 }, 'FREQ=DAILY;INTERVAL=3'],
  ['weekly on its own day', TUESDAY, { every: 'week' }, 'FREQ=WEEKLY;BYDAY=TU;WKST=MO'],
  [
    'every second week on more days',
    TUESDAY,
    { every: 'week', interval: 2, days: [4, 1] },
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,TH;WKST=MO',
  ],
  [
    'until a date in winter',
    TUESDAY,
    { every: 'week', ends: 'until', until: '2026-12-22' },
    'FREQ=WEEKLY;UNTIL=20261222T225959Z;BYDAY=TU;WKST=MO',
  ],
  [
    'until a date in summer',
    TUESDAY,
    { every: 'week', ends: 'until', until: '2027-06-30' },
    'FREQ=WEEKLY;UNTIL=20270630T215959Z;BYDAY=TU;WKST=MO',
  ],
  ['monthly by number', TUESDAY, { every: 'month' }, 'FREQ=MONTHLY;BYMONTHDAY=24'],
  ['monthly by the fourth Tuesday', TUESDAY, { every: 'month', by: 'nth' }, 'FREQ=MONTHLY;BYDAY=4TU'],
  ['monthly by the last Tuesday', TUESDAY, { every: 'month', by: 'last' }, 'FREQ=MONTHLY;BYDAY=-1TU'],
  ['monthly on the 31st: months without are skipped', '2026-01-31', { every: 'month' }, 'FREQ=MONTHLY;BYMONTHDAY=31'],
  ['monthly on the last day', '2026-01-31', { every: 'month', by: 'last-day' }, 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['yearly', TUESDAY, { every: 'year' }, 'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24'],
  ['yearly on the last Tuesday', TUESDAY, { every: 'year', by: 'last' }, 'FREQ=YEARLY;BYMONTH=11;BYDAY=-1TU'],
  [
    'monthly on the 30th, else the last day',
    '2026-01-30',
    { every: 'month', by: 'or-last' },
    'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1',
  ],
  ['monthly on the 29th, else the last day', '2026-01-29', { every: 'month', by: 'or-last' }, 'FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1'],
  ['29 February: other years are skipped', '2028-02-29', { every: 'year' }, 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'],
  ['29 February or the last day of February', '2028-02-29', { every: 'year', by: 'last-day' }, 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1'],
])('says %s as a rule', (_, date, part, rule) => {
  const parts = (text: string | null) => text?.split(';').sort().join(';') ?? null;
  expect(parts(toRrule(repeat(part), date, ZONE))).toBe(parts(rule));
});

it.each([
  [TUESDAY, 'month', ['number', 'nth', 'last']],
  ['2026-11-10', 'month', ['number', 'nth']],
  ['2026-12-29', 'month', ['number', 'or-last', 'last']],
  ['2026-04-30', 'month', ['number', 'or-last', 'last-day', 'last']],
  ['2026-01-31', 'month', ['number', 'last-day', 'last']],
  ['2026-01-31', 'year', ['number', 'last']],
  ['2028-02-29', 'year', ['number', 'last-day', 'last']],
] as const)('the ways to come back to %s by %s', (date, every, ways) => expect(waysOf(date, every)).toEqual(ways));

it('the last date is in, the day after is not', () => {
  const rrule = toRrule(repeat({ every: 'day', ends: 'until', until: '2026-11-26' }), TUESDAY, ZONE) ?? '';
  const { spans } = expand({ start: `${TUESDAY}T20:00`, end: `${TUESDAY}T23:00`, zone: ZONE, rrule }, { until: new Date('2027-01-01') });
  expect(spans.map(({ start }) => dateOf(start, ZONE))).toEqual(['2026-11-24', '2026-11-25', '2026-11-26']);
});

it.each<Partial<Repeat>>([
  { every: 'day', interval: 3, ends: 'count', count: 5 },
  { every: 'week', days: [1, 2, 4] },
  { every: 'week', days: [2], ends: 'until', until: '2026-12-22' },
  { every: 'month', by: 'last' },
  { every: 'month', by: 'nth', interval: 2 },
  { every: 'year' },
])('reads back what it wrote: %j', (part) => {
  const rrule = toRrule(repeat(part), TUESDAY, ZONE) ?? '';
  const back = fromRrule(rrule, TUESDAY, ZONE);
  expect(back && toRrule(back, TUESDAY, ZONE)).toBe(rrule);
});

it.each([
  ['2026-01-30', 'or-last', ['01-30', '02-28', '03-30', '04-30']],
  ['2026-01-30', 'number', ['01-30', '03-30', '04-30', '05-30']],
  ['2028-01-29', 'or-last', ['01-29', '02-29', '03-29', '04-29']],
] as const)('from %s on, %s gives the dates it says, and is read back', (date, by, days) => {
  const rrule = toRrule(repeat({ every: 'month', by, ends: 'count', count: 4 }), date, ZONE) ?? '';
  const { spans } = expand({ start: `${date}T20:00`, end: `${date}T21:00`, zone: ZONE, rrule }, { until: new Date('2029-01-01') });
  expect(spans.map(({ wall }) => wall.slice(5, 10))).toEqual(days);
  expect(fromRrule(rrule, date, ZONE)).toMatchObject({ by, every: 'month' });
});

it.each(['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'FREQ=YEARLY;BYWEEKNO=20', 'FREQ=MONTHLY;BYMONTHDAY=1,15', 'nonsense'])(
  'leaves alone what the form cannot say: %s',
  (rrule) => expect(fromRrule(rrule, TUESDAY, ZONE)).toBeNull(),
);
