import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { EventProblem } from '@bota/booking/domain';

/** An event that cannot be understood, and why. */
export class Unreadable extends Error {
  readonly problem: EventProblem;

  constructor(problem: EventProblem) {
    super(problem);
    this.problem = problem;
  }
}

export type Times = ReturnType<typeof timesOf>;

/** Reads times of one calendar in the zone of the house. A wall time that does not exist moves forward, one that comes twice is the first. */
export function timesOf(described: ReadonlyMap<string, ICAL.Timezone>, zone: string) {
  const read = (property: ICAL.Property, value = property.getFirstValue() as ICAL.Time) => at(property, plainOf(value), value);

  /** A wall time as the property means it. */
  function at(property: ICAL.Property, plain: Temporal.PlainDateTime, value = property.getFirstValue() as ICAL.Time) {
    const tzid = property.getFirstParameter('tzid');
    if (value.isDate || (!tzid && value.zone !== ICAL.Timezone.utcTimezone)) return inZone(plain, zone);
    if (value.zone === ICAL.Timezone.utcTimezone) return inZone(plain, 'UTC').withTimeZone(zone);
    if (tzid && isKnown(tzid)) return inZone(plain, tzid).withTimeZone(zone);
    const own = described.get(tzid ?? '');
    if (!own) throw new Unreadable('unknown-zone');
    const time = new ICAL.Time({ ...fieldsOf(plain), isDate: false }, own);
    return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000).toZonedDateTimeISO(zone);
  }

  const isForeign = (property: ICAL.Property): boolean => {
    const value = property.getFirstValue() as ICAL.Time;
    const tzid = property.getFirstParameter('tzid');
    return !value.isDate && (value.zone === ICAL.Timezone.utcTimezone || (!!tzid && tzid !== zone));
  };

  const alike = new Map<string, boolean>();
  /** Whether the clocks there show what those of the house do, all through this year and the next. */
  function isAlike(property: ICAL.Property): boolean {
    const { year } = plainOf(property.getFirstValue() as ICAL.Time);
    const key = `${property.getFirstParameter('tzid')} ${year}`;
    const known = alike.get(key);
    if (known !== undefined) return known;
    const first = new Temporal.PlainDateTime(year, 1, 1, 12);
    const days = Array.from({ length: 731 }, (_, index) => first.add({ days: index }));
    const same = days.every((plain) => at(property, plain).toPlainDateTime().equals(plain));
    alike.set(key, same);
    return same;
  }

  return { zone, read, at, isForeign, isAlike };
}

/** Years that a calendar is kept in; others are slips of the pen. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2199];

function inZone(plain: Temporal.PlainDateTime, zone: string): Temporal.ZonedDateTime {
  if (plain.year < FIRST_YEAR || plain.year > LAST_YEAR) throw new Unreadable('no-date');
  return plain.toZonedDateTime(zone);
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

export function plainOf(time: ICAL.Time): Temporal.PlainDateTime {
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
