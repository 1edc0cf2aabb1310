// Installs the packages of package-lock.json when they are not there; decides so without asking the network.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { linkForScripts } from '../node/ensure.mjs';
import { withoutOuterNpm } from '../node/bundled.mjs';
import { runQuietly, step } from './commands.mjs';
import { inRoot, root } from './paths.mjs';

const stamp = inRoot('node_modules/.installed-for');
let ourLibc;

export async function installIfNeeded() {
  const lock = readFileSync(inRoot('package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (read(stamp) === wanted) return;
  if (!isInstalled(JSON.parse(lock))) await step('Installing the packages (the first time this takes a few minutes)', install);
  remember(wanted);
}

/** Our own Node.js runs npm, because npm leaves out optional packages that an older one does not suit. */
async function install() {
  const cli = process.env.npm_execpath ?? '';
  const npm = /npm-cli\.c?js$/.test(cli) ? [process.execPath, cli] : ['npm'];
  const options = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  await runQuietly(npm[0], [...npm.slice(1), ...options], { env: withoutOuterNpm() });
  linkForScripts(process.execPath);
}

/** Every package of the lock file that suits this system is there in its version (someone ran npm install by hand). */
function isInstalled(lock) {
  const installed = JSON.parse(read(inRoot('node_modules/.package-lock.json')) ?? '{}').packages ?? {};
  return Object.entries(lock.packages)
    .filter(([place, wanted]) => place !== '' && isForThisSystem(wanted))
    .every(([place, wanted]) => installed[place]?.version === wanted.version && existsSync(path.join(root, place, 'package.json')));
}

/** An optional package without a system of its own may be left out by npm for reasons of its parent. */
function isForThisSystem({ optional, devOptional, peer, os, cpu, libc }) {
  if (!optional && !devOptional && !peer) return true;
  if (!os || !cpu) return false;
  ourLibc ??= libcOfThisSystem();
  const suits = (list, ours) => !list || list.includes(ours);
  return suits(os, process.platform) && suits(cpu, process.arch) && (process.platform !== 'linux' || suits(libc, ourLibc));
}

function libcOfThisSystem() {
  process.report.excludeNetwork = true; // otherwise the report looks names up
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

function remember(wanted) {
  try {
    writeFileSync(stamp, wanted);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error; // someone else's folder: we look again next time
  }
}

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null);
