import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, addMinutes, dateOf, extentOf, isZone, minutesBetween, readTime, startOfDay, wallOf, weekdayOf } from './time';

const BRUSSELS = 'Europe/Brussels';
const ZONES = [BRUSSELS, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/Sao_Paulo', 'UTC'];

describe('reading a time', () => {
  it.each([
    ['winter wall time', '2026-03-16T09:00', '2026-03-16T08:00:00.000Z', '2026-03-16T09:00', true, false],
    ['summer wall time', '2026-04-06T09:00', '2026-04-06T07:00:00.000Z', '2026-04-06T09:00', true, false],
    ['last minute before the gap', '2026-03-29T01:59', '2026-03-29T00:59:00.000Z', '2026-03-29T01:59', true, false],
    ['first minute of the gap moves forward', '2026-03-29T02:00', '2026-03-29T01:00:00.000Z', '2026-03-29T02:00', false, false],
    ['inside the gap moves forward', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z', '2026-03-29T02:30', false, false],
    ['first minute after the gap', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z', '2026-03-29T03:00', true, false],
    ['the hour that comes twice is the first', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z', '2026-10-25T02:30', true, true],
    ['first of both by offset', '2026-10-25T02:30+02:00', '2026-10-25T00:30:00.000Z', '2026-10-25T02:30', true, false],
    ['second of both by offset', '2026-10-25T02:30+01:00', '2026-10-25T01:30:00.000Z', '2026-10-25T02:30', true, false],
    ['UTC', '2026-03-16T08:00:00Z', '2026-03-16T08:00:00.000Z', '2026-03-16T09:00', true, false],
    ['another offset', '2026-03-16T03:30:00-04:30', '2026-03-16T08:00:00.000Z', '2026-03-16T09:00', true, false],
    ['seconds and fractions', '2026-03-16T09:00:05.25', '2026-03-16T08:00:05.250Z', '2026-03-16T09:00:05', true, false],
    ['30 February counts on', '2026-02-30T09:00', '2026-03-02T08:00:00.000Z', '2026-03-02T09:00', false, false],
    ['29 February of a leap year', '2028-02-29T09:00', '2028-02-29T08:00:00.000Z', '2028-02-29T09:00', true, false],
    ['25 hours count on', '2026-01-01T25:00', '2026-01-02T00:00:00.000Z', '2026-01-02T01:00', false, false],
  ])('%s: %s', (_, text, instant, wall, exists, ambiguous) => {
    expect(readTime(text, BRUSSELS)).toEqual({ instant: new Date(instant), wall, exists, ambiguous });
  });

  it.each(['', '2026-03-16', '09:00', '2026-03-16 09:00', '2026-03-16T09:00+0100'])('refuses %p', (text) =>
    expect(() => readTime(text, BRUSSELS)).toThrow(RangeError),
  );

  it('gives back what wallOf wrote, in any zone', () => {
    const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }).map((date) => {
      date.setUTCMilliseconds(0);
      return date;
    });
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (instant, zone) => {
        const read = readTime(wallOf(instant, zone), zone);
        expect(read.exists).toBe(true);
        expect(wallOf(read.instant, zone)).toBe(wallOf(instant, zone));
        if (!read.ambiguous) expect(read.instant).toEqual(instant);
        expect(readTime(instant.toISOString(), zone).instant).toEqual(instant);
        expect(wallOf(instant, zone).startsWith(dateOf(instant, zone))).toBe(true);
      }),
    );
  });
});

it.each([
  ['2026-03-28', 24],
  ['2026-03-29', 23],
  ['2026-10-25', 25],
])('the day %s has %i hours', (date, hours) => {
  expect(minutesBetween(startOfDay(date, BRUSSELS), startOfDay(addDays(date, 1), BRUSSELS))).toBe(hours * 60);
});

it('instants reach from the first to the last, whatever their order', () => {
  const [first, between, last] = ['2026-03-29T09:00Z', '2026-03-29T10:00Z', '2026-04-01T08:00Z'].map((text) => new Date(text)) as [
    Date,
    Date,
    Date,
  ];
  expect(extentOf([between, last, first])).toEqual({ from: first, to: last });
});

it('a day that has no midnight starts at one', () =>
  expect(wallOf(startOfDay('2018-11-04', 'America/Sao_Paulo'), 'America/Sao_Paulo')).toBe('2018-11-04T01:00'));

it.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-03-01', -1, '2026-02-28'],
])('%s plus %i days', (date, days, result) => expect(addDays(date, days)).toBe(result));

it.each([
  ['2026-03-16', 1],
  ['2026-03-22', 7],
])('%s is weekday %i', (date, weekday) => expect(weekdayOf(date)).toBe(weekday));

it('adds elapsed minutes', () => expect(addMinutes(new Date('2026-03-29T00:45Z'), 30)).toEqual(new Date('2026-03-29T01:15Z')));

it.each([
  ['Europe/Brussels', true],
  ['UTC', true],
  ['America/Argentina/Buenos_Aires', true],
  ['Europe/Bruxelles', false],
  ['+01:00', false],
  ['2026-01-01T00:00[Europe/Brussels]', false],
  ['', false],
])('%p is a zone: %p', (text, expected) => expect(isZone(text)).toBe(expected));

describe('the same as Temporal says', () => {
  // Newfoundland changed its clocks a minute past midnight.
  const zones = ['Europe/Brussels', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Africa/Monrovia', 'UTC'];
  const instants = fc.oneof(
    fc.date({ min: new Date('1960-01-01'), max: new Date('2205-01-01'), noInvalidDate: true }),
    fc.integer({ min: -90, max: 90 }).map((seconds) => new Date(Date.parse('2006-04-02T03:31:00Z') + seconds * 1000)),
    fc.integer({ min: -90, max: 90 }).map((seconds) => new Date(Date.parse('2026-03-29T01:00:00Z') + seconds * 1000)),
  );
  it('whatever the moment and the zone', () =>
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        const plain = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();
        const smallestUnit = plain.second === 0 ? 'minute' : 'second';
        expect(wallOf(instant, zone)).toBe(plain.toString({ smallestUnit, roundingMode: 'trunc' }));
        expect(dateOf(instant, zone)).toBe(plain.toPlainDate().toString());
      }),
    ));
});
