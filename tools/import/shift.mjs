// Moves an event by whole weeks of the wall time of the house, with its rule and what it leaves out.
import { Temporal } from 'temporal-polyfill';

/** One date has an offset; a series keeps wall time. */
export function shifted({ start, end, recurrence }, zone, weeks) {
  const later = (instant) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).add({ weeks });
  const wall = (text) => Temporal.PlainDateTime.from(text).add({ weeks }).toString({ smallestUnit: 'second' });
  if (!recurrence) {
    const [first, last] = [start, end].map((time) => later(time).toString({ timeZoneName: 'never', smallestUnit: 'second' }));
    return { start: first, end: last };
  }
  const exdates = recurrence.exdates.map((one) => (one.includes('T') ? wall(one) : Temporal.PlainDate.from(one).add({ weeks }).toString()));
  const rrule = recurrence.rrule.replace(/(?<=UNTIL=)\d{8}T\d{6}Z/, (until) => basic(later(until).toInstant()));
  return { start: wall(start), end: wall(end), recurrence: { rrule, exdates } };
}

/** `20261222T225959Z`, as rules write it. */
const basic = (instant) => instant.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
