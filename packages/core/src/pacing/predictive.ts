/** The predictive mode. */
import { weighted } from './crowd-risk.js';
import type { CrowdRisk } from './crowd-risk.js';
import type { Outlook } from './outlook.js';
import type { PacingView, RequestedCalls } from './pacing-view.js';

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
 * mode, except where agents begin other work, too.
 */
export function pacePredictive(view: PacingView, forecast: Forecast, riskLevel: number): PredictiveRequest {
  const { outlook, risk } = forecast;
  const { ready, pausing } = view.roster.counts;
  risk.begin({ free: ready - view.ledger.waiting, pausing });
  const { newCall } = outlook.campaigns[0]!;
  const parts = outlook.horizons.parts[0]!;
  const accepted = (level: number): { calls: number; risk: number } => {
    const exact = risk.isClose(parts, newCall, level);
    return mostCalls(
      (added) => weighted(exact ? risk.exactly(newCall, added) : risk.byMoments(newCall, added), parts),
      level,
    );
  };
  const request = accepted(riskLevel);
  const free = Math.max(0, ready - view.ledger.inFlight);
  const safe = risk.expectsOtherWork ? safeCalls(free, accepted(levelOfFree(riskLevel)).calls, view) : free;
  return { calls: Math.max(request.calls, safe), limit: 'abandonment-risk', risk: request.risk };
}

/**
 * Odds of its risk that a call for a free agent may have, beside those of one for an agent who comes free: an
 * idle agent gains more by it. With 2 and with 10 small floors come up to 2 % less close to the optimum.
 */
const ODDS_OF_FREE = 4;

/** The accepted risk of a call for a free agent, where other work may take that agent. */
export function levelOfFree(riskLevel: number): number {
  const odds = (ODDS_OF_FREE * riskLevel) / (1 - riskLevel);
  return odds / (1 + odds);
}

/**
 * Calls for free agents where agents begin other work, too: a free agent may be gone then, so that the risk
 * bounds them. An idle floor always has a call in flight: without calls nothing would be learned.
 */
export function safeCalls(
  free: number,
  accepted: number,
  { roster, ledger }: Pick<PacingView, 'roster' | 'ledger'>,
): number {
  const isIdle = free > 0 && free >= roster.staffed && ledger.inFlight === 0;
  return Math.max(isIdle ? 1 : 0, Math.min(free, accepted));
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
