// Other programs, run as steps: one line for the person, everything else only when it fails.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { atEnd } from './lifetime.mjs';
import { root } from './paths.mjs';

/** Says what happens, and that it still does. */
export async function step(title, work) {
  const start = Date.now();
  console.log(`${title} …`);
  const stillBusy = setInterval(() => console.log(`  still busy (${Math.round((Date.now() - start) / 1000)} s)`), 20_000);
  try {
    return await work();
  } finally {
    clearInterval(stillBusy);
  }
}

/** Runs a program silently; when it fails, the error carries the end of its output. */
export async function runQuietly(program, args, options = {}) {
  const output = [];
  const code = await run(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] }, (text) => output.push(text));
  const text = output.join('');
  if (code !== 0) throw new Error(`${path.basename(args[0] ?? program)} failed (${code}):\n${text.split('\n').slice(-60).join('\n')}`);
  return text;
}

/** Runs a program with its output before the person's eyes; answers with its exit code (or signal). */
export const runVisibly = (program, args, options = {}) => run(program, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] });

function run(program, args, { env = {}, ...options }, hear = () => {}) {
  const child = spawn(program, args, { cwd: root, ...options, env: ourEnvironment(env) });
  const stop = atEnd(() => void child.kill('SIGTERM'));
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', hear);
  return new Promise((done, fail) => {
    child.once('error', (error) => fail(new Error(`${program} could not be started: ${error.message}`)));
    child.once('close', (code, signal) => done(code ?? signal));
  }).finally(stop);
}

/** Programs that start `node` themselves get the one we run on. Nx stays a plain program: no daemon, no full-screen display. */
export const ourEnvironment = (more = {}) => ({
  ...process.env,
  PATH: path.dirname(process.execPath) + path.delimiter + process.env.PATH,
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  ...more,
});
