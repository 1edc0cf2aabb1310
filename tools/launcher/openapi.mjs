// npm run openapi: writes openapi.json from the built API, formatted like every other file.
import { writeFileSync } from 'node:fs';
import { reexec } from '../node/ensure.mjs';
import { buildIfStale } from './build.mjs';
import { runQuietly } from './commands.mjs';
import { installIfNeeded } from './install.mjs';
import { builtApi, inRoot } from './paths.mjs';

await reexec();
await installIfNeeded();
await buildIfStale();
const document = await runQuietly(process.execPath, [inRoot(builtApi), 'openapi'], { env: { NODE_ENV: 'production' } });
const { format, resolveConfig } = await import('prettier');
const file = inRoot('openapi.json');
writeFileSync(file, await format(JSON.stringify(JSON.parse(document)), { ...(await resolveConfig(file)), filepath: file }));
console.log(`Written: ${file}`);
