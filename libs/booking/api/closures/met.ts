import type { ClosureChange } from '@bota/spaces/api';
import type { CalendarRow } from '../booking.view';
import { askedRows, calendarRows } from '../calendar.queries';
import type { Queryable } from '../facts.queries';

type Closed = Pick<ClosureChange, 'roomIds' | 'startsAt' | 'endsAt'>;
/** A date that a closure meets, with all the rooms it takes. */
export type Met = CalendarRow & { roomIds: string[] };

/** What is booked or asked for in the time of a closure from now on, soonest first: a row for each unit that a date takes, or would take. */
export async function rowsMet(db: Queryable, spaceId: string, { roomIds, startsAt, endsAt }: Closed, now: Date): Promise<CalendarRow[]> {
  if (endsAt <= now) return [];
  const [from, rooms] = [startsAt > now ? startsAt : now, roomIds.length > 0 ? [...roomIds] : null];
  const booked = await calendarRows(db, spaceId, from, endsAt, rooms);
  const asked = await askedRows(db, spaceId, from, endsAt, rooms);
  return asked.length === 0 ? booked : [...booked, ...asked].toSorted((a, b) => a.start.getTime() - b.start.getTime());
}

/** Their dates, each once. */
export const datesMet = (rows: readonly CalendarRow[]): Met[] =>
  [...Map.groupBy(rows, ({ occurrenceId }) => occurrenceId).values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, roomIds: [...new Set([first, ...more].map(({ roomId }) => roomId))] }] : [],
  );
