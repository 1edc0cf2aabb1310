import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startPostgres } from './embedded.mjs';

const fixture = fileURLToPath(new URL('owner.fixture.mjs', import.meta.url));
const isRoot = process.getuid() === 0;
const folders = [];

delete process.env.BOTA_DATA_DIR;
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function checkout(mode = 0o755) {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'bota-spec-'));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

/** A process of its own that owns a cluster; `told` is what it printed. */
async function owner(options) {
  const child = spawn(process.execPath, [fixture, JSON.stringify(options)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(child.stdout), 'line');
  return { child, told: JSON.parse(line), ended: once(child, 'exit') };
}

async function query(url, ...statements) {
  const client = new pg.Client(url);
  await client.connect();
  const answers = [];
  for (const statement of statements) answers.push((await client.query(statement)).rows);
  await client.end();
  return answers.at(-1);
}

/** Inserts one row after another, and at the 50th calls `midway`; answers how many the server acknowledged before the connection broke. */
async function insertUntilBroken(url, midway) {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  for (let acknowledged = 0; ; acknowledged++) {
    try {
      await client.query('INSERT INTO fact DEFAULT VALUES');
      if (acknowledged === 50) midway();
    } catch {
      return acknowledged;
    }
  }
}

async function eventually(isTrue, seconds = 20) {
  for (let turn = 0; turn < seconds * 10; turn++) {
    if (isTrue()) return;
    await sleep(100);
  }
  assert.fail(`still not so after ${seconds} seconds: ${isTrue}`);
}

test('the role app may create the extensions the product needs and clone a template', async () => {
  const database = await startPostgres({ root: checkout(), ephemeral: true });
  const extensions = ['btree_gist', 'pg_trgm', 'unaccent', 'citext'];
  await query(database.url, ...extensions.map((name) => `CREATE EXTENSION ${name}`), 'CREATE DATABASE clone TEMPLATE app');
  const [{ trigrams, collations }] = await query(
    database.url.replace(/app$/, 'clone'),
    `SELECT array_length(show_trgm('é'), 1) trigrams, (SELECT count(*)::int FROM pg_collation WHERE collname IN ('fr-x-icu', 'nl-x-icu')) collations`,
  );
  await database.stop();
  assert.deepEqual({ trigrams, collations }, { trigrams: 2, collations: 2 });
});

for (const victim of ['owner', 'server']) {
  test(`kill -9 of the ${victim} loses no acknowledged row, and the next start recovers`, async () => {
    const root = checkout();
    const first = await owner({ root, port: 0 });
    await query(first.told.url, 'CREATE TABLE fact (id bigint GENERATED ALWAYS AS IDENTITY)');
    const pid = victim === 'owner' ? first.child.pid : first.told.pid;
    const acknowledged = await insertUntilBroken(first.told.url, () => process.kill(pid, 'SIGKILL'));
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await startPostgres({ root, port: 0 });
    const [{ count }] = await query(second.url, 'SELECT count(*)::int FROM fact');
    await second.stop();
    assert.ok(acknowledged > 50 && count >= acknowledged, `${acknowledged} acknowledged, ${count} found`);
    assert.ok(count <= acknowledged + 1, `${count} found, only ${acknowledged} acknowledged`);
  });
}

test('a second start of the same data is refused and names the process', async () => {
  const root = checkout();
  const first = await owner({ root, port: 0 });
  const second = await owner({ root, port: 0 });
  const [{ one }] = await query(first.told.url, 'SELECT 1 one');
  first.child.stdin.end();
  await first.ended;
  assert.match(second.told.refusal, new RegExp(`in use by process ${first.child.pid}\\b`));
  assert.equal(one, 1);
});

test('a taken port leads to another one', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const taken = other.address().port;
  const database = await startPostgres({ root: checkout(), port: taken });
  const [{ one }] = await query(database.url, 'SELECT 1 one');
  await database.stop();
  other.close();
  assert.notEqual(database.port, taken);
  assert.equal(one, 1);
});

test('an ephemeral cluster leaves nothing behind when stopped', async () => {
  const database = await startPostgres({ root: checkout(), ephemeral: true });
  const base = path.dirname(database.dataDir);
  assert.ok(existsSync(base));
  await database.stop();
  assert.ok(!existsSync(base));
});

test('an ephemeral cluster leaves nothing behind when its owner is killed', async () => {
  const { child, told, ended } = await owner({ root: checkout(), ephemeral: true });
  child.kill('SIGKILL');
  await ended;
  await eventually(() => !existsSync(path.dirname(told.dataDir)));
});

test('a pid file that names somebody else’s process does not prevent a start', async () => {
  const root = checkout();
  const first = await startPostgres({ root, port: 0 });
  await first.stop();
  writeFileSync(path.join(first.dataDir, 'postmaster.pid'), `${process.pid}\n${first.dataDir}\n`);
  writeFileSync(path.join(path.dirname(first.dataDir), 'owner.pid'), `${process.pid}\nanother start\n`);
  const second = await startPostgres({ root, port: 0 });
  await second.stop();
});

test('an interrupted first start is done again', async () => {
  const root = checkout();
  const base = path.join(root, '.data', 'db');
  mkdirSync(path.join(base, 'pg.part1234', 'base'), { recursive: true });
  const database = await startPostgres({ root, port: 0 });
  await query(database.url, 'SELECT 1');
  await database.stop();
  assert.deepEqual(
    readdirSync(base).filter((name) => name.includes('part')),
    [],
  );
});

test('root can start in a checkout that only root may enter', { skip: !isRoot && 'only root can try' }, async () => {
  const root = checkout(0o700);
  const database = await startPostgres({ root, port: 0 });
  folders.push(path.dirname(path.dirname(database.dataDir)));
  await query(database.url, 'SELECT 1');
  await database.stop();
  assert.ok(!database.dataDir.startsWith(root));
});

test('data of another account are refused with both names', { skip: !isRoot && 'only root can try' }, async () => {
  const root = checkout();
  chownSync(root, 65534, 65534);
  const first = await startPostgres({ root, port: 0 });
  await first.stop();
  const child = spawn(process.execPath, [fixture, JSON.stringify({ root, port: 0 })], { uid: 65534, gid: 65534, cwd: '/' });
  const [line] = await once(createInterface(child.stdout), 'line');
  assert.match(JSON.parse(line).refusal, /belongs to the account number \d+/);
});
