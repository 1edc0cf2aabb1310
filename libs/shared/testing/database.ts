import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export type TestDatabase = { url: string; drop: () => Promise<void> };

const TEMPLATE_LOCK = 75_099;

const clusterUrl = (): string => process.env['TEST_CLUSTER_URL'] ?? '';
const nameFor = (what: string): string => `${process.env['TEST_RUN']}_${what}`;

function urlOf(name: string): string {
  const url = new URL(clusterUrl());
  url.pathname = `/${name}`;
  return url.href;
}

async function onCluster<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: clusterUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A new database without tables. */
export const emptyDatabase = (): Promise<TestDatabase> => onCluster((client) => create(client));

/** A new migrated database: a copy of the template, which the first worker to ask migrates while the others wait. */
export function migratedDatabase(migrate: (url: string) => Promise<void>): Promise<TestDatabase> {
  return onCluster(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const template = nameFor('template');
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${template}`);
      await migrate(urlOf(template));
    }
    return create(client, template);
  });
}

async function create(client: Client, template = 'template0'): Promise<TestDatabase> {
  const name = nameFor(randomBytes(6).toString('hex'));
  // The migration's connections may need a moment to leave the template.
  for (let tries = 1; ; tries++) {
    try {
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
      return { url: urlOf(name), drop: () => drop(name) };
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || tries === 20) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

// What the server itself is doing there (autovacuum) may not be ended by us, and is soon over.
const drop = (name: string): Promise<void> =>
  onCluster(async (client) => {
    for (let tries = 1; ; tries++) {
      try {
        return void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`));
      } catch (error) {
        if ((error as { code?: string }).code !== '42501' || tries === 20) throw error;
        await new Promise((done) => setTimeout(done, 250));
      }
    }
  });
