// What the parts of npm test counted, and the one line that says it all.

export const nothing = { passed: 0, failed: 0, skipped: 0 };

export const sum = (counts) =>
  counts.reduce(
    (all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed, skipped: all.skipped + one.skipped }),
    nothing,
  );

export const closingLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

/** Before the last line, so that it stays plain. */
export const skippedLine = ({ skipped }) => (skipped ? `${skipped} skipped; the reasons stand above` : '');

/** Red when something failed, when a part broke (its crash counts as a failure), and when nothing ran at all. */
export const isGreen = ({ passed, failed }) => failed === 0 && passed > 0;

/** Jest's own report. A file that could not run at all has no test to count, so it counts as one failure. */
export function fromJest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Playwright's own report. A flaky journey failed at least once: that is a failure. */
export function fromPlaywright({ stats, errors = [] }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

/** A part that ended badly without reporting a failure broke: say so, and count it. */
export function withCrash(counts, part, ending) {
  if (ending === 0 || counts.failed > 0) return counts;
  console.error(`\n${part} ended with ${ending} and reported no failed test: counted as one failure.`);
  return { ...counts, failed: 1 };
}
