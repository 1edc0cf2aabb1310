import { type RoomFacts, type Span, quotaReasons, roomsFreeOn, type QuotaBook } from '@bota/booking/domain';
import { extentOf } from '@bota/shared/domain';
import { type Queryable, factsFor } from './facts.queries';
import type { Asked, Wanted } from './refusals';
import { takenOn } from './taken.queries';

// Two neighbours may each set up or clear for eight hours.
export const MOST_PREPARING = 2 * 8 * 60;
/** Dates of a series that are looked at for other rooms, and how many are said of each. */
const [MOST_DATES, MOST_OFFERS] = [120, 8];

/**
 * The rooms that are free on dates of a series, the best first, by the wall starts of these: the house is read once, and what is taken
 * on all of them once. `mayAsk`: also those that the coordination has to grant.
 */
export async function roomsElsewhere(
  db: Queryable,
  { space, person }: Asked,
  { wanted, spans, mayAsk, now }: { wanted: Wanted; spans: readonly Span[]; mayAsk: boolean; now: Date },
): Promise<ReadonlyMap<string, RoomFacts[]>> {
  const dates = spans.slice(0, MOST_DATES);
  if (dates.length === 0 || wanted.rooms.length > 1) return new Map();
  const { id: spaceId, zone } = space;
  const window = extentOf(dates.flatMap(({ start, end }) => [start, end]));
  const house = await factsFor(db, { spaceId, zone, roomIds: null, actor: person, now, ...window });
  const candidates = house.rooms.filter(({ bookable }) => bookable);
  const unitIds = [...new Set(candidates.flatMap((room) => room.unitIds))];
  const margin = marginOf(house.rooms);
  const taken = await takenOn(db, { spaceId, unitIds, dates, reader: person, now, except: wanted.except, margin });
  const ask = { ...groundsOf(wanted), mayAsk, closures: house.closures, taken, zone, now, candidates };
  const free = roomsFreeOn(dates, ask, MOST_OFFERS);
  return new Map(dates.map(({ wall }, index) => [wall, free[index] ?? []]));
}

/** How far beside a time what takes the rooms of the house may reach, in minutes. */
export const marginOf = (rooms: readonly RoomFacts[]): number =>
  MOST_PREPARING + Math.max(0, ...rooms.map(({ rules }) => rules.bufferMinutes ?? 0));

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
