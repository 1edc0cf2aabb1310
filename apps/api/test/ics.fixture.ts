import ICAL from 'ical.js';
import { type CalendarBooking, type CalendarOccurrence, eventsOf, expand } from '@bota/booking/domain';
import { readTime } from '@bota/shared/domain';
import { calendarText } from '@bota/booking/api';

export const ZONE = 'Europe/Brussels';
const BORN = new Date('2026-01-05T08:00:00Z');
const FAR = new Date('2040-01-01T00:00:00Z');

type Wish = Partial<CalendarBooking> & Pick<CalendarBooking, 'wallStart' | 'wallEnd'>;

/** A booking of one date or a series, with the dates its rule gives. */
export function booked(wish: Wish): { booking: CalendarBooking; occurrences: CalendarOccurrence[] } {
  const { wallStart, wallEnd, zone = ZONE, rrule = null, exdates = [], materialisedUntil = null } = wish;
  const [start, end] = [readTime(wallStart, zone), readTime(wallEnd, zone)];
  const spans = rrule
    ? expand({ start: wallStart, end: wallEnd, zone, rrule, exdates }, { until: materialisedUntil ?? FAR }).spans
    : [{ start: start.instant, end: end.instant, wall: start.wall }];
  const booking: CalendarBooking = {
    ...{ uid: 'cours@example.org', version: 1, title: 'Cours', description: '', visibility: 'public', organisation: 'Racines' },
    ...{ roomIds: ['a'], zone, rrule, exdates, materialisedUntil, cancelledAt: null, createdAt: BORN, updatedAt: BORN },
    ...{ startsAt: spans[0]?.start ?? start.instant, endsAt: spans[0]?.end ?? end.instant },
    ...wish,
  };
  const occurrences = spans.map(({ start: startsAt, end: endsAt, wall }, index): CalendarOccurrence => {
    return { id: `d${index}`, recurrenceId: wall, startsAt, endsAt, status: 'confirmed', ownTitle: null, roomIds: [] };
  });
  return { booking, occurrences };
}

export const ROOMS: Record<string, string> = { a: 'Salle A', b: 'Salle B' };
export const nameRooms = (ids: readonly string[]) => ids.map((id) => ROOMS[id] ?? id).join(', ');

export const textOf = ({ booking, occurrences }: ReturnType<typeof booked>): string =>
  calendarText({ name: 'Maison', organizer: 'maison@example.org', events: eventsOf(booking, occurrences, nameRooms) });

/** One line for each date another calendar shows, soonest first: `start/end title`, as ical.js expands it from the text alone. */
export function shownBy(text: string, most = 1000): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zones = calendar.getAllSubcomponents('vtimezone').map((part) => new ICAL.Timezone(part));
  for (const zone of zones) ICAL.TimezoneService.register(zone, zone.tzid);
  try {
    const events = calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
    const masters = events.filter((event) => !event.isRecurrenceException());
    for (const one of events.filter((event) => event.isRecurrenceException()))
      masters.find(({ uid }) => uid === one.uid)?.relateException(one);
    return masters.flatMap((event) => datesOf(event, most)).sort();
  } finally {
    for (const zone of zones) ICAL.TimezoneService.remove(zone.tzid);
  }
}

function datesOf(event: ICAL.Event, most: number): string[] {
  if (String(event.component.getFirstPropertyValue('status')) === 'CANCELLED') return [];
  if (!event.isRecurring()) return [lineOf(event.startDate, event.endDate, event.summary)];
  const iterator = event.iterator();
  const lines: string[] = [];
  for (let next = iterator.next(); next && lines.length < most; next = iterator.next()) {
    const { startDate, endDate, item } = event.getOccurrenceDetails(next);
    lines.push(lineOf(startDate, endDate, item.summary));
  }
  return lines;
}

const lineOf = (start: ICAL.Time, end: ICAL.Time, title: string) => line(start.toJSDate(), end.toJSDate(), title);
export const line = (start: Date, end: Date, title: string) =>
  `${start.toISOString().slice(0, 16)}/${end.toISOString().slice(0, 16)} ${title}`;
