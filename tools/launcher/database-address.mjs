// Commands on the database: which one they work on, and the product's own check of its log.
import { registerHooks } from 'node:module';
import { FolderInUse, startPostgres } from '../database/embedded.mjs';
import { addressOfRunning } from '../database/running.mjs';
import { atEnd } from './lifetime.mjs';
import { inRoot, root } from './paths.mjs';

/** The database of `DATABASE_URL`, else our own: running already, or started for this. */
export async function databaseAddress() {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  try {
    const database = await startPostgres({ root });
    atEnd(database.stop);
    return database.url;
  } catch (error) {
    if (error instanceof FolderInUse) return addressOfRunning({ root });
    throw error;
  }
}

/** The check is the product's own, in TypeScript: Node strips its types. */
export function verification() {
  registerHooks({ load: (url, context, next) => next(url, url.endsWith('.ts') ? { ...context, format: 'module-typescript' } : context) });
  return import(inRoot('libs/shared/api/log.verification.ts'));
}
