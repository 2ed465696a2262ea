/** The predictive mode. */
import { integerTailFromCumulants } from '../queueing/poisson-binomial.js';
import type { PacingView, RequestedCalls } from './pacing-view.js';
import { HORIZONS } from './outlook.js';
import type { Outlook } from './outlook.js';
import { paceProgressive } from './progressive.js';
import { addBernoulli, distributions, exactRisk, isSmall } from './surplus-risk.js';

/** Most calls one decision considers. */
const MOST_CALLS = 20_000;

/**
 * The risk computed from moments is wrong by less than this. Where it exceeds the accepted level by more, the
 * exact distribution is not computed.
 */
const MOMENT_ERROR = 0.1;
const MOMENT_ERROR_RATIO = 2;

/** Requested calls with the risk they rest on. */
export interface PredictiveRequest extends RequestedCalls {
  /** Probability (0..1) that the first call beyond the request, if answered, finds no agent. */
  readonly risk: number;
}

/** The risk of the next call when so many have been added to those in flight. */
type RiskAfter = (added: number) => number;

/**
 * Predictive: dial while the risk that the next call, if answered, finds no agent within the grace is below
 * the accepted level.
 *
 * For each instant at which that call may be answered, the expected answers of calls in flight are compared
 * with the agents free now and those who become free by then. It never requests fewer calls than progressive
 * mode.
 */
export function pacePredictive(view: PacingView, outlook: Outlook, riskLevel: number): PredictiveRequest {
  const { ready, pausing } = view.roster.counts;
  const free = ready - view.ledger.waiting;
  const byMoments = momentRisks(outlook, free, pausing);
  // The exact distribution decides where the moments do not clearly do.
  const exact =
    isSmall(outlook.agents, outlook.calls) && byMoments(0) < MOMENT_ERROR + MOMENT_ERROR_RATIO * riskLevel;
  const { calls, risk } = mostCalls(exact ? exactRisks(outlook, free, pausing) : byMoments, riskLevel);
  const safe = paceProgressive(view).calls;
  return { calls: Math.max(calls, safe), limit: 'abandonment-risk', risk };
}

/**
 * The largest number of calls of which each was placed at an accepted risk (the risk grows with the number).
 */
function mostCalls(riskAfter: RiskAfter, level: number): { calls: number; risk: number } {
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

function exactRisks(outlook: Outlook, free: number, pausing: number): RiskAfter {
  const busy = outlook.agents.size;
  const cap = Math.max(0, free) + busy;
  const answers = distributions(outlook.calls, HORIZONS, cap + pausing).map((answered) =>
    withoutPausing(answered, pausing),
  );
  const freed = distributions(outlook.agents, HORIZONS, busy);
  const states = [answers];
  return (added) => {
    while (states.length <= added)
      states.push(states[states.length - 1]!.map((known, j) => plusOneCall(known, cap, outlook.newCall[j]!)));
    let sum = 0;
    for (let j = 0; j < HORIZONS; j += 1) sum += exactRisk(states[added]![j]!, freed[j]!, free, cap, busy);
    return sum / HORIZONS;
  };
}

/**
 * A pausing agent still takes answers of calls already in flight, so those answers do not reduce the agents
 * free for others.
 */
function withoutPausing(answers: Float64Array, pausing: number): Float64Array {
  if (pausing === 0) return answers;
  const rest = answers.slice(pausing);
  for (let k = 0; k < pausing; k += 1) rest[0]! += answers[k]!;
  return rest;
}

function plusOneCall(known: Float64Array, cap: number, q: number): Float64Array {
  const next = known.slice();
  addBernoulli(next, cap, cap, q);
  return next;
}

function momentRisks(outlook: Outlook, free: number, pausing: number): RiskAfter {
  const { calls, agents } = outlook;
  return (added) => {
    let sum = 0;
    for (let j = 0; j < HORIZONS; j += 1) {
      const q = outlook.newCall[j]!;
      const v = q * (1 - q);
      const answers = Math.max(0, calls.mean[j]! - pausing);
      sum += integerTailFromCumulants({
        mean: answers + added * q - agents.mean[j]! - free,
        variance: calls.variance[j]! + added * v + agents.variance[j]!,
        third: calls.third[j]! + added * v * (1 - 2 * q) - agents.third[j]!,
      });
    }
    return sum / HORIZONS;
  };
}
