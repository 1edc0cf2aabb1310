import { movedUntil, shiftedWalls } from './recurrence.shift';

const BRUSSELS = 'Europe/Brussels';
const series = (start: string, rrule: string) => ({ start: `${start}T10:00`, end: `${start}T11:00`, zone: BRUSSELS, rrule });
const until = new Date('2026-07-01T00:00:00Z');

describe('the date in the place of another', () => {
  // 2 March 2026 is a Monday.
  it.each<[string, [string, string], [string, string], [string, string]]>([
    [
      'a day later',
      ['2026-03-02', 'FREQ=WEEKLY;BYDAY=MO;COUNT=9'],
      ['2026-03-03', 'FREQ=WEEKLY;BYDAY=TU;COUNT=4'],
      ['2026-04-13', '2026-04-14'],
    ],
    [
      'where the weekday was unsaid',
      ['2026-03-02', 'FREQ=WEEKLY'],
      ['2026-03-06', 'FREQ=WEEKLY;BYDAY=FR;WKST=MO'],
      ['2026-03-09', '2026-03-13'],
    ],
    [
      'of two weekdays, one moved',
      ['2026-03-02', 'FREQ=WEEKLY;BYDAY=MO,WE'],
      ['2026-03-02', 'FREQ=WEEKLY;BYDAY=MO,TH'],
      ['2026-03-11', '2026-03-12'],
    ],
    [
      'of the first weekday of a month',
      ['2026-03-02', 'FREQ=MONTHLY;BYDAY=1MO'],
      ['2026-03-03', 'FREQ=MONTHLY;BYDAY=1TU'],
      ['2026-06-01', '2026-06-02'],
    ],
  ])('%s', (_, old, next, [from, to]) =>
    expect(shiftedWalls(series(...old), series(...next), until)?.get(`${from}T10:00`)).toBe(`${to}T10:00`),
  );

  it.each<[string, [string, string], [string, string]]>([
    ['another frequency', ['2026-03-02', 'FREQ=WEEKLY'], ['2026-03-02', 'FREQ=DAILY']],
    ['another interval', ['2026-03-02', 'FREQ=WEEKLY'], ['2026-03-02', 'FREQ=WEEKLY;INTERVAL=2']],
    ['more weekdays', ['2026-03-02', 'FREQ=WEEKLY;BYDAY=MO'], ['2026-03-02', 'FREQ=WEEKLY;BYDAY=MO,TU']],
    ['days that not every month has', ['2026-01-31', 'FREQ=MONTHLY'], ['2026-01-30', 'FREQ=MONTHLY;BYMONTHDAY=30']],
  ])('is none with %s', (_, old, next) => expect(shiftedWalls(series(...old), series(...next), until)).toBeNull());
});

it.each([
  [
    'at a moment moves by the wall time, over the change of the clocks',
    'FREQ=WEEKLY;UNTIL=20260323T080000Z',
    '2026-03-30T09:30',
    'UNTIL=20260406T093000',
  ],
  ['at the end of a day moves by days', 'FREQ=WEEKLY;UNTIL=20260323T225959Z', '2026-03-17T11:30', 'UNTIL=20260324'],
  ['at the end of a day stays for an hour', 'FREQ=WEEKLY;UNTIL=20260323T225959Z', '2026-03-16T11:30', 'UNTIL=20260323'],
  ['after a number of dates stays', 'FREQ=WEEKLY;COUNT=3', '2026-03-17T09:00', 'COUNT=3'],
])('an end %s', (_, rrule, to, end) => expect(movedUntil(rrule, BRUSSELS, ['2026-03-16T09:00', to])).toBe(`FREQ=WEEKLY;${end}`));
