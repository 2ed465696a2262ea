import { spawnSync } from 'node:child_process';
import { labRequired } from '../lab/index.mjs';

const script = new URL('../lab/lab.sh', import.meta.url).pathname;
const lab = (command) => spawnSync('bash', [script, command], { encoding: 'utf8', timeout: 60_000 });

/**
 * Runs the live suites around the lab: where the lab must work (Debian on amd64, or CI=true) a suite of which
 * no test ran is a failure, elsewhere a counted skip. A lab that was not up before is taken down again.
 *
 * @param {() => Promise<{ passed: number, failed: number, skipped: number, leftOut: string[] }>} run
 * @returns {Promise<{ passed: number, failed: number, skipped: number, leftOut: string[], why?: string }>}
 */
export async function labGuard(run) {
  const required = await labRequired();
  const before = anyServerUp();
  try {
    return judged(await run(), { required });
  } finally {
    if (!before && anyServerUp()) lab('down');
  }
}

/**
 * Counts suites of which no test ran: as failures where the lab must work, else as the skips they are.
 *
 * @param {{ passed: number, failed: number, skipped: number, leftOut: string[] }} outcome
 * @param {{ required: boolean }} lab
 */
export function judged(outcome, { required }) {
  if (outcome.leftOut.length === 0) return outcome;
  const why = required
    ? 'the lab must work here (Debian on amd64, or CI=true): counted as failed'
    : 'the lab needs Debian on amd64: counted as skipped';
  return { ...outcome, failed: outcome.failed + (required ? outcome.leftOut.length : 0), why };
}

/** Whether a server of the lab runs. `status` names each with `up` or `down`. */
function anyServerUp() {
  const { stdout } = lab('status');
  return /\bup\b/.test(stdout ?? '');
}
