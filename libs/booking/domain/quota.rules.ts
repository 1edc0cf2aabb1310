import { type Reason, addDays, dateOf, minutesBetween, readTime, startOfDay, weekdayOf } from '@bota/shared/domain';
import type { PrimeTime, Quota, QuotaUse } from './quota.contract';

/**
 * A quota as it holds for one organisation. `source`: who gives it, the house now, an agreement one day. `roomIds`: the rooms that
 * count, null for all.
 */
export type QuotaFacts = Pick<Quota, 'id' | 'per' | 'counts' | 'limit'> & {
  source: 'house';
  roomIds: readonly string[] | null;
  prime: readonly PrimeTime[];
};

type Span = { start: Date; end: Date };
/** A date that counts, with the rooms it was booked in: a composed room is one. `bookingId`: of one that is booked. */
export type QuotaDate = Span & { roomIds: readonly string[]; bookingId?: string };
/** By first day of the period. */
type Amounts = ReadonlyMap<string, number>;

/** The first day of the week (from Monday) or month in which a date of the calendar lies. */
export const periodOf = (per: Quota['per'], date: string): string =>
  per === 'month' ? `${date.slice(0, 7)}-01` : addDays(date, 1 - weekdayOf(date));

/** The first day of the next period. */
export const periodAfter = (per: Quota['per'], period: string): string =>
  per === 'week' ? addDays(period, 7) : periodOf('month', addDays(period, 31));

/** The periods that a span touches, in order; midnight belongs to the day it begins. */
export function periodsOf(per: Quota['per'], { start, end }: Span, zone: string): string[] {
  const last = periodOf(per, dateOf(new Date(end.getTime() - 1), zone));
  const periods = [periodOf(per, dateOf(start, zone))];
  for (let next = periodAfter(per, periods[0] ?? last); next <= last; next = periodAfter(per, next)) periods.push(next);
  return periods;
}

/**
 * What a date uses of a quota, by period: elapsed minutes of each room that counts, split where the period changes at midnight of the
 * house; or one, in the period in which it begins. With prime time, only what falls into it: a date that touches none uses nothing.
 */
export function amountsOf(quota: QuotaFacts, date: QuotaDate, zone: string): Amounts {
  const rooms = date.roomIds.filter((id) => quota.roomIds?.includes(id) ?? true).length;
  const spans = rooms === 0 ? [] : quota.prime.length > 0 ? primeSpans(quota.prime, date, zone) : [date];
  if (spans.length === 0) return new Map();
  if (quota.counts === 'dates') return new Map([[periodOf(quota.per, dateOf(date.start, zone)), 1]]);
  return sumOf(spans.flatMap((span) => partsOf(quota, span, zone)).map(([period, minutes]) => [period, minutes * rooms] as const));
}

function partsOf({ per }: QuotaFacts, span: Span, zone: string): (readonly [string, number])[] {
  return periodsOf(per, span, zone).map((period) => {
    const from = Math.max(span.start.getTime(), startOfDay(period, zone).getTime());
    const to = Math.min(span.end.getTime(), startOfDay(periodAfter(per, period), zone).getTime());
    return [period, minutesBetween(new Date(from), new Date(to))] as const;
  });
}

/** The parts of a span inside prime time, which lasts from the instant its first wall time names to that of its last. */
function primeSpans(prime: readonly PrimeTime[], span: Span, zone: string): Span[] {
  const last = dateOf(new Date(span.end.getTime() - 1), zone);
  const found: Span[] = [];
  for (let day = dateOf(span.start, zone); day <= last; day = addDays(day, 1)) {
    const ofDay = prime.filter(({ weekdays }) => weekdays.includes(weekdayOf(day))).map((one) => windowOn(day, one, zone));
    found.push(...ofDay.map((window) => overlap(window, span)).filter(({ start, end }) => start < end));
  }
  return joined(found);
}

const windowOn = (day: string, { from, to }: PrimeTime, zone: string): Span => ({
  start: readTime(`${day}T${from}`, zone).instant,
  end: to === '24:00' ? startOfDay(addDays(day, 1), zone) : readTime(`${day}T${to}`, zone).instant,
});

const overlap = (a: Span, b: Span): Span => ({ start: a.start > b.start ? a.start : b.start, end: a.end < b.end ? a.end : b.end });

