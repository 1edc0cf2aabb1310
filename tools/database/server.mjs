// The running server: started through a guard that stops it when we are gone, however we died.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, renameSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { giveTo } from './account.mjs';
import { environment, linesOf } from './processes.mjs';

/**
 * The shell becomes the server. A detached watcher waits until our end of the pipe closes, then stops the server: fast, and after
 * 15 seconds immediately. With a folder in $1 (a temporary cluster) it stops immediately and removes that folder.
 */
const guard = `exec 3<&0
up() { kill -0 $$ && [ "$(head -n1 "$0/postmaster.pid")" = $$ ]; }
wait_down() { n=0; while up && [ $n -lt $1 ]; do sleep 0.2 || sleep 1; n=$((n+1)); done; }
( ( cat <&3
    if [ -n "$1" ]; then kill -QUIT $$; else up && kill -INT $$; fi
    wait_down 75; up && kill -QUIT $$; wait_down 25
    if [ -n "$1" ]; then rm -rf "$1" || { sleep 1; rm -rf "$1"; }; fi
  ) >/dev/null 2>&1 & )
shift
exec 3<&- "$@" </dev/null`;

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  max_connections: 200,
  // Statements and key values of failed requests are personal data: they stay out of the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** A temporary cluster may lose everything in a crash of the machine, so it need not wait for the disk; one that is measured does. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export async function startServer(cluster) {
  const server = launch(cluster);
  const state = { isUp: true };
  server.stdin.on('error', () => {});
  state.exited = new Promise((done) => {
    for (const event of ['exit', 'error']) server.once(event, () => done((state.isUp = false)));
  }).then(() => server.stdin.destroy());
  server.unref();
  server.stdin.unref();
  if (await becomesReady(server, state, cluster)) return { pid: server.pid, exited: state.exited, stop: () => stop(server, state) };
  await stop(server, state);
  throw new Error(`PostgreSQL did not start:\n${linesOf(logOf(cluster)).slice(-15).join('\n')}`);
}

const logOf = ({ base }) => path.join(base, 'postgres.log');

/** Detached, so that a terminal's Ctrl-C reaches only us: we decide when the database stops. */
function launch(cluster) {
  const { base, dataDir, programs, account, port, isTemporary, isDurable } = cluster;
  const options = Object.entries({ ...settings, port, ...(!isDurable && careless) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = ['-c', guard, dataDir, isTemporary ? base : '', path.join(programs, 'postgres'), '-D', dataDir, ...options];
  if (existsSync(logOf(cluster))) renameSync(logOf(cluster), `${logOf(cluster)}.previous`);
  const log = openSync(logOf(cluster), 'w', 0o600);
  giveTo(account, logOf(cluster));
  const server = spawn('/bin/sh', command, { ...account, cwd: '/', env: environment, detached: true, stdio: ['pipe', log, log] });
  closeSync(log);
  return server;
}

/** Recovery after a crash may take a while: up to a minute. */
async function becomesReady(server, state, { dataDir }) {
  const isReady = () => {
    const lines = linesOf(path.join(dataDir, 'postmaster.pid'));
    return Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready';
  };
  for (let turn = 0; state.isUp && !isReady() && turn < 3000; turn++) await sleep(20);
  return state.isUp && isReady();
}

async function stop(server, state) {
  server.stdin.end();
  const late = setTimeout(() => server.kill('SIGQUIT'), 25_000);
  await state.exited;
  clearTimeout(late);
}
