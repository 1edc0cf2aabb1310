// The events of an iCalendar file (RFC 5545) as wishes for bookings. The file is only read: the house expands the series.
import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import { Unreadable, timesOf } from './times.mjs';

const TITLE = 120;
const DESCRIPTION = 4000;
const UID = 255;

/**
 * `{ events, refused, cancelled, outdated }`: what can be asked of the house, what cannot be understood and why, and how
 * many were cancelled or stand there in a newer version. A date of a series that was moved becomes an event of its own.
 */
export function readCalendar(text, { zone, shiftWeeks = 0 }) {
  const found = { events: [], refused: [], cancelled: 0, outdated: 0 };
  for (const calendar of calendarsIn(text)) {
    const times = timesOf(calendar, { zone, shiftWeeks });
    const parts = calendar.getAllSubcomponents('vevent');
    const newest = newestOf(parts);
    found.outdated += parts.length - newest.length;
    const changed = Map.groupBy(newest.filter(isChangedDate), uidOf);
    for (const part of newest) {
      if (statusOf(part) === 'CANCELLED') found.cancelled += 1;
      else collect(found, part, () => eventOf(part, times, { changes: changed.get(uidOf(part)) ?? [], shiftWeeks }));
    }
  }
  found.events.sort((a, b) => a.start.localeCompare(b.start));
  return found;
}

function calendarsIn(text) {
  try {
    const parsed = ICAL.parse(text);
    return (typeof parsed[0] === 'string' ? [parsed] : parsed).map((one) => new ICAL.Component(one));
  } catch (error) {
    throw new Error(`This is not an iCalendar file: ${error.message}`, { cause: error });
  }
}

function collect(found, part, read) {
  try {
    found.events.push(read());
  } catch (error) {
    if (!(error instanceof Unreadable || error instanceof RangeError)) throw error;
    found.refused.push({ title: titleOf(part), start: part.getFirstPropertyValue('dtstart')?.toString() ?? '', reason: error.message });
  }
}

function eventOf(part, times, { changes, shiftWeeks }) {
  const dtstart = part.getFirstProperty('dtstart');
  if (!dtstart) throw new Unreadable('it has no start');
  const start = times.read(dtstart);
  const end = endOf(part, times, dtstart, start);
  const recurrence = isChangedDate(part) ? undefined : recurrenceOf(part, times, dtstart, changes);
  const wire = recurrence ? times.wall : times.instant;
  const title = titleOf(part);
  const description = [title.length > TITLE ? title : '', textOf(part, 'description')].filter(Boolean).join('\n\n');
  return {
    uid: identityOf(part, times, shiftWeeks),
    title: shortened(title, TITLE),
    description: shortened(description, DESCRIPTION),
    location: textOf(part, 'location').replace(/\s+/g, ' '),
    start: wire(start),
    end: wire(end),
    ...(recurrence && { recurrence }),
  };
}

/** DTEND, or DURATION, or for whole days one day; without any of them an event takes no time. */
function endOf(part, times, dtstart, start) {
  const dtend = part.getFirstProperty('dtend');
  const duration = part.getFirstPropertyValue('duration');
  if (dtend) return times.read(dtend);
  if (duration) {
    const { weeks, days, hours, minutes, seconds } = duration;
    return start.add({ weeks, days }).add({ hours, minutes, seconds });
  }
  if (dtstart.getFirstValue().isDate) return start.add({ days: 1 });
  throw new Unreadable('it has no end');
}

function recurrenceOf(part, times, dtstart, changes) {
  const rules = part.getAllProperties('rrule').map((property) => property.getFirstValue());
  if (part.hasProperty('rdate')) throw new Unreadable('it has dates of its own (RDATE), which bookings do not know');
  if (rules.length === 0) return undefined;
  if (rules.length > 1) throw new Unreadable('it has more than one rule');
  if (!times.keepsWallTime(dtstart)) throw new Unreadable(`its series keeps the time of another zone than the house`);
  const left = part.getAllProperties('exdate').flatMap((property) => property.getValues().map((value) => leftOut(times, property, value)));
  const moved = changes.map((change) => change.getFirstProperty('recurrence-id')).map((id) => leftOut(times, id, id.getFirstValue()));
  return { rrule: times.rule(rules[0]), exdates: [...new Set([...left, ...moved])] };
}

const leftOut = (times, property, value) => {
  const wall = times.wall(times.read(property, value));
  return value.isDate ? wall.slice(0, 10) : wall;
};

const isChangedDate = (part) => part.hasProperty('recurrence-id');
const uidOf = (part) => part.getFirstPropertyValue('uid') ?? '';
const statusOf = (part) => String(part.getFirstPropertyValue('status') ?? '').toUpperCase();
const textOf = (part, name) => String(part.getFirstPropertyValue(name) ?? '').trim();
const titleOf = (part) => textOf(part, 'summary').replace(/\s+/g, ' ') || 'Untitled';
const shortened = (text, most) => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** The UID, with the date for one that was changed and the weeks for a moved copy; the same event always has the same. */
function identityOf(part, times, shiftWeeks) {
  const id = part.getFirstProperty('recurrence-id');
  if (id?.getParameter('range')) throw new Unreadable('it changes a date and all that follow (RANGE), which bookings do not know');
  const uid = uidOf(part) || `no-uid-${sha256(part.toString())}`;
  const date = id ? `#${times.read(id).toInstant().toString()}` : '';
  const full = `${uid}${date}${shiftWeeks === 0 ? '' : `#${shiftWeeks} weeks`}`;
  return full.length <= UID ? full : `sha256-${sha256(full)}`;
}

/** Of several versions of one event the newest: highest SEQUENCE, else the last. */
function newestOf(parts) {
  const newest = new Map();
  const sequence = (part) => Number(part.getFirstPropertyValue('sequence') ?? 0);
  for (const part of parts) {
    const key = uidOf(part) ? `${uidOf(part)}#${part.getFirstPropertyValue('recurrence-id')?.toString() ?? ''}` : part.toString();
    const known = newest.get(key);
    if (!known || sequence(part) >= sequence(known)) newest.set(key, part);
  }
  return [...newest.values()];
}
