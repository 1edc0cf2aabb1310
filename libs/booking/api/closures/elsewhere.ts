import type { AffectedChoice, Taken } from '@bota/booking/domain';
import { readTime } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import type { Queryable } from '../facts.queries';

type Span = { start: Date; end: Date };
/** A date that is chosen to end, or to move. */
export type Elsewhere = { date: Span & { bookingId: string }; to?: Span & { roomIds: readonly string[] } };
type Row = Elsewhere['date'] & { id: string };
type Unit = { roomId: string; unitId: string; bufferMinutes: number };

/** What was chosen, with the dates as they are; what is no date of the house is said when it is closed. */
export async function elsewhereBy(db: Queryable, { id, zone }: SpaceEntity, choices: readonly AffectedChoice[]): Promise<Elsewhere[]> {
  if (choices.length === 0) return [];
  const rows = await db.query<Row[]>(DATES, [id, choices.map(({ occurrenceId }) => occurrenceId)]);
  const dates = new Map(rows.map((row) => [row.id, row]));
  return choices.flatMap((choice): Elsewhere[] => {
    const date = dates.get(choice.occurrenceId);
    if (!date) return [];
    if (choice.act === 'cancel') return [{ date }];
    const [start, end] = [choice.start, choice.end].map((time) => readTime(time, zone).instant) as [Date, Date];
    return [{ date, to: { start, end, roomIds: choice.roomIds } }];
  });
}

/** What they will take there, in every part of the rooms. */
export async function takenElsewhere(db: Queryable, spaceId: string, elsewhere: readonly Elsewhere[]): Promise<Taken[]> {
  const places = elsewhere.flatMap(({ to }) => to ?? []);
  if (places.length === 0) return [];
  const units = await db.query<Unit[]>(UNITS, [spaceId, [...new Set(places.flatMap(({ roomIds }) => roomIds))]]);
  return places.flatMap(({ start, end, roomIds }) =>
    units.filter(({ roomId }) => roomIds.includes(roomId)).map((unit): Taken => ({ ...unit, start, end, by: {} })),
  );
}

const DATES = `
  SELECT id, booking_id AS "bookingId", starts_at AS start, ends_at AS "end" FROM occurrence WHERE space_id = $1 AND id = ANY($2::uuid[])`;
const UNITS = `
  SELECT u.room_id AS "roomId", u.unit_id AS "unitId", coalesce((r.rules->>'bufferMinutes')::int, 0) AS "bufferMinutes"
  FROM room_unit u JOIN room r ON r.space_id = u.space_id AND r.id = u.room_id WHERE u.space_id = $1 AND u.room_id = ANY($2::uuid[])`;
