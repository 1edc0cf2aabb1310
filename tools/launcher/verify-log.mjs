// npm run verify-log: walks the hash chain of the log from its first entry. Ends with 0 when all of it holds.
import { registerHooks } from 'node:module';
import pg from 'pg';
import { FolderInUse, startPostgres } from '../database/embedded.mjs';
import { addressOfRunning } from '../database/running.mjs';
import { reexec } from '../node/ensure.mjs';
import { installIfNeeded } from './install.mjs';
import { atEnd, end, endWithParent } from './lifetime.mjs';
import { inRoot, root } from './paths.mjs';

await reexec();
await installIfNeeded();
endWithParent();
// The check is the product's own, in TypeScript: Node strips its types.
registerHooks({ load: (url, context, next) => next(url, url.endsWith('.ts') ? { ...context, format: 'module-typescript' } : context) });
const { verifyLog } = await import(inRoot('libs/shared/api/log.verification.ts'));
try {
  const client = new pg.Client(await address());
  await client.connect();
  const query = async (text, values) => (await client.query(text, values)).rows;
  const brokenAt = await verifyLog({ query });
  const [{ entries }] = await query('SELECT count(*)::int AS entries FROM log WHERE position IS NOT NULL');
  await client.end();
  console.log(
    brokenAt === null ? `The log holds: ${entries} entries, none missing or changed.` : `The log is BROKEN at position ${brokenAt}.`,
  );
  await end(brokenAt === null ? 0 : 1);
} catch (error) {
  console.error(error.message);
  await end(2);
}

/** The database of `DATABASE_URL`, else our own: running already, or started for this. */
async function address() {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  try {
    const database = await startPostgres({ root });
    atEnd(database.stop);
    return database.url;
  } catch (error) {
    if (error instanceof FolderInUse) return addressOfRunning({ root });
    throw error;
  }
}
