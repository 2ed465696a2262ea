/** The predictive mode. */
import { weighted } from './crowd-risk.js';
import type { CrowdRisk } from './crowd-risk.js';
import type { Outlook } from './outlook.js';
import type { PacingView, RequestedCalls } from './pacing-view.js';
import { paceProgressive } from './progressive.js';

/** Most calls one decision considers. */
const MOST_CALLS = 20_000;

/** Requested calls with the risk they rest on. */
export interface PredictiveRequest extends RequestedCalls {
  /** Probability (0..1) that the first call beyond the request, if answered, finds no agent. */
  readonly risk: number;
}

/** What the predictive mode rests on. */
export interface Forecast {
  readonly outlook: Outlook;
  /** The risk of the outlook's calls and agents. */
  readonly risk: CrowdRisk;
}

/** The risk of the next call when so many have been added to those in flight. */
export type RiskAfter = (added: number) => number;

/**
 * Predictive: dial while the risk that the next call, if answered, finds no agent within the grace is below
 * the accepted level.
 *
 * For each instant at which that call may be answered, the expected answers of calls in flight are compared
 * with the agents free now and those who become free by then. It never requests fewer calls than progressive
 * mode.
 */
export function pacePredictive(view: PacingView, forecast: Forecast, riskLevel: number): PredictiveRequest {
  const { outlook, risk } = forecast;
  const { ready, pausing } = view.roster.counts;
  risk.begin({ free: ready - view.ledger.waiting, pausing });
  const { newCall } = outlook.campaigns[0]!;
  const parts = outlook.horizons.parts[0]!;
  const exact = risk.isClose(parts, newCall, riskLevel);
  const request = mostCalls(
    (added) => weighted(exact ? risk.exactly(newCall, added) : risk.byMoments(newCall, added), parts),
    riskLevel,
  );
  const safe = paceProgressive(view).calls;
  return { calls: Math.max(request.calls, safe), limit: 'abandonment-risk', risk: request.risk };
}

/**
 * The largest number of calls of which each was placed at an accepted risk (the risk grows with the number).
 */
export function mostCalls(riskAfter: RiskAfter, level: number): { calls: number; risk: number } {
  let risk = riskAfter(0);
  if (risk > level) return { calls: 0, risk };
  let step = 1;
  while (step < MOST_CALLS && (risk = riskAfter(step)) <= level) step *= 2;
  let low = Math.floor(step / 2);
  let high = step;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const there = riskAfter(middle);
    if (there <= level) low = middle;
    else [high, risk] = [middle, there];
  }
  return { calls: low + 1, risk };
}
