/** One campaign as the pacer knows it: its calls, its options, what it learned and the risk it accepts. */
import { defined } from '../defined.js';
import type { AgeLadder } from './age-ladder.js';
import { paceAgentless } from './agentless.js';
import { CallLedger } from './call-ledger.js';
import type { CallListener, CallRecord } from './call-ledger.js';
import { CallOutlook } from './call-outlook.js';
import type {
  AgentFact,
  BindingLimit,
  ConnectedFact,
  PacerDecision,
  PacerFact,
  PacerOptions,
  PacerReason,
} from './contract.js';
import { DialRate } from './dial-rate.js';
import { callsToHangUp } from './hang-up.js';
import { Learning } from './learning.js';
import type { SavedLearning } from './learning.js';
import { paceManual } from './manual.js';
import { resolveOptions } from './options.js';
import type { ResolvedOptions } from './options.js';
import { expectedFree } from './outlook.js';
import type { AgentCounts, PacingView, RequestedCalls } from './pacing-view.js';
import { pacePower } from './power.js';
import type { PredictiveRequest } from './predictive.js';
import { pacePreview } from './preview.js';
import { paceProgressive } from './progressive.js';
import { RiskLevel } from './risk-level.js';
import type { SavedRiskLevel } from './risk-level.js';
import type { ServiceLevel, ServicePromise } from './service-level.js';

/** The most calls one decision asks for. */
const MAX_STEP = 100_000;
/** The accepted risk may rise only if it was the binding limit within this time, ms. */
const RISK_BOUND_MEMORY_MS = 10_000;
/**
 * Factor on the odds of the accepted risk where agents begin other work, too: the risk counts that work, and
 * the level that the control begins with is one without. Measured: without it the first three hours stay at
 * 2.3 % abandoned of 2.7.
 */
const ODDS_WITH_OTHER_WORK = 1.5;
/** Resolved calls from which the pacer dials ahead. With fewer, the answer rate is unknown. */
const CALLS_BEFORE_DIALING_AHEAD = 50;
/** Where hang-ups are reported, the line of an answered agentless call is in use for at most this long. */
const LONGEST_AGENTLESS_CALL_MS = 3_600_000;

/** What a campaign shares with the rest of the pacer. */
export interface CampaignSurroundings {
  /** The pacer's own clock; its instants are in ms. */
  readonly clock: { readonly now: number };
  /** A fact about a call of this campaign; `isNewKind`: the tables do not cover it. */
  noteCall(isNewKind: boolean): void;
  /** What callers allow: the accepted risk is theirs to bound, too. */
  readonly service: Pick<ServiceLevel, 'limit' | 'isExpected'>;
}

/** JSON of a campaign's state. */
export interface SavedCampaign {
  readonly calls: CallRecord[];
  readonly reportsHangUps: boolean;
  readonly learning: SavedLearning;
  readonly riskLevel: SavedRiskLevel;
}

/** A fact about a call. */
export type CallFact = Exclude<PacerFact, AgentFact>;

/** What a decision rests on beyond the campaign itself. */
export interface DecisionGrounds {
  /** The agents who can take the calls, as far as they are busy. */
  readonly busy: readonly AgeLadder[];
}

/** Everything about one campaign; who its agents are is told from outside. */
export class CampaignSide implements CallListener, PacingView {
  options: ResolvedOptions;
  readonly ledger: CallLedger;
  readonly learning: Learning;
  readonly outlook: CallOutlook;
  /** Agents who talk or wrap up for this campaign, where the campaign shares agents. */
  busyAgents = 0;
  /** The agents who can take this campaign's calls. */
  roster: AgentCounts;
  readonly #around: CampaignSurroundings;
  readonly #clock: CampaignSurroundings['clock'];
  #given: PacerOptions;
  readonly #rate = new DialRate();
  readonly #riskLevel = new RiskLevel();
  /** When the accepted risk was last the binding limit. */
  #riskBoundAt = -Infinity;
  #risk = 0;

