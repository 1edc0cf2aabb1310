import { readRule } from './recurrence.reading';

const BRUSSELS = 'Europe/Brussels';

describe('reading a rule', () => {
  it.each([
    ['upper case and prefix', 'rrule:freq=weekly;byday=mo', 'FREQ=WEEKLY;BYDAY=MO'],
    ['fixed order, no trailing semicolon', 'BYDAY=+2TU;INTERVAL=2;FREQ=MONTHLY;', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU'],
    ['UNTIL as a date ends with that day, in winter', 'FREQ=DAILY;UNTIL=20261222', 'FREQ=DAILY;UNTIL=20261222T225959Z'],
    ['UNTIL as a date ends with that day, in summer', 'FREQ=DAILY;UNTIL=20260406', 'FREQ=DAILY;UNTIL=20260406T215959Z'],
    ['UNTIL as a date ends with the day of 23 hours', 'FREQ=DAILY;UNTIL=20260329', 'FREQ=DAILY;UNTIL=20260329T215959Z'],
    ['UNTIL in wall time', 'FREQ=DAILY;UNTIL=20260406T090000', 'FREQ=DAILY;UNTIL=20260406T070000Z'],
    ['UNTIL in UTC stays', 'FREQ=DAILY;UNTIL=20260406T215959Z', 'FREQ=DAILY;UNTIL=20260406T215959Z'],
    ['the most dates', 'FREQ=DAILY;COUNT=1000', 'FREQ=DAILY;COUNT=1000'],
    ['29 February of a leap year', 'FREQ=DAILY;UNTIL=20280229T120000Z', 'FREQ=DAILY;UNTIL=20280229T120000Z'],
  ])('%s', (_, rrule, rule) => {
    expect(readRule(rrule, BRUSSELS)).toEqual({ rule });
    expect(readRule(rule, BRUSSELS)).toEqual({ rule });
  });

  it.each([
    ['', 'recurrence/unreadable'],
    ['every Tuesday', 'recurrence/unreadable'],
    ['FREQ=FORTNIGHTLY', 'recurrence/unreadable'],
    ['INTERVAL=2', 'recurrence/unreadable'],
    ['FREQ=DAILY;FREQ=DAILY', 'recurrence/unreadable'],
    ['FREQ=DAILY\nRRULE:FREQ=WEEKLY', 'recurrence/unreadable'],
    ['FREQ=DAILY;INTERVAL=0', 'recurrence/unreadable'],
    ['FREQ=DAILY;INTERVAL=-1', 'recurrence/unreadable'],
    ['FREQ=DAILY;COUNT=0', 'recurrence/unreadable'],
    ['FREQ=DAILY;COUNT=3;UNTIL=20261222', 'recurrence/unreadable'],
    ['FREQ=DAILY;UNTIL=20260230', 'recurrence/unreadable'],
    ['FREQ=DAILY;UNTIL=2026-12-22', 'recurrence/unreadable'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'recurrence/unreadable'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'recurrence/unreadable'],
    ['FREQ=MONTHLY;BYDAY=54MO', 'recurrence/unreadable'],
    ['FREQ=YEARLY;BYMONTH=13', 'recurrence/unreadable'],
    ['FREQ=WEEKLY;BYDAY=2MO', 'recurrence/unreadable'],
    ['FREQ=WEEKLY;BYMONTHDAY=2', 'recurrence/unreadable'],
    ['FREQ=MONTHLY;BYYEARDAY=2', 'recurrence/unreadable'],
    ['FREQ=MONTHLY;BYWEEKNO=2', 'recurrence/unreadable'],
    ['FREQ=YEARLY;BYWEEKNO=2;BYDAY=1MO', 'recurrence/unreadable'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'recurrence/unreadable'],
    ['FREQ=SECONDLY', 'recurrence/too-frequent'],
    ['FREQ=MINUTELY;COUNT=2', 'recurrence/too-frequent'],
    ['FREQ=HOURLY', 'recurrence/too-frequent'],
    ['FREQ=DAILY;COUNT=1001', 'recurrence/too-many'],
    ['FREQ=DAILY;COUNT=99999999999999999999', 'recurrence/too-many'],
    ['FREQ=DAILY;BYHOUR=9,14', 'recurrence/unsupported'],
    ['FREQ=DAILY;BYMINUTE=0', 'recurrence/unsupported'],
    ['FREQ=DAILY;BYSECOND=0', 'recurrence/unsupported'],
    ['FREQ=DAILY;RSCALE=GREGORIAN;SKIP=FORWARD', 'recurrence/unsupported'],
    ['FREQ=DAILY;X-THING=1', 'recurrence/unsupported'],
  ])('%p is refused: %s', (rrule, refusal) => expect(readRule(rrule, BRUSSELS)).toEqual({ refusal, detail: expect.any(String) }));
});
