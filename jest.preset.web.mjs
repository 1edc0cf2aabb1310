// Jest for everything Angular: jsdom, no zone.js, our path aliases, real ES modules (NODE_OPTIONS=--experimental-vm-modules).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = import.meta.dirname;
const { createEsmPreset } = createRequire(import.meta.url)('jest-preset-angular/presets');
const { paths } = JSON.parse(readFileSync(path.join(root, 'tsconfig.json'), 'utf8')).compilerOptions;
const aliases = Object.entries(paths).map(([alias, [file]]) => [`^${alias}$`, path.join(root, file)]);
const preset = createEsmPreset({ tsconfig: path.join(root, 'apps/web/tsconfig.spec.json') });

export default {
  ...preset,
  setupFilesAfterEnv: [path.join(root, 'jest.setup.web.ts')],
  moduleNameMapper: { ...preset.moduleNameMapper, ...Object.fromEntries(aliases) },
};
