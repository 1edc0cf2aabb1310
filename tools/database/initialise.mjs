// Creates a cluster: initdb, the role `app` and its database. An interrupted first start leaves only a `.part` folder, redone next time.
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { giveTo } from './account.mjs';
import { run } from './processes.mjs';

/** Only the role `app` can connect, only from this machine, only with its password. Nobody connects as superuser. */
const access = 'host all app 127.0.0.1/32 scram-sha-256\n';

/** PostgreSQL's character classes must be UTF-8: with plain C, pg_trgm drops accented letters. */
const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'UTF-8', 'C'];

export function initialise({ programs, dataDir, account, password }) {
  const part = `${dataDir}.part${process.pid}`;
  removeLeftovers(dataDir);
  createCluster({ programs, part, account });
  writeFileSync(path.join(part, 'pg_hba.conf'), access);
  createRole({ programs, part, account, password });
  renameSync(part, dataDir);
}

function removeLeftovers(dataDir) {
  const parent = path.dirname(dataDir);
  const leftovers = readdirSync(parent).filter((name) => name.startsWith(`${path.basename(dataDir)}.part`));
  for (const name of leftovers) rmSync(path.join(parent, name), { recursive: true, force: true });
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) throw new Error(`${dataDir} is not empty and holds no PostgreSQL data.`);
}

function createCluster({ programs, part, account }) {
  const options = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const complaints = [];
  for (const type of characterTypes) {
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part);
    chmodSync(part, 0o700);
    giveTo(account, part);
    const made = run(path.join(programs, 'initdb'), ['-D', part, ...options, `--lc-ctype=${type}`], account);
    if (made.status === 0) return;
    complaints.push(made.error?.message ?? made.stderr.trim());
  }
  throw new Error(`PostgreSQL could not create its data folder:\n${complaints[0]}`);
}

/** In single-user mode, each line is one statement. The password is hexadecimal, so it needs no quoting. */
function createRole({ programs, part, account, password }) {
  const statements = [`CREATE ROLE app LOGIN CREATEDB PASSWORD '${password}';`, 'CREATE DATABASE app OWNER app;', ''].join('\n');
  const made = run(path.join(programs, 'postgres'), ['--single', '-D', part, 'postgres'], account, statements);
  if (made.status !== 0 || /ERROR|FATAL/.test(made.stderr)) {
    throw new Error(`PostgreSQL could not create the role of the application:\n${made.error?.message ?? made.stderr.trim()}`);
  }
}
