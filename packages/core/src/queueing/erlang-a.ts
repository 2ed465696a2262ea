/** Erlang A: a queue whose arrivals lose patience. */
import { requireLoad, requireServers } from './arguments.js';
import { erlangB } from './erlang-b.js';
import { erlangC } from './erlang-c.js';

/** All times share one unit; rates are per that unit. */
export interface ErlangAInput {
  readonly servers: number;
  readonly arrivalRate: number;
  /** Mean time a server spends on one arrival. */
  readonly handleTime: number;
  /**
   * Mean time an arrival is willing to wait (exponential); 0: nobody waits (Erlang B), Infinity: everybody
   * does (Erlang C).
   */
  readonly patience: number;
}

/** Steady state of M/M/n+M. */
export interface ErlangAResult {
  /** Share of arrivals that find all servers busy. */
  readonly waitProbability: number;
  /** Share of arrivals that leave before they are served. */
  readonly abandonmentProbability: number;
  /** Mean wait of all arrivals, whether served or not. */
  readonly meanWait: number;
  /** Mean number waiting. */
  readonly meanQueueLength: number;
  /** Share of the servers' time that is busy. */
  readonly occupancy: number;
}

/** The sum over queue lengths stops at a term this small, relative to the sum: the rest is below rounding. */
const NEGLIGIBLE = 1e-18;
/** A sum this large means that the queue is never empty, to double precision. */
const SATURATED = 1e280;

/**
 * Erlang A (M/M/n+M): arrivals wait with exponential patience and then leave.
 *
 * The stationary queue is summed upwards from "all servers busy, nobody waits"; every term is positive, so
 * nothing cancels. The abandonment probability follows from the rate of leaving, and for overload from the
 * balance of flows. Cost: O(servers + sqrt(arrivalRate x patience)).
 *
 * @throws RangeError on negative or undefined input.
 * Source: A. Mandelbaum and S. Zeltyn, "Service Engineering in Action: The Palm/Erlang-A Queue" (2007),
 * section 3; C. Palm (1957).
 * @example erlangA({ servers: 50, arrivalRate: 48, handleTime: 1, patience: 2 })
 */
export function erlangA({ servers, arrivalRate, handleTime, patience }: ErlangAInput): ErlangAResult {
  requireServers(servers);
  requireLoad('arrivalRate', arrivalRate);
  requireLoad('handleTime', handleTime);
  requireLoad('patience', patience);
  const offeredLoad = arrivalRate * handleTime;
  if (arrivalRate === 0)
    return {
      waitProbability: servers === 0 ? 1 : 0,
      abandonmentProbability: 0,
      meanWait: 0,
      meanQueueLength: 0,
      occupancy: 0,
    };
  if (servers === 0) return resultOf({ servers, arrivalRate, offeredLoad }, 1, 1, patience);
  if (handleTime === 0) return resultOf({ servers, arrivalRate, offeredLoad }, 0, 0, 0);
  if (patience === Infinity) return withoutLimit({ servers, arrivalRate, handleTime });
  const blocking = erlangB({ servers, offeredLoad });
  if (patience === 0) return resultOf({ servers, arrivalRate, offeredLoad }, blocking, blocking, 0);
  const queue = queueSums({ capacity: (servers / handleTime) * patience, inflow: arrivalRate * patience });
  // P(wait) = A B / (1 + (A - 1) B), A the sum of queue states relative to the state "all busy, nobody
  // waits".
  const waitProbability = (queue.all * blocking) / (1 + (queue.all - 1) * blocking);
  const abandonmentProbability = Math.min(1, waitProbability * queue.abandonmentOfWaiting);
  return resultOf(
    { servers, arrivalRate, offeredLoad },
    waitProbability,
    abandonmentProbability,
    abandonmentProbability * patience,
  );
}

/** `capacity` and `inflow` are the servers' joint rate and the arrival rate, both per mean patience. */
function queueSums({ capacity, inflow }: { readonly capacity: number; readonly inflow: number }): {
  all: number;
  abandonmentOfWaiting: number;
} {
  let all = 1;
  let waiting = 0;
  let term = 1;
  for (let j = 1; all < SATURATED; j += 1) {
    const ratio = inflow / (capacity + j);
    term *= ratio;
    all += term;
    waiting += j * term;
    if (ratio < 1 && j * term < NEGLIGIBLE * waiting * (1 - ratio)) break;
  }
  // Below capacity sum the leavers (positive terms); at or above it use the balance inflow = served +
  // leaving, equally free of cancellation.
  const leaving = inflow < capacity ? waiting / all : inflow - capacity + capacity / all;
  return { all, abandonmentOfWaiting: leaving / inflow };
}

function withoutLimit({ servers, arrivalRate, handleTime }: Omit<ErlangAInput, 'patience'>): ErlangAResult {
  const offeredLoad = arrivalRate * handleTime;
  if (offeredLoad >= servers)
    return resultOf({ servers, arrivalRate, offeredLoad }, 1, 1 - servers / offeredLoad, Infinity);
  const waitProbability = erlangC({ servers, offeredLoad });
  return resultOf(
    { servers, arrivalRate, offeredLoad },
    waitProbability,
    0,
    (waitProbability * handleTime) / (servers - offeredLoad),
  );
}

function resultOf(
  { servers, arrivalRate, offeredLoad }: { servers: number; arrivalRate: number; offeredLoad: number },
  waitProbability: number,
  abandonmentProbability: number,
  meanWait: number,
): ErlangAResult {
  const occupancy = servers === 0 ? 0 : Math.min(1, (offeredLoad * (1 - abandonmentProbability)) / servers);
  return {
    waitProbability,
    abandonmentProbability,
    meanWait,
    meanQueueLength: arrivalRate * meanWait,
    occupancy,
  };
}
