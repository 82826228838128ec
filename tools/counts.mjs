/** Counts of passed, failed and skipped tests, read from the reports of Vitest and Playwright. */

/** @typedef {{passed: number, failed: number, skipped: number}} Count */

/** The last line of `npm test`. @param {Count} count */
export function formatCount({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @param {readonly Count[]} counts @returns {Count} */
export function sum(counts) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const count of counts) {
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
  }
  return total;
}

/**
 * Counts of Vitest's JSON report. A file that can't be loaded, which has no tests to count, is one failure; so is
 * anything else that made Vitest end with an error (an unhandled rejection, a missing report).
 *
 * @param {any} report the parsed report; null if there is none
 * @param {number} code Vitest's exit code
 * @returns {Count}
 */
export function countVitest(report, code) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const unloaded = (report.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const count = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return withExitCode(count, code);
}

/**
 * Counts of Playwright's JSON report. Errors outside tests (a server that doesn't start, a file that can't be
 * loaded) count as one failure if no test failed.
 *
 * @param {any} report the parsed report; null if there is none
 * @param {number} code Playwright's exit code
 * @returns {Count}
 */
export function countPlaywright(report, code) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return withExitCode({ passed: expected, failed: unexpected + flaky, skipped }, code);
}

function withExitCode(count, code) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}
