import { addDays, addMinutes, minutesBetween, readTime, wallOf } from '@bota/shared/domain';

const DAY_MINUTES = 24 * 60;

/**
 * The left-out dates of a series whose first wall start moves `from` → `to`: they move by the same wall time, so that the
 * same dates stay left out. A date without time moves by the calendar days between. (RFC 5545 3.8.5.1)
 */
export function movedExdates(exdates: readonly string[], from: string, to: string): string[] {
  const minutes = minutesBetween(plain(from), plain(to));
  const days = minutesBetween(plain(from.slice(0, 10)), plain(to.slice(0, 10))) / DAY_MINUTES;
  return exdates.map((exdate) => (exdate.includes('T') ? wallOf(addMinutes(plain(exdate), minutes), 'UTC') : addDays(exdate, days)));
}

/** A wall time counted as if it were UTC: days have 24 hours there. */
const plain = (wall: string): Date => readTime(wall.includes('T') ? wall : `${wall}T00:00`, 'UTC').instant;