  constructor(options: PacerOptions, around: CampaignSurroundings, roster: AgentCounts) {
    this.roster = roster;
    this.#given = options;
    this.#around = around;
    this.#clock = around.clock;
    this.options = resolveOptions(options);
    this.learning = new Learning(this.options);
    this.outlook = new CallOutlook(this.learning, this.options);
    this.ledger = new CallLedger(this);
  }

  get now(): number {
    return this.#clock.now;
  }

  /** Share of live answers that may be abandoned; a supervisor's speed below 1 lowers it. */
  get target(): number {
    return this.options.abandonmentTarget * Math.min(1, this.options.speed);
  }

  /** The accepted risk. */
  get riskLevel(): number {
    const { limit, isExpected } = this.#around.service;
    const factor = isExpected ? ODDS_WITH_OTHER_WORK : 1;
    return this.#riskLevel.level(this.target, this.roster.staffed, limit, factor);
  }

  /** Logarithm of the factor on the odds of the accepted risk that abandonment alone allows. */
  get allowedScale(): number {
    return this.#riskLevel.allowed;
  }

  /** Whether calls are placed ahead of the agents: predictive, and enough is known to dare. */
  get dialsAhead(): boolean {
    return this.options.mode === 'predictive' && this.isKnown && this.target > 0;
  }

  /** What is promised to those who call. */
  get promise(): ServicePromise {
    const { serviceShare, serviceWithin } = this.options;
    return { lateShare: 1 - serviceShare, within: serviceWithin };
  }

  /** Whether enough calls have been resolved for the answer rate to be known. */
  get isKnown(): boolean {
    return this.learning.resolved >= CALLS_BEFORE_DIALING_AHEAD;
  }

  /** Whether the accepted risk was the binding limit within the last seconds. */
  get isRiskBound(): boolean {
    return this.now - this.#riskBoundAt <= RISK_BOUND_MEMORY_MS;
  }

  configure(changes: Partial<PacerOptions>): void {
    const merged = { ...this.#given, ...defined(changes) };
    this.options = resolveOptions(merged);
    this.#given = merged;
  }

  /** Records a fact about a call. `at` is its instant on the pacer's own clock. */
  observe(fact: Exclude<CallFact, ConnectedFact>, at: number): void {
    switch (fact.type) {
      case 'dialed':
        this.#rate.drain(this.options.callsPerSecond, this.now);
        return this.ledger.dialed(fact.callId, at, fact.answerProbability);
      case 'answered':
        return this.ledger.answered(fact.callId, at, at + this.#graceOf(fact));
      case 'ended':
        return this.ledger.ended(fact.callId, fact.outcome, at);
      case 'abandoned':
        return this.ledger.abandoned(fact.callId, at);
      default:
        return;
    }
  }

  /** An agent took the call. */
  connected(callId: string, at: number): void {
    this.ledger.connected(callId, at, at + this.options.connectGrace);
  }

  /** @internal A call began to ring. */
  began(call: CallRecord): void {
    this.#around.noteCall(this.outlook.began(call, this.now));
  }

  /** @internal */
  answered(call: CallRecord, at: number, wasRinging: boolean): void {
    this.#left(call, at);
    this.learning.callAnswered(call, at);
    if (wasRinging) this.learning.drift.answered();
  }

  /** @internal */
  failed(call: CallRecord, at: number): void {
    this.#left(call, at);
    this.learning.callFailed(call, at);
  }

  /** @internal A live answer was taken by an agent or abandoned, or its called party hung up. */
  settled(_call: CallRecord, abandoned: boolean): void {
    this.#riskLevel.settled({
      abandoned,
      target: this.target,
      mayRise: this.isRiskBound && this.allowedScale <= this.#around.service.limit,
      answersInFlight: this.outlook.expectedAnswers,
    });
  }

