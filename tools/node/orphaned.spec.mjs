import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

const launcher = `
  import { whenOrphaned } from ${JSON.stringify(new URL('orphaned.mjs', import.meta.url).href)};
  whenOrphaned(() => { console.log('orphaned'); process.exit(); });
  console.log('started');
  setTimeout(() => process.exit(1), 20_000);`;

/** npm starts a shell, and the shell a launcher; `true` keeps the shell from becoming the launcher. */
const npm = `
  const env = { ...process.env, npm_lifecycle_event: 'start' };
  require('node:child_process').spawn('/bin/sh', ['-c', '"$0" --input-type=module -e "$1"; true', process.execPath, process.argv[1]], { env, stdio: 'inherit' });`;

test('a launcher notices that the npm above its shell was killed', async () => {
  const parent = spawn(process.execPath, ['-e', npm, launcher], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface(parent.stdout)[Symbol.asyncIterator]();
  assert.equal((await lines.next()).value, 'started');
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  assert.equal((await lines.next()).value, 'orphaned');
});
