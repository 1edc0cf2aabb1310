import { setImmediate as othersTurn } from 'node:timers/promises';
import ICAL from 'ical.js';
import { type CalendarEvent, type EventTime, type Observance, type ParticipationStatus, observances } from '@bota/booking/domain';
import { dateOf } from '@bota/shared/domain';

/** Whom a message is for, how they take part and what they said to it. */
export type CalendarGuest = { name: string; email: string; status: ParticipationStatus; comment: string };
/** iMIP (RFC 6047): the object is a message to one person. Without it, it is a calendar to subscribe to. */
export type Message = { method: 'REQUEST' | 'CANCEL'; attendee: CalendarGuest; now: Date };

export type CalendarWish = {
  name: string;
  events: readonly CalendarEvent[];
  /** Address of the house: whom a calendar writes to; never that of a person. */
  organizer: string;
  message?: Message;
};

const PRODID = '-//Bota 75//Bota 75//FR';
/** How often a calendar that follows us should ask again. */
const REFRESH = 'PT1H';
// The library does not count the space before a continued line, which has 75 octets at most with it (RFC 5545 3.1).
ICAL.foldLength = 74;

/** An iCalendar object (RFC 5545): text escaped and folded by the library, one VTIMEZONE for each zone used. */
export function calendarText(wish: CalendarWish): string {
  const calendar = frameOf(wish);
  for (const event of wish.events) calendar.addSubcomponent(eventOf(event, wish));
  return `${calendar.toString()}\r\n`;
}

/** So many events are written before whoever else asks has a turn. */
const AT_ONCE = 100;
const END = 'END:VCALENDAR';

/** The same, of a calendar that may be long: nobody waits until all of it is written. */
export async function longCalendarText(wish: CalendarWish): Promise<string> {
  const frame = frameOf(wish).toString();
  const parts = [frame.slice(0, -END.length)];
  for (const [index, event] of wish.events.entries()) {
    parts.push(`${eventOf(event, wish).toString()}\r\n`);
    if (index % AT_ONCE === AT_ONCE - 1) await othersTurn();
  }
  return `${parts.join('')}${END}\r\n`;
}

/** The calendar with its zones, without events. */
function frameOf(wish: CalendarWish): ICAL.Component {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', PRODID);
  if (wish.message) calendar.addPropertyWithValue('method', wish.message.method);
  else nameIt(calendar, wish.name);
  for (const zone of new Set(wish.events.map((event) => event.zone))) calendar.addSubcomponent(zoneOf(zone, wish.events));
  return calendar;
}

/** The name as RFC 7986 says it, and as calendars understood it before. */
function nameIt(calendar: ICAL.Component, name: string): void {
  calendar.addPropertyWithValue('name', name);
  calendar.addPropertyWithValue('x-wr-calname', name);
  const refresh = new ICAL.Property('refresh-interval');
  refresh.setParameter('value', 'DURATION');
  refresh.setValue(REFRESH);
  calendar.addProperty(refresh);
  calendar.addPropertyWithValue('x-published-ttl', REFRESH);
}

function eventOf(event: CalendarEvent, { organizer, message }: CalendarWish): ICAL.Component {
  const part = new ICAL.Component('vevent');
  const add = (name: string, value: unknown) =>
    part.addPropertyWithValue(name, (typeof value === 'string' ? plain(value) : value) as string);
  add('uid', event.uid);
  add('dtstamp', utc(message?.now ?? event.changedAt));
  add('created', utc(event.createdAt));
  add('last-modified', utc(event.changedAt));
  add('sequence', event.sequence);
  add('status', message?.method === 'CANCEL' ? 'CANCELLED' : event.status);
  if (event.recurrenceId) addTime(part, 'recurrence-id', { wall: event.recurrenceId, zone: event.zone });
  addTime(part, 'dtstart', event.start);
  addTime(part, 'dtend', event.end);
  if (event.rrule) add('rrule', ICAL.Recur.fromString(event.rrule));
  if (event.exdates.length > 0) addLeftOut(part, event);
  add('summary', event.summary);
  if (event.location) add('location', event.location);
  if (event.description) add('description', event.description);
  if (event.url) add('url', event.url);
  if (!event.isPublic) add('class', 'PRIVATE');
  addPeople(part, event, organizer, message);
  return part;
}

function addPeople(part: ICAL.Component, { organisation }: CalendarEvent, organizer: string, message?: Message): void {
  if (organisation) addPerson(part, 'organizer', { name: organisation, email: organizer });
  if (!message) return;
  const attendee = addPerson(part, 'attendee', message.attendee);
  attendee.setParameter('role', 'REQ-PARTICIPANT');
  attendee.setParameter('partstat', message.attendee.status);
  // Answers come by the link: nobody reads the address of the house, so no calendar should offer to write there.
  attendee.setParameter('rsvp', 'FALSE');
  if (message.attendee.comment) part.addPropertyWithValue('comment', plain(message.attendee.comment));
}

function addPerson(part: ICAL.Component, name: string, { name: cn, email }: { name: string; email: string }): ICAL.Property {
  const property = new ICAL.Property(name);
  // Quotes cannot stand in a parameter (RFC 5545 3.2).
  property.setParameter('cn', plain(cn).replaceAll('"', '’'));
  property.setValue(`mailto:${email}`);
  part.addProperty(property);
  return property;
}

/** Text as it may stand in a calendar (RFC 5545 3.3.11): an end of line that the library does not escape would begin a property. */
const plain = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');

const floating = (wall: string) => ICAL.Time.fromDateTimeString(wall.length === 16 ? `${wall}:00` : wall);
const utc = (instant: Date) => ICAL.Time.fromDateTimeString(`${instant.toISOString().slice(0, 19)}Z`);

function addTime(part: ICAL.Component, name: string, time: EventTime): void {
  if ('instant' in time) {
    part.addPropertyWithValue(name, utc(time.instant) as unknown as string);
    return;
  }
  const property = new ICAL.Property(name);
  property.setParameter('tzid', time.zone);
  property.setValue(floating(time.wall) as unknown as string);
  part.addProperty(property);
}

function addLeftOut(part: ICAL.Component, { exdates, zone }: CalendarEvent): void {
  const property = new ICAL.Property('exdate');
  property.setParameter('tzid', zone);
  property.setValues(exdates.map(floating) as unknown as string[]);
  part.addProperty(property);
}

/** Defined from the first event to the last; series go on beyond by the rules of the zone. */
function zoneOf(zone: string, events: readonly CalendarEvent[]): ICAL.Component {
  const years = new Set(
    events.filter((event) => event.zone === zone).flatMap(({ start, end }) => [yearOf(start, zone), yearOf(end, zone)]),
  );
  const part = new ICAL.Component('vtimezone');
  part.addPropertyWithValue('tzid', zone);
  for (const one of observances(zone, Math.min(...years), Math.max(...years))) part.addSubcomponent(observanceOf(one));
  return part;
}

const yearOf = (time: EventTime, zone: string) => Number(('instant' in time ? dateOf(time.instant, zone) : time.wall).slice(0, 4));

function observanceOf({ kind, start, offsetFrom, offsetTo, rrule }: Observance): ICAL.Component {
  const part = new ICAL.Component(kind.toLowerCase());
  part.addPropertyWithValue('dtstart', floating(start) as unknown as string);
  part.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromSeconds(offsetFrom * 60) as unknown as string);
  part.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromSeconds(offsetTo * 60) as unknown as string);
  if (rrule) part.addPropertyWithValue('rrule', ICAL.Recur.fromString(rrule) as unknown as string);
  return part;
}
