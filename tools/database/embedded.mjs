// An own PostgreSQL for development, demonstration and tests: nothing to install, nothing to configure.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { accountFor, giveTo } from './account.mjs';
import { programsFor } from './binaries.mjs';
import { claim, stopLeftover } from './claim.mjs';
import { initialise } from './initialise.mjs';
import { dataFolder, reachableFolder, temporaryFolder } from './location.mjs';
import { freePort } from './port.mjs';
import { startServer } from './server.mjs';

export { FolderInUse } from './claim.mjs';

/** Starts the cluster `name` of this checkout, or with `ephemeral` a temporary one that leaves nothing behind (and, unless `durable`, is careless). */
export async function startPostgres({ root, name = 'db', ephemeral = false, durable = !ephemeral, port = ephemeral ? 0 : 54329 }) {
  if (process.platform === 'win32') throw new Error('The bundled PostgreSQL is not supported on Windows: use WSL, or set DATABASE_URL.');
  const place = ephemeral ? temporaryPlace() : lastingPlace(root, name);
  const release = claim(place);
  try {
    const password = passwordOf(place);
    const programs = programsFor(place);
    await stopLeftover({ ...place, programs });
    if (!existsSync(path.join(place.dataDir, 'PG_VERSION'))) initialise({ ...place, programs, password });
    const { port: found, ...server } = await startOnFreePort({ ...place, programs, port, isDurable: durable });
    const url = `postgresql://app:${password}@127.0.0.1:${found}/app`;
    return { ...server, url, port: found, dataDir: place.dataDir, stop: () => server.stop().then(() => leave(place, release)) };
  } catch (error) {
    await leave(place, release, true);
    throw error;
  }
}

function lastingPlace(root, name) {
  const firstGuess = accountFor(path.join(dataFolder(root), name, 'pg'));
  const folder = reachableFolder(root, firstGuess);
  const base = path.join(folder, name);
  const dataDir = path.join(base, 'pg');
  const account = accountFor(dataDir);
  mkdirSync(base, { recursive: true, mode: 0o711 });
  giveTo(account, base);
  return { base, dataDir, account, copyTo: path.join(folder, 'runtime'), isTemporary: false };
}

function temporaryPlace() {
  const account = accountFor();
  const base = temporaryFolder(account);
  return { base, dataDir: path.join(base, 'pg'), account, copyTo: path.join(base, 'runtime'), isTemporary: true };
}

function passwordOf({ base, account }) {
  const file = path.join(base, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  giveTo(account, file);
  return readFileSync(file, 'utf8');
}

/** Another program may take the port between our look and the server's, and a killed server's memory is freed a moment later. */
async function startOnFreePort(cluster) {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(cluster.port);
    try {
      return { port, ...(await startServer({ ...cluster, port })) };
    } catch (error) {
      if (attempt === 20 || !/could not bind|could not create any TCP|still in use/.test(error.message)) throw error;
      await sleep(1000);
    }
  }
}

/** The guard removes a temporary folder; we wait for it, and do it ourselves when there never was a server. */
async function leave({ base, isTemporary }, release, hasFailed = false) {
  release();
  for (let turn = 0; isTemporary && !hasFailed && existsSync(base) && turn < 100; turn++) await sleep(50);
  if (isTemporary) rmSync(base, { recursive: true, force: true, maxRetries: 5 });
}
