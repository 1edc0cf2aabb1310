import { minutesBetween, readTime, wallOf } from '@bota/shared/domain';
import { movedExdates } from './exdates.rules';
import { partsOf, untilOfRule } from './recurrence.reading';
import { type Series, expand } from './recurrence.rules';

const [DAY_MINUTES, WEEK_DAYS] = [24 * 60, 7];
const NO_END = 100_000;

/**
 * From each wall start of a series to the one in its place once the series has changed, by order, as far as `until`; null when the
 * rules have not the same rhythm, so that order means nothing: they may differ in where they begin, which days they name and where
 * they end, not in how often. Neither end is looked at, nor what is left out.
 */
export function shiftedWalls(old: Series, next: Series, until: Date): Map<string, string> | null {
  if (rhythmOf(old.rrule) !== rhythmOf(next.rrule)) return null;
  const [before, after] = [old, next].map((series) => wallsOf(series, until)) as [string[], string[]];
  const pairs = before.slice(0, after.length).map((wall, index) => [wall, after[index] as string] as const);
  const shifts = pairs.map(([from, to]) => daysBetween(from, to));
  const isEven = shifts.every((days) => Math.abs(days - (shifts[0] as number)) <= WEEK_DAYS);
  return isEven ? new Map(pairs) : null;
}

/**
 * The rule of a series whose first wall start moves `from` → `to`, in the zone of the series: an end at an instant moves by the same
 * wall time, one at the end of a day by the calendar days between. A number of dates stays. (RFC 5545 3.3.10)
 */
export function movedUntil(rrule: string, zone: string, [from, to]: [string, string]): string {
  const until = untilOfRule(rrule);
  if (!until || from === to) return rrule;
  const wall = wallOf(until, zone);
  const [moved = ''] = movedExdates([wall.endsWith('T23:59:59') ? wall.slice(0, 10) : wall], from, to);
  const [date = '', time] = moved.replace(/[-:]/g, '').split('T');
  return rrule.replace(/UNTIL=[^;]*/, `UNTIL=${date}${time ? `T${time.padEnd(6, '0')}` : ''}`);
}

const ENDS = ['COUNT', 'UNTIL'];
const VALUES = ['FREQ', 'INTERVAL', 'WKST', 'BYMONTH', 'BYSETPOS'];
const UNSAID: Record<string, [string, string][]> = {
  WEEKLY: [['BYDAY', 'MO']],
  MONTHLY: [['BYMONTHDAY', '1']],
};

/** How often a rule gives dates: which parts it has, and of those that name days how many each. */
function rhythmOf(rrule: string): string {
  const said = partsOf(rrule) ?? new Map<string, string>();
  const namesDays = [...said.keys()].some((name) => name.startsWith('BY') && !VALUES.includes(name));
  const unsaid = namesDays ? [] : (UNSAID[said.get('FREQ') ?? ''] ?? []);
  const parts = new Map([['INTERVAL', '1'], ['WKST', 'MO'], ...unsaid, ...said]);
  return [...parts]
    .filter(([name]) => !ENDS.includes(name))
    .map(([name, value]) => `${name}=${VALUES.includes(name) ? value : value.split(',').length}`)
    .sort()
    .join(';');
}

const wallsOf = ({ start, end, zone, rrule }: Series, until: Date): string[] =>
  expand({ start, end, zone, rrule: withoutEnd(rrule) }, { until, most: NO_END }).spans.map(({ wall }) => wall);

const withoutEnd = (rrule: string): string => rrule.replace(/;?(COUNT|UNTIL)=[^;]*/g, '').replace(/^;/, '');

const daysBetween = (from: string, to: string): number => minutesBetween(plain(from), plain(to)) / DAY_MINUTES;

const plain = (wall: string): Date => readTime(`${wall.slice(0, 10)}T00:00Z`, 'UTC').instant;
