import type { WeekHours } from '@bota/spaces/domain';

/** Days in a row (1 = Monday) with the same hours; null = closed. */
export type DayGroup = { first: number; last: number; hours: readonly [string, string] | null };

/** A week as few groups of days that follow each other with the same hours. */
export function dayGroups(week: NonNullable<WeekHours>): DayGroup[] {
  return week.reduce<DayGroup[]>((groups, hours, index) => {
    const last = groups.at(-1);
    const day = index + 1;
    if (last && String(last.hours) === String(hours)) return [...groups.slice(0, -1), { ...last, last: day }];
    return [...groups, { first: day, last: day, hours }];
  }, []);
}

/** The hours when all open days share them, else null. */
export function sharedHours(groups: readonly DayGroup[]): readonly [string, string] | null {
  const open = groups.flatMap(({ hours }) => (hours ? [hours] : []));
  const [first] = open;
  return first && open.every((hours) => String(hours) === String(first)) ? first : null;
}
