// npm run import:ics: books the events of an iCalendar file through the API, one booking per UID.
import { installIfNeeded } from '../launcher/install.mjs';
import { reexec } from '../node/ensure.mjs';
import { USAGE, readArguments } from './arguments.mjs';

await reexec();
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function run(args) {
  if (args.length === 0 || args.includes('--help')) return tell(USAGE, args.length === 0 ? 1 : 0);
  const wish = readArguments(args);
  await installIfNeeded();
  await import('../launcher/sources.mjs');
  const { importCalendar } = await import('./import.mjs');
  const { reportOf } = await import('./report.mjs');
  const result = await importCalendar(wish, { say: console.log });
  return tell(reportOf(result), result.refused.length > 0 ? 1 : 0);
}

function tell(text, code) {
  (code === 0 ? console.log : console.error)(text);
  return code;
}
