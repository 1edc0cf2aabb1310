import type { ClosureChange } from '@bota/spaces/api';
import type { CalendarRow } from '../booking.view';
import { calendarRows } from '../calendar.queries';
import type { Queryable } from '../facts.queries';

type Closed = Pick<ClosureChange, 'roomIds' | 'startsAt' | 'endsAt'>;
/** A date that a closure meets, with all the rooms it takes. */
export type Met = CalendarRow & { roomIds: string[] };

/** What is booked in the time of a closure from now on, soonest first: a row for each unit that a date takes. */
export async function rowsMet(db: Queryable, spaceId: string, { roomIds, startsAt, endsAt }: Closed, now: Date): Promise<CalendarRow[]> {
  if (endsAt <= now) return [];
  return calendarRows(db, spaceId, startsAt > now ? startsAt : now, endsAt, roomIds.length > 0 ? [...roomIds] : null);
}

/** Their dates, each once. */
export const datesMet = (rows: readonly CalendarRow[]): Met[] =>
  [...Map.groupBy(rows, ({ occurrenceId }) => occurrenceId).values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, roomIds: [...new Set([first, ...more].map(({ roomId }) => roomId))] }] : [],
  );
