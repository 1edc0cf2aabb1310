// Many want the same room at the same moment: one gets it, the others are told.
import { performance } from 'node:perf_hooks';
import { openConnection } from './connection.mjs';
import { bookingPath, draftFor } from './writes.mjs';

const GUESTS = 32;

/** Sends identical requests at once, each on its own connection; answers `{ statuses, slowest }` (milliseconds). */
export async function storm({ url, house, slots }) {
  const connections = await Promise.all(Array.from({ length: GUESTS }, () => openConnection(url, house.cookie)));
  const draft = draftFor(house, slots.once('storm'));
  const start = performance.now();
  const answers = await Promise.all(
    connections.map(async (connection) => {
      const { status } = await connection.request('POST', bookingPath(house), draft);
      return { status, ms: performance.now() - start };
    }),
  );
  for (const connection of connections) connection.close();
  const statuses = Object.groupBy(answers, ({ status }) => status);
  return {
    statuses: Object.fromEntries(Object.entries(statuses).map(([status, { length }]) => [status, length])),
    slowest: Math.max(...answers.map(({ ms }) => ms)),
  };
}
