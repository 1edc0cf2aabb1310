// Follows the recipe of docker/Dockerfile without Docker: its production packages and the built application alone must make a running house.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '../tools/database/embedded.mjs';
import { freePort } from '../tools/database/port.mjs';
import { startApi } from '../tools/launcher/api.mjs';
import { buildIfStale } from '../tools/launcher/build.mjs';
import { runQuietly, step } from '../tools/launcher/commands.mjs';
import { installIfNeeded } from '../tools/launcher/install.mjs';
import { atEnd, end, endWithParent } from '../tools/launcher/lifetime.mjs';
import { inRoot, root } from '../tools/launcher/paths.mjs';
import { withoutOuterNpm } from '../tools/node/bundled.mjs';
import { reexec } from '../tools/node/ensure.mjs';

await reexec();
endWithParent();
try {
  await verify();
  await end(0);
} catch (error) {
  console.error(error.message);
  await end(1);
}

async function verify() {
  await installIfNeeded();
  await buildIfStale();
  const image = mkdtempSync(path.join(tmpdir(), 'bota-image-'));
  atEnd(() => rmSync(image, { recursive: true, force: true }));
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) cpSync(inRoot(name), path.join(image, name));
  for (const command of commandsOf('production-deps')) {
    await step(command, () => runQuietly('/bin/sh', ['-c', command], { cwd: image, env: withoutOuterNpm() }));
  }
  mkdirSync(path.join(image, 'dist'));
  cpSync(inRoot('dist/apps'), path.join(image, 'dist/apps'), { recursive: true });
  await step('Starting what the image would hold', () => startAndAsk(image));
  console.log('The recipe of the image works.');
}

/** The RUN lines of one stage of the Dockerfile. */
function commandsOf(stage) {
  const text = readFileSync(inRoot('docker/Dockerfile'), 'utf8')
    .split(/^FROM /m)
    .find((part) => part.includes(` AS ${stage}\n`));
  return [...text.matchAll(/^RUN (.*)$/gm)].map(([, command]) => command);
}

async function startAndAsk(image) {
  const database = process.env.DATABASE_URL ? null : await startPostgres({ root, ephemeral: true });
  if (database) atEnd(database.stop);
  const api = startApi({
    folder: image,
    databaseUrl: process.env.DATABASE_URL ?? database.url,
    port: await freePort(),
    env: { BOTA_DEMO: 'off' },
    log: path.join(image, 'api.log'),
  });
  atEnd(api.stop);
  await api.ready();
  for (const place of ['/', '/api/demo']) {
    const { status } = await fetch(api.url + place);
    if (status !== 200) throw new Error(`${place} answers ${status}`);
  }
}
