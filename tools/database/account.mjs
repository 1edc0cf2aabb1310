// PostgreSQL refuses to run as root, and initdb wants an account that is listed: so root lends it another one.
import { spawnSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { run } from './processes.mjs';

const candidates = ['postgres', 'nobody'];

/** `{ uid, gid }` to run the server with, or `{}` to run it as we are. Existing data stay with their owner. */
export function accountFor(dataDir) {
  const owner = dataDir && statSync(dataDir, { throwIfNoEntry: false });
  if (process.getuid() !== 0) return ourselves(dataDir, owner);
  const account = owner?.uid ? { uid: owner.uid, gid: owner.gid } : lentAccount();
  if (run('/bin/sh', ['-c', 'true'], account).status === 0) return account;
  throw new Error('Running as root without the right to run PostgreSQL as another account: use an ordinary account, or set DATABASE_URL.');
}

/** As root, gives what we created to the account; otherwise it is ours already. */
export function giveTo(account, ...paths) {
  if (account.uid === undefined) return;
  for (const path of paths) chownSync(path, account.uid, account.gid);
}

function ourselves(dataDir, owner) {
  if (owner && owner.uid !== process.getuid()) {
    throw new Error(
      `${dataDir} belongs to the account number ${owner.uid}, and you are ${userInfo().username}: start as that account or root, or set BOTA_DATA_DIR to a folder of yours.`,
    );
  }
  return {};
}

function lentAccount() {
  for (const name of candidates) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error('Running as root on a system without a postgres or nobody account: use an ordinary account, or set DATABASE_URL.');
}
