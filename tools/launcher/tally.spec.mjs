import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closingLine, fromJest, fromPlaywright, isGreen, nothing, skippedLine, sum, withCrash } from './tally.mjs';

const counts = (passed, failed, skipped) => ({ passed, failed, skipped });
const jest = { numPassedTests: 3, numFailedTests: 1, numRuntimeErrorTestSuites: 0, numPendingTests: 1, numTodoTests: 1 };

test('the closing line is plain; what was skipped stands before it, when something was', () => {
  assert.equal(closingLine(counts(3, 0, 0)), '3 passed, 0 failed');
  assert.equal(closingLine(counts(3, 1, 2)), '3 passed, 1 failed');
  assert.equal(skippedLine(counts(3, 1, 2)), '2 skipped; the reasons stand above');
  assert.equal(skippedLine(counts(3, 1, 0)), '');
});

test('the parts add up', () => assert.deepEqual(sum([counts(1, 2, 3), nothing, counts(10, 20, 30)]), counts(11, 22, 33)));

test('a test file that cannot run is a failure', () => {
  assert.deepEqual(fromJest(jest), counts(3, 1, 2));
  assert.deepEqual(fromJest({ ...jest, numRuntimeErrorTestSuites: 2 }), counts(3, 3, 2));
});

test('a flaky journey and an error outside of journeys are failures', () =>
  assert.deepEqual(fromPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] }), counts(4, 3, 2)));

test('a part that ends badly without a failed test is one failure', (context) => {
  context.mock.method(console, 'error', () => {});
  assert.deepEqual(withCrash(counts(5, 0, 0), 'jest', 'SIGKILL'), counts(5, 1, 0));
  assert.deepEqual(withCrash(counts(5, 2, 0), 'jest', 1), counts(5, 2, 0));
  assert.deepEqual(withCrash(counts(5, 0, 0), 'jest', 0), counts(5, 0, 0));
});

test('nothing at all is not green', () => {
  assert.ok(!isGreen(nothing));
  assert.ok(!isGreen(counts(0, 0, 9)));
  assert.ok(!isGreen(counts(9, 1, 0)));
  assert.ok(isGreen(counts(1, 0, 0)));
});
