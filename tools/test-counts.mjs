/** Counts of one step: what passed, failed and was skipped, and what a reader must be told about it. */

/**
 * Counts from jest's `--json` output. A suite that could not run at all counts as one failure; so does a run
 * without any test.
 *
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   numRuntimeErrorTestSuites: number, testResults: { name: string, assertionResults: { status: string }[]
 *   }[] } | null} report null: jest wrote none
 * @param {{ code: number }} run
 * @returns {{ passed: number, failed: number, skipped: number, leftOut: string[] }} `leftOut`: suites of
 *   which no test ran
 */
export function jestCounts(report, { code }) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0, leftOut: [] };
  const leftOut = report.testResults
    .filter(
      ({ assertionResults }) =>
        assertionResults.length > 0 &&
        assertionResults.every(({ status }) => status === 'pending' || status === 'todo'),
    )
    .map(({ name }) => name);
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const quiet = report.numPassedTests + failed + report.numPendingTests === 0;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && (code !== 0 || quiet) ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    leftOut,
  };
}

/**
 * What failed, a line each: `suite: test`, or the suite alone where it could not run.
 *
 * @param {{ testResults: { name: string, status: string, assertionResults: { status: string, fullName: string
 *   }[] }[] } | null} report of jest's `--json`
 * @param {(file: string) => string} here a file's path as it is to be printed
 * @returns {string[]}
 */
export function jestFailures(report, here) {
  return (report?.testResults ?? []).flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((each) => each.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [here(name)];
    return failed.map(({ fullName }) => `${here(name)}: ${fullName}`);
  });
}

/** The last line of a test run: `N passed, N failed`, and `, N skipped` where some were. */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** The sum of counts. */
export function sumCounts(all) {
  return all.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}
