/**
 * One workload on two checkouts, by turns in one run: `--before <checkout>` (built) of every benchmark that
 * compares. Each round runs the workload once a checkout, in a process of its own.
 */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const NOW = fileURLToPath(new URL('..', import.meta.url));
/** Most that a figure may be worse than before. */
export const WORSE_MOST = 0.05;

/** The checkouts of a run: this one, and the one to compare with, where it is named. */
export function checkoutsOf(before) {
  return before === undefined ? { now: NOW } : { before: resolve(before), now: NOW };
}

/** A package of a checkout, built. */
export function packageOf(checkout, name) {
  return import(pathToFileURL(resolve(checkout, 'packages', name, 'dist/index.js')).href);
}

/**
 * Runs a workload, which prints JSON, with the checkout as its first argument.
 *
 * @returns the figures of each round, by checkout
 */
export async function byTurns(checkouts, rounds, script, { args = [], flags = [] } = {}) {
  const runs = Object.fromEntries(Object.keys(checkouts).map((which) => [which, []]));
  for (let round = 0; round < rounds; round += 1) {
    // Each comes first as often as second: a machine that gets warm or busy favours neither.
    const order = Object.entries(checkouts);
    for (const [which, checkout] of round % 2 === 0 ? order : order.reverse()) {
      const { stdout } = await run(process.execPath, [...flags, fileURLToPath(script), checkout, ...args]);
      runs[which].push(JSON.parse(stdout));
      process.stderr.write('.');
    }
  }
  process.stderr.write('\n');
  return runs;
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Pairs of one round meet the same machine: now to before in each, then the middle one. */
export function ratioOf(runs, figure) {
  return median(runs.now.map((one, round) => figure(one) / figure(runs.before[round])));
}
