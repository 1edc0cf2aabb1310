import * as fc from 'fast-check';
import { cutSeries } from './recurrence.cut';
import { rule, wallStart } from './recurrence.fixture';
import { type Series, expand } from './recurrence.rules';

const zone = 'Europe/Brussels';
const until = new Date('2030-01-01');
const weekly = (rrule: string, exdates: string[] = []): Series => ({
  start: '2026-03-02T09:00',
  end: '2026-03-02T11:00',
  zone,
  rrule,
  exdates,
});
const walls = (series: Series | null) => (series ? expand(series, { until, most: 5000 }).spans.map(({ wall }) => wall) : []);

it.each([
  ['a number of dates is shared out', 'FREQ=WEEKLY;COUNT=5', 'FREQ=WEEKLY;COUNT=2', 'FREQ=WEEKLY;COUNT=3'],
  [
    'an end stays the end of the rest',
    'FREQ=WEEKLY;UNTIL=20260430',
    'FREQ=WEEKLY;UNTIL=20260309T225959Z',
    'FREQ=WEEKLY;UNTIL=20260430T215959Z',
  ],
  ['what has no end has none after', 'FREQ=WEEKLY', 'FREQ=WEEKLY;UNTIL=20260309T225959Z', 'FREQ=WEEKLY'],
])('%s', (_, rrule, before, rest) => {
  const cut = cutSeries(weekly(rrule), '2026-03-16T09:00');
  expect([cut.before?.rrule, cut.rest.rrule, cut.rest.start, cut.rest.end, cut.isOfRule]).toEqual([
    ...[before, rest, '2026-03-16T09:00', '2026-03-16T11:00', true],
  ]);
});

it('left-out dates go with their half and still count', () => {
  const { before, rest } = cutSeries(weekly('FREQ=WEEKLY;COUNT=6', ['2026-03-09', '2026-03-23T09:00']), '2026-03-16T09:00');
  expect([before?.exdates, before?.rrule, rest.exdates, rest.rrule]).toEqual([
    ...[['2026-03-09'], 'FREQ=WEEKLY;COUNT=2', ['2026-03-23T09:00'], 'FREQ=WEEKLY;COUNT=4'],
  ]);
  expect([walls(before), walls(rest)].map((half) => half.length)).toEqual([1, 3]);
});

it('nothing comes before the first date', () => {
  const series = weekly('FREQ=WEEKLY;COUNT=3');
  expect(cutSeries(series, series.start)).toEqual({ before: null, rest: series, isOfRule: true });
});

it('says when the rule does not give the date', () =>
  expect([
    cutSeries(weekly('FREQ=WEEKLY'), '2026-03-17T09:00').isOfRule,
    cutSeries(weekly('FREQ=WEEKLY;COUNT=2'), '2026-03-16T09:00').isOfRule,
  ]).toEqual([false, false]));

it('the hour that does not exist is cut where the rule has it', () => {
  const daily: Series = { start: '2026-03-28T02:30', end: '2026-03-28T03:30', zone, rrule: 'FREQ=DAILY;COUNT=3' };
  const { before, rest, isOfRule } = cutSeries(daily, '2026-03-29T02:30');
  expect([isOfRule, walls(before), walls(rest)]).toEqual([true, ['2026-03-28T02:30'], ['2026-03-29T02:30', '2026-03-30T02:30']]);
});

it('both halves together give the dates of the whole, wherever it is cut', () => {
  fc.assert(
    fc.property(rule, wallStart, fc.constantFrom(zone, 'America/New_York', 'UTC'), fc.nat(200), (rrule, start, inZone, place) => {
      const series = { start, end: start, zone: inZone, rrule };
      const all = walls(series);
      const wall = all[place % Math.max(1, all.length)];
      fc.pre(wall !== undefined);
      const { before, rest, isOfRule } = cutSeries(series, wall as string);
      expect(isOfRule).toBe(true);
      expect([...walls(before), ...walls(rest)]).toEqual(all);
      expect(walls(rest)[0]).toBe(wall);
    }),
    { numRuns: 150 },
  );
});
