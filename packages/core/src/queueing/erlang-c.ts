/** Erlang C: waiting without a limit. */
import { requireLoad, requireServers } from './arguments.js';
import { erlangB } from './erlang-b.js';

/** Servers and offered load in erlangs (arrival rate x handle time). */
export interface QueueLoad {
  readonly servers: number;
  readonly offeredLoad: number;
}

/**
 * Erlang C: probability that an arrival has to wait when everybody waits without limit (M/M/n).
 *
 * 1 at or above saturation (offeredLoad >= servers). From Erlang B: C = n B / (n - a (1 - B)).
 *
 * @throws RangeError when servers is not an integer >= 0 or the load is negative.
 * Source: L. Kleinrock, "Queueing Systems" vol. 1 (1975), section 3.5.
 * @example erlangC({ servers: 10, offeredLoad: 5 }) // 0.0361
 */
export function erlangC({ servers, offeredLoad }: QueueLoad): number {
  requireServers(servers);
  requireLoad('offeredLoad', offeredLoad);
  if (offeredLoad >= servers) return 1;
  const blocking = erlangB({ servers, offeredLoad });
  return (servers * blocking) / (servers - offeredLoad * (1 - blocking));
}

/**
 * Mean wait of all arrivals (those served at once included) in M/M/n, in the unit of `handleTime`; Infinity
 * at saturation.
 *
 * Source: Kleinrock (1975), section 3.5; Little's law gives the mean queue as arrivalRate x this.
 */
export function erlangCMeanWait({
  servers,
  offeredLoad,
  handleTime,
}: QueueLoad & { readonly handleTime: number }): number {
  requireLoad('handleTime', handleTime);
  if (offeredLoad >= servers) return Infinity;
  return (erlangC({ servers, offeredLoad }) * handleTime) / (servers - offeredLoad);
}

/**
 * Service level: share of arrivals whose wait is at most `within` (same unit as `handleTime`) in M/M/n; 0 at
 * saturation.
 *
 * Source: Kleinrock (1975), section 3.5: P(W <= t) = 1 - C exp(-(n - a) t / handleTime).
 */
export function erlangCServiceLevel({
  servers,
  offeredLoad,
  handleTime,
  within,
}: QueueLoad & { readonly handleTime: number; readonly within: number }): number {
  requireLoad('handleTime', handleTime);
  requireLoad('within', within);
  if (offeredLoad >= servers) return 0;
  return 1 - erlangC({ servers, offeredLoad }) * Math.exp((-(servers - offeredLoad) * within) / handleTime);
}
