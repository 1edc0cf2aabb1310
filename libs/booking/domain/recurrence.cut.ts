import { minutesBetween, readTime, wallOf, addMinutes } from '@bota/shared/domain';
import { partsOf, readRule } from './recurrence.reading';
import { type Series, expand } from './recurrence.rules';

const NO_END = 100_000;

/** A series in two: `before` is null when nothing of the rule comes before; `isOfRule`: the rule gives the wall start it was cut at. */
export type Cut = { before: Series | null; rest: Series; isOfRule: boolean };

/**
 * Cuts a series before a wall start (RFC 5545 3.2.13, THISANDFUTURE): what comes before ends with its last date, the rest has the
 * same rhythm from there on. Left-out dates go with their half and count, as COUNT counts them. Throws a RangeError when
 * `readRule` refuses the rule.
 */
export function cutSeries(series: Series, wall: string): Cut {
  const { start, end, zone, rrule, exdates = [] } = series;
  const bound = readTime(wall, zone).instant;
  const whole = { start, end, zone, rrule };
  const earlier = expand(whole, { until: bound, most: NO_END }).spans;
  const [next] = expand(whole, { until: addMinutes(bound, 1), most: NO_END }).spans.slice(earlier.length);
  const last = earlier.at(-1);
  const isBefore = (exdate: string) => (exdate.includes('T') ? exdate < wall : exdate < wall.slice(0, 10));
  return {
    before: last ? { ...series, rrule: endedRule(rrule, zone, last.wall, earlier.length), exdates: exdates.filter(isBefore) } : null,
    rest: {
      ...{ start: wall, end: laterBy(wall, start, end), zone },
      rrule: restOfRule(rrule, zone, earlier.length),
      exdates: exdates.filter((exdate) => !isBefore(exdate)),
    },
    isOfRule: next?.wall === wall,
  };
}

/** A rule with a number of dates keeps saying a number; the others end with the day of the last one. */
function endedRule(rrule: string, zone: string, lastWall: string, count: number): string {
  const parts = partsOf(rrule) ?? new Map<string, string>();
  if (parts.has('COUNT')) parts.set('COUNT', String(count));
  else parts.set('UNTIL', lastWall.slice(0, 10).replaceAll('-', ''));
  return written(parts, zone);
}

function restOfRule(rrule: string, zone: string, gone: number): string {
  const parts = partsOf(rrule) ?? new Map<string, string>();
  if (parts.has('COUNT')) parts.set('COUNT', String(Math.max(1, Number(parts.get('COUNT')) - gone)));
  return written(parts, zone);
}

function written(parts: Map<string, string>, zone: string): string {
  const reading = readRule([...parts].map(([name, value]) => `${name}=${value}`).join(';'), zone);
  if ('refusal' in reading) throw new RangeError(`${reading.refusal}: ${reading.detail}`);
  return reading.rule;
}

/** The wall end that is as far from `wall` as `end` is from `start`, on the clock. */
const laterBy = (wall: string, start: string, end: string): string =>
  wallOf(addMinutes(plain(wall), minutesBetween(plain(start), plain(end))), 'UTC');

const plain = (wall: string): Date => readTime(`${wall}Z`, 'UTC').instant;
