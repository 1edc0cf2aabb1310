// npm run backup [-- FOLDER]: writes a backup of the database into FOLDER, else into backups/ of the data folder.
import path from 'node:path';
import { dataFolder } from '../database/location.mjs';
import { reexec } from '../node/ensure.mjs';
import { databaseAddress } from './database-address.mjs';
import { installIfNeeded } from './install.mjs';
import { end, endWithParent } from './lifetime.mjs';
import { root } from './paths.mjs';

await reexec();
await installIfNeeded();
endWithParent();
const { makeBackup } = await import('../backup/backup.mjs');
const into = path.resolve(process.argv[2] || process.env.BOTA_BACKUP_DIR || path.join(dataFolder(root), 'backups'));
try {
  const made = await makeBackup({ url: await databaseAddress(), into });
  console.log(
    `Backed up: ${made.rows} rows of ${made.tables} tables in ${(made.bytes / 1e6).toFixed(1)} MB, the log up to ${made.position}.`,
  );
  console.log(`Folder:    ${made.folder}`);
  console.log(`Digest:    ${made.digest}`);
  await end(0);
} catch (error) {
  console.error(`No backup was made: ${error.message}`);
  await end(1);
}
