// Putting a backup into an empty database: all of it or nothing, and only if the chain of the log then holds as it did.
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { from as copyFrom } from 'pg-copy-streams';
import { connect } from './backup.mjs';
import { fileOf, verifiedManifest } from './manifest.mjs';
import { columnList, headOfLog, migrationsOf, quoted, tablesOf } from './schema.mjs';

/**
 * Restores a backup. `migrate(url, until)` brings the schema to a migration, or up to date without one; `verifyLog` walks the chain.
 * The schema is first brought to where it was when the backup was made, and afterwards up to date.
 */
export async function restoreBackup({ url, folder, migrate, verifyLog }) {
  const manifest = await verifiedManifest(folder);
  await prepare(url, manifest, migrate);
  const client = await connect(url);
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL client_encoding = 'UTF8'; SET LOCAL datestyle = 'ISO'; SET LOCAL timezone = 'UTC'`);
    await load(client, manifest, folder);
    await verify(client, manifest, verifyLog);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
  await migrate(url);
  const rows = Object.values(manifest.tables).reduce((total, table) => total + table.rows, 0);
  return { madeAt: manifest.madeAt, rows, tables: Object.keys(manifest.tables).length, log: manifest.log, digest: manifest.digest };
}

async function prepare(url, { migrations }, migrate) {
  const client = await connect(url);
  try {
    const there = await migrationsOf(client);
    if (there.length > 0) await refuseFull(client, await tablesOf(client));
    if (there.some((name, at) => name !== migrations[at]))
      throw new Error('The database has another version than the backup: give an empty one without tables.');
    if (there.length < migrations.length) await migrate(url, migrations.at(-1));
    const now = await migrationsOf(client);
    if (now.length !== migrations.length || now.some((name, at) => name !== migrations[at]))
      throw new Error('The backup was made by a version that this one does not know: update first.');
  } finally {
    await client.end();
  }
}

async function refuseFull(client, tables) {
  for (const { name } of tables) {
    const { rows } = await client.query(`SELECT EXISTS (SELECT FROM public.${quoted(name)}) AS "isFull"`);
    if (rows[0].isFull) throw new Error(`The database is not empty (there are rows in ${name}): a backup goes into an empty one only.`);
  }
}

/**
 * Our own triggers are off meanwhile, for their rules held when the rows were written (a closed statement takes no line, the log none
 * out of turn); keys, references and exclusion constraints stay on. Nobody else writes: the tables are locked until the end.
 */
async function load(client, manifest, folder) {
  const tables = await tablesOf(client);
  const known = new Set(tables.map(({ name }) => name));
  const strange = Object.keys(manifest.tables).find((name) => !known.has(name));
  if (strange) throw new Error(`The backup holds a table that its version does not have: ${strange}.`);
  await client.query(`LOCK TABLE ${tables.map(({ name }) => `public.${quoted(name)}`).join(', ')} IN ACCESS EXCLUSIVE MODE`);
  await refuseFull(client, tables);
  await turnTriggers(client, tables, 'DISABLE');
  for (const { name } of tables) await loadTable(client, folder, name, manifest.tables[name]);
  for (const [name, last] of Object.entries(manifest.sequences))
    await client.query('SELECT setval($1, $2)', [`public.${quoted(name)}`, last]);
  await turnTriggers(client, tables, 'ENABLE');
}

async function turnTriggers(client, tables, onOrOff) {
  for (const { name } of tables) await client.query(`ALTER TABLE public.${quoted(name)} ${onOrOff} TRIGGER USER`);
}

async function loadTable(client, folder, name, table) {
  if (!table) throw new Error(`The backup lacks the table ${name}.`);
  const rows = client.query(copyFrom(`COPY public.${quoted(name)} (${columnList(table.columns)}) FROM STDIN`));
  await pipeline(createReadStream(fileOf(folder, name)), createGunzip(), rows);
  if (rows.rowCount !== table.rows) throw new Error(`${name} has ${rows.rowCount} rows instead of ${table.rows}: the backup is damaged.`);
}

async function verify(client, manifest, verifyLog) {
  const query = async (text, values) => (await client.query(text, values)).rows;
  const brokenAt = await verifyLog({ query });
  if (brokenAt !== null) throw new Error(`The log of the backup is broken at position ${brokenAt}: nothing was restored.`);
  const head = await headOfLog(client);
  if (head.position !== manifest.log.position || head.hash !== manifest.log.hash)
    throw new Error('The log does not end where the backup says: nothing was restored.');
}