/** Hours that two windows name count once. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start.getTime() - b.start.getTime())) {
    const before = result.at(-1);
    if (before && span.start <= before.end) before.end = span.end > before.end ? span.end : before.end;
    else result.push({ ...span });
  }
  return result;
}

function sumOf(amounts: Iterable<readonly [string, number]>): Map<string, number> {
  const sum = new Map<string, number>();
  for (const [period, amount] of amounts) sum.set(period, (sum.get(period) ?? 0) + amount);
  return sum;
}

/** What dates use of a quota together, by period. */
export const usedOf = (quota: QuotaFacts, dates: readonly QuotaDate[], zone: string): Amounts =>
  sumOf(dates.flatMap((date) => [...amountsOf(quota, date, zone)]));

/**
 * The quotas of an organisation, with the dates it has beside those asked for (`others`), what it had of these before they are changed (`had`),
 * and what of them was accepted already (`taken`).
 */
export type QuotaBook = {
  quotas: readonly QuotaFacts[];
  zone: string;
  others: readonly QuotaDate[];
  had: readonly QuotaDate[];
  taken: readonly QuotaDate[];
};

/** A date asked for. What is refused anyway, or was granted beyond the quota before, is not asked again; what is granted counts. */
export type QuotaAsk = { date: QuotaDate; standing: 'asked' | 'granted' | 'refused' };

/**
 * For each date in its order, the quotas it would pass, those accepted before it counted in: QUOTA_EXCEEDED (limit, used before it and
 * period). A change that makes an organisation use no more in a period than it did is not refused there, also beyond the limit.
 */
export const quotaReasons = (book: QuotaBook, asks: readonly QuotaAsk[]): Reason[][] => quotaReader(book)(asks);

export type QuotaReader = (asks: readonly QuotaAsk[]) => Reason[][];

/** The same for many asks that have nothing to do with each other: what is booked is counted once. */
export function quotaReader({ quotas, zone, others, had, taken }: QuotaBook): QuotaReader {
  const counted = quotas.map((quota) => {
    const base = usedOf(quota, others, zone);
    const before = usedOf(quota, had, zone);
    const ceiling = (period: string) => Math.max(quota.limit, (base.get(period) ?? 0) + (before.get(period) ?? 0));
    return { quota, used: usedOf(quota, [...others, ...taken], zone), ceiling };
  });
  return (asks) =>
    reasonsIn(
      counted.map((book) => ({ ...book, used: new Map(book.used) })),
      asks,
      zone,
    );
}

type Counting = { quota: QuotaFacts; used: Map<string, number>; ceiling: (period: string) => number };

function reasonsIn(books: readonly Counting[], asks: readonly QuotaAsk[], zone: string): Reason[][] {
  return asks.map(({ date, standing }) => {
    if (standing === 'refused') return [];
    const amounts = books.map((book) => ({ ...book, amounts: amountsOf(book.quota, date, zone) }));
    const reasons = standing === 'granted' ? [] : amounts.flatMap(passed);
    if (reasons.length === 0)
      for (const { used, amounts: added } of amounts) for (const [period, amount] of added) add(used, period, amount);
    return reasons;
  });
}

const add = (used: Map<string, number>, period: string, amount: number) => used.set(period, (used.get(period) ?? 0) + amount);

type Book = { quota: QuotaFacts; used: ReadonlyMap<string, number>; ceiling: (period: string) => number; amounts: Amounts };

function passed({ quota, used, ceiling, amounts }: Book): Reason[] {
  const over = [...amounts].filter(([period, amount]) => amount > 0 && (used.get(period) ?? 0) + amount > ceiling(period));
  const { per, counts, limit } = quota;
  return over.map(([period]) => ({
    ...{ code: 'QUOTA_EXCEEDED', limit, used: used.get(period) ?? 0, period, per, counts },
    ...(quota.prime.length > 0 && { isPrime: true }),
  }));
}

/** How much is used of each quota in the periods that some dates touch, and how much these would add. */
export function usesFor(
  { quotas, zone, others }: QuotaBook,
  asked: readonly QuotaDate[],
  periods: (quota: QuotaFacts) => string[],
): QuotaUse[] {
  return quotas.flatMap((quota) => {
    const [used, adds] = [usedOf(quota, others, zone), usedOf(quota, asked, zone)];
    const { id: quotaId, per, counts, limit } = quota;
    const what = { quotaId, per, counts, limit, isOfRooms: quota.roomIds !== null, isPrime: quota.prime.length > 0 };
    return periods(quota).map((period) => ({ ...what, period, used: used.get(period) ?? 0, asked: adds.get(period) ?? 0 }));
  });
}
