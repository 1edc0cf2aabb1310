// Where a cluster lives. The account that runs it must be able to enter every folder above.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { giveTo } from './account.mjs';
import { run } from './processes.mjs';

export const shortHash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** The folder for everything the application keeps on this machine: BOTA_DATA_DIR, or .data in the checkout. */
export const dataFolder = (root) => path.resolve(root, process.env.BOTA_DATA_DIR || '.data');

/** The data folder as far as the account can use it: root's checkout in /root (0700) sends it to /var/lib. */
export function reachableFolder(root, account) {
  const wanted = dataFolder(root);
  makeFolder(wanted);
  if (canEnter(wanted, account)) return wanted;
  if (process.env.BOTA_DATA_DIR) {
    throw new Error(
      `BOTA_DATA_DIR=${wanted} cannot be entered by the account that runs PostgreSQL (number ${account.uid}): choose another folder.`,
    );
  }
  const elsewhere = path.join('/var/lib', `${path.basename(root)}-${shortHash(root)}`);
  makeFolder(elsewhere);
  return elsewhere;
}

/** A new folder of the account's own below the system's temporary folder. */
export function temporaryFolder(account) {
  const parent = [tmpdir(), '/tmp', '/var/tmp'].find((folder) => canEnter(folder, account));
  if (!parent) throw new Error(`The temporary folder ${tmpdir()} cannot be entered by the account that runs PostgreSQL: set TMPDIR.`);
  const folder = mkdtempSync(path.join(parent, 'bota-database-'));
  giveTo(account, folder);
  return folder;
}

function makeFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
  } catch (error) {
    throw new Error(`${folder} cannot be created (${error.code}): set BOTA_DATA_DIR to a folder you may write to.`, { cause: error });
  }
}

const canEnter = (folder, account) => run('/bin/sh', ['-c', 'cd "$0"', folder], account).status === 0;
