import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { addMinutes, readTime } from '@bota/shared/domain';
import type { Flag } from './booking.contract';
import { MAX_COUNT, partsOf, readRule, untilOfRule } from './recurrence.reading';

/** A series as it is kept: wall times of the first date, IANA zone, RRULE, and left-out dates or wall starts. */
export type Series = { start: string; end: string; zone: string; rrule: string; exdates?: readonly string[] };

/** One date of a series. `wall` is its wall start before any move: the recurrence id (RFC 5545 3.8.4.4). */
export type Span = { start: Date; end: Date; wall: string; flags: Flag[] };

export type Expansion = {
  spans: Span[];
  /** The rule has neither COUNT nor UNTIL. */
  endless: boolean;
  /** More dates than `most` lie before the bound. */
  cut: boolean;
  /** The rule has an end, and it lies beyond the bound. */
  unfinished: boolean;
};

/**
 * The dates of a series that start before `bound.until`, at most `bound.most` (1000 by default).
 * Wall time is constant across DST. A wall time that does not exist moves forward by the gap and is flagged
 * `moved-forward`; when the start moves, the length is kept. One that comes twice is the first, flagged `ambiguous`.
 * Throws a RangeError when `readRule` refuses the rule.
 */
export function expand(series: Series, bound: { until: Date; most?: number }): Expansion {
  const { rule, endless, count, until } = ruleOf(series);
  const leftOut = new Set(series.exdates?.map((exdate) => exdate.replace(/(T\d{2}:\d{2}):00$/, '$1')));
  const minutes = wallMinutes(series.start, series.end);
  const most = bound.most ?? MAX_COUNT;
  const spans: Span[] = [];
  let counted = 0;
  let cut = false;
  walk(series.start, rule, bound.until, (wall) => {
    const span = spanAt(wall, minutes, series.zone);
    if (span.start >= bound.until || (until && span.start > until)) return false;
    counted += 1;
    const isLeftOut = leftOut.has(span.wall) || leftOut.has(span.wall.slice(0, 10));
    cut = !isLeftOut && spans.length >= most;
    if (!isLeftOut && !cut) spans.push(span);
    return !cut && counted < count;
  });
  const unfinished = endless ? false : until ? until >= bound.until : counted < count && !cut;
  return { spans, endless, cut, unfinished };
}

/** The first date of a series, by its wall times alone: whether the rule gives it is another question. */
export const firstSpan = ({ start, end, zone }: Pick<Series, 'start' | 'end' | 'zone'>): Span => spanAtWall({ start, end, zone }, start);

/** The date of a series at one of its wall starts: whether the rule gives it is another question. */
export const spanAtWall = ({ start, end, zone }: Pick<Series, 'start' | 'end' | 'zone'>, wall: string): Span =>
  spanAt(wall, wallMinutes(start, end), zone);

/** Whether the first date is one the rule itself gives, as RFC 5545 3.8.5.3 asks; the others are refused, not guessed. */
export function startMatches(series: Series): boolean {
  const { rule, until } = ruleOf(series);
  const first = readTime(series.start, series.zone);
  if (until && first.instant > until) return false;
  let matches = false;
  walk(series.start, rule, first.instant, (wall) => {
    matches = readTime(wall, series.zone).wall === first.wall;
    return false;
  });
  return matches;
}

/**
 * Whether a date runs into the next one: a booking longer than its own period. `gapMinutes`: as long as its rooms are taken between
 * two dates beside their time. In order of start.
 */
export const overlapsItself = (spans: readonly { start: Date; end: Date }[], gapMinutes = 0): boolean =>
  spans.some(({ start }, index) => {
    const before = spans[index - 1];
    return before !== undefined && start < addMinutes(before.end, gapMinutes);
  });

function ruleOf({ rrule, zone }: Series) {
  const reading = readRule(rrule, zone);
  if ('refusal' in reading) throw new RangeError(`${reading.refusal}: ${reading.detail}`);
  const parts = partsOf(reading.rule) ?? new Map<string, string>();
  const count = parts.has('COUNT') ? Number(parts.get('COUNT')) : Infinity;
  const until = untilOfRule(reading.rule);
  return { rule: reading.rule, count, until, endless: count === Infinity && !until };
}

/**
 * Walks the wall starts of a rule, in order, until `visit` says stop. The rule runs on wall time as if it were UTC,
 * so no date is lost in a DST gap; COUNT and UNTIL are left to the caller, and the bound (a day later, zones differ) ends it.
 */
function walk(start: string, rule: string, bound: Date, visit: (wall: string) => boolean): void {
  const dtstart = Temporal.PlainDateTime.from(start).toZonedDateTime('UTC');
  const until = Temporal.Instant.fromEpochMilliseconds(addMinutes(bound, 24 * 60).getTime()).toZonedDateTimeISO('UTC');
  if (Temporal.ZonedDateTime.compare(until, dtstart) < 0) return;
  const rruleString = `RRULE:${rule.replace(/;(COUNT|UNTIL)=[^;]*/g, '')}`;
  new RRuleTemporal({ rruleString, dtstart, until, maxIterations: 100_000 }).all((date) => visit(date.toString().slice(0, 19)));
}

function spanAt(wallStart: string, minutes: number, zone: string): Span {
  const start = readTime(wallStart, zone);
  const end = readTime(
    Temporal.PlainDateTime.from(wallStart)
      .add({ seconds: Math.round(minutes * 60) })
      .toString({ smallestUnit: 'second' }),
    zone,
  );
  const flags: Flag[] = [];
  if (!start.exists || !end.exists) flags.push('moved-forward');
  if (start.ambiguous || end.ambiguous) flags.push('ambiguous');
  return { start: start.instant, end: start.exists ? end.instant : addMinutes(start.instant, minutes), wall: start.wall, flags };
}

const wallMinutes = (start: string, end: string) =>
  Temporal.PlainDateTime.from(start).until(Temporal.PlainDateTime.from(end)).total({ unit: 'minute' });
