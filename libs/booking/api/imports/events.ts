import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import type { EventProblem } from '@bota/booking/domain';
import { type Times, Unreadable, instantOf, timesOf, wallOfTime } from './times';

const TITLE = 120;
const DESCRIPTION = 4000;
const UID = 255;

type Named = { uid: string; family: string; title: string; location: string };
/** An event as a wish for a booking: times of the house, rule and left-out dates as they stood. */
export type ReadEvent = Named & {
  description: string;
  isCancelled: boolean;
  start: string;
  end: string;
  recurrence?: { rrule: string; exdates: string[] };
};
export type UnreadEvent = Named & { start: string; problem: EventProblem };
export type ReadCalendar = { events: ReadEvent[]; unread: UnreadEvent[] };

/**
 * The events of an iCalendar text (RFC 5545); null when it is none. The house expands the series. A date of a series that was
 * moved becomes an event of its own, in the family of its series. Of several versions of one event the newest counts.
 */
export function readEvents(text: string, zone: string): ReadCalendar | null {
  const found: ReadCalendar = { events: [], unread: [] };
  const calendars = calendarsIn(text);
  if (!calendars) return null;
  for (const calendar of calendars) {
    const times = timesOf(calendar, zone);
    const newest = newestOf(calendar.getAllSubcomponents('vevent'));
    const changed = Map.groupBy(newest.filter(isChangedDate), uidOf);
    for (const part of newest) collect(found, part, () => eventOf(part, times, changed.get(uidOf(part)) ?? []));
  }
  found.events.sort((a, b) => a.start.localeCompare(b.start));
  return found;
}

function calendarsIn(text: string): ICAL.Component[] | null {
  try {
    const parsed = ICAL.parse(text) as unknown[];
    const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed).map((one) => new ICAL.Component(one as never));
    return calendars.every(({ name }) => name === 'vcalendar') ? calendars : null;
  } catch {
    return null;
  }
}

function collect(found: ReadCalendar, part: ICAL.Component, read: () => ReadEvent): void {
  try {
    found.events.push(read());
  } catch (error) {
    const problem = error instanceof Unreadable ? error.problem : error instanceof RangeError ? 'no-date' : null;
    if (!problem) throw error;
    const start = part.getFirstPropertyValue('dtstart')?.toString() ?? '';
    found.unread.push({ uid: uidOf(part), family: uidOf(part), title: titleOf(part), location: locationOf(part), start, problem });
  }
}

function eventOf(part: ICAL.Component, times: Times, changes: readonly ICAL.Component[]): ReadEvent {
  const dtstart = part.getFirstProperty('dtstart');
  if (!dtstart) throw new Unreadable('no-start');
  const start = times.read(dtstart);
  const end = endOf(part, times, dtstart);
  const recurrence = isChangedDate(part) ? undefined : recurrenceOf(part, times, dtstart, changes);
  const wire = recurrence ? wallOfTime : instantOf;
  const title = titleOf(part);
  return {
    ...identityOf(part, times),
    title: shortened(title, TITLE),
    description: shortened([title.length > TITLE ? title : '', textOf(part, 'description')].filter(Boolean).join('\n\n'), DESCRIPTION),
    location: locationOf(part),
    isCancelled: textOf(part, 'status').toUpperCase() === 'CANCELLED',
    start: wire(start),
    end: wire(end),
    ...(recurrence && { recurrence }),
  };
}

/** DTEND, or DURATION, or for whole days one day; without any of them an event takes no time. */
function endOf(part: ICAL.Component, times: Times, dtstart: ICAL.Property) {
  const dtend = part.getFirstProperty('dtend');
  if (dtend) return times.read(dtend);
  const start = times.read(dtstart);
  const duration = part.getFirstPropertyValue('duration') as unknown as ICAL.Duration | null;
  if (duration) {
    const { weeks, days, hours, minutes, seconds } = duration;
    return start.add({ weeks, days }).add({ hours, minutes, seconds });
  }
  if ((dtstart.getFirstValue() as ICAL.Time).isDate) return start.add({ days: 1 });
  throw new Unreadable('no-end');
}

function recurrenceOf(part: ICAL.Component, times: Times, dtstart: ICAL.Property, changes: readonly ICAL.Component[]) {
  const rules = part.getAllProperties('rrule').map((property) => property.getFirstValue() as ICAL.Recur);
  if (part.getFirstProperty('rdate')) throw new Unreadable('own-dates');
  if (rules.length === 0) return undefined;
  if (rules.length > 1) throw new Unreadable('many-rules');
  if (!times.keepsWallTime(dtstart)) throw new Unreadable('other-zone');
  const left = part
    .getAllProperties('exdate')
    .flatMap((property) => property.getValues().map((value: unknown) => leftOut(times, property, value)));
  const ids = changes.flatMap((change) => change.getFirstProperty('recurrence-id') ?? []);
  const moved = ids.map((id) => leftOut(times, id, id.getFirstValue()));
  return { rrule: String(rules[0]), exdates: [...new Set([...left, ...moved])] };
}

function leftOut(times: Times, property: ICAL.Property, value: unknown): string {
  const wall = wallOfTime(times.read(property, value as ICAL.Time));
  return (value as ICAL.Time).isDate ? wall.slice(0, 10) : wall;
}

const isChangedDate = (part: ICAL.Component) => part.hasProperty('recurrence-id');
const textOf = (part: ICAL.Component, name: string) => String(part.getFirstPropertyValue(name) ?? '').trim();
const uidOf = (part: ICAL.Component) => textOf(part, 'uid');
const titleOf = (part: ICAL.Component) => textOf(part, 'summary').replace(/\s+/g, ' ') || '–';
const locationOf = (part: ICAL.Component) => textOf(part, 'location').replace(/\s+/g, ' ').slice(0, 300);
const shortened = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The UID, with the date for one that was changed; the same event always has the same. */
function identityOf(part: ICAL.Component, times: Times): { uid: string; family: string } {
  const id = part.getFirstProperty('recurrence-id');
  if (id?.getFirstParameter('range')) throw new Unreadable('range');
  const family = bounded(uidOf(part) || `no-uid-${sha256(part.toString())}`);
  return { family, uid: id ? bounded(`${family}#${times.read(id).toInstant().toString()}`) : family };
}

const bounded = (uid: string) => (uid.length <= UID ? uid : `sha256-${sha256(uid)}`);

/** Of several versions of one event the newest: highest SEQUENCE, else the last. */
function newestOf(parts: readonly ICAL.Component[]): ICAL.Component[] {
  const newest = new Map<string, ICAL.Component>();
  const sequence = (part: ICAL.Component) => Number(part.getFirstPropertyValue('sequence') ?? 0);
  for (const part of parts) {
    const key = uidOf(part) ? `${uidOf(part)}#${part.getFirstPropertyValue('recurrence-id')?.toString() ?? ''}` : part.toString();
    const known = newest.get(key);
    if (!known || sequence(part) >= sequence(known)) newest.set(key, part);
  }
  return [...newest.values()];
}
