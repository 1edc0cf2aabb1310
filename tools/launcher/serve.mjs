// The built application for journeys, screenshots and benchmarks: on free ports, with a database of its own unless one is given.
import { startPostgres } from '../database/embedded.mjs';
import { freePort } from '../database/port.mjs';
import { startApi } from './api.mjs';
import { root } from './paths.mjs';

/** Starts `processes` API processes on one database and waits until all are ready. */
export async function serve({ databaseUrl, processes = 1, env = {}, log } = {}) {
  const database = databaseUrl ? null : await startPostgres({ root, ephemeral: true });
  const apis = [];
  const stop = async () => {
    await Promise.all(apis.map((api) => api.stop()));
    await database?.stop();
  };
  try {
    for (let turn = 0; turn < processes; turn++) {
      apis.push(startApi({ databaseUrl: databaseUrl ?? database.url, port: await freePort(), env, log }));
      await apis.at(-1).ready(); // one after the other: the first migrates, and no two choose the same port
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { urls: apis.map(({ url }) => url), databaseUrl: databaseUrl ?? database.url, processes: apis, stop };
}
