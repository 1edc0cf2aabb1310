// The events of an iCalendar file (RFC 5545) as wishes for bookings, as the product itself reads them.
import { boundedUid, readEvents } from '../../libs/booking/api/imports/events.ts';
import { shifted } from './shift.mjs';

/** Why an event is none for us. */
const REASONS = {
  unreadable: 'one of its lines cannot be read',
  'no-start': 'it has no start',
  'no-end': 'it has no end',
  'no-date': 'one of its dates does not exist',
  'own-dates': 'it has dates of its own (RDATE), which bookings do not know',
  'many-rules': 'it has more than one rule',
  'other-zone': 'its series keeps the time of another zone than the house',
  range: 'it changes a date and all that follow (RANGE), which bookings do not know',
  'unknown-zone': 'its time zone is unknown',
};

/**
 * `{ events, refused, cancelled, outdated }`: what can be asked of the house, what cannot be understood and why, and how
 * many were cancelled or stand there in a newer version. A date of a series that was moved becomes an event of its own.
 */
export function readCalendar(text, { zone, shiftWeeks = 0 }) {
  const read = readEvents(text, { zone, most: Infinity });
  if (!read) throw new Error('This is not an iCalendar file, or it breaks off');
  const refused = read.unread.map(({ title, start, problem }) => ({ title, start, reason: REASONS[problem] }));
  const events = read.events.filter(({ isCancelled }) => !isCancelled).map((event) => wishOf(event, zone, shiftWeeks));
  return { events, refused, cancelled: read.events.length - events.length, outdated: read.outdated };
}

/** The same event always has the same UID; a moved copy has one of its own. */
function wishOf({ uid, title, description, location, isPrivate, ...times }, zone, weeks) {
  const texts = { uid: weeks === 0 ? uid : boundedUid(`${uid}#${weeks} weeks`), title, description, location };
  const { start, end, recurrence } = weeks === 0 ? times : shifted(times, zone, weeks);
  return { ...texts, visibility: isPrivate ? 'private' : 'public', start, end, ...(recurrence && { recurrence }) };
}
