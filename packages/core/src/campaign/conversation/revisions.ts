/** The numbers by which telephony tells a later arrangement of a call from an earlier one. */
import type { Context } from '../context.js';

/** No call is arranged so often in the life of one process. */
const REVISIONS_OF_AN_EPOCH = 1_000_000;

/**
 * The revision that follows. Those of a process are higher than all of the processes before it: an order that
 * was on its way when its process died is dropped behind the first of the next.
 */
export function revisionAfter({ state }: Context, revision: number): number {
  return Math.max(revision, state.epoch * REVISIONS_OF_AN_EPOCH) + 1;
}
