/** How many servers a load needs: the inverse problems of Erlang B, C and A. */
import { requireLoad, requireProbability, requireServers } from './arguments.js';
import { erlangA } from './erlang-a.js';
import { erlangB } from './erlang-b.js';
import { erlangC, erlangCServiceLevel } from './erlang-c.js';

/** Most servers an inverse problem looks at. */
const MOST_SERVERS = 10_000_000;

/**
 * Fewest servers whose Erlang B blocking of this offered load (erlangs) is at most `blocking`.
 *
 * @throws RangeError when the blocking is not above 0.
 */
export function serversForBlocking({
  offeredLoad,
  blocking,
}: {
  readonly offeredLoad: number;
  readonly blocking: number;
}): number {
  requireLoad('offeredLoad', offeredLoad);
  requireTarget('blocking', blocking);
  let loss = 1;
  let servers = 0;
  // One pass of the Erlang B recursion gives the blocking for every number of servers up to the answer.
  while (loss > blocking && servers < MOST_SERVERS) {
    servers += 1;
    loss = (offeredLoad * loss) / (servers + offeredLoad * loss);
  }
  return servers;
}

/** Fewest servers for which an arrival waits (Erlang C) with at most this probability. */
export function serversForWaitProbability({
  offeredLoad,
  waitProbability,
}: {
  readonly offeredLoad: number;
  readonly waitProbability: number;
}): number {
  requireLoad('offeredLoad', offeredLoad);
  requireTarget('waitProbability', waitProbability);
  return fewestServers(
    Math.floor(offeredLoad),
    (servers) => erlangC({ servers, offeredLoad }) <= waitProbability,
  );
}

/** A service level: this share of arrivals waits at most `within`, in the unit of `handleTime`. */
export interface ServiceLevelTarget {
  readonly handleTime: number;
  readonly within: number;
  readonly serviceLevel: number;
}

/** Fewest agents that reach a service level when everybody waits (Erlang C). `offeredLoad` in erlangs. */
export function agentsForServiceLevel({
  offeredLoad,
  handleTime,
  within,
  serviceLevel,
}: ServiceLevelTarget & { readonly offeredLoad: number }): number {
  requireLoad('offeredLoad', offeredLoad);
  requireProbability('serviceLevel', serviceLevel);
  if (serviceLevel >= 1 && offeredLoad > 0)
    throw new RangeError('serviceLevel is 1, which no finite number of agents reaches; give a share below 1');
  return fewestServers(
    Math.floor(offeredLoad),
    (servers) => erlangCServiceLevel({ servers, offeredLoad, handleTime, within }) >= serviceLevel,
  );
}

/** Fewest agents for which at most this share of impatient arrivals leaves (Erlang A). */
export function agentsForAbandonment(input: {
  readonly arrivalRate: number;
  readonly handleTime: number;
  readonly patience: number;
  readonly abandonmentProbability: number;
}): number {
  requireTarget('abandonmentProbability', input.abandonmentProbability);
  return fewestServers(
    0,
    (servers) => erlangA({ servers, ...input }).abandonmentProbability <= input.abandonmentProbability,
  );
}

/** The load (erlangs) that these servers are offered when Erlang B blocks exactly this share of it. */
export function offeredLoadForBlocking({
  servers,
  blocking,
}: {
  readonly servers: number;
  readonly blocking: number;
}): number {
  requireServers(servers);
  requireTarget('blocking', blocking);
  if (blocking >= 1) return Infinity;
  if (servers === 0) return 0;
  let high = servers;
  while (erlangB({ servers, offeredLoad: high }) < blocking) high *= 2;
  let low = 0;
  for (let i = 0; i < 200 && high - low > 1e-13 * high; i += 1) {
    const middle = (low + high) / 2;
    if (erlangB({ servers, offeredLoad: middle }) < blocking) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The load (erlangs) carried by these servers when Erlang B blocks this share of what is offered. */
export function carriedLoadForBlocking({
  servers,
  blocking,
}: {
  readonly servers: number;
  readonly blocking: number;
}): number {
  if (blocking >= 1) return servers;
  return offeredLoadForBlocking({ servers, blocking }) * (1 - blocking);
}

/** Smallest number above `start` that passes a test which, once passed, stays passed. */
function fewestServers(start: number, passes: (servers: number) => boolean): number {
  if (start === 0 && passes(0)) return 0;
  let low = start;
  let step = 1;
  while (!passes(low + step) && low + step < MOST_SERVERS) {
    low += step;
    step *= 2;
  }
  let high = low + step;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function requireTarget(name: string, value: number): void {
  if (value > 0 && value <= 1) return;
  throw new RangeError(`${name} is ${value}; give a probability above 0 and at most 1`);
}
