// Finds the server that another process of ours has already started on the data folder.
import path from 'node:path';
import { accountFor } from './account.mjs';
import { dataFolder, reachableFolder } from './location.mjs';
import { linesOf } from './processes.mjs';

const PORT_LINE = 3;

/** The address of the running cluster `name` of this checkout. */
export function addressOfRunning({ root, name = 'db' }) {
  const folder = reachableFolder(root, accountFor(path.join(dataFolder(root), name, 'pg')));
  const base = path.join(folder, name);
  const port = linesOf(path.join(base, 'pg', 'postmaster.pid'))[PORT_LINE]?.trim();
  const [password] = linesOf(path.join(base, 'password'));
  if (!port || !password) throw new Error(`No running PostgreSQL was found in ${base}.`);
  return `postgresql://app:${password}@127.0.0.1:${port}/app`;
}
