import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCompatible } from './compatible.mjs';

for (const expression of ['MIT', '(MIT OR GPL-2.0-only)', 'Apache-2.0 AND BSD-3-Clause', '(MIT AND Zlib)']) {
  test(`${expression} may be combined with AGPL-3.0`, () => assert.ok(isCompatible(expression)));
}

for (const expression of ['GPL-2.0-only', 'UNKNOWN', 'MIT*', '(MIT AND CC-BY-NC-4.0)', 'SSPL-1.0 OR BUSL-1.1', 'MIT OR (ISC AND MIT)']) {
  test(`${expression} is refused`, () => assert.ok(!isCompatible(expression)));
}
