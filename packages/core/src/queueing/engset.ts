/** Engset's formulas for a finite number of sources. */
import { requireLoad, requireServers } from './arguments.js';

/** A finite number of sources before a group of servers. */
export interface EngsetInput {
  readonly servers: number;
  readonly sources: number;
  /** Load offered by one idle source: its request rate while idle x mean holding time. */
  readonly loadPerIdleSource: number;
}

/**
 * Engset: share of requests that are blocked when a finite number of sources share the servers (call
 * congestion).
 *
 * A source sees the system as if it were not there itself: the time congestion of one source fewer. 0 when
 * there are no more sources than servers. Tends to Erlang B as sources grow with their joint load held. Cost:
 * O(servers).
 *
 * @throws RangeError on negative or non-integer counts.
 * Source: T. Engset, "Die Wahrscheinlichkeitsrechnung zur Bestimmung der Waehlerzahl in automatischen
 * Fernsprechaemtern", ETZ 39 (1918); V. B. Iversen, "Teletraffic Engineering Handbook", section 8.4.
 */
export function engsetBlocking({ servers, sources, loadPerIdleSource }: EngsetInput): number {
  requireServers(sources);
  return sources === 0 ? 0 : engsetTimeCongestion({ servers, sources: sources - 1, loadPerIdleSource });
}

/**
 * Engset: share of time in which all servers are busy (time congestion).
 *
 * By the recursion E(n) = x E(n-1) / (n + x E(n-1)), x = (sources - n + 1) x loadPerIdleSource, as stable as
 * that of Erlang B.
 */
export function engsetTimeCongestion({ servers, sources, loadPerIdleSource }: EngsetInput): number {
  requireServers(servers);
  requireServers(sources);
  requireLoad('loadPerIdleSource', loadPerIdleSource);
  if (servers > sources) return 0;
  if (loadPerIdleSource === Infinity) return 1;
  let congestion = 1;
  for (let n = 1; n <= servers && congestion > 0; n += 1) {
    const carried = (sources - n + 1) * loadPerIdleSource * congestion;
    congestion = carried / (n + carried);
  }
  return congestion;
}
