import type { AffectedBookings, Booking, Closing, Places } from '@bota/booking/domain';
import type { Problem } from '@bota/shared/domain';
import { newId } from '@bota/shared/api';
import type { House } from './house.fixture';
import type { DataSource } from 'typeorm';
import type { Someone } from './people.fixture';

/** Monday 16 March 2026, all day. */
export const DAY = { start: '2026-03-16T00:00', end: '2026-03-17T00:00' };

/** Closes room A that day, unless it is said otherwise. */
export const close = (house: House, more: object = {}, who: Someone = house.coordinator, headers = {}) =>
  who.post<Closing & Problem>(house.path('closures'), { roomIds: [house.a], ...DAY, ...more }, { headers });
export const met = async (house: House, more: object = {}) =>
  (
    await house.coordinator.post<AffectedBookings>(house.path('affected-bookings'), {
      change: 'closure',
      roomIds: [house.a],
      ...DAY,
      ...more,
    })
  ).body;
export const placesFor = async (house: House, occurrenceId: string, more: object = {}, choices: readonly object[] = []) =>
  (
    await house.coordinator.post<Places>(house.path('affected-bookings/places'), {
      closure: { roomIds: [house.a], ...DAY, ...more },
      occurrenceId,
      choices,
    })
  ).body.items;

export const dateOf = ({ occurrences }: Booking, index = 0): string => occurrences[index]?.id ?? '';
export const cancelling = (booking: Booking, index = 0) => ({ act: 'cancel', occurrenceId: dateOf(booking, index) });
export const moving = (booking: Booking, roomId: string, index = 0, time: object = {}) => ({
  ...{ act: 'move', occurrenceId: dateOf(booking, index), roomIds: [roomId] },
  ...{ start: booking.occurrences[index]?.start, end: booking.occurrences[index]?.end, ...time },
});

const WAITS = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
/** Until somebody waits for the transaction that asks, or what was begun is over. */
async function untilItWaits(tx: Pick<DataSource, 'query'>, begun: Promise<unknown>): Promise<void> {
  let isOver = false;
  void begun.finally(() => (isOver = true)).catch(() => undefined);
  while (!isOver && (await tx.query<unknown[]>(WAITS)).length === 0) await new Promise((done) => setTimeout(done, 10));
}

/** Something is done while room A is being closed that day: it is judged before the closure can be seen, and written after. */
export async function closesMeanwhile<Done>(db: DataSource, house: House, begin: () => Promise<Done>): Promise<Done> {
  const { begun } = await db.transaction(async (tx) => {
    await tx.query('INSERT INTO closure (space_id, id, room_id, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5)', [
      ...[house.id, newId(), house.a, '2026-03-15T23:00Z', '2026-03-16T23:00Z'],
    ]);
    await tx.query('SELECT count_closing($1)', [house.id]);
    const begun = begin();
    await untilItWaits(tx, begun);
    return { begun };
  });
  return begun;
}

/** A booking of another day goes to 16 March, 10:00–11:00, while something begins that cannot see it yet. */
export async function comesMeanwhile<Done>(
  db: DataSource,
  house: House,
  { id }: Pick<Booking, 'id'>,
  begin: () => Promise<Done>,
): Promise<Done> {
  const { begun } = await db.transaction(async (tx) => {
    await tx.query(COMES, [id, '2026-03-16T09:00Z', '2026-03-16T10:00Z']);
    await tx.query('SELECT require_open($1, (SELECT closings FROM space WHERE id = $1))', [house.id]);
    const begun = begin();
    await untilItWaits(tx, begun);
    return { begun };
  });
  return begun;
}

const COMES = `
  WITH date AS (UPDATE occurrence SET starts_at = $2, ends_at = $3 WHERE booking_id = $1)
  UPDATE allocation SET starts_at = $2, ends_at = $3, during = tstzrange($2, $3, '[)') WHERE booking_id = $1`;
