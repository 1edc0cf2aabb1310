// Times of an iCalendar file as times of the house.
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';

/** An event that cannot be understood; the message says why. */
export class Unreadable extends Error {}

/** Reads times of one calendar: in the zone of the house, moved by whole weeks of its wall time. */
export function timesOf(calendar, { zone, shiftWeeks }) {
  const described = new Map(
    calendar.getAllSubcomponents('vtimezone').map((part) => [part.getFirstPropertyValue('tzid'), new ICAL.Timezone(part)]),
  );
  const moved = (time) => time.add({ weeks: shiftWeeks });

  /** A time of the house, not moved yet. A wall time that does not exist moves forward, one that comes twice is the first (RFC 5545 3.3.5). */
  function read(property, value = property.getFirstValue()) {
    return inHouse(plainOf(value), value, property.getParameter('tzid'));
  }

  function inHouse(plain, { isDate, zone: ofValue }, tzid) {
    if (isDate) return plain.toZonedDateTime(zone);
    if (ofValue === ICAL.Timezone.utcTimezone) return plain.toZonedDateTime('UTC').withTimeZone(zone);
    if (!tzid) return plain.toZonedDateTime(zone);
    if (isKnown(tzid)) return plain.toZonedDateTime(tzid).withTimeZone(zone);
    const own = described.get(tzid);
    if (!own) throw new Unreadable(`its time zone ${tzid} is unknown`);
    const time = new ICAL.Time({ ...fieldsOf(plain), isDate: false }, own);
    return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000).toZonedDateTimeISO(zone);
  }

  /** Whether a series keeps its wall time in the house too: the clocks of both zones change together, or never. */
  function keepsWallTime(property) {
    const value = property.getFirstValue();
    const first = plainOf(value);
    const distances = Array.from({ length: 12 }, (_, months) => {
      const plain = first.add({ months });
      return plain.until(inHouse(plain, value, property.getParameter('tzid')).toPlainDateTime()).total({ unit: 'minute' });
    });
    return distances.every((distance) => distance === distances[0]);
  }

  /** A rule with its end moved like everything else. */
  function rule(recur) {
    const { until } = recur;
    if (!until || shiftWeeks === 0) return recur.toString();
    const copy = recur.clone();
    const isUtc = until.zone === ICAL.Timezone.utcTimezone;
    const plain = isUtc
      ? moved(inHouse(plainOf(until), until))
          .withTimeZone('UTC')
          .toPlainDateTime()
      : plainOf(until).add({ weeks: shiftWeeks });
    copy.until = new ICAL.Time({ ...fieldsOf(plain), isDate: until.isDate }, isUtc ? ICAL.Timezone.utcTimezone : undefined);
    return copy.toString();
  }

  return {
    read,
    keepsWallTime,
    rule,
    /** With offset, so that nothing is ambiguous. */
    instant: (time) => moved(time).toString({ timeZoneName: 'never', smallestUnit: 'second' }),
    /** What a series is made of. */
    wall: (time) => moved(time).toPlainDateTime().toString({ smallestUnit: 'second' }),
  };
}

const fieldsOf = ({ year, month, day, hour, minute, second }) => ({ year, month, day, hour, minute, second });

const plainOf = (time) =>
  time.isDate
    ? new Temporal.PlainDateTime(time.year, time.month, time.day)
    : Temporal.PlainDateTime.from(fieldsOf(time), { overflow: 'reject' });

function isKnown(tzid) {
  try {
    return Boolean(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(tzid));
  } catch {
    return false;
  }
}
