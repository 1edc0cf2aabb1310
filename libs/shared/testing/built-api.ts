import { execFile } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(__dirname, '../../..');
const SOURCES = ['apps/api/**/*.{ts,cjs}', 'libs/*/{api,domain}/**/*.ts', 'tsconfig.json', 'package-lock.json'];
const isTest = (file: string) => /\.spec\.ts$|^apps\/api\/test\//.test(file);

/** Builds the API when a source is newer than what is built: races and crashes are proven on real processes. */
export async function buildApiIfStale(): Promise<void> {
  const built = modified('dist/apps/api/main.js');
  const sources = globSync(SOURCES, { cwd: root }).filter((file) => !isTest(file));
  if (built > Math.max(...sources.map(modified))) return;
  const webpack = path.join(root, 'node_modules/.bin/webpack');
  await promisify(execFile)(process.execPath, [webpack, '--config', 'apps/api/webpack.config.cjs'], { cwd: root });
}

const modified = (file: string): number => statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
