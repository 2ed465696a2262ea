/** Counts callers as they are served or gone, and reads the figures. */
import { metricValue } from '../../metrics/index.js';
import type { Context } from '../context.js';
import type { InboundStatistics } from './counts.js';
import type { InboundCall, InboundEnding } from './inbound-call.js';

/** Counts a caller whom an agent talks to. A call counts once, however many agents it has. */
export function callerServed(context: Context, inbound: InboundCall, waitedMs: number): void {
  if (inbound.ending !== null) return;
  inbound.ending = 'served';
  const tally = context.statistics.inbound;
  const mostMs = context.state.settings.inbound?.serviceLevelMs ?? 0;
  tally.served += 1;
  tally.waitedMs += waitedMs;
  if (waitedMs <= mostMs) tally.servedInTime += 1;
}

/** Counts a caller who had no agent. */
export function callerCounted(context: Context, ending: Exclude<InboundEnding, 'served'>): void {
  context.statistics.inbound[ending] += 1;
}

/** The figures of calls that came in, as of `at` (epoch ms). */
export function inboundView({ state, statistics }: Context, at: number): InboundStatistics {
  const { waitedMs, ...counts } = statistics.inbound;
  const { served, servedInTime, refused, left, callback, overflow, lost } = counts;
  let waiting = 0;
  let longest: number | null = null;
  for (const call of state.calls.values()) {
    if (call.stage !== 'queued') continue;
    waiting += 1;
    longest = Math.max(longest ?? 0, at - (call.inbound?.arrivedAt ?? at));
  }
  const offered = served + refused + left + callback + overflow + lost;
  return {
    ...counts,
    waiting,
    places: state.places.length,
    longestWaitMs: longest,
    meanWaitMs: served === 0 ? null : waitedMs / served,
    serviceLevel: metricValue('serviceLevel', { callersInTime: servedInTime, callers: offered }),
    lostInQueue: metricValue('lostInQueue', { callersLost: left + overflow + lost, callers: offered }),
  };
}
