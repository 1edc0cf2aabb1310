import { addDays } from '@bota/shared/domain';
import type { ExclusionRange } from './exclusions.contract';

/** The civil dates of some ranges, each with the value of its range; of two that overlap the first one counts. */
export function daysOf<Value>(ranges: readonly (Pick<ExclusionRange, 'from' | 'to'> & { value: Value })[]): Map<string, Value> {
  const days = new Map<string, Value>();
  for (const { from, to, value } of ranges) for (let day = from; day <= to; day = addDays(day, 1)) if (!days.has(day)) days.set(day, value);
  return days;
}

/** A wall time’s date is one of the days. A night counts on the day it begins. */
export const isOn = (days: ReadonlyMap<string, unknown>, { wall }: { wall: string }): boolean => days.has(wall.slice(0, 10));
