/**
 * Keeps the live suites honest about the labs they need: what did not run is counted, what they started ends.
 */
import { spawnSync } from 'node:child_process';
import { labInstance, labRequired } from '../lab/index.mjs';

const script = new URL('../lab/lab.sh', import.meta.url).pathname;

function lab(command, instance) {
  const env = { ...process.env, OUTDIAL_LAB_INSTANCE: String(instance) };
  return spawnSync('bash', [script, command], { encoding: 'utf8', timeout: 60_000, env });
}

/**
 * Runs the live suites around the lab: where the lab must work (Debian on amd64, or CI=true) a suite of which
 * no test ran is a failure, elsewhere a counted skip. Labs that were not up before are taken down again.
 *
 * @param {() => Promise<{ passed: number, failed: number, skipped: number, leftOut: string[] }>} run
 * @param {{ workers?: number }} [options] suites that run side by side, each on a lab of its own
 * @returns {Promise<{ passed: number, failed: number, skipped: number, leftOut: string[], why?: string }>}
 */
export async function labGuard(run, { workers = 1 } = {}) {
  const required = await labRequired();
  const instances = Array.from({ length: workers }, (_, index) => labInstance(index + 1));
  const idle = instances.filter((instance) => !anyServerUp(instance));
  try {
    return judged(await run(), { required });
  } finally {
    for (const instance of idle) if (anyServerUp(instance)) lab('down', instance);
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

/** Whether a server of a lab runs. `status` names each with `up` or `down`. */
function anyServerUp(instance) {
  const { stdout } = lab('status', instance);
  return /\bup\b/.test(stdout ?? '');
}
