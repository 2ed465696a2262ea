/** The progressive mode. */
import type { PacingView, RequestedCalls } from './pacing-view.js';

/**
 * Progressive: one call in flight for each free agent, so that every answer finds an agent as long as no
 * agent leaves.
 *
 * A call counts until it ends, whatever its age. A pausing agent does not count as free.
 */
export function paceProgressive({ roster, ledger }: PacingView): RequestedCalls {
  return { calls: Math.max(0, roster.counts.ready - ledger.inFlight), limit: 'free-agents' };
}
