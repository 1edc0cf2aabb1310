// A backup: a folder with one compressed file per table, all of one moment, and a manifest that tells what they must hold.
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { columnList, headOfLog, migrationsOf, quoted, sequencesOf, tablesOf } from './schema.mjs';

export const FORMAT = 1;
const UNFINISHED = '.unfinished-';
const ONE_AT_A_TIME = 75_003;

/**
 * Writes a backup into a new folder below `into` and says so in the database. It appears under its name only when all of it is on the
 * disk; whatever interrupts it leaves the database as it was and no folder that looks like a backup.
 */
export async function makeBackup({ url, into, now = new Date() }) {
  await mkdir(into, { recursive: true, mode: 0o700 });
  await clearUnfinished(into);
  const name = `bota75-${now.toISOString().replaceAll(':', '')}`;
  const unfinished = path.join(into, `${UNFINISHED}${process.pid}-${name}`);
  const client = await connect(url);
  let isOurs = false;
  try {
    const manifest = await atOneMoment(client, async () => {
      await mkdir(unfinished, { mode: 0o700 });
      isOurs = true;
      return writeAll(client, unfinished, now);
    });
    const digest = await keep(unfinished, 'manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
    await flushed(unfinished);
    await rename(unfinished, path.join(into, name));
    await flushed(into);
    const made = { ...totalsOf(manifest), name, digest, folder: path.join(into, name), position: manifest.log.position };
    await client.query(RECORD, [now, made.name, made.bytes, made.rows, made.position, digest]);
    return made;
  } finally {
    if (isOurs) await rm(unfinished, { recursive: true, force: true });
    await client.end();
  }
}

export async function connect(url) {
  const client = new pg.Client({ connectionString: url, application_name: 'bota75-backup', keepAlive: true });
  // Without a listener a lost connection ends the process; the query in hand fails with the same reason.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function atOneMoment(client, work) {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await client.query(`SET LOCAL client_encoding = 'UTF8'; SET LOCAL datestyle = 'ISO'; SET LOCAL timezone = 'UTC'`);
  const { rows } = await client.query('SELECT pg_try_advisory_xact_lock($1) AS "isFirst"', [ONE_AT_A_TIME]);
  if (!rows[0].isFirst) throw new Error('Another backup of this database is being made.');
  const done = await work();
  await client.query('COMMIT');
  return done;
}

async function writeAll(client, folder, now) {
  const migrations = await migrationsOf(client);
  if (migrations.length === 0) throw new Error('This database holds no house: there is nothing to back up.');
  const tables = {};
  for (const table of await tablesOf(client)) tables[table.name] = await writeTable(client, folder, table);
  const [log, sequences] = [await headOfLog(client), await sequencesOf(client)];
  return { format: FORMAT, madeAt: now.toISOString(), migrations, log, sequences, tables };
}

async function writeTable(client, folder, { name, columns }) {
  const rows = client.query(copyTo(`COPY public.${quoted(name)} (${columnList(columns)}) TO STDOUT`));
  const file = createWriteStream(path.join(folder, `${name}.copy.gz`), { mode: 0o600, flush: true });
  const measured = measure();
  await pipeline(rows, createGzip(), measured.stream, file);
  return { columns, rows: rows.rowCount, ...measured.found() };
}

function measure() {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform(chunk, _, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, found: () => ({ bytes, sha256: hash.digest('hex') }) };
}

async function keep(folder, name, text) {
  const file = await open(path.join(folder, name), 'wx', 0o600);
  await file.writeFile(text);
  await file.sync();
  await file.close();
  return createHash('sha256').update(text).digest('hex');
}

/** A name is only on the disk when its folder is. */
async function flushed(folder) {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

function totalsOf({ tables }) {
  const sum = (of) => Object.values(tables).reduce((total, table) => total + table[of], 0);
  return { bytes: sum('bytes'), rows: sum('rows'), tables: Object.keys(tables).length };
}

/** What a killed backup left behind goes with the next one; a living one is let be. */
async function clearUnfinished(into) {
  for (const name of await readdir(into)) {
    const pid = name.startsWith(UNFINISHED) ? Number.parseInt(name.slice(UNFINISHED.length), 10) : 0;
    if (pid && pid !== process.pid && !isAlive(pid)) await rm(path.join(into, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const RECORD = `INSERT INTO backup (at, name, bytes, rows, log_position, digest) VALUES ($1, $2, $3, $4, $5, $6)`;
