// A killed npm sends no signal: its shell only gets another parent. So whoever was started by npm has to look.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Set for the child that runs on the bundled Node.js: it lives no longer than its messenger. */
export const startedByUs = 'BOTA_MESSENGER';

/** Calls back once when npm (or our own messenger) has died. A launcher started by hand may outlive its shell. */
export function whenOrphaned(tell) {
  if (!process.env.npm_lifecycle_event && !process.env[startedByUs]) return;
  const parent = process.ppid;
  const grandparent = parentOf(parent);
  const hasChanged = () => process.ppid !== parent || parentOf(parent) !== grandparent;
  const look = setInterval(
    () => {
      if (!hasChanged()) return;
      clearInterval(look);
      tell();
    },
    process.platform === 'linux' ? 500 : 2000,
  );
  look.unref();
}

function parentOf(pid) {
  if (process.platform !== 'linux') return spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim();
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return undefined;
  }
}
