// One owner per data folder: refuses a second start with clear words, and cleans up after an owner that died.
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { giveTo } from './account.mjs';
import { commandOf, linesOf, run, startOf } from './processes.mjs';

/** Thrown when a living process already uses the folder. */
export class FolderInUse extends Error {}

/** Makes this process the owner of `base`; answers with the function that gives it back. */
export function claim({ base, account }) {
  const file = path.join(base, 'owner.pid');
  const [pid, start] = linesOf(file);
  const isHeld = pid && startOf(Number(pid)) === start;
  if (isHeld)
    throw new FolderInUse(
      `The data folder ${base} is in use by process ${pid}. Stop that process first, or set BOTA_DATA_DIR to another folder.`,
    );
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${process.pid}\n${startOf(process.pid)}\n`);
  giveTo(account, draft);
  renameSync(draft, file);
  return () => Number(linesOf(file)[0]) === process.pid && rmSync(file, { force: true });
}

/** The owner is gone but its server may still run, or its pid file may name a process that is somebody else's by now. */
export async function stopLeftover({ dataDir, programs, account }) {
  const pidFile = path.join(dataDir, 'postmaster.pid');
  const pid = Number(linesOf(pidFile)[0]);
  if (!existsSync(pidFile)) return;
  await settled(pid);
  // PostgreSQL takes a killed server that nobody has reaped for a living one. It still sees whether its memory is in use.
  if (startOf(pid) === null) return rmSync(pidFile);
  const command = commandOf(pid);
  if (command === null) throw new FolderInUse(`The data folder ${dataDir} seems to be in use by process ${pid}.`);
  if (!command.includes(dataDir)) return rmSync(pidFile);
  const isStopped = ['fast', 'immediate'].some(
    (mode) => run(path.join(programs, 'pg_ctl'), ['stop', '-D', dataDir, '-m', mode, '-t', '15'], account).status === 0,
  );
  if (!isStopped && startOf(pid) !== null)
    throw new FolderInUse(`The data folder ${dataDir} is in use by PostgreSQL, process ${pid}, which does not stop.`);
}

/** A process that is dying has no command line any more, and for a moment is still there. */
async function settled(pid) {
  for (let turn = 0; turn < 100 && startOf(pid) !== null && commandOf(pid) === null; turn++) await sleep(20);
}
