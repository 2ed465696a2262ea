/** Runs compare-switches.mjs in a process of its own, which has a zone of its own. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SCRIPT = fileURLToPath(new URL('compare-switches.mjs', import.meta.url));

/**
 * What the script found.
 *
 * @param years e.g. `2020-2035`
 * @param zones absent: every zone that the runtime knows
 */
export async function compareSwitches(
  processZone: string,
  years: string,
  zones: readonly string[] = [],
): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, years, ...zones], {
    env: { ...process.env, TZ: processZone },
  });
  return JSON.parse(stdout);
}
