import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import type { EventProblem } from '@bota/booking/domain';
import { type Block, blocksIn, partOf, rawOf } from './blocks';
import { leftOut, ruleInHouse } from './foreign.series';
import { type Times, Unreadable, instantOf, timesOf, wallOfTime } from './times';

const TITLE = 120;
const DESCRIPTION = 4000;
const LOCATION = 300;
const UID = 255;
/** What has no SUMMARY is called. */
export const UNTITLED = '–';
/** Older versions of an event are in a file too. */
const MOST_VERSIONS = 10;

type Named = { uid: string; family: string; title: string; location: string };
/** An event as a wish for a booking: times of the house, rule and left-out dates as they stood. */
export type ReadEvent = Named & {
  description: string;
  isCancelled: boolean;
  /** CLASS says that not everybody may read it. */
  isPrivate: boolean;
  start: string;
  end: string;
  recurrence?: { rrule: string; exdates: string[] };
};
export type UnreadEvent = Named & { start: string; problem: EventProblem };
/** `count`: how many events there are; more than was asked for are not read. `outdated`: older versions of them. */
export type ReadCalendar = { events: ReadEvent[]; unread: UnreadEvent[]; count: number; outdated: number };
/** `needsNoEnd`: an event without end is one moment. */
type Wish = { zone: string; most: number; needsNoEnd?: boolean };

type Part = { block: Block; part: ICAL.Component; times: Times; identity: { uid: string; family: string } };

/**
 * The events of an iCalendar text (RFC 5545); null when it is none. The house expands the series. A date of a series that was
 * moved becomes an event of its own, in the family of its series. Of several versions of one event the newest counts. An event that cannot
 * be read is told apart, and its date stays where its series has it.
 */
export function readEvents(text: string, { zone, most, needsNoEnd = false }: Wish): ReadCalendar | null {
  const blocks = blocksIn(text);
  if (!blocks) return null;
  const found: ReadCalendar = { events: [], unread: [], count: blocks.length, outdated: 0 };
  if (blocks.length > most * MOST_VERSIONS) return found;
  const timesIn = new Map([...new Set(blocks.map(({ calendar }) => calendar))].map((one) => [one, timesOf(one.zones, zone)]));
  const newest = newestOf(blocks.flatMap((block) => collect(found, block, () => identified(block, timesIn.get(block.calendar) as Times))));
  found.count = newest.length + found.unread.length;
  found.outdated = blocks.length - found.count;
  if (found.count > most) return found;
  const read = (one: Part, changes: Part[]) =>
    collect(found, one.block, () => eventOf(one, changes, needsNoEnd)).map((event) => ({ one, event }));
  const changed = newest.filter(isChangedDate).flatMap((one) => read(one, []));
  const families = Map.groupBy(
    changed.map(({ one }) => one),
    ({ identity }) => identity.family,
  );
  const whole = newest.filter((one) => !isChangedDate(one)).flatMap((one) => read(one, families.get(one.identity.family) ?? []));
  found.events.push(...[...changed, ...whole].map(({ event }) => event).sort((a, b) => a.start.localeCompare(b.start)));
  return found;
}

/** What was read, or nothing and a note of what could not be. */
function collect<Read>({ unread }: ReadCalendar, block: Block, read: () => Read): Read[] {
  try {
    return [read()];
  } catch (error) {
    const problem = error instanceof Unreadable ? error.problem : error instanceof RangeError ? 'no-date' : 'unreadable';
    const uid = boundedUid(rawOf(block, 'UID'));
    const title = shortened(rawOf(block, 'SUMMARY'), TITLE) || UNTITLED;
    unread.push({ uid, family: uid, title, location: cut(rawOf(block, 'LOCATION'), LOCATION), start: startOf(block), problem });
    return [];
  }
}

/** As far as anybody can tell. */
function startOf(block: Block): string {
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d))?/.exec(rawOf(block, 'DTSTART')) ?? [];
  return year ? `${year}-${month}-${day}${hour ? `T${hour}:${minute}` : ''}` : '';
}

function identified(block: Block, times: Times): Part {
  const part = partOf(block);
  return { block, part, times, identity: identityOf(part, block, times) };
}

function eventOf(one: Part, changes: readonly Part[], needsNoEnd: boolean): ReadEvent {
  const { block, part, times } = one;
  const dtstart = part.getFirstProperty('dtstart');
  if (isCancelled(one)) {
    // Which one it is must be said, not when it would have been (RFC 5546 3.2.5).
    const at = dtstart ?? part.getFirstProperty('recurrence-id');
    const start = at ? instantOf(times.read(at)) : '';
    return { ...textsOf(one), start, end: start };
  }
  if (!dtstart) throw new Unreadable('no-start');
  const start = times.read(dtstart);
  const end = endOf(part, times, dtstart) ?? (needsNoEnd ? start : null);
  if (!end) throw new Unreadable('no-end');
  const recurrence = part.hasProperty('recurrence-id') ? undefined : recurrenceOf({ block, part, times }, dtstart, changes);
  const wire = recurrence ? wallOfTime : instantOf;
  return { ...textsOf(one), start: wire(start), end: wire(end), ...(recurrence && { recurrence }) };
}

