import {
  type Flag,
  type Recurrence,
  type Series,
  type Span,
  expand,
  isOn,
  overlapsItself,
  readRule,
  startMatches,
  whyNotTime,
} from '@bota/booking/domain';
import { REFUSALS, type RefusalCode, refuse } from '@bota/shared/api';
import { type Reason, type TimeReading, readTime } from '@bota/shared/domain';

const DAY_MS = 86_400_000;
const FAR_MS = 36_525 * DAY_MS;

/**
 * `days`: left out by calendars, each with its calendar. `most`: dates that a series without end may have up to the horizon; one that
 * there is may have had any number.
 */
export type Wish = { start: string; end: string; recurrence?: Recurrence | null; days?: ReadonlyMap<string, string>; most?: number };
export type House = { zone: string; horizonDays: number };

/** The dates of a wish: walls and rule as they are kept, spans as they are booked, and what stands against the time itself. */
export type Schedule = {
  wallStart: string;
  wallEnd: string;
  rrule: string | null;
  exdates: string[];
  spans: Span[];
  /** With those that calendars leave out. */
  whole: Span[];
  /** The calendars asked to leave out. */
  excludes: string[];
  /** Set when the rule has no end of its own: dates exist up to here. */
  materialisedUntil: Date | null;
  reasons: Reason[];
};

/** Reads the wish in the zone of the house; mistakes in the request itself are refused here. */
export function scheduleOf(wish: Wish, house: House, now: Date, mayBookPast: boolean): Schedule {
  const start = readTime(wish.start, house.zone);
  const end = readTime(wish.end, house.zone);
  const isRecurring = !!wish.recurrence;
  const { refusal, reasons } = whyNotTime({ start, end, isRecurring, mayBookPast: mayBookPast || isRecurring, now });
  if (refusal) refuse(refusal, { errors: [{ path: 'end', message: 'must come after the start' }] });
  if (wish.recurrence) return seriesOf({ ...wish, start: start.wall, end: end.wall, recurrence: wish.recurrence }, house, now, reasons);
  const span = { start: start.instant, end: end.instant, wall: start.wall, flags: flagsOf(start, end) };
  return {
    wallStart: start.wall,
    wallEnd: end.wall,
    rrule: null,
    exdates: [],
    excludes: [],
    spans: [span],
    whole: [span],
    materialisedUntil: null,
    reasons,
  };
}

function flagsOf(...times: TimeReading[]): Flag[] {
  return times.some((time) => time.ambiguous) ? ['ambiguous'] : [];
}

type SeriesWish = Wish & { recurrence: Recurrence };

function seriesOf({ start, end, recurrence, days = new Map(), most }: SeriesWish, house: House, now: Date, reasons: Reason[]): Schedule {
  const rrule = normalised(recurrence.rrule, house.zone);
  const series: Series = { start, end, zone: house.zone, rrule, exdates: wallsOf(recurrence.exdates ?? [], house.zone) };
  if (!startMatches(series)) refuseRule('booking/start-off-rule');
  const horizon = new Date(now.getTime() + house.horizonDays * DAY_MS);
  const { spans: whole, endless } = expandAll(series, horizon, most);
  const spans = whole.filter((span) => !isOn(days, span));
  if (spans.length === 0) refuseRule('booking/no-dates');
  if (overlapsItself(spans)) reasons.push({ code: 'OVERLAPS_ITSELF' });
  return {
    wallStart: start,
    wallEnd: end,
    rrule,
    exdates: [...(series.exdates ?? [])],
    excludes: [...new Set(recurrence.excludes)],
    spans,
    whole,
    materialisedUntil: endless ? horizon : null,
    reasons,
  };
}

/** Left-out dates as they are kept: dates stay dates, times become wall times of the house. */
const wallsOf = (exdates: readonly string[], zone: string): string[] =>
  exdates.map((exdate) => (exdate.includes('T') ? readTime(exdate, zone).wall : exdate));

function normalised(rrule: string, zone: string): string {
  const reading = readRule(rrule, zone);
  return 'rule' in reading ? reading.rule : refuseRule(reading.refusal, reading.detail);
}

/** A series with an end is booked whole; one without end up to the horizon. */
function expandAll(series: Series, horizon: Date, most?: number): { spans: Span[]; endless: boolean } {
  const far = new Date(readTime(series.start, series.zone).instant.getTime() + FAR_MS);
  const { endless } = expand(series, { until: far, most: 1 });
  const { spans, cut, unfinished } = expand(series, endless ? { until: horizon, most } : { until: far });
  if (cut || (!endless && unfinished)) refuseRule('recurrence/too-many');
  return { spans, endless };
}

function refuseRule(code: RefusalCode, detail?: string): never {
  return refuse(code, { detail, errors: [{ path: 'recurrence.rrule', message: detail ?? REFUSALS[code][1] }] });
}
