import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const bench = fileURLToPath(new URL('bench.mjs', import.meta.url));

test('the bench runs to its end and measures everything it names', async () => {
  const child = spawn(process.execPath, [bench, '--rows', '1000', '--rounds', '1', '--seconds', '0.1'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [shown, said, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  assert.equal(code, 0, said);
  const [medians] = JSON.parse(shown.trim().split('\n').at(-1)).medians;
  for (const [name, value] of Object.entries(medians).filter(([key]) => key !== 'stormStatuses'))
    assert.ok(value > 0, `${name} is ${value}`);
  assert.deepEqual(medians.stormStatuses, [{ 201: 1, 409: 31 }]);
});
