import { ExclusionRange, type ExclusionReading, expand } from '@bota/booking/domain';
import { dateOf, readTime } from '@bota/shared/domain';
import { type ReadEvent, UNTITLED, readEvents } from './imports/events';

const MOST = 400;
const MOST_EVENTS = 1000;
const DAY_MS = 86_400_000;
/** Of holidays that come again, those of the year before and of the five years to come. */
const [BEFORE_MS, AFTER_MS] = [366 * DAY_MS, 1827 * DAY_MS];

type Ground = { zone: string; now: Date };

/**
 * Days from a text: events of an iCalendar file (RFC 5545, DTEND exclusive; with hours they count for their days in the house), or lines of
 * a table with first day, last day and name. Days are `2026-10-19` or, as people here write them, `19/10/2026`.
 */
export function readExclusions(text: string, ground: Ground): ExclusionReading {
  const read = /BEGIN:VCALENDAR/i.test(text) ? fromCalendar(text, ground) : fromTable(text);
  const ranges = read.flatMap((one) => (one ? [one] : [])).slice(0, MOST);
  return { ranges: ranges.sort((a, b) => a.from.localeCompare(b.from)), unread: read.length - ranges.length };
}

function fromCalendar(text: string, ground: Ground): (ExclusionRange | null)[] {
  const calendar = readEvents(text, { zone: ground.zone, most: MOST_EVENTS, needsNoEnd: true });
  if (!calendar || calendar.count > MOST_EVENTS) return [null];
  const events = calendar.events.filter(({ isCancelled }) => !isCancelled);
  return [...events.flatMap((event) => rangesOf(event, ground)), ...calendar.unread.map(() => null)];
}

function rangesOf(event: ReadEvent, { zone, now }: Ground): (ExclusionRange | null)[] {
  const name = event.title === UNTITLED ? '' : event.title;
  const range = ({ start, end }: { start: Date; end: Date }) => {
    // Midnight ends the day before.
    const last = new Date(Math.max(start.getTime(), end.getTime() - 1));
    return rangeOf(dateOf(start, zone), dateOf(last, zone), name);
  };
  const { start, end, recurrence } = event;
  if (!recurrence) return [range({ start: readTime(start, zone).instant, end: readTime(end, zone).instant })];
  try {
    const { spans } = expand({ start, end, zone, ...recurrence }, { until: new Date(now.getTime() + AFTER_MS) });
    return spans.filter((span) => span.end.getTime() > now.getTime() - BEFORE_MS).map(range);
  } catch (error) {
    if (error instanceof RangeError) return [null];
    throw error;
  }
}

const fromTable = (text: string): (ExclusionRange | null)[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => /\d/.test(line))
    .map((line) => {
      const cells = line.split(line.includes(';') ? ';' : /[,\t]/).map((cell) => cell.trim().replace(/^"|"$/g, ''));
      const days = cells.map(dayOf);
      const [first, second] = days.flatMap((day, index) => (day ? [{ day, index }] : []));
      const name = cells.find((cell, index) => cell && !days[index]);
      return first ? rangeOf(first.day, second?.day ?? first.day, name) : null;
    });

function dayOf(cell: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell) ?? [];
  if (day && month && year) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(cell) ? cell : null;
}

function rangeOf(from: string | undefined, to: string | undefined, name: string | null | undefined): ExclusionRange | null {
  const { data } = ExclusionRange.safeParse({ from, to, name: (name ?? '').slice(0, 80) });
  return data ?? null;
}
