/** The power mode. */
import type { PacingView, RequestedCalls } from './pacing-view.js';

/**
 * Power: a fixed number of calls in flight per free agent, rounded down; nothing is learned and nothing
 * limits abandonment.
 */
export function pacePower({ roster, ledger, options }: PacingView): RequestedCalls {
  const wanted = Math.floor(options.callsPerAgent * roster.counts.ready);
  return { calls: Math.max(0, wanted - ledger.inFlight), limit: 'free-agents' };
}
