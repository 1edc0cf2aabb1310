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

/** The specs of tools/, by Node's own runner. */
export async function tools() {
  const stream = run({ files: specsBelow('tools'), concurrency: true });
  const summary = new Promise((done) => stream.on('test:summary', (event) => event.file === undefined && done(event)));
  stream.compose(spec).pipe(process.stdout, { end: false });
  const { counts, success } = await summary;
  const failed = counts.tests - counts.passed - counts.skipped - counts.todo;
  return withCrash({ passed: counts.passed, failed, skipped: counts.skipped + counts.todo }, 'tools', success ? 0 : 1);
}

/** Jest with some of its projects (all when none is named), as if the machine stood in that time zone. */
export function jest(title, { projects = [], zone = 'UTC', database }) {
  requireFile('jest.config.ts');
  function requireFile(name) {
  if (!existsSync(inRoot(name))) throw new Error(`${name} is missing.`);
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
