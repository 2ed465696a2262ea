/** Long work beside dialing goes in steps, each in a transaction of its own, with rests that calls use. */
import type { Store } from '../open-store.js';
import { breathe } from './breathe.js';

/** Rows that one step changes: some milliseconds, for which no claim waits long. */
export const STEP_ROWS = 200;

/**
 * While a campaign runs, steps take at most one part in this many of the time: four claims of five then meet
 * none, and the fifth waits for one step at most.
 */
const STEP_SHARE = 5;

/** Runs one step; then leaves the database to the campaigns that run, and in any case the event loop. */
export async function stepBeside<Result>(store: Store, step: () => Promise<Result>): Promise<Result> {
  const began = performance.now();
  const result = await step();
  const tookMs = performance.now() - began;
  if (await isDialing(store)) await new Promise((resolve) => setTimeout(resolve, tookMs * (STEP_SHARE - 1)));
  else await breathe();
  return result;
}

/** Whether some process runs a campaign on this database. */
async function isDialing({ engine, clock }: Store): Promise<boolean> {
  const held = await engine.db
    .selectFrom('leases')
    .select('campaign_id')
    .where('expires_at', '>', clock())
    .limit(1)
    .executeTakeFirst();
  return held !== undefined;
}
