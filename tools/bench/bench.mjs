// npm run bench: what the product adds to bare PostgreSQL, and what years of history cost.
import { writeFileSync } from 'node:fs';
import { reexec } from '../node/ensure.mjs';

await reexec();
const { installIfNeeded } = await import('../launcher/install.mjs');
await installIfNeeded();
const { buildIfStale } = await import('../launcher/build.mjs');
const { end, endWithParent } = await import('../launcher/lifetime.mjs');
const { readOptions } = await import('./options.mjs');

endWithParent();
try {
  const options = readOptions(process.argv.slice(2));
  await buildIfStale();
  const { run } = await import('./run.mjs');
  const { tableOf } = await import('./report.mjs');
  const summary = await run(options);
  console.log(`${tableOf(summary)}\n\n${JSON.stringify(summary)}`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(summary, null, 2)}\n`);
  await end(0);
} catch (error) {
  console.error(error.stack);
  await end(1);
}
