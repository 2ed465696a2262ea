import type { Floor, Wish } from './floor.js';

/**
 * Power: a fixed number of calls in flight per free agent, rounded down; nothing is learned and nothing
 * limits abandonment.
 */
export function pacePower({ roster, ledger, options }: Floor): Wish {
  const wanted = Math.floor(options.callsPerAgent * roster.counts.ready);
  return { calls: Math.max(0, wanted - ledger.inFlight), limit: 'free-agents' };
}
