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

/** More failures than these are no matter of chance. */
const AGAIN_MOST = 5;
/** As {@link AGAIN_MOST}, of files whose tests go on from each other: one failure brings those after it. */
const AGAIN_MOST_FILES = 2;

/**
 * The tests that are to be run a second time, alone: a few that failed beside others. A property that was
 * refuted is not among them, since other values would hide it, nor a suite that could not be loaded.
 *
 * @param {{ testResults: { name: string, status: string, assertionResults: { status: string, fullName: string,
 *   failureMessages: string[] }[] }[] } | null} report of jest's `--json`
 * @param {{ inOrder?: boolean }} [how] `inOrder`: the tests of a file go on from each other
 * @returns {{ files: string[], tests: string[] } | null} null: none, the failure stands
 */
export function worthAnotherRun(report, { inOrder = false } = {}) {
  const suites = (report?.testResults ?? []).filter(({ status }) => status === 'failed');
  const failed = suites.flatMap((suite) =>
    suite.assertionResults.filter(({ status }) => status === 'failed'),
  );
  const many = inOrder ? suites.length > AGAIN_MOST_FILES : failed.length > AGAIN_MOST;
  if (failed.length === 0 || many) return null;
  const isLoaded = suites.every(({ assertionResults }) =>
    assertionResults.some(({ status }) => status === 'failed'),
  );
  const refuted = failed.some(({ failureMessages }) =>
    failureMessages.some((each) => each.includes('Property failed')),
  );
  if (!isLoaded || refuted) return null;
  return { files: suites.map(({ name }) => name), tests: failed.map(({ fullName }) => fullName) };
}

/**
 * The counts of a step after the second run of what had failed in it.
 *
 * @template {{ passed: number, failed: number, failures?: string[] }} Outcome
 * @param {Outcome} first
 * @param {{ passed: number, failed: number }} second of the tests that had failed, and of others of their files
 *   where these go on from each other
 * @returns {Outcome & { passedAlone: string[] }} `passedAlone`: what passed then, or nothing where not all did
 */
export function afterSecondRun(first, second) {
  if (second.failed > 0 || second.passed < first.failed) return { ...first, passedAlone: [] };
  const { failures = [], passed, failed } = first;
  return { ...first, passed: passed + failed, failed: 0, failures: [], passedAlone: failures };
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
