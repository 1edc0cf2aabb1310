/** A residency as its dates tell it: local dates of the house (`YYYY-MM-DD`); `to` is its last day, null leaves it open. */
export type ResidencyDates = { from: string; to: string | null; noticeOn: string | null };
export type ResidencyStatus = 'planned' | 'active' | 'notice' | 'ended';

/**
 * Status of a residency on a local date: planned before its first day, in notice from the day notice was given until its last day,
 * that day included, ended afterwards, active otherwise. Also a residency with a fixed end is active until then.
 */
export function residencyStatus({ from, to, noticeOn }: ResidencyDates, today: string): ResidencyStatus {
  if (today < from) return 'planned';
  if (to !== null && today > to) return 'ended';
  return noticeOn !== null && today >= noticeOn ? 'notice' : 'active';
}

export type ShareKey = 'm2' | 'desks' | 'heads' | 'fixed';
/** What is agreed: a quantity of the key (m², desks, heads, thousandths of the whole), or null to follow what is occupied. */
export type ShareTerms = { from: string; to: string | null; shareKey: ShareKey; shareQuantity: number | null };
/** `desks` null = the whole room. Dates as of a residency. */
export type Occupied = { roomId: string; desks: number | null; from: string; to: string | null };
export type RoomMeasures = { id: string; areaM2: number | null; desks: number | null };

const covers = ({ from, to }: { from: string; to: string | null }, day: string) => day >= from && (to === null || day <= to);

/**
 * The share of a residency on a local date, in its key's unit (m², desks, heads, thousandths), to three decimals: as agreed,
 * else as occupied that day. Desks take their part of the area of a room; a measure that is unknown counts for nothing.
 */
export function shareOf(residency: ShareTerms, occupied: readonly Occupied[], rooms: readonly RoomMeasures[], day: string): number {
  if (!covers(residency, day)) return 0;
  if (residency.shareQuantity !== null) return residency.shareQuantity;
  const measures = new Map(rooms.map((room) => [room.id, room]));
  const sum = occupied
    .filter((one) => covers(one, day))
    .reduce((total, one) => total + measureOf(residency.shareKey, one, measures.get(one.roomId)), 0);
  return Math.round(sum * 1000) / 1000;
}

function measureOf(key: ShareKey, { desks }: Occupied, room: RoomMeasures | undefined): number {
  const places = room?.desks ?? 0;
  if (key === 'desks') return desks ?? places;
  if (key !== 'm2') return 0;
  const area = room?.areaM2 ?? 0;
  if (desks === null) return area;
  return places === 0 ? 0 : (area * desks) / places;
}

/** Whether the key asks for an agreed quantity: heads and a fixed share follow from nothing that is occupied. */
export const needsQuantity = (key: ShareKey): boolean => key === 'heads' || key === 'fixed';
