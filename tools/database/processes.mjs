// Questions to the operating system about processes, and the way this folder runs PostgreSQL's own programs.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A small, fixed environment: an ungenerated LANG on the machine breaks initdb. */
export const environment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

/** Runs a program to its end as the given account (`{ uid, gid }`, or `{}` for our own). */
export const run = (program, args, account = {}, input = undefined) =>
  spawnSync(program, args, { ...account, cwd: '/', env: environment, encoding: 'utf8', input });

export function linesOf(file) {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** When the process started, as an opaque text that tells a process from a later one with the same number; null when it is gone. */
export function startOf(pid) {
  if (!pid || !isThere(pid)) return null;
  if (process.platform !== 'linux') return ps(pid, 'lstart=') || 'unknown';
  const stat = linesOf(`/proc/${pid}/stat`)[0];
  if (!stat) return isThere(pid) ? 'unknown' : null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const isZombie = fields[0] === 'Z' || fields[0] === 'X';
  return isZombie ? null : fields[19];
}

/** The command line of a living process; null when this account may not see it. */
export function commandOf(pid) {
  const shown = process.platform === 'linux' ? linesOf(`/proc/${pid}/cmdline`)[0] : ps(pid, 'args=');
  return shown || null;
}

const ps = (pid, column) => (spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '').trim();

function isThere(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
