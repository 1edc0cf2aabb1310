import { type RoomFacts, quotaReasons, roomsFreeOn, type QuotaBook } from '@bota/booking/domain';
import type { Queryable } from './facts.queries';
import type { JudgedSpan } from './judgement';
import { houseFor } from './near.queries';
import type { Asked, Wanted } from './refusals';

/** Dates of a series that are looked at for other rooms, and how many are said of each. */
const [MOST_DATES, MOST_OFFERS] = [120, 8];

/** Dates that their rooms refuse, those they have of their own or those of all. */
type Question = { wanted: Wanted; refused: readonly Pick<JudgedSpan, 'span' | 'rooms'>[]; mayAsk: boolean; now: Date };

/**
 * The rooms that dates of a series may have instead, the best first, by the wall starts of these: the house is read once, and what is
 * taken on all of them once. `mayAsk`: also those that the coordination has to grant.
 */
export async function roomsElsewhere(
  db: Queryable,
  { space, person }: Asked,
  { wanted, refused, mayAsk, now }: Question,
): Promise<ReadonlyMap<string, RoomFacts[][]>> {
  const coming = refused.filter(({ span }) => span.start >= now);
  const dates = coming.slice(0, MOST_DATES).map(({ span, rooms = wanted.rooms }) => ({ span, rooms }));
  if (dates.length === 0) return new Map();
  const { id: spaceId, zone } = space;
  const stretches = dates.map(({ span }) => span);
  const { facts: house, taken } = await houseFor(db, wanted, { spaceId, zone, actor: person, now, stretches });
  const candidates = house.rooms.filter(({ bookable }) => bookable);
  const ask = { ...groundsOf(wanted), mayAsk, closures: house.closures, taken, zone, now, candidates };
  const free = roomsFreeOn(dates, ask, MOST_OFFERS);
  return new Map(dates.map(({ span }, index) => [span.wall, free[index] ?? []]));
}

/** Moving a booking is not a way to ask the coordination; what passes a quota is no way out. */
export const groundsOf = ({ spans: _spans, except, book, ...wanted }: Wanted) => ({
  ...wanted,
  mayAsk: !except?.bookingId,
  ...(book && { admits: keepsTo(book) }),
});

/** Whether offers stay within the quotas, together. */
const keepsTo = (book: QuotaBook) => (offers: readonly { span: { start: Date; end: Date }; rooms: readonly RoomFacts[] }[]) => {
  const dates = offers.map(({ span, rooms }) => ({ ...span, roomIds: rooms.map(({ id }) => id) }));
  const asks = dates.map((date) => ({ date, standing: 'asked' as const }));
  return quotaReasons(book, asks).every((reasons) => reasons.length === 0);
};
