import { Temporal } from 'temporal-polyfill';
import { remembered } from './remembered';

const MINUTE = 60_000;
const WIRE = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})?$/;

export type TimeReading = {
  instant: Date;
  /** The wall time in the zone: as written when it was written without offset, even when it does not exist. */
  wall: string;
  /** False for a wall time inside a DST gap and for a date such as 30 February. */
  exists: boolean;
  /** True for a wall time that comes twice (autumn) and was written without offset. */
  ambiguous: boolean;
};

/**
 * Reads a wire time: wall time of the zone without offset, or an instant with offset or `Z`.
 * A wall time that does not exist moves forward by the gap, one that comes twice is the first (RFC 5545 3.3.5);
 * 30 February and 25:00 count on (2 March, 01:00) and do not exist. Throws a RangeError when it is no wire time.
 */
export function readTime(text: string, zone: string): TimeReading {
  const parts = WIRE.exec(text);
  if (!parts) throw new RangeError(`not a wire time: ${text}`);
  const plain = plainOf(parts);
  const real = plain.toString({ smallestUnit: 'minute' }) === text.slice(0, 16);
  if (parts[8]) {
    const instant = new Date(plain.toZonedDateTime('UTC').epochMilliseconds - offsetOf(parts[8]));
    return { instant, wall: wallOf(instant, zone), exists: real, ambiguous: false };
  }
  return { ...resolveWall(plain, zone), wall: plainWall(plain), ...(real ? {} : { exists: false }) };
}

function plainOf(parts: RegExpExecArray): Temporal.PlainDateTime {
  const [year, month, days, hours, minutes, seconds] = parts.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const milliseconds = Number((parts[7] ?? '').padEnd(3, '0'));
  return new Temporal.PlainDateTime(year, 1, 1).add({ months: month - 1 }).add({ days: days - 1, hours, minutes, seconds, milliseconds });
}

function offsetOf(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(4, 6));
  return (text.startsWith('-') ? -minutes : minutes) * MINUTE;
}

function resolveWall(plain: Temporal.PlainDateTime, zone: string): { instant: Date; exists: boolean; ambiguous: boolean } {
  const first = plain.toZonedDateTime(zone, { disambiguation: 'compatible' });
  const exists = first.toPlainDateTime().equals(plain);
  const ambiguous = exists && plain.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds !== first.epochMilliseconds;
  return { instant: new Date(first.epochMilliseconds), exists, ambiguous };
}

const plainWall = (plain: Temporal.PlainDateTime) =>
  plain.toString({ smallestUnit: plain.second === 0 ? 'minute' : 'second', roundingMode: 'trunc' });

const zoned = (instant: Date, zone: string) => Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);

/** The wall time in the zone, `YYYY-MM-DDTHH:mm`, with `:ss` only when it has seconds. Two instants share one in autumn. */
export function wallOf(instant: Date, zone: string): string {
  const wall = shifted(instant, zone)?.toISOString();
  if (!wall) return plainWall(zoned(instant, zone).toPlainDateTime());
  return wall.slice(17, 19) === '00' ? wall.slice(0, 16) : wall.slice(0, 19);
}

/** The calendar date in the zone, `YYYY-MM-DD`. */
export const dateOf = (instant: Date, zone: string): string =>
  shifted(instant, zone)?.toISOString().slice(0, 10) ?? zoned(instant, zone).toPlainDate().toString();

/** The instant of which UTC says what the zone says of this one. Since 1973 every zone changes its clocks on a whole minute. */
function shifted(instant: Date, zone: string): Date | null {
  const time = instant.getTime();
  if (!(time >= FIRST_EVEN && time < LAST_EVEN)) return null;
  return new Date(time + offsetAt(String(Math.floor(time / MINUTE)), zone));
}

const [FIRST_EVEN, LAST_EVEN] = [Date.UTC(1973, 0, 2), Date.UTC(2200, 0, 1)];
const offsetAt = remembered((minute: string, zone: string) => zoned(new Date(Number(minute) * MINUTE), zone).offsetNanoseconds / 1e6);

/** The first instant of a date in the zone; not always midnight, some zones skip it in spring. */
export const startOfDay = (date: string, zone: string): Date => new Date(dayStart(date, zone));
const dayStart = remembered((date: string, zone: string) => Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);

/** The date so many calendar days later (earlier when negative). */
export const addDays = (date: string, days: number): string => laterDate(date, String(days));
const laterDate = remembered((date: string, days: string) =>
  Temporal.PlainDate.from(date)
    .add({ days: Number(days) })
    .toString(),
);

/** ISO weekday of a date: 1 = Monday … 7 = Sunday. */
export const weekdayOf = remembered((date: string): number => Temporal.PlainDate.from(date).dayOfWeek);

/** Elapsed minutes from a to b: a night with the spring change is an hour short, in autumn an hour long. */
export const minutesBetween = (a: Date, b: Date): number => (b.getTime() - a.getTime()) / MINUTE;

/** The instant so many elapsed minutes later. */
export const addMinutes = (instant: Date, minutes: number): Date => new Date(instant.getTime() + minutes * MINUTE);

/** From the first to the last of some instants, of which there is one at least. */
export function extentOf(instants: readonly Date[]): { from: Date; to: Date } {
  const times = instants.map((instant) => instant.getTime());
  return { from: new Date(Math.min(...times)), to: new Date(Math.max(...times)) };
}

/** Whether the text names an IANA time zone this machine knows; a bare offset is not one. */
export function isZone(text: string): boolean {
  if (!/^[A-Za-z][\w+\-/]*$/.test(text)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}
