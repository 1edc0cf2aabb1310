import { type ChargedResidency, type RoomMeasures, type ShareKey, firstDayOf, lastDayOf, sharersIn } from '@bota/residents/domain';
import { RESIDENCIES, ROOM_MEASURES } from './charges.queries';
import type { Reading } from './priced-bookings';

export type ResidencyShare = { organisationId: string; name: string; key: ShareKey; share: number };

/** The part each organisation that lives in the house has in a month, among those with the same key (0 to 1); a fixed one is of the whole. */
export async function residencyShares(tx: Reading, spaceId: string, month: string): Promise<ResidencyShare[]> {
  const residencies: ChargedResidency[] = await tx.query(RESIDENCIES, [spaceId, firstDayOf(month), lastDayOf(month)]);
  const rooms: RoomMeasures[] = await tx.query(ROOM_MEASURES, [spaceId]);
  const names: { id: string; name: string }[] = await tx.query('SELECT id, name FROM organisation WHERE id = ANY($1)', [
    residencies.map(({ organisationId }) => organisationId),
  ]);
  const sharers = sharersIn(month, residencies, rooms);
  const totals = Map.groupBy(sharers, ({ key }) => key);
  return sharers.map(({ organisationId, key, milliDays, of }) => {
    const all = key === 'fixed' ? of * 1_000_000 : (totals.get(key) ?? []).reduce((sum, one) => sum + one.milliDays, 0);
    return { organisationId, name: names.find(({ id }) => id === organisationId)?.name ?? '', key, share: all > 0 ? milliDays / all : 0 };
  });
}
