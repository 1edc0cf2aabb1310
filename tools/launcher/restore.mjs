// npm run restore -- FOLDER: puts a backup into an empty database, the one of DATABASE_URL or our own, and checks its log.
import path from 'node:path';
import { reexec } from '../node/ensure.mjs';
import { buildIfStale } from './build.mjs';
import { runQuietly } from './commands.mjs';
import { databaseAddress, verification } from './database-address.mjs';
import { installIfNeeded } from './install.mjs';
import { end, endWithParent } from './lifetime.mjs';
import { builtApi, inRoot } from './paths.mjs';

await reexec();
await installIfNeeded();
endWithParent();
try {
  const folder = process.argv[2];
  if (!folder) throw new Error('say which: npm run restore -- FOLDER');
  await buildIfStale();
  const { restoreBackup } = await import('../backup/restore.mjs');
  const { verifyLog } = await verification();
  const done = await restoreBackup({ url: await databaseAddress(), folder: path.resolve(folder), migrate, verifyLog });
  console.log(`Restored the house as of ${done.madeAt}: ${done.rows} rows of ${done.tables} tables.`);
  console.log(`The log holds up to position ${done.log.position}. Digest of the backup: ${done.digest}`);
  await end(0);
} catch (error) {
  console.error(`Nothing was restored: ${error.message}`);
  await end(1);
}

/** By the built API, the only one that knows the history of the schema. */
async function migrate(url, until) {
  const args = [inRoot(builtApi), 'migrate', ...(until ? [until] : [])];
  await runQuietly(process.execPath, args, { env: { DATABASE_URL: url, NODE_ENV: 'production' } });
}