  #left(call: CallRecord, at: number): void {
    this.#around.noteCall(false);
    this.outlook.left(call, at);
  }

  /** Drops answered calls whose end was never reported. */
  expire(): void {
    this.ledger.expire(this.now, this.#agentlessHold());
  }

  /**
   * What the law of the mode requests. `view`: this campaign with the agents that other campaigns leave to
   * it; `predict` is asked once the campaign may dial ahead.
   */
  requested(view: PacingView, predict: (riskLevel: number) => PredictiveRequest): RequestedCalls {
    const { mode } = this.options;
    if (mode === 'manual') return paceManual();
    if (mode === 'agentless') return paceAgentless(this);
    if (this.roster.staffed === 0) return { calls: 0, limit: 'no-agents' };
    switch (mode) {
      case 'preview':
        return pacePreview(view);
      case 'progressive':
        return paceProgressive(view);
      case 'power':
        return pacePower(view);
      case 'predictive':
        return this.dialsAhead ? this.#predicted(predict) : paceProgressive(view);
    }
  }

  /** The decision, with lines and the dial rate applied to what was requested. */
  decision(requested: RequestedCalls, grounds: DecisionGrounds): PacerDecision {
    const { calls, limit } = this.#limited(requested);
    if (limit === 'abandonment-risk' && calls === 0) this.#riskBoundAt = this.now;
    const why = this.#reason(limit, grounds);
    const hangUp =
      calls === 0 && this.options.mode === 'predictive'
        ? callsToHangUp(this, this.outlook, grounds.busy)
        : undefined;
    return hangUp === undefined ? { calls, why } : { calls, why, hangUp };
  }

  toJSON(): SavedCampaign {
    return {
      calls: [...this.ledger.calls.values()],
      reportsHangUps: this.ledger.reportsHangUps,
      learning: this.learning.toJSON(),
      riskLevel: this.#riskLevel.toJSON(),
    };
  }

  restore(saved: SavedCampaign): void {
    this.learning.restore(saved.learning);
    this.#riskLevel.restore(saved.riskLevel);
    for (const call of saved.calls) {
      const copy = { ...call };
      this.ledger.restore(copy);
      if (copy.stage === 'ringing') this.began(copy);
    }
    this.ledger.reportsHangUps = saved.reportsHangUps;
  }

  #predicted(predict: (riskLevel: number) => PredictiveRequest): RequestedCalls {
    const requested = predict(this.riskLevel);
    this.#risk = requested.risk;
    // Slow start: no more calls ahead of the agents than calls whose result is known, so that an unknown
    // answer rate cannot cause a burst of abandonments.
    const most = Math.max(0, this.learning.resolved + this.roster.counts.ready - this.ledger.inFlight);
    return requested.calls <= most ? requested : { calls: most, limit: 'step' };
  }

  #limited(requested: RequestedCalls): { calls: number; limit: BindingLimit } {
    const lines = Math.max(0, Math.floor(this.options.lines - this.ledger.linesInUse));
    const rate = this.#rate.allowance(this.options.callsPerSecond, this.now);
    const calls = Math.min(requested.calls, lines, rate, MAX_STEP);
    if (calls === requested.calls) return requested;
    if (calls === lines) return { calls, limit: 'lines' };
    return { calls, limit: calls === rate ? 'calls-per-second' : 'step' };
  }

  #reason(limit: BindingLimit, { busy }: DecisionGrounds): PacerReason {
    const isPredictive = this.options.mode === 'predictive';
    return {
      mode: this.options.mode,
      limit,
      freeAgents: this.roster.counts.ready,
      staffedAgents: this.roster.staffed,
      callsInFlight: this.ledger.inFlight,
      expectedAnswers: this.outlook.expectedAnswers + this.ledger.waiting,
      expectedFreeAgents: this.roster.counts.ready + expectedFree(busy),
      risk: isPredictive ? this.#risk : 0,
      riskLevel: isPredictive ? this.riskLevel : 0,
      answerRate: this.outlook.answerRate,
    };
  }

  #graceOf(fact: { readonly at: number; readonly deadlineAt?: number }): number {
    return fact.deadlineAt !== undefined && fact.deadlineAt >= fact.at
      ? fact.deadlineAt - fact.at
      : this.options.connectGrace;
  }

  #agentlessHold(): number {
    if (this.options.mode !== 'agentless') return 0;
    return this.ledger.reportsHangUps ? LONGEST_AGENTLESS_CALL_MS : this.options.priors.talkTime;
  }
}
