// Reading: the week of all rooms, and which of many rooms are free at one time.
import { CALENDAR } from './sources.mjs';

const DAY_MS = 86_400_000;
const OK = 200;
const dayFrom = (days) => new Date(new Date().setUTCHours(0, 0, 0, 0) + days * DAY_MS);

const week = { from: dayFrom(14), to: dayFrom(21) };
const hour = { from: new Date(dayFrom(2).getTime() + 10 * 3_600_000), to: new Date(dayFrom(2).getTime() + 11 * 3_600_000) };

export const weekByHttp = ({ house, connections: [connection] }) => read(connection, house, week);
export const weekByStatement = ({ db, house }) => db.query(CALENDAR, [house.spaceId, week.from, week.to]);

/** The web looks for free rooms in the calendar of the time asked. */
export const findByHttp = ({ large, connections: [connection] }) => read(connection, large, hour);
export const findByStatement = ({ db, large }) => db.query(FREE_ROOMS, [large.spaceId, hour.from, hour.to]);

async function read(connection, { spaceId }, { from, to }) {
  const path = `/api/spaces/${spaceId}/calendar?from=${from.toISOString()}&to=${to.toISOString()}`;
  const { status, body } = await connection.request('GET', path);
  if (status !== OK) throw new Error(`the calendar answered ${status}: ${body}`);
  return body;
}

const FREE_ROOMS = `
  SELECT r.id FROM room r WHERE r.space_id = $1 AND r.archived_at IS NULL AND NOT EXISTS (
    SELECT FROM room_unit u JOIN allocation a ON a.space_id = u.space_id AND a.unit_id = u.unit_id AND a.blocking
    WHERE u.space_id = r.space_id AND u.room_id = r.id
      AND a.starts_at < $3 AND a.starts_at > $2::timestamptz - interval '15 days' AND a.ends_at > $2)`;
