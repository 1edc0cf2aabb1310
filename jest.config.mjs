// Every project with a spec is a Jest project under its Nx name; the layer decides the preset.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import node from './jest.preset.node.mjs';
import web from './jest.preset.web.mjs';

const root = import.meta.dirname;
const database = {
  globalSetup: path.join(root, 'libs/shared/testing/global-setup.ts'),
  globalTeardown: path.join(root, 'libs/shared/testing/global-teardown.ts'),
};

const projects = globSync(['libs/*/*/project.json', 'apps/{api,web}/project.json'], { cwd: root }).flatMap((file) => {
  const folder = path.dirname(path.join(root, file));
  const { name, tags } = JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  if (globSync('**/*.spec.ts', { cwd: folder }).length === 0) return [];
  const isWeb = tags.some((tag) => ['layer:web', 'layer:ui'].includes(tag));
  return [{ ...(isWeb ? web : node), ...(name === 'api' && database), displayName: name, rootDir: folder }];
});

// What a spec leaves in a worker adds up over the files: a worker that keeps too much is replaced before its next one.
export default { projects, testTimeout: 30_000, workerIdleMemoryLimit: '1500MB' };
