// The Node.js 26 that tools/node/package.json can install for machines that have an older one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.dirname(fileURLToPath(import.meta.url));
const isWindows = process.platform === 'win32';
const os = isWindows ? 'win' : process.platform;
const flavour = process.platform === 'darwin' && process.arch === 'arm64' ? '-bin' : '';

export const bundledNode = path.join(
  folder,
  'node_modules',
  `node${flavour}-${os}-${process.arch}`,
  'bin',
  isWindows ? 'node.exe' : 'node',
);

/** What Angular, Nest and their build tools support: ^22.22.3, ^24.15 or 26 and later. */
export function isGoodVersion(version) {
  const [major, minor, patch] = version.split('.').map(Number);
  if (major === 22) return minor > 22 || (minor === 22 && patch >= 3);
  if (major === 24) return minor >= 15;
  return major >= 26;
}

/** True when the bundled binary is there and runs on this machine (not the case with musl, or after a copy between systems). */
export function bundledNodeRuns() {
  if (!existsSync(bundledNode)) return false;
  const probe = spawnSync(bundledNode, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return probe.status === 0 && isGoodVersion(probe.stdout.trim());
}

export function installBundledNode() {
  const cli = process.env.npm_execpath ?? '';
  const npm = /npm-cli\.c?js$/.test(cli) ? [process.execPath, cli] : ['npm'];
  const command = [...npm.slice(1), 'ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  spawnSync(npm[0], command, { cwd: folder, env: withoutOuterNpm(), stdio: ['ignore', 2, 2], shell: isWindows && npm.length === 1 });
}

/** Without the outer npm's choices, which would install elsewhere or leave the (optional) binary out. */
export function withoutOuterNpm() {
  const outer = /^npm_config_(local_prefix|prefix|workspaces?|omit|include|ignore_scripts|global|dry_run|package_lock_only)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !outer.test(name)));
}
