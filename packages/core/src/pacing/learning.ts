/**
 * Everything the pacer learns from facts: answers, ring, talk and wrap-up times, and who returns from wrap-
 * up.
 */
import { ArrivalRate } from '../estimation/arrival-rate.js';
import type { SavedArrivals } from '../estimation/arrival-rate.js';
import { AnswerDrift } from '../estimation/answer-drift.js';
import type { SavedDrift } from '../estimation/answer-drift.js';
import { AnswerShare } from '../estimation/answer-share.js';
import type { SavedShare } from '../estimation/answer-share.js';
import { DurationGrid } from '../estimation/duration-grid.js';
import { HazardEstimator } from '../estimation/hazard-estimator.js';
import type { SavedHazards } from '../estimation/hazard-estimator.js';
import { ScoreCalibration, levelOf } from '../estimation/score-calibration.js';
import type { AgentState } from './contract.js';
import type { AgentChange } from './agent-roster.js';
import type { CallRecord } from './call-ledger.js';
import type { ResolvedOptions } from './options.js';

/** Causes of the end of a call in flight. */
export const ANSWERED = 0;
export const ENDED = 1;

const CALL_MEMORY = 4_000;
const TALK_MEMORY = 400;
/** At least this many ended durations are remembered for each that is running. */
const MEMORY_OF_RUNNING = 8;
const RETURN_MEMORY = 60;
const PRIOR_CALLS = 10;
const PRIOR_TALKS = 4;
const PRIOR_RETURNS = 20;

/**
 * Grid on which hazards of calls are estimated: 1 s to 17 s, then 6 % wider each. There are many calls, and
 * their answers end abruptly.
 */
const CALL_TIMES = new DurationGrid(1_000, 1.06, 600_000);
/** Grid on which hazards of conversations are estimated: 1 s, then a fifth wider each, to an hour. */
const WORK_TIMES = new DurationGrid(1_000, 1.2, 3_600_000);

/** JSON of everything learned. */
export interface SavedLearning {
  readonly calls: SavedHazards;
  readonly talk: SavedHazards;
  readonly other: SavedHazards;
  readonly wrapUp: SavedHazards;
  readonly shares: SavedShare[];
  readonly returns: SavedShare;
  readonly drift: SavedDrift;
  readonly resolved: number;
  readonly talks: number;
  /** Left out where agents never got a call from a flow. */
  readonly handed?: SavedArrivals;
}

/** What the pacer learns from facts, in every mode, so that a change of mode starts with knowledge. */
export class Learning {
  readonly calls: HazardEstimator;
  readonly talk: HazardEstimator;
  readonly other: HazardEstimator;
  readonly wrapUp: HazardEstimator;
  readonly drift: AnswerDrift = new AnswerDrift();
  /** Calls resolved and conversations ended since learning began. */
  resolved = 0;
  talks = 0;
  /** Answer rates behind the campaign's own answer probabilities. */
  readonly scores: ScoreCalibration = new ScoreCalibration();
  /** How often agents get a call of an agentless campaign from its flow. */
  readonly handed: ArrivalRate = new ArrivalRate();
  /** Share of wrap-ups after which the agent is ready for the next call. */
  readonly #returns: AnswerShare = new AnswerShare(1, PRIOR_RETURNS, RETURN_MEMORY);

  constructor({ priors, ringTimeout }: ResolvedOptions) {
    const p = Math.min(0.99, Math.max(0.01, priors.answerRate));
    const failing = (priors.ringTime + ringTimeout) / 2;
    const callPrior = {
      mean: p * priors.ringTime + (1 - p) * failing,
      shares: [p, 1 - p],
      weight: PRIOR_CALLS,
      firm: true,
      firstCauseFadesAfter: ringTimeout,
    };
    this.calls = new HazardEstimator(CALL_TIMES, callPrior, CALL_MEMORY);
    this.talk = oneCause(priors.talkTime);
    this.other = oneCause(priors.talkTime);
    this.wrapUp = oneCause(Math.max(1, priors.wrapUp));
  }

  /** Probability that an agent is ready for the next call after wrap-up. */
  get returnRate(): number {
    return this.#returns.mean;
  }

  callAnswered(call: CallRecord, at: number): void {
    if (call.dialedAt === undefined) return;
    this.calls.observe(at - call.dialedAt, ANSWERED);
    this.resolved += 1;
    this.scores.observe(levelOf(call.answerProbability), true);
  }

  callFailed(call: CallRecord, at: number): void {
    const age = at - (call.dialedAt ?? at);
    if (call.outcome === 'cancelled') {
      this.calls.observe(age, undefined);
      return;
    }
    this.calls.observe(age, ENDED);
    this.resolved += 1;
    this.scores.observe(levelOf(call.answerProbability), false);
  }

  agentChanged({ from, since, to, at, wasOwn }: AgentChange): void {
    const length = at - since;
    if (from === 'talking') {
      const finished = finishes(to);
      (wasOwn ? this.talk : this.other).observe(length, finished ? 0 : undefined);
      if (!wasOwn || !finished) return;
      this.talks += 1;
      if (to !== 'wrap-up') this.#wrapUpEnded(0, to);
    }
    if (from === 'wrap-up' && wasOwn) this.#wrapUpEnded(length, to);
  }

  /**
   * Lets old observations fade. The memory grows with the number of running durations; otherwise these would
   * outweigh the ended ones.
   */
  forget({
    callsInFlight,
    busyAgents,
  }: {
    readonly callsInFlight: number;
    readonly busyAgents: number;
  }): void {
    this.calls.forget(Math.max(CALL_MEMORY, MEMORY_OF_RUNNING * callsInFlight));
    for (const estimator of [this.talk, this.other, this.wrapUp])
      estimator.forget(Math.max(TALK_MEMORY, MEMORY_OF_RUNNING * busyAgents));
  }

  toJSON(): SavedLearning {
    return {
      calls: this.calls.toJSON(),
      talk: this.talk.toJSON(),
      other: this.other.toJSON(),
      wrapUp: this.wrapUp.toJSON(),
      shares: this.scores.toJSON(),
      returns: this.#returns.toJSON(),
      drift: this.drift.toJSON(),
      resolved: this.resolved,
      talks: this.talks,
      ...(this.handed.hasCome && { handed: this.handed.toJSON() }),
    };
  }

  restore(saved: SavedLearning): void {
    this.calls.restore(saved.calls);
    this.talk.restore(saved.talk);
    this.other.restore(saved.other);
    this.wrapUp.restore(saved.wrapUp);
    this.scores.restore(saved.shares);
    this.#returns.restore(saved.returns);
    this.drift.restore(saved.drift);
    this.resolved = saved.resolved;
    this.talks = saved.talks;
    if (saved.handed !== undefined) this.handed.restore(saved.handed);
  }

  #wrapUpEnded(length: number, to: AgentState): void {
    const gone = to === 'offline' || to === 'paused';
    this.wrapUp.observe(length, gone ? undefined : 0);
    this.#returns.observe(!gone && to !== 'pausing');
  }
}

/**
 * Whether entering this state means that the conversation ended. Going offline or taking another call only
 * censors it.
 */
function finishes(to: AgentState): boolean {
  return to !== 'offline' && to !== 'paused' && to !== 'reserved';
}

function oneCause(mean: number): HazardEstimator {
  return new HazardEstimator(WORK_TIMES, { mean, shares: [1], weight: PRIOR_TALKS }, TALK_MEMORY);
}
