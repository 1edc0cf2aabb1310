// npm run licenses: every installed package may be combined with AGPL-3.0, or is a known exception.
import { promisify } from 'node:util';
import { installIfNeeded } from '../launcher/install.mjs';
import { root } from '../launcher/paths.mjs';
import { reexec } from '../node/ensure.mjs';
import { exceptions } from './allowed.mjs';
import { isCompatible } from './compatible.mjs';

await reexec();
await installIfNeeded();
const { init } = await import('license-checker-rseidelsohn');
const found = await promisify(init)({ start: root, excludePrivatePackages: true });
const packages = Object.entries(found).map(([key, { licenses }]) => ({
  key,
  name: key.slice(0, key.lastIndexOf('@')),
  license: String(licenses),
}));
const refused = packages.filter(({ name, license }) => !isCompatible(license) && exceptions[name]?.license !== license);
for (const { key, license } of refused)
  console.error(`${key}: ${license} is not known to be compatible with AGPL-3.0 (tools/licenses/allowed.mjs)`);

const excepted = packages.filter(({ name }) => name in exceptions);
for (const { key, name, license } of excepted) console.log(`${key}: ${license} (${exceptions[name].reason})`);
console.log(`${packages.length} packages, ${excepted.length} exceptions, ${refused.length} refused`);
process.exitCode = refused.length > 0 || packages.length === 0 ? 1 : 0;
