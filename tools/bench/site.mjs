// One database with its history and the built API on it: what is measured.
import pg from 'pg';
import { serve } from '../launcher/serve.mjs';
import { openConnection } from './connection.mjs';
import { fill, PER_DAY } from './history.mjs';
import { addHouse, createHouse } from './house.mjs';
import { slotsOf } from './slots.mjs';
import { PLANNING, PreparingClient } from './sources.mjs';
import { spareDates } from './writes.mjs';

const WEEK_ROOMS = 50;
const FIND_ROOMS = 200;
const DAYS = 33; // what is looked at is there at every size
const DAYS_AHEAD_OF_FIND = 6; // finding looks at the days after as well
const SPARE_DATES = 60_000;
export const WORKERS = 8;
const POOL = 10; // as DATABASE_POOL of the API

export const apiOnly = { BOTA_DEMO: 'off', WEB_ROOT: '' };

/** Creates the house through the API, stops it, writes the history, and serves again. */
export async function openSite(cluster, rows, log, tell) {
  const databaseUrl = await createDatabase(cluster, `bench_${rows}`);
  const start = () => serve({ databaseUrl, env: apiOnly, log });
  const builder = await start();
  const house = await createHouse(builder.urls[0], WEEK_ROOMS);
  await builder.stop();
  const pool = new pg.Pool({ Client: PreparingClient, options: PLANNING, connectionString: databaseUrl, max: POOL });
  const large = await addHouse(pool, house, FIND_ROOMS);
  await fill(pool, house, Math.max(rows / 5, WEEK_ROOMS * PER_DAY * DAYS), 28, () => {});
  await fill(pool, large, Math.max(rows, FIND_ROOMS * PER_DAY * DAYS), DAYS_AHEAD_OF_FIND, tell);
  const db = { query: async (text, values) => (await pool.query(text, values)).rows };
  const spare = await spareDates(db, house, SPARE_DATES);
  await pool.query('VACUUM ANALYZE');
  const served = await start();
  const stop = async () => {
    await served.stop();
    await pool.end();
  };
  return { rows, databaseUrl, url: served.urls[0], house, large, db, spare, slots: slotsOf(house), stop };
}

export const openConnections = ({ url, house }) => Promise.all(Array.from({ length: WORKERS }, () => openConnection(url, house.cookie)));

async function createDatabase(cluster, name) {
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(cluster.url);
  url.pathname = `/${name}`;
  return url.href;
}
