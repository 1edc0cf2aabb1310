import type { BookingDraft, QuotaBook } from '@bota/booking/domain';
import { type ReasonCode, can } from '@bota/shared/domain';
import type { Asking } from './asking';
import type { Queryable } from './facts.queries';
import { type JudgedSpan, isRefused, judge, override, withPast, without } from './judgement';
import { apartElsewhere } from './own.crossings';
import type { Prepared } from './preparation';
import { holdBook, judgeQuotas, readBook } from './quotas/quota.books';
import type { Refusals } from './refusals';
import type { RetryKey } from './retry.key';
import { judgeElsewhere } from './substitution';

/** Who asks for what, and what was read for it. */
export type Wish = { asking: Asking; draft: BookingDraft; retry?: RetryKey; prepared: Prepared; now: Date };
/**
 * Dates with what stands against them, and the codes of the rules that were set aside. `needless`: wall starts of dates that were to take
 * other rooms and find their own free.
 */
export type Judged = { dates: JudgedSpan[]; overridden: ReasonCode[]; needless: string[] };
/** `whole` looks at what is taken too, which is the database's to judge; `holds` the quotas that count until what is judged is written. */
export type Look = { db: Queryable; whole: boolean; holds: boolean };

/** Whether the organisation may book only so much, and what is asked is not beside that. */
export const hasQuota = ({ asking, prepared }: Wish): boolean =>
  prepared.facts.quotas.length > 0 && !asking.setAside?.includes('QUOTA_EXCEEDED');

/** Dates of a new booking, each in its rooms; refused ones in those they take instead, where some are named. */
export async function judgeNew(refusals: Refusals, wish: Wish, look: Look): Promise<Judged> {
  const { asking, prepared } = wish;
  const found = without(await inOwnRooms(refusals, wish, look), asking.setAside ?? []);
  const book = hasQuota(wish) ? await bookOf(wish, look) : null;
  const own = settled(wish, found, book);
  if (prepared.instead.size === 0) return { ...own, needless: [] };
  const isNamed = ({ span }: JudgedSpan) => prepared.instead.has(span.wall);
  const needless = own.dates.filter((one) => isNamed(one) && !isRefused(one)).map(({ span }) => span.wall);
  const moved = await elsewhere(wish, look, own.dates.filter(isRefused));
  const all = settled(
    wish,
    found.map((one) => moved.get(one.span.wall) ?? one),
    book,
  );
  const dates = apartElsewhere(all.dates, prepared.wanted);
  return { ...all, dates: wish.draft.onRefused === 'skip' ? backInOwn(dates, own.dates) : dates, needless };
}

/** What is refused elsewhere too is left out for what its own rooms say: those it is tried in again. */
const backInOwn = (dates: readonly JudgedSpan[], own: readonly JudgedSpan[]): JudgedSpan[] =>
  dates.map((one, index) => (one.rooms && isRefused(one) ? (own[index] ?? one) : one));

async function inOwnRooms(refusals: Refusals, { asking, prepared, now }: Wish, { db, whole }: Look): Promise<JudgedSpan[]> {
  const { wanted, facts } = prepared;
  const reader = { ...asking.person, isResident: facts.readerIsResident };
  if (whole) return refusals.judgeAll({ ...asking, person: reader }, wanted, facts, now, db);
  return judge(wanted.spans, { ...wanted, closures: facts.closures, taken: [], zone: asking.space.zone, now });
}

async function elsewhere({ asking, prepared, now }: Wish, { db }: Look, refused: readonly JudgedSpan[]): Promise<Map<string, JudgedSpan>> {
  const { wanted, facts, standing, instead } = prepared;
  const moves = refused.flatMap(({ span }) => {
    const rooms = instead.get(span.wall);
    return rooms ? [{ span, rooms }] : [];
  });
  const person = { ...asking.person, isResident: facts.readerIsResident };
  const grounds = { space: asking.space, person, wanted, facts, now, mayAsk: standing.stage !== 'confirmed' };
  const judged = without(await judgeElsewhere(db, moves, grounds), asking.setAside ?? []);
  return new Map(judged.map((one) => [one.span.wall, one]));
}

/** Offers keep to the quotas too. */
async function bookOf({ asking, draft, prepared, now }: Wish, { db, holds }: Look): Promise<QuotaBook> {
  const { facts, wanted } = prepared;
  const { id: spaceId, zone } = asking.space;
  const account = { spaceId, zone, organisationId: draft.organisationId, quotas: facts.quotas, now };
  wanted.book = await (holds ? holdBook : readBook)(db, account, wanted.spans);
  return wanted.book;
}

function settled({ asking, draft, prepared, now }: Wish, found: readonly JudgedSpan[], book: QuotaBook | null) {
  const roomIds = prepared.rooms.map(({ id }) => id);
  const counted = book ? judgeQuotas(book, roomIds, found) : [...found];
  const { judged, codes } = draft.overrideReason ? override(counted) : { judged: counted, codes: [] };
  const dates = withPast(judged, now, can(asking.person, 'booking:create-past', { spaceId: asking.space.id }));
  return { dates, overridden: codes };
}
