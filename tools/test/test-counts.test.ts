import { describe, expect, test } from '@jest/globals';
import { judged } from '../lab-guard.mjs';
import {
  afterSecondRun,
  jestCounts,
  jestFailures,
  lastLine,
  sumCounts,
  worthAnotherRun,
} from '../test-counts.mjs';

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

describe('a second run, alone', () => {
  const reportOf = (count: number, message: string): Parameters<typeof worthAnotherRun>[0] => ({
    testResults: [
      { name: '/x/fine.test.ts', status: 'passed', assertionResults: [] },
      {
        name: '/x/a.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'fine', failureMessages: [] },
          ...Array.from({ length: count }, (_, index) => ({
            status: 'failed',
            fullName: `test ${index}`,
            failureMessages: [message],
          })),
        ],
      },
    ],
  });
  const unloaded = { name: '/x/b.test.ts', status: 'failed', assertionResults: [] };

  test('is for a few tests that failed', () => {
    const some = reportOf(2, 'Expected: 1');
    expect(worthAnotherRun(some)).toEqual({ files: ['/x/a.test.ts'], tests: ['test 0', 'test 1'] });
    expect(worthAnotherRun(reportOf(0, ''))).toBeNull();
    expect(worthAnotherRun(null)).toBeNull();
  });

  test('is not for many, for a refuted property, or for a suite that could not be loaded', () => {
    expect(worthAnotherRun(reportOf(6, 'Expected: 1'))).toBeNull();
    expect(worthAnotherRun(reportOf(1, 'Error: Property failed after 3 tests'))).toBeNull();
    const some = reportOf(1, 'Expected: 1');
    expect(worthAnotherRun({ testResults: [...(some?.testResults ?? []), unloaded] })).toBeNull();
  });

  test('is of whole files where their tests go on from each other: few files, however many failed', () => {
    const many = reportOf(6, 'Expected: 1');
    const inOrder = { inOrder: true };
    expect(worthAnotherRun(many, inOrder)).toMatchObject({ files: ['/x/a.test.ts'] });
    const suites = many?.testResults ?? [];
    expect(worthAnotherRun({ testResults: [...suites, ...suites] }, inOrder)).not.toBeNull();
    expect(worthAnotherRun({ testResults: [...suites, ...suites, ...suites] }, inOrder)).toBeNull();
    expect(worthAnotherRun(reportOf(1, 'Error: Property failed after 3 tests'), inOrder)).toBeNull();
    const first = { passed: 8, failed: 2, failures: ['a: x', 'a: y'] };
    expect(afterSecondRun(first, { passed: 7, failed: 0 })).toMatchObject({ passed: 10, failed: 0 });
  });

  test('counts what passed in it, and names it; a failure among them leaves all as it was', () => {
    const first = { passed: 8, failed: 2, failures: ['a: x', 'a: y'] };
    expect(afterSecondRun(first, { passed: 2, failed: 0 })).toEqual({
      passed: 10,
      failed: 0,
      failures: [],
      passedAlone: ['a: x', 'a: y'],
    });
    for (const second of [
      { passed: 1, failed: 1 },
      { passed: 1, failed: 0 },
      { passed: 0, failed: 0 },
    ])
      expect(afterSecondRun(first, second)).toEqual({ ...first, passedAlone: [] });
  });
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
