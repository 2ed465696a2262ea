import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { TSC } from './compiler.mjs';
import { runCommand } from './run-command.mjs';
import { jestCounts, jestFailures, worthAnotherRun } from './test-counts.mjs';

const root = dirname(import.meta.dirname);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/**
 * Room for young objects, MiB. Parsers and tests make many that die at once; in Node's own 16 MiB they cost a
 * tenth of the processor time.
 */
const ROOMY = '--max-semi-space-size=64';
/** Half an hour off, with daylight saving: a unit test that reads the zone of the process is found out. */
const ODD_ZONE = 'America/St_Johns';

/**
 * A step of the test run.
 *
 * @typedef {object} Step
 * @property {string} name for `--only` and `--skip`
 * @property {string} title
 * @property {number} budgetMs it should take no longer on two cores; said when it did
 * @property {boolean} [inFront] it mostly waits: its output is seen as it comes, and the step that runs
 *   beside it
 *   takes what it leaves of the processor
 * @property {readonly string[]} [needs] steps that must have ended before it starts, where they run at all
 * @property {number} [labs] how many labs its suites use side by side
 * @property {(how?: { capture: boolean, part?: Part }) => Promise<{ passed: number, failed: number, skipped:
 *   number, leftOut: string[], why?: string, output?: string, failures?: string[], again?: Part | null }>} run
 *   `part`: only these tests; `again`: what is to be run a second time, alone
 */

/**
 * Some tests of a step.
 *
 * @typedef {{ files: string[], tests: string[] }} Part
 */

/** What jest is told to run only these tests; `inOrder`: with all of their files, since each goes on from the last. */
function onlyThese({ files, tests }, inOrder) {
  if (inOrder) return ['--runTestsByPath', ...files];
  const names = tests.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return [`--testNamePattern=^(${names.join('|')})$`, '--runTestsByPath', ...files];
}

/**
 * A check by one command, ended when it takes five times its budget: one test, passed when the command ends
 * with 0.
 *
 * @param {string} name
 * @param {string} title
 * @param {readonly string[]} args of node
 * @param {{ budgetMs?: number, needs?: readonly string[] }} [settings]
 * @returns {Step}
 */
export function check(name, title, args, { budgetMs = MINUTE, needs = [] } = {}) {
  const run = async ({ capture = false } = {}) => {
    const timeoutMs = 5 * budgetMs;
    const { code, timedOut, output } = await runCommand(process.execPath, [ROOMY, ...args], {
      cwd: root,
      timeoutMs,
      capture,
    });
    const ended = timedOut ? `${name}: ended after ${timeoutMs / SECOND} s\n` : '';
    const passed = code === 0 ? 1 : 0;
    return { passed, failed: 1 - passed, skipped: 0, leftOut: [], output: output + ended };
  };
  return { name, title, budgetMs, needs, run };
}

/**
 * A jest project; each of its tests counts. `inFront`, `needs`: as of {@link Step}; `inOrder`: a test of it goes on
 * from where the one before ended, and says nothing without it.
 */
export function jestProject(name, title, settings) {
  const { budgetMs, timeoutMs, args = [], env = {}, inFront, inOrder = false, needs } = settings;
  const run = async ({ capture = false, part } = {}) => {
    const folder = mkdtempSync(join(tmpdir(), 'outdial-jest-'));
    const file = join(folder, 'report.json');
    const jest = [ROOMY, '--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
    const outcome = await runCommand(
      process.execPath,
      [
        ...jest,
        ...['--selectProjects', name, '--json', `--outputFile=${file}`, ...args],
        ...(part ? onlyThese(part, inOrder) : []),
      ],
      { cwd: root, timeoutMs, env, capture, yields: capture },
    );
    if (outcome.timedOut) console.error(`${name}: ended after ${timeoutMs / SECOND} s`);
    const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
    rmSync(folder, { recursive: true });
    const counts = jestCounts(report, outcome);
    const here = (each) => relative(root, each);
    const { output } = outcome;
    return {
      ...counts,
      output,
      leftOut: counts.leftOut.map(here),
      failures: jestFailures(report, here),
      again: outcome.timedOut ? null : worthAnotherRun(report, { inOrder }),
    };
  };
  return { name, title, budgetMs, inFront, needs, run };
}

const BIN = {
  knip: 'node_modules/knip/bin/knip.js',
};

/** Labs that the live suites use side by side. */
const LABS = 2;

/** @type {readonly Step[]} */
const CHECKS = [
  check('build', 'build: every package compiles', [TSC, '-b']),
  check('console', 'console: its types, and its build', ['tools/build-console.mjs', '--check']),
  // The longest: it waits for npm, and the other checks run beside it.
  check(
    'packages',
    'packages: what npm would publish (publint, are the types wrong), installed and used in a fresh folder',
    ['tools/check-packages.mjs'],
    { budgetMs: 2 * MINUTE, needs: ['build', 'console'] },
  ),
  check('format', 'format: Prettier at 110 columns', ['tools/check-format.mjs']),
  check('lint', 'lint: correctness, and what the house never writes', ['tools/lint/lint.mjs']),
  check('types', 'types: tests and tools compile, too', [TSC, '-p', 'tsconfig.tests.json'], {
    needs: ['build'],
  }),
  check('architecture', 'architecture: who may import whom, and what stays pure', [
    'tools/check-architecture.mjs',
  ]),
  check('dead-code', 'dead code: files, exports and libraries nobody uses', [
    BIN.knip,
    '--no-config-hints',
    '--no-progress',
  ]),
  check('lock', 'lock file: complete for every platform', ['tools/complete-lock.mjs', '--check']),
];

const checked = CHECKS.map(({ name }) => name);

/**
 * The steps of `npm test`, two at a time: those in front one after the other, and beside them those that
 * compute more than they wait.
 *
 * @type {readonly Step[]}
 */
export const STEPS = [
  ...CHECKS,
  jestProject('browser', 'browser: the console in Chromium', {
    budgetMs: 3 * MINUTE,
    timeoutMs: 5 * MINUTE,
    args: ['--maxWorkers=1'],
    inFront: true,
    inOrder: true,
    needs: checked,
  }),
  jestProject('simulation', 'simulation: seeded campaigns with faults', {
    budgetMs: 6 * MINUTE,
    timeoutMs: 14 * MINUTE,
    args: ['--maxWorkers=1'],
    needs: checked,
  }),
  jestProject('unit', 'unit tests', {
    budgetMs: 9 * MINUTE,
    timeoutMs: 13 * MINUTE,
    // Beside live, which goes before it: a third worker wins half a minute, and leaves each so little of the
    // processor that tests with sockets and clocks fail. Each file leaves some of its modules in the heap; a
    // worker that grew to 2 GB spent a third of its time on collecting them.
    args: ['--maxWorkers=2', '--workerIdleMemoryLimit=600MB'],
    env: { TZ: ODD_ZONE },
    inOrder: true,
    needs: ['simulation', ...checked],
  }),
  {
    ...jestProject('live', 'live: Asterisk, SIPp and MariaDB', {
      budgetMs: 8 * MINUTE,
      timeoutMs: 12 * MINUTE,
      // The suites wait for rings, beeps and wrap-ups more than they compute: two labs, side by side.
      args: [`--maxWorkers=${LABS}`],
      inFront: true,
      needs: ['browser', ...checked],
    }),
    labs: LABS,
  },
];
