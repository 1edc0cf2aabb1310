// The parts of npm test. Each answers with { passed, failed, skipped }, and throws when it could not run.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { buildIfStale } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { runQuietly, runVisibly } from './commands.mjs';
import { inRoot, installedProgram } from './paths.mjs';
import { fromJest, fromPlaywright, nothing, withCrash } from './tally.mjs';

const jestConfig = 'jest.config.mjs';
const journeysConfig = 'apps/web-e2e/playwright.config.ts';

/** The specs of tools/, by Node's own runner. */
export async function tools() {
  const stream = run({ files: specsBelow('tools'), concurrency: true });
  const summary = new Promise((done) => stream.on('test:summary', (event) => event.file === undefined && done(event)));
  stream.compose(spec).pipe(process.stdout, { end: false });
  const { counts, success } = await summary;
  const skipped = counts.skipped + counts.todo;
  return withCrash({ passed: counts.passed, failed: counts.tests - counts.passed - skipped, skipped }, 'tools', success ? 0 : 1);
}

/** Jest with some of its projects, as if the machine stood in that time zone. */
export function jest(title, { projects, zone = 'UTC', database }) {
  requireFile(jestConfig);
  const env = { TZ: zone, NODE_ENV: 'test', NODE_OPTIONS: '--experimental-vm-modules', TEST_DATABASE_URL: database };
  return withReport(title, fromJest, (report) => {
    const options = ['--config', jestConfig, '--maxWorkers', '2', '--json', '--outputFile', report, '--selectProjects', ...projects];
    return runVisibly(process.execPath, [installedProgram('jest'), ...options], { env });
  });
}

/** The names of all Jest projects, from Jest itself. */
export async function jestProjects() {
  requireFile(jestConfig);
  const told = await runQuietly(process.execPath, [installedProgram('jest'), '--config', jestConfig, '--showConfig']);
  const { configs } = JSON.parse(told.slice(told.indexOf('{\n')));
  return configs.map(({ displayName }) => displayName?.name).filter(Boolean);
}

/** Browser journeys on the built application. */
export async function journeys() {
  requireFile(journeysConfig);
  if (!(await findChromium())) return withoutBrowser();
  await buildIfStale();
  return withReport('journeys', fromPlaywright, (report) => {
    const options = ['test', '-c', journeysConfig, '--reporter', 'list,json'];
    return runVisibly(process.execPath, [installedProgram('playwright'), ...options], { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } });
  });
}

function withoutBrowser() {
  const reason = 'no Chromium was found (set CHROMIUM_PATH, install chromium, or run npx playwright install chromium)';
  if (process.env.CI === 'true') throw new Error(reason);
  console.log(`Skipped: ${reason}.`);
  return { ...nothing, skipped: specsBelow('apps/web-e2e').length };
}

function requireFile(name) {
  if (!existsSync(inRoot(name))) throw new Error(`${name} is missing`);
}

function specsBelow(folder) {
  return readdirSync(inRoot(folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : specsBelow(name);
    return /\.spec\.(mjs|ts)$/.test(name) ? [inRoot(name)] : [];
  });
}

/** Runs a test program that writes a report, and counts what the report says. */
async function withReport(title, count, work) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bota-report-'));
  const report = path.join(folder, 'report.json');
  try {
    const ending = await work(report);
    if (!existsSync(report)) throw new Error(`ended with ${ending} and without a report`);
    return withCrash(count(JSON.parse(readFileSync(report, 'utf8'))), title, ending);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
