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

/** Of these dates, those that no closure meets any more. */
export async function openAgain(db: Queryable, spaceId: string, dates: readonly Met[]): Promise<Met[]> {
  const rows = await db.query<{ id: string }[]>(CLOSED_AMONG, [spaceId, dates.map(({ occurrenceId }) => occurrenceId)]);
  const closed = new Set(rows.map(({ id }) => id));
  return dates.filter(({ occurrenceId }) => !closed.has(occurrenceId));
}

/** Whether the house, or a part of what a date takes, is closed in its time. */
export const IS_CLOSED = (date: string) => `EXISTS (
      SELECT FROM closure c WHERE c.space_id = ${date}.space_id AND c.ends_at > ${date}.starts_at AND c.starts_at < ${date}.ends_at AND (c.room_id IS NULL
        OR EXISTS (SELECT FROM allocation a JOIN room_unit u ON u.space_id = a.space_id AND u.unit_id = a.unit_id
                   WHERE a.space_id = ${date}.space_id AND a.occurrence_id = ${date}.id AND u.room_id = c.room_id)))`;

const CLOSED_AMONG = `SELECT o.id FROM occurrence o WHERE o.space_id = $1 AND o.id = ANY($2::uuid[]) AND ${IS_CLOSED('o')}`;
