import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { expand, readRule, ruleTime, untilOfRule } from '@bota/booking/domain';
import { type Times, Unreadable, plainOf, wallOfTime } from './times';

const DAY_MS = 86_400_000;
/** As far as a series without end is compared. */
const FAR_MS = 3653 * DAY_MS;

/**
 * A rule as the house keeps it. Refused (`other-zone`) when the house would not give the same moments as the zone it was written in: clocks
 * that change on other days, or a weekday that is another one here.
 */
export function ruleInHouse(rrule: string, dtstart: ICAL.Property, times: Times): string {
  const isForeign = times.isForeign(dtstart);
  const reading = readRule(isForeign ? withUntilThere(rrule, dtstart, times) : rrule, times.zone);
  // The house says itself what it does not understand.
  if ('refusal' in reading) return rrule;
  if (isForeign && !times.isAlike(dtstart) && !givesSameDates(reading.rule, dtstart, times)) throw new Unreadable('other-zone');
  return reading.rule;
}

/** A left-out day of a series with hours is one where it was written. */
export function leftOut(property: ICAL.Property, value: ICAL.Time, dtstart: ICAL.Property, times: Times): string {
  if (!value.isDate) return wallOfTime(times.read(property, value));
  if (!times.isForeign(dtstart)) return wallOfTime(times.read(property, value)).slice(0, 10);
  const hours = plainOf(dtstart.getFirstValue() as ICAL.Time).toPlainTime();
  return wallOfTime(times.at(dtstart, plainOf(value).withPlainTime(hours)));
}

/** UNTIL without Z is wall time there, or the whole of a day there (RFC 5545 3.3.10). */
const withUntilThere = (rrule: string, dtstart: ICAL.Property, times: Times): string =>
  rrule.replace(/UNTIL=(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?(?=;|$)/i, (_, ...parts: string[]) => {
    const [year, month, day, hour = '23', minute = '59', second = '59'] = parts.slice(0, 6);
    const plain = Temporal.PlainDateTime.from(`${year}-${month}-${day}T${hour}:${minute}:${second}`);
    return `UNTIL=${ruleTime(new Date(times.at(dtstart, plain).epochMilliseconds))}`;
  });

function givesSameDates(rule: string, dtstart: ICAL.Property, times: Times): boolean {
  const there = plainOf(dtstart.getFirstValue() as ICAL.Time);
  const here = times.at(dtstart, there);
  const last = Math.min(untilOfRule(rule)?.getTime() ?? Infinity, here.epochMilliseconds + FAR_MS);
  const walls = (start: string) => {
    const series = { start, end: start, zone: 'UTC', rrule: rule.replace(/;UNTIL=[^;]*/, '') };
    return expand(series, { until: new Date(last + 2 * DAY_MS) }).spans.map(({ wall }) => Temporal.PlainDateTime.from(wall));
  };
  const before = (moments: number[]) => moments.filter((moment) => moment <= last);
  const ofThere = before(walls(there.toString()).map((plain) => times.at(dtstart, plain).epochMilliseconds));
  const ofHouse = before(walls(wallOfTime(here)).map((plain) => plain.toZonedDateTime(times.zone).epochMilliseconds));
  return ofThere.length === ofHouse.length && ofThere.every((moment, index) => moment === ofHouse[index]);
}
