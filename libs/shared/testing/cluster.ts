import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Client } from 'pg';
import { type Postgres, startPostgres } from '../../../tools/database/embedded.mjs';

const root = path.resolve(__dirname, '../../..');
let own: Postgres | null = null;

/** One database server for the whole run: the one of TEST_DATABASE_URL, or a temporary one. Workers learn of it through the environment. */
export async function openCluster(): Promise<void> {
  const given = process.env['TEST_DATABASE_URL'];
  own = given ? null : await startPostgres({ root, ephemeral: true });
  process.env['TEST_CLUSTER_URL'] = given ?? own?.url;
  process.env['TEST_RUN'] = `bota_test_${randomBytes(4).toString('hex')}`;
}

/** A temporary server goes with all it has; on a given one we remove what this run left behind. */
export async function closeCluster(): Promise<void> {
  if (own) return own.stop();
  const client = new Client({ connectionString: process.env['TEST_CLUSTER_URL'] });
  await client.connect();
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [process.env['TEST_RUN']]);
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  await client.end();
}
