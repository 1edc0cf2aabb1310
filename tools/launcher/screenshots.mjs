// npm run screenshots: takes docs/screenshots anew, every page in three widths, light and dark.
import { reexec } from '../node/ensure.mjs';
import { buildIfStale } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { runVisibly } from './commands.mjs';
import { installIfNeeded } from './install.mjs';
import { installedProgram } from './paths.mjs';

await reexec();
await installIfNeeded();
if (!(await findChromium())) throw new Error('No Chromium was found: set CHROMIUM_PATH, or install chromium.');
if (!process.env.WEB_ROOT) await buildIfStale();
const options = ['test', '-c', 'apps/web-e2e/screenshots.config.ts', ...process.argv.slice(2)];
process.exitCode = Number(await runVisibly(process.execPath, [installedProgram('playwright'), ...options])) || 0;
