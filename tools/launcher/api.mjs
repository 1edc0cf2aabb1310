// The built API as a child process: started, waited for, stopped; and why, when it dies.
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ourEnvironment } from './commands.mjs';
import { lastLines } from './log-file.mjs';
import { builtApi, builtWeb, root } from './paths.mjs';

const follow = new URL('follow.mjs', import.meta.url).href;

/** Starts one API process as it was built into `folder`. Its log goes to the file `log`, or to our own output without one. */
export function startApi({ databaseUrl, port, host = '127.0.0.1', env = {}, log, folder = root }) {
  const output = log ? openSync(log, 'a', 0o600) : 'inherit';
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', follow, path.join(folder, builtApi)], {
    cwd: folder,
    env: ourEnvironment({
      NODE_ENV: 'production',
      WEB_ROOT: path.join(folder, builtWeb),
      ...env,
      DATABASE_URL: databaseUrl,
      HOST: host,
      PORT: String(port),
    }),
    detached: true, // a terminal's Ctrl-C reaches only the launcher, which knows the order
    stdio: ['ignore', output, output, 'ipc'],
  });
  if (log) closeSync(output);
  const state = { isUp: true };
  const exited = new Promise((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(signal ?? `code ${code}`));
  }).finally(() => (state.isUp = false));
  const url = `http://${isEverywhere(host) ? 'localhost' : bracketed(host)}:${port}`;
  const why = (reason) => new Error(`The API ended (${reason})${log ? `. Its last lines, from ${log}:\n${lastLines(log)}` : ''}`);
  return {
    url,
    pid: child.pid,
    exited,
    why,
    ready: () => becomesReady({ url, state, exited, why }),
    stop: () => stop(child, state, exited),
  };
}

const isEverywhere = (host) => ['0.0.0.0', '::', '127.0.0.1', 'localhost'].includes(host);
const bracketed = (host) => (host.includes(':') ? `[${host}]` : host);

/** Migrations and demo data come first, so the first start may take a minute. */
async function becomesReady({ url, state, exited, why }) {
  const deadline = Date.now() + 180_000;
  while (state.isUp && Date.now() < deadline) {
    if (await answers(`${url}/health/ready`)) return;
    await Promise.race([sleep(100), exited]);
  }
  if (!state.isUp) throw why(await exited);
  throw why('not ready after three minutes');
}

const answers = (url) =>
  fetch(url, { signal: AbortSignal.timeout(3000) }).then(
    (response) => response.ok,
    () => false,
  );

/** The API finishes its requests and jobs; after 15 seconds it has to go. */
async function stop(child, state, exited) {
  if (state.isUp) child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await exited;
  clearTimeout(late);
}
