import ICAL from 'ical.js';
import { ExclusionRange, type ExclusionReading } from '@bota/booking/domain';
import { addDays } from '@bota/shared/domain';

const MOST = 400;

/**
 * Days from a text: whole-day events of an iCalendar file (RFC 5545, DTEND exclusive), or lines of a table with first day, last day
 * and name. Days are `2026-10-19` or, as people here write them, `19/10/2026`.
 */
export function readExclusions(text: string): ExclusionReading {
  const read = /BEGIN:VCALENDAR/i.test(text) ? fromCalendar(text) : fromTable(text);
  const ranges = read.flatMap((one) => (one ? [one] : [])).slice(0, MOST);
  return { ranges: ranges.sort((a, b) => a.from.localeCompare(b.from)), unread: read.length - ranges.length };
}

function fromCalendar(text: string): (ExclusionRange | null)[] {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as never);
    return calendar.getAllSubcomponents('vevent').map((one) => {
      const event = new ICAL.Event(one);
      const [from, end] = [event.startDate, event.endDate].map((time) => time?.toString().slice(0, 10));
      // An event of one day may say no end; one with hours counts for its days.
      const to = end && event.endDate.isDate && end > (from ?? '') ? addDays(end, -1) : end;
      return rangeOf(from, to ?? from, event.summary);
    });
  } catch {
    return [null];
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
