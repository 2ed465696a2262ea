import { describe, expect, test } from '@jest/globals';
import { judged } from '../lab-guard.mjs';
import { jestCounts, jestFailures, lastLine, sumCounts } from '../test-counts.mjs';

const suite = (
  name: string,
  ...statuses: readonly string[]
): { name: string; assertionResults: { status: string }[] } => ({
  name,
  assertionResults: statuses.map((status) => ({ status })),
});
const report = {
  numPassedTests: 3,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 1,
  testResults: [
    suite('a', 'passed', 'failed'),
    suite('b', 'passed', 'passed'),
    suite('c', 'pending', 'pending'),
    suite('d'),
  ],
};

describe('jestCounts', () => {
  test('counts a suite that could not run as a failure, and names suites of which no test ran', () => {
    expect(jestCounts(report, { code: 1 })).toEqual({ passed: 3, failed: 2, skipped: 2, leftOut: ['c'] });
  });

  test('never lets a run without a report, without a test, or with a bad exit code pass', () => {
    const none = {
      ...report,
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 0,
      numRuntimeErrorTestSuites: 0,
      testResults: [],
    };
    expect(jestCounts(null, { code: 0 }).failed).toBe(1);
    expect(jestCounts(none, { code: 0 }).failed).toBe(1);
    expect(jestCounts({ ...none, numPassedTests: 5 }, { code: 124 }).failed).toBe(1);
    expect(jestCounts({ ...none, numPassedTests: 5 }, { code: 0 }).failed).toBe(0);
  });
});

test('what failed is named: each test, and a suite that could not run', () => {
  const tests = {
    testResults: [
      {
        name: '/x/a.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'one' },
          { status: 'failed', fullName: 'two' },
        ],
      },
      { name: '/x/b.test.ts', status: 'failed', assertionResults: [] },
      { name: '/x/c.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'three' }] },
    ],
  };
  expect(jestFailures(tests, (file) => file.slice(3))).toEqual(['a.test.ts: two', 'b.test.ts']);
  expect(jestFailures(null, (file) => file)).toEqual([]);
});

test('the last line names skipped tests only where there are some', () => {
  expect(lastLine({ passed: 7, failed: 0, skipped: 0 })).toBe('7 passed, 0 failed');
  expect(
    lastLine(
      sumCounts([
        { passed: 1, failed: 2, skipped: 3 },
        { passed: 1, failed: 0, skipped: 0 },
      ]),
    ),
  ).toBe('2 passed, 2 failed, 3 skipped');
});

test('a live suite that ran no test is a failure where the lab must work, else a skip', () => {
  const outcome = { passed: 4, failed: 0, skipped: 3, leftOut: ['lab.live.test.ts'] };
  expect(judged(outcome, { required: true })).toMatchObject({
    failed: 1,
    why: expect.stringContaining('counted as failed'),
  });
  expect(judged(outcome, { required: false })).toMatchObject({
    failed: 0,
    skipped: 3,
    why: expect.stringContaining('counted as skipped'),
  });
  expect(judged({ ...outcome, leftOut: [] }, { required: true })).toEqual({ ...outcome, leftOut: [] });
});
