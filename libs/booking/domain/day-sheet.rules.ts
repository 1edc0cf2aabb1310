import { addDays, startOfDay } from '@bota/shared/domain';
import type { Feature, Layout } from '@bota/spaces/domain';
import type { DayEnd, DayEntry } from './day-sheet.contract';

type Taking = Pick<DayEntry, 'takenFrom' | 'takenUntil'>;

/** Who opens: everything that begins at the first moment rooms are taken, setting up included. */
export const opensOf = (entries: readonly DayEntry[]): DayEnd | null => endOf(entries, 'takenFrom', (a, b) => a < b);

/** Who closes: everything that lasts until the last moment, clearing included. */
export const closesOf = (entries: readonly DayEntry[]): DayEnd | null => endOf(entries, 'takenUntil', (a, b) => a > b);

/** Instants as they are told are compared as text: all are UTC. A booking of several rooms counts once. */
function endOf(entries: readonly DayEntry[], which: keyof Taking, isBefore: (a: string, b: string) => boolean): DayEnd | null {
  const [first, ...rest] = entries;
  if (!first) return null;
  const at = rest.reduce((found, entry) => (isBefore(entry[which], found) ? entry[which] : found), first[which]);
  const met = new Map(entries.filter((entry) => entry[which] === at).map((entry) => [entry.occurrenceId, entry]));
  const named = [...met.values()].map(({ occurrenceId, organisation, keys, contact }) => ({ occurrenceId, organisation, keys, contact }));
  return { at, entries: named };
}

/**
 * What has to be changed in a room during a day: each booking wants its layout, the first finds the room as it usually stands.
 * `entries` in the order of their beginning; answers how each finds the room, null where nothing is to be moved.
 */
export function layoutChanges(usual: Layout, entries: readonly { layout: Layout }[]): (Layout | null)[] {
  return entries.map(({ layout }, index) => {
    const before = entries[index - 1]?.layout ?? usual;
    return before === layout ? null : before;
  });
}

/** Whether something lasts all of a day (civil date, in the zone); a day is an hour shorter or longer when clocks change. */
export const coversDay = ({ start, end }: { start: string; end: string }, date: string, zone: string): boolean =>
  new Date(start) <= startOfDay(date, zone) && startOfDay(addDays(date, 1), zone) <= new Date(end);

const PLACES: readonly Feature[] = ['step-free', 'kitchen', 'daylight'];

/** What stands ready in a room, of its features: those that are things, not what the place is like. */
export const equipmentOf = (features: readonly Feature[]): Feature[] => features.filter((feature) => !PLACES.includes(feature));
