// Reading: the week of all rooms, and which of many rooms are free at one time.
import { CALENDAR } from './sources.mjs';

const DAY_MS = 86_400_000;
const OK = 200;
const dayFrom = (days) => new Date(new Date().setUTCHours(0, 0, 0, 0) + days * DAY_MS);

const week = { from: dayFrom(14), to: dayFrom(21) };
const hour = { from: new Date(dayFrom(2).getTime() + 10 * 3_600_000), to: new Date(dayFrom(2).getTime() + 11 * 3_600_000) };
const wanted = `date=${dayFrom(2).toISOString().slice(0, 10)}&from=10:00&to=13:00&minutes=60&people=40`;

export const weekByHttp = ({ house, connections: [connection] }) => read(connection, house, week);
export const weekByStatement = ({ db, house }) => db.query(CALENDAR, [house.spaceId, week.from, week.to]);

/** Ranked, with near misses and their reasons; bare, only which rooms are free. */
export const findByHttp = ({ large, connections: [connection] }) => ask(connection, large, `room-finding?${wanted}`);
export const findByStatement = ({ db, large }) => db.query(FREE_ROOMS, [large.spaceId, hour.from, hour.to]);

const read = (connection, house, { from, to }) => ask(connection, house, `calendar?from=${from.toISOString()}&to=${to.toISOString()}`);

async function ask(connection, { spaceId }, path) {
  const { status, body } = await connection.request('GET', `/api/spaces/${spaceId}/${path}`);
  if (status !== OK) throw new Error(`${path} answered ${status}: ${body}`);
  return body;
}

const FREE_ROOMS = `
  SELECT r.id FROM room r WHERE r.space_id = $1 AND r.archived_at IS NULL AND NOT EXISTS (
    SELECT FROM room_unit u JOIN allocation a ON a.space_id = u.space_id AND a.unit_id = u.unit_id AND a.blocking
    WHERE u.space_id = r.space_id AND u.room_id = r.id
      AND a.starts_at < $3 AND a.starts_at > $2::timestamptz - interval '15 days' AND a.ends_at > $2)`;
