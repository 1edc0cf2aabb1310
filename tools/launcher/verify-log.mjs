// npm run verify-log: walks the hash chain of the log from its first entry. Ends with 0 when all of it holds.
import pg from 'pg';
import { reexec } from '../node/ensure.mjs';
import { databaseAddress, verification } from './database-address.mjs';
import { installIfNeeded } from './install.mjs';
import { end, endWithParent } from './lifetime.mjs';

await reexec();
await installIfNeeded();
endWithParent();
const { verifyLog } = await verification();
try {
  const client = new pg.Client(await databaseAddress());
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
