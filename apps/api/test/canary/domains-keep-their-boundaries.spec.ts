import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../../../..');
const planted = path.join(root, 'libs/booking/domain/planted.canary.ts');
/** A graph of its own: that of the workspace would keep what was planted. */
const graph = mkdtempSync(path.join(tmpdir(), 'bota-graph-'));
const remove = () => {
  rmSync(planted, { force: true });
  rmSync(graph, { recursive: true, force: true });
};
process.once('exit', remove);
afterAll(remove);

/** Through Nx, which knows the graph: without one, the rule is silently skipped. */
function lint(): { status: number | null; output: string } {
  const env = {
    ...process.env,
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_NO_CLOUD: 'true',
    NX_WORKSPACE_DATA_DIRECTORY: graph,
    NODE_OPTIONS: '',
  };
  const nx = path.join(root, 'node_modules/.bin/nx');
  const options = { cwd: root, env, encoding: 'utf8', timeout: 150_000 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [nx, 'run', 'booking-domain:lint', '--skip-nx-cache'], options);
  return { status, output: stdout + stderr };
}

it('a domain that imports the database, or a domain above it, does not pass lint', () => {
  writeFileSync(planted, `export { DataSource } from 'typeorm';\nexport * from '@bota/booking/api';\n`);
  const { status, output } = lint();
  remove();
  expect(output).toContain('@nx/enforce-module-boundaries');
  expect(output).toMatch(/2 errors|✖ 2 problems/);
  expect(status).not.toBe(0);
}, 180_000);
