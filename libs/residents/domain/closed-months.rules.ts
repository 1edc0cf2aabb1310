import { type ChargedResidency, sharersIn } from './charges.rules';
import type { RoomMeasures } from './residency.rules';

/**
 * The first of the closed months (`YYYY-MM`) whose accounts would no longer match, were the dates of a residency or what it occupies
 * changed so; null when none. A residency that begins has no `before`. What is agreed (the key, its quantity) is taken as it will be:
 * it counts from the first open month on, and closed ones keep what they were counted by.
 */
export function closedMonthAltered(
  { before, after, rooms }: { before: ChargedResidency | null; after: ChargedResidency; rooms: readonly RoomMeasures[] },
  closed: readonly string[],
): string | null {
  const { shareKey, shareQuantity } = after;
  const earlier = before ? [{ ...before, shareKey, shareQuantity }] : [];
  const counted = (month: string, residencies: readonly ChargedResidency[]) => sharersIn(month, residencies, rooms)[0]?.milliDays ?? 0;
  return closed.toSorted().find((month) => counted(month, earlier) !== counted(month, [after])) ?? null;
}
