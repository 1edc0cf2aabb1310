import { inRooms } from '@bota/booking/domain';
import { type AllocationRow, allocationsFor } from './allocations';
import { type JudgedSpan, isRefused } from './judgement';
import type { Wanted } from './refusals';

/** Dates of one booking that would stand in each other's way in the rooms they move to are refused there: OVERLAPS_ITSELF. */
export function apartElsewhere(judged: readonly JudgedSpan[], wanted: Wanted): JudgedSpan[] {
  const kept = judged.filter((one) => !isRefused(one));
  const moved = new Set(kept.filter(({ rooms }) => rooms).map(({ span }) => span.wall));
  const rows = kept.flatMap((one) => allocationsFor([{ id: one.span.wall, ...one.span }], one.rooms ?? wanted.rooms, placed(one, wanted)));
  const crossed = new Set(crossings(rows).filter((wall) => moved.has(wall)));
  return judged.map((one) => (crossed.has(one.span.wall) ? { ...one, reasons: [{ code: 'OVERLAPS_ITSELF' as const }] } : one));
}

/** What a date takes beside its time in its rooms. */
export const placed = ({ rooms }: Pick<JudgedSpan, 'rooms'>, wanted: Wanted): Wanted => (rooms ? inRooms(wanted, rooms) : wanted);

/** Both dates of every two that take a unit at one time. */
function crossings(rows: readonly AllocationRow[]): string[] {
  return [...Map.groupBy(rows, ({ unit_id }) => unit_id).values()].flatMap((ofUnit) => {
    const inOrder = ofUnit.toSorted((a, b) => a.blocked_from.getTime() - b.blocked_from.getTime());
    return inOrder.flatMap((row, index) => {
      const before = inOrder[index - 1];
      return before && needed(before, row) > row.blocked_from ? [before.occurrence_id, row.occurrence_id] : [];
    });
  });
}

/** Until when a row keeps the next from its unit: the larger buffer of both counts. */
const needed = (before: AllocationRow, next: AllocationRow): Date => {
  const buffer = next.blocked_until.getTime() - next.cleared_at.getTime();
  return new Date(Math.max(before.blocked_until.getTime(), before.cleared_at.getTime() + buffer));
};
