/** Erlang B: blocking without a queue. */
import { requireLoad, requireServers } from './arguments.js';

/**
 * Erlang B: share of arrivals that find all servers busy when nobody waits (M/G/n/n).
 *
 * `offeredLoad` in erlangs (arrival rate x handle time). Computed by the recursion B(n) = a B(n-1) / (n + a
 * B(n-1)), whose rounding errors shrink at every step, so it holds to 100,000 servers and beyond. Cost:
 * O(servers).
 *
 * @throws RangeError when servers is not an integer >= 0 or the load is negative.
 * Source: A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in
 * automatic telephone exchanges", Elektrotkeknikeren 13 (1917); recursion: V. B. Iversen, "Teletraffic
 * Engineering Handbook", section 7.5.
 * @example erlangB({ servers: 10, offeredLoad: 5 }) // 0.0184
 */
export function erlangB({
  servers,
  offeredLoad,
}: {
  readonly servers: number;
  readonly offeredLoad: number;
}): number {
  requireServers(servers);
  requireLoad('offeredLoad', offeredLoad);
  if (offeredLoad === Infinity) return 1;
  let blocking = 1;
  for (let n = 1; n <= servers && blocking > 0; n += 1) {
    const carried = offeredLoad * blocking;
    blocking = carried / (n + carried);
  }
  return blocking;
}
