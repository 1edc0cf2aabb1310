import { Temporal } from 'temporal-polyfill';

/**
 * One STANDARD or DAYLIGHT part of a VTIMEZONE (RFC 5545 3.6.5). `start`: wall time by the offset before the change;
 * offsets in minutes east of UTC; `rrule`: when it comes again every year, without end.
 */
export type Observance = { kind: 'STANDARD' | 'DAYLIGHT'; start: string; offsetFrom: number; offsetTo: number; rrule?: string };

type Change = Observance & { year: number; pattern: string };

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const MOST_CHANGES = 2000;

/**
 * The definition of an IANA zone for everything between two years, both included, and in rules that go on after them where the
 * changes have one. It comes from the same rules of time zones as our own arithmetic, so that both say the same.
 */
export function observances(zone: string, fromYear: number, toYear: number): Observance[] {
  // A few years more tell a rule from a coincidence.
  const changes = changesOf(zone, fromYear, Math.max(toYear, fromYear + 4));
  const [first] = changes;
  if (!first) return [fixed(zone, fromYear)];
  const last = changes.at(-1)?.year ?? toYear;
  const runs = runsOf(changes);
  return runs.flatMap((run) => {
    const [one, latest] = [run[0], run.at(-1)] as [Change, Change];
    const goesOn = run.length > 2 && latest.year >= last - 1;
    const told = goesOn ? [{ ...one, rrule: `FREQ=YEARLY;${one.pattern}` }] : run;
    return told.map(({ kind, start, offsetFrom, offsetTo, rrule }) => ({ kind, start, offsetFrom, offsetTo, ...(rrule && { rrule }) }));
  });
}

/** A zone whose clocks do not change. */
function fixed(zone: string, year: number): Observance {
  const offset = Temporal.PlainDateTime.from({ year, month: 1, day: 1 }).toZonedDateTime(zone).offsetNanoseconds / 60e9;
  return { kind: 'STANDARD', start: '1970-01-01T00:00:00', offsetFrom: offset, offsetTo: offset };
}

/** The change that is in force when the first year begins, and all up to the end of the last. */
function changesOf(zone: string, fromYear: number, toYear: number): Change[] {
  const begin = Temporal.PlainDateTime.from({ year: fromYear, month: 1, day: 1 }).toZonedDateTime(zone);
  const end = begin.add({ years: toYear - fromYear + 1 });
  const changes: Change[] = [];
  let at = begin.getTimeZoneTransition('previous') ?? begin.getTimeZoneTransition('next');
  while (at && Temporal.ZonedDateTime.compare(at, end) < 0 && changes.length < MOST_CHANGES) {
    changes.push(changeAt(at));
    at = at.getTimeZoneTransition('next');
  }
  return changes;
}

function changeAt(at: Temporal.ZonedDateTime): Change {
  const before = at.subtract({ seconds: 1 });
  const [offsetFrom, offsetTo] = [before.offsetNanoseconds / 60e9, at.offsetNanoseconds / 60e9];
  const wall = at.withTimeZone('UTC').toPlainDateTime().add({ minutes: offsetFrom });
  const isLast = wall.day > wall.daysInMonth - 7;
  const day = `${isLast ? -1 : Math.ceil(wall.day / 7)}${WEEKDAYS[wall.dayOfWeek - 1]}`;
  return {
    kind: offsetTo > offsetFrom ? 'DAYLIGHT' : 'STANDARD',
    start: wall.toString({ smallestUnit: 'second' }),
    offsetFrom,
    offsetTo,
    year: wall.year,
    pattern: `BYMONTH=${wall.month};BYDAY=${day}`,
  };
}

/** Changes that come year after year by one pattern, together. */
function runsOf(changes: readonly Change[]): Change[][] {
  const runs: Change[][] = [];
  for (const change of changes) {
    const run = runs.find((one) => isNext(one.at(-1) as Change, change));
    if (run) run.push(change);
    else runs.push([change]);
  }
  return runs;
}

const isNext = (a: Change, b: Change) =>
  a.year + 1 === b.year && a.pattern === b.pattern && a.offsetFrom === b.offsetFrom && a.offsetTo === b.offsetTo && hourOf(a) === hourOf(b);
const hourOf = ({ start }: Observance) => start.slice(11);
