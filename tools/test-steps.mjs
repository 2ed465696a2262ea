import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { runCommand } from './run-command.mjs';
import { jestCounts } from './test-counts.mjs';

const root = dirname(import.meta.dirname);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Half an hour off, with daylight saving: a unit test that reads the zone of the process is found out. */
const ODD_ZONE = 'America/St_Johns';

/**
 * A step of the test run.
 *
 * @typedef {object} Step
 * @property {string} name for `--only` and `--skip`
 * @property {string} title
 * @property {number} budgetMs it should take no longer on two cores; said when it did
 * @property {number} [labs] how many labs its suites use side by side
 * @property {() => Promise<{ passed: number, failed: number, skipped: number, leftOut: string[], why?: string
 *   }>} run
 */

/**
 * A check by one command, ended when it takes five times its budget: one test, passed when the command ends
 * with 0.
 */
export function check(name, title, args, budgetMs = MINUTE) {
  const run = async () => {
    const { code, timedOut } = await runCommand(process.execPath, args, {
      cwd: root,
      timeoutMs: 5 * budgetMs,
    });
    if (timedOut) console.error(`${name}: ended after ${(5 * budgetMs) / SECOND} s`);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, leftOut: [] };
  };
  return { name, title, budgetMs, run };
}

/** A jest project; each of its tests counts. */
export function jestProject(name, title, { budgetMs, timeoutMs, args = [], env = {} }) {
  const run = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'outdial-jest-'));
    const file = join(folder, 'report.json');
    const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
    const outcome = await runCommand(
      process.execPath,
      [...jest, '--selectProjects', name, '--json', `--outputFile=${file}`, ...args],
      { cwd: root, timeoutMs, env },
    );
    if (outcome.timedOut) console.error(`${name}: ended after ${timeoutMs / SECOND} s`);
    const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
    rmSync(folder, { recursive: true });
    const counts = jestCounts(report, outcome);
    return { ...counts, leftOut: counts.leftOut.map((each) => relative(root, each)) };
  };
  return { name, title, budgetMs, run };
}

const BIN = {
  tsc: 'node_modules/typescript/bin/tsc',
  eslint: 'node_modules/eslint/bin/eslint.js',
  knip: 'node_modules/knip/bin/knip.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
};

/** Labs that the live suites use side by side. */
const LABS = 2;

/** The steps of `npm test`, in order. @type {readonly Step[]} */
export const STEPS = [
  check(
    'format',
    'format: Prettier at 110 columns',
    [BIN.prettier, '--check', '--log-level', 'warn', '.'],
    30 * SECOND,
  ),
  check('lock', 'lock file: complete for every platform', ['tools/complete-lock.mjs', '--check'], 5 * SECOND),
  check('build', 'build: every package compiles', [BIN.tsc, '-b']),
  check('types', 'types: tests and tools compile, too', [BIN.tsc, '-p', 'tsconfig.check.json']),
  check('lint', 'lint: correctness, with types', [BIN.eslint, '.']),
  check(
    'architecture',
    'architecture: who may import whom, and what stays pure',
    ['tools/check-architecture.mjs'],
    20 * SECOND,
  ),
  check(
    'dead-code',
    'dead code: files, exports and libraries nobody uses',
    [BIN.knip, '--no-config-hints', '--no-progress'],
    20 * SECOND,
  ),
  check(
    'packages',
    'packages: what npm would publish (publint, are the types wrong)',
    ['tools/check-packages.mjs'],
    30 * SECOND,
  ),
  check(
    'install',
    'install: packed, installed and imported in a fresh folder',
    ['tools/check-install.mjs'],
    MINUTE,
  ),
  jestProject('unit', 'unit tests', {
    budgetMs: 2 * MINUTE,
    timeoutMs: 5 * MINUTE,
    args: ['--maxWorkers=2'],
    env: { TZ: ODD_ZONE },
  }),
  jestProject('simulation', 'simulation: seeded campaigns with faults', {
    budgetMs: 3 * MINUTE,
    timeoutMs: 8 * MINUTE,
    args: ['--maxWorkers=2'],
  }),
  {
    ...jestProject('live', 'live: Asterisk, SIPp and MariaDB', {
      budgetMs: 6 * MINUTE,
      timeoutMs: 12 * MINUTE,
      // The suites wait for rings, beeps and wrap-ups more than they compute: two labs, side by side.
      args: [`--maxWorkers=${LABS}`],
    }),
    labs: LABS,
  },
];
