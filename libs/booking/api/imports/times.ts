import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { EventProblem } from '@bota/booking/domain';

/** An event that cannot be understood, and why. */
export class Unreadable extends Error {
  constructor(readonly problem: EventProblem) {
    super(problem);
  }
}

export type Times = ReturnType<typeof timesOf>;

/** Reads times of one calendar in the zone of the house. A wall time that does not exist moves forward, one that comes twice is the first. */
export function timesOf(calendar: ICAL.Component, zone: string) {
  const parts = calendar.getAllSubcomponents('vtimezone');
  const described = new Map(parts.map((part) => [String(part.getFirstPropertyValue('tzid')), new ICAL.Timezone(part)]));

  const read = (property: ICAL.Property, value = property.getFirstValue() as ICAL.Time) =>
    inHouse(plainOf(value), value, property.getFirstParameter('tzid'));

  function inHouse(plain: Temporal.PlainDateTime, { isDate, zone: ofValue }: ICAL.Time, tzid?: string): Temporal.ZonedDateTime {
    if (isDate || (!tzid && ofValue !== ICAL.Timezone.utcTimezone)) return plain.toZonedDateTime(zone);
    if (ofValue === ICAL.Timezone.utcTimezone) return plain.toZonedDateTime('UTC').withTimeZone(zone);
    if (tzid && isKnown(tzid)) return plain.toZonedDateTime(tzid).withTimeZone(zone);
    const own = described.get(tzid ?? '');
    if (!own) throw new Unreadable('unknown-zone');
    const time = new ICAL.Time({ ...fieldsOf(plain), isDate: false }, own);
    return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000).toZonedDateTimeISO(zone);
  }

  /** Whether a series keeps its wall time in the house too: the clocks of both zones change together, or never. */
  function keepsWallTime(property: ICAL.Property): boolean {
    const value = property.getFirstValue() as ICAL.Time;
    const tzid = property.getFirstParameter('tzid');
    const distances = Array.from({ length: 12 }, (_, months) => {
      const plain = plainOf(value).add({ months });
      return plain.until(inHouse(plain, value, tzid).toPlainDateTime()).total({ unit: 'minute' });
    });
    return distances.every((distance) => distance === distances[0]);
  }

  return { read, keepsWallTime };
}

/** With offset, so that nothing is ambiguous. */
export const instantOf = (time: Temporal.ZonedDateTime) => time.toString({ timeZoneName: 'never', smallestUnit: 'second' });
/** What a series is made of. */
export const wallOfTime = (time: Temporal.ZonedDateTime) => time.toPlainDateTime().toString({ smallestUnit: 'second' });

const fieldsOf = ({ year, month, day, hour, minute, second }: Temporal.PlainDateTime | ICAL.Time) => ({
  year,
  month,
  day,
  hour,
  minute,
  second,
});

function plainOf(time: ICAL.Time): Temporal.PlainDateTime {
  try {
    return time.isDate
      ? new Temporal.PlainDateTime(time.year, time.month, time.day)
      : Temporal.PlainDateTime.from(fieldsOf(time), { overflow: 'reject' });
  } catch {
    throw new Unreadable('no-date');
  }
}

function isKnown(tzid: string): boolean {
  try {
    return Boolean(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(tzid));
  } catch {
    return false;
  }
}
