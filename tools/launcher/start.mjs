// npm start: from a fresh clone, or from yesterday's, to a running house and its address.
import path from 'node:path';
import { dataFolder } from '../database/location.mjs';
import { startPostgres } from '../database/embedded.mjs';
import { reexec } from '../node/ensure.mjs';
import { startApi } from './api.mjs';
import { buildIfStale } from './build.mjs';
import { step } from './commands.mjs';
import { demoAccounts } from './demo-accounts.mjs';
import { installIfNeeded } from './install.mjs';
import { atEnd, end, endWithParent, isEnding } from './lifetime.mjs';
import { prepareLog } from './log-file.mjs';
import { root } from './paths.mjs';
import { choosePort } from './port.mjs';

await reexec();
endWithParent();
try {
  await start();
} catch (error) {
  if (!isEnding()) console.error(`\n${error.message}`);
  if (process.env.DEBUG) console.error(error.stack);
  await end(1);
}

async function start() {
  await installIfNeeded();
  await buildIfStale();
  const host = process.env.HOST || '127.0.0.1';
  const port = await choosePort(process.env.PORT || '3000', host);
  const database = await openDatabase();
  const log = process.env.LOG === 'stdout' ? undefined : prepareLog(dataFolder(root));
  const api = startApi({ databaseUrl: database.url, host, port, log });
  atEnd(api.stop);
  await step('Starting (the first time with migrations and the demonstration data)', api.ready);
  console.log(await welcome(api.url, log));
  await diesWith(api, database);
}

async function openDatabase() {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, exited: new Promise(() => {}) };
  const database = await step('Opening the database', () => startPostgres({ root }));
  atEnd(database.stop);
  return database;
}

async function welcome(url, log) {
  const accounts = await demoAccounts(url);
  return ['', `Bota 75 is open: ${url}`, ...accounts, '', log ? `Log: ${log}` : '', 'Stop with Ctrl-C.']
    .filter((line, at, all) => line || all[at - 1])
    .join('\n');
}

/** While all is well this never ends; a part that dies by itself takes the rest along, with its reason. */
async function diesWith(api, database) {
  const reason = await Promise.race([
    api.exited.then(api.why),
    database.exited.then(() => new Error(`PostgreSQL ended by itself: see ${path.resolve(database.dataDir, '../postgres.log')}.`)),
  ]);
  if (!isEnding()) throw reason;
  await end(0);
}
