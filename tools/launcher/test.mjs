// npm test: everything that proves the product, or one part of it: npm test -- rules|api|web|tools|journeys
import { reexec } from '../node/ensure.mjs';
import { step } from './commands.mjs';
import { installIfNeeded } from './install.mjs';
import { atEnd, end, endWithParent } from './lifetime.mjs';
import { root } from './paths.mjs';
import { closingLine, isGreen, nothing, skippedLine, sum } from './tally.mjs';

const otherZones = ['Europe/Brussels', 'America/New_York'];
const kinds = { rules: /-domain$/, api: /(^|-)api$/, web: /(^|-)(web|ui)$/ };

await reexec();
endWithParent();
const counts = [];
try {
  await test(process.argv[2] ?? 'all');
} catch (error) {
  console.error(error.message);
  counts.push({ ...nothing, failed: 1 });
}
const total = sum(counts);
if (total.passed + total.failed === 0) console.error('No test ran.');
process.exitCode = isGreen(total) ? 0 : 1;
if (skippedLine(total)) console.log(`\n${skippedLine(total)}`);
console.log(`\n${closingLine(total)}`);
await end(process.exitCode);

async function test(wanted) {
  const known = ['all', 'tools', ...Object.keys(kinds), 'journeys'];
  if (!known.includes(wanted)) throw new Error(`There is no part “${wanted}”: say one of ${known.join(', ')}.`);
  await installIfNeeded();
  const parts = await import('./parts.mjs'); // imports installed packages
  const does = (part) => wanted === part || wanted === 'all';
  if (does('tools')) await count('tools', parts.tools);
  if (wanted !== 'tools' && wanted !== 'journeys') await count('Jest', () => jestParts(parts, wanted));
  if (does('journeys')) await count('journeys', parts.journeys);
}

/** All projects once, on one temporary database server; then the rules again under other time zones. */
async function jestParts(parts, wanted) {
  const names = await parts.jestProjects();
  const projects = wanted === 'all' ? names : names.filter((name) => kinds[wanted].test(name));
  if (projects.length === 0) throw new Error(`no Jest project belongs to “${wanted}”`);
  const database = projects.every((name) => kinds.rules.test(name)) ? undefined : await temporaryDatabase();
  await count('all, UTC', () => parts.jest('jest', { projects, database: database?.url }));
  await database?.stop();
  const rules = projects.filter((name) => kinds.rules.test(name));
  for (const zone of rules.length > 0 ? otherZones : [])
    await count(`rules, ${zone}`, () => parts.jest('rules', { projects: rules, zone }));
  return nothing;
}

async function temporaryDatabase() {
  const { startPostgres } = await import('../database/embedded.mjs');
  const { url, stop } = await step('Opening a temporary database', () => startPostgres({ root, ephemeral: true }));
  return { url, stop: atEnd(stop) };
}

/** A part that breaks is one failure; the other parts still run. */
async function count(title, part) {
  console.log(`\n── ${title} ──`);
  try {
    counts.push(await part());
  } catch (error) {
    console.error(`${title}: ${error.message}`);
    counts.push({ ...nothing, failed: 1 });
  }
}
