import {
  type QuotaAsk,
  type QuotaBook,
  type QuotaDate,
  type QuotaFacts,
  type Span,
  periodAfter,
  periodsOf,
  quotaReasons,
} from '@bota/booking/domain';
import { addMinutes, startOfDay } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import type { Queryable } from '../facts.queries';
import type { JudgedSpan } from '../judgement';
import { COUNTED, KINDS, LOCK_PERIODS } from './quota.queries';

type Dates = readonly Pick<Span, 'start' | 'end'>[];
type Named = Dates[number] & { organisationId: string };
export type Account = {
  spaceId: string;
  zone: string;
  organisationId: string;
  quotas: readonly QuotaFacts[];
  now: Date;
  /** A booking that is being changed: all of its dates, or some. */
  own?: { bookingId?: string; occurrenceIds?: readonly string[] };
};

/** Holds the periods that some dates touch, then counts them: until the transaction ends nobody else of the organisation books in them. */
export async function holdBook(tx: Queryable, account: Account, dates: Dates): Promise<QuotaBook> {
  const { spaceId, organisationId } = account;
  const keys = periodsIn(account, dates).map(({ key }) => key);
  await tx.query(LOCK_PERIODS, [spaceId, keys.map(() => organisationId), keys]);
  return readBook(tx, account, dates);
}

/** For who books in the name of several organisations in one go: holds the periods of all before the first room is taken, in the order of everybody. */
export async function holdPeriods(tx: Queryable, { id: spaceId, zone }: SpaceEntity, wishes: readonly Named[]): Promise<void> {
  const quotas = await tx.query<Pick<QuotaFacts, 'per'>[]>(KINDS, [spaceId]);
  const held = wishes.flatMap((wish) => periodsIn({ quotas, zone }, [wish]).map(({ key }) => [wish.organisationId, key] as const));
  if (held.length > 0) await tx.query(LOCK_PERIODS, [spaceId, held.map(([organisationId]) => organisationId), held.map(([, key]) => key)]);
}

/** The same for who only looks. */
export async function readBook(db: Queryable, account: Account, dates: Dates): Promise<QuotaBook> {
  const { spaceId, zone, organisationId, quotas, now, own = {} } = account;
  const periods = periodsIn(account, [...dates, ...daysAfter(dates)]);
  if (periods.length === 0) return { quotas, zone, others: [], had: [], taken: [] };
  const [from, to] = [Math.min(...periods.map(({ start }) => start)), Math.max(...periods.map(({ end }) => end))];
  const rows = await db.query<(QuotaDate & { isOwn: boolean })[]>(COUNTED, [
    ...[spaceId, organisationId, new Date(from), new Date(to)],
    ...[own.bookingId ?? null, own.occurrenceIds ?? null, now],
  ]);
  return { quotas, zone, others: rows.filter(({ isOwn }) => !isOwn), had: rows.filter(({ isOwn }) => isOwn), taken: [] };
}

/** What is offered instead of one date may lie some days later, in another period. */
const daysAfter = (dates: Dates): Dates => {
  const [only, more] = dates;
  return only && !more ? [{ start: only.start, end: addMinutes(only.end, 9 * 24 * 60) }] : [];
};

type Counted = { quotas: readonly Pick<QuotaFacts, 'per'>[]; zone: string };
function periodsIn({ quotas, zone }: Counted, dates: Dates): { key: string; start: number; end: number }[] {
  const kinds = [...new Set(quotas.map(({ per }) => per))];
  return kinds.flatMap((per) =>
    dates.flatMap((date) =>
      periodsOf(per, date, zone).map((period) => ({
        key: `${per} ${period}`,
        start: startOfDay(period, zone).getTime(),
        end: startOfDay(periodAfter(per, period), zone).getTime(),
      })),
    ),
  );
}

/** Dates, in these rooms or those they have of their own, with the quotas they would pass among their reasons; those let beyond them before may stay. */
export function judgeQuotas(book: QuotaBook, roomIds: readonly string[], judged: readonly JudgedSpan[]): JudgedSpan[] {
  const standing = ({ reasons, overridden = [] }: JudgedSpan): QuotaAsk['standing'] =>
    reasons.length > 0 ? 'refused' : overridden.includes('QUOTA_EXCEEDED') ? 'granted' : 'asked';
  const asks = judged.map((one) => ({
    date: { ...one.span, roomIds: one.rooms?.map(({ id }) => id) ?? roomIds },
    standing: standing(one),
  }));
  const found = quotaReasons(book, asks);
  return judged.map((one, index) => ({ ...one, reasons: [...one.reasons, ...(found[index] ?? [])] }));
}
