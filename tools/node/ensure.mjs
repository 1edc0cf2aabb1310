// Runs this repository on a recent Node.js even where an older one is installed: as postinstall, and first thing in every launcher.
import { spawn } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledNode, bundledNodeRuns, installBundledNode, isGoodVersion } from './bundled.mjs';
import { startedByUs, whenOrphaned } from './orphaned.mjs';

const self = fileURLToPath(import.meta.url);
const modules = path.resolve(self, '../../../node_modules');

/** Path of a Node.js that is recent enough; installs one into tools/node when needed. */
export function ensureNode() {
  if (isGoodVersion(process.versions.node)) return process.execPath;
  if (bundledNodeRuns()) return bundledNode;
  console.error(`Node.js ${process.versions.node} is too old here: installing Node.js 26 into tools/node (60 MB, once)`);
  installBundledNode();
  if (bundledNodeRuns()) return bundledNode;
  throw new Error('Node.js 26 could not be installed: please install Node.js ^22.22.3, ^24.15 or >=26 yourself');
}

/** Continues only on a recent Node.js; on an older one this process becomes the messenger of a child that runs the same command. */
export async function reexec() {
  const node = ensureNode();
  linkForScripts(node);
  if (node === process.execPath) return;
  const env = { ...process.env, PATH: path.dirname(node) + path.delimiter + process.env.PATH, [startedByUs]: 'yes' };
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  whenOrphaned(() => child.kill('SIGTERM'));
  const code = await new Promise((done) => child.once('exit', done));
  process.exit(code ?? 1);
}

/** `npm run` and `npx` put node_modules/.bin first on PATH, so a link there gives every script the bundled Node.js. */
export function linkForScripts(node) {
  if (!isBundled(node) || !existsSync(modules)) return;
  const isWindows = process.platform === 'win32';
  const link = path.join(modules, '.bin', isWindows ? 'node.cmd' : 'node');
  if (lstatSync(link, { throwIfNoEntry: false }) && existsSync(link)) return;
  try {
    mkdirSync(path.dirname(link), { recursive: true });
    rmSync(link, { force: true });
    if (isWindows) writeFileSync(link, `@"${node}" %*\r\n`);
    else symlinkSync(path.relative(path.dirname(link), bundledNode), link);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS', 'EEXIST'].includes(error.code)) throw error; // someone else's node_modules: launchers work without it
  }
}

const isBundled = (node) => existsSync(bundledNode) && realpathSync(node) === realpathSync(bundledNode);

if (process.argv[1] && realpathSync(process.argv[1]) === self) linkForScripts(ensureNode());