function textsOf(one: Part) {
  const { part, identity } = one;
  const title = titleOf(part);
  return {
    ...identity,
    title: shortened(title, TITLE),
    description: shortened([title.length > TITLE ? title : '', textOf(part, 'description')].filter(Boolean).join('\n\n'), DESCRIPTION),
    location: locationOf(part),
    isCancelled: isCancelled(one),
    isPrivate: ['PRIVATE', 'CONFIDENTIAL'].includes(textOf(part, 'class').toUpperCase()),
  };
}

const isCancelled = ({ block, part }: Part) => block.calendar.method === 'CANCEL' || textOf(part, 'status').toUpperCase() === 'CANCELLED';

/** DTEND, or DURATION, or for whole days one day; without any of them an event takes no time. */
function endOf(part: ICAL.Component, times: Times, dtstart: ICAL.Property) {
  const dtend = part.getFirstProperty('dtend');
  if (dtend) return times.read(dtend);
  const start = times.read(dtstart);
  const duration = part.getFirstPropertyValue('duration') as unknown as ICAL.Duration | null;
  if (duration) {
    const { weeks, days, hours, minutes, seconds, isNegative } = duration;
    const sign = isNegative ? -1 : 1;
    return start
      .add({ weeks: sign * weeks, days: sign * days })
      .add({ hours: sign * hours, minutes: sign * minutes, seconds: sign * seconds });
  }
  return (dtstart.getFirstValue() as ICAL.Time).isDate ? start.add({ days: 1 }) : null;
}

function recurrenceOf({ block, part, times }: Omit<Part, 'identity'>, dtstart: ICAL.Property, changes: readonly Part[]) {
  if (part.getFirstProperty('rdate')) throw new Unreadable('own-dates');
  const [rule, more] = block.rules;
  if (rule === undefined) return undefined;
  if (more !== undefined) throw new Unreadable('many-rules');
  const rrule = ruleInHouse(rule, dtstart, times);
  const dates = (property: ICAL.Property, of: Times) =>
    property.getValues().map((value: unknown) => leftOut(property, value as ICAL.Time, dtstart, of));
  const left = part.getAllProperties('exdate').flatMap((property) => dates(property, times));
  const moved = changes.flatMap((one) => one.part.getAllProperties('recurrence-id').flatMap((property) => dates(property, one.times)));
  return { rrule, exdates: [...new Set([...left, ...moved])] };
}

const isChangedDate = ({ part }: Part) => part.hasProperty('recurrence-id');
const textOf = (part: ICAL.Component, name: string) => String(part.getFirstPropertyValue(name) ?? '').trim();
const titleOf = (part: ICAL.Component) => textOf(part, 'summary').replace(/\s+/g, ' ') || UNTITLED;
const locationOf = (part: ICAL.Component) => cut(textOf(part, 'location').replace(/\s+/g, ' '), LOCATION);
/** Never through the middle of a character of two units. */
const cut = (text: string, most: number) => text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
const shortened = (text: string, most: number) => (text.length <= most ? text : `${cut(text, most - 1).trimEnd()}…`);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The UID, with the date for one that was changed; the same event always has the same. */
function identityOf(part: ICAL.Component, block: Block, times: Times): { uid: string; family: string } {
  const id = part.getFirstProperty('recurrence-id');
  if (id?.getFirstParameter('range')) throw new Unreadable('range');
  const family = boundedUid(textOf(part, 'uid') || `no-uid-${sha256([...block.lines, ...block.rules].join('\n'))}`);
  return { family, uid: id ? boundedUid(`${family}#${times.read(id).toInstant().toString()}`) : family };
}

/** As long as a UID may be here. */
export const boundedUid = (uid: string) => (uid.length <= UID ? uid : `sha256-${sha256(uid)}`);

/** Of several versions of one event, in one calendar of the file or in several, the newest: highest SEQUENCE, else the last. */
function newestOf(parts: readonly Part[]): Part[] {
  const newest = new Map<string, Part>();
  const sequence = ({ part }: Part) => Number(part.getFirstPropertyValue('sequence')) || 0;
  for (const one of parts) {
    const known = newest.get(one.identity.uid);
    if (!known || sequence(one) >= sequence(known)) newest.set(one.identity.uid, one);
  }
  return [...newest.values()];
}
