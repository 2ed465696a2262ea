/**
 * The pacer: records facts in the roster, the ledger and the estimates, and decides by the pacing law of the
 * mode.
 */
import { defined } from '../defined.js';
import { AgentRoster } from './agent-roster.js';
import type { AgentChange, AgentRecord } from './agent-roster.js';
import { paceAgentless } from './agentless.js';
import { CallLedger } from './call-ledger.js';
import type { CallListener, CallRecord } from './call-ledger.js';
import type {
  BindingLimit,
  Pacer,
  PacerDecision,
  PacerFact,
  PacerOptions,
  PacerSnapshot,
} from './contract.js';
import { DialRate } from './dial-rate.js';
import type { PacingView, RequestedCalls } from './pacing-view.js';
import { callsToHangUp } from './hang-up.js';
import { Learning } from './learning.js';
import type { SavedLearning } from './learning.js';
import { paceManual } from './manual.js';
import { MonotoneClock } from './monotone-clock.js';
import { resolveOptions } from './options.js';
import type { ResolvedOptions } from './options.js';
import { Outlook } from './outlook.js';
import { pacePower } from './power.js';
import { pacePredictive } from './predictive.js';
import { pacePreview } from './preview.js';
import { paceProgressive } from './progressive.js';
import { RiskLevel } from './risk-level.js';
import type { SavedRiskLevel } from './risk-level.js';

/** Most facts that wait for the next decision, which shows whether they are late or the clock has stepped. */
const MAX_SUSPECT_FACTS = 1_000;
/** The most calls one decision asks for. */
const MAX_STEP = 100_000;
/** The accepted risk may rise only if it was the binding limit within this time, ms. */
const RISK_BOUND_MEMORY_MS = 10_000;
/** Resolved calls from which the pacer dials ahead. With fewer, the answer rate is unknown. */
const CALLS_BEFORE_DIALING_AHEAD = 50;
/** Where hang-ups are reported, the line of an answered agentless call is in use for at most this long. */
const LONGEST_AGENTLESS_CALL_MS = 3_600_000;

/**
 * Makes a pacer: facts in, number of calls to place out.
 *
 * @throws RangeError when an option is out of range, Error when the snapshot is of another version.
 * @example
 * const pacer = createPacer({ mode: 'progressive' });
 * pacer.observe({ type: 'agent', agentId: 'a1', state: 'ready', at: 0 });
 * pacer.decide(0).calls; // 1
 */
export function createPacer(options: PacerOptions, snapshot?: PacerSnapshot): Pacer {
  return new ModePacer(options, snapshot);
}

interface SavedState {
  readonly clock: { now: number; shift: number };
  readonly calls: CallRecord[];
  readonly agents: AgentRecord[];
  readonly reportsHangUps: boolean;
  readonly learning: SavedLearning;
  readonly riskLevel: SavedRiskLevel;
}

class ModePacer implements Pacer, PacingView, CallListener {
  readonly roster: AgentRoster;
  readonly ledger: CallLedger;
  options: ResolvedOptions;
  #given: PacerOptions;
  readonly #clock = new MonotoneClock();
  readonly #rate = new DialRate();
  readonly #learning: Learning;
  readonly #outlook: Outlook;
  readonly #riskLevel = new RiskLevel();
  #suspect: PacerFact[] = [];
  /** When the accepted risk was last the binding limit. */
  #riskBoundAt = -Infinity;
  #risk = 0;

  constructor(options: PacerOptions, snapshot: PacerSnapshot | undefined) {
    this.#given = options;
    this.options = resolveOptions(options);
    this.#learning = new Learning(this.options);
    this.#outlook = new Outlook(this.#learning, this.options);
    this.ledger = new CallLedger(this);
    this.roster = new AgentRoster((change) => this.#agentChanged(change));
    if (snapshot !== undefined) this.#restore(snapshot);
  }

  get now(): number {
    return this.#clock.now;
  }

  observe(fact: PacerFact): void {
    if (!Number.isFinite(fact.at)) return;
    if (this.#clock.isSuspect(fact.at) && this.#suspect.length < MAX_SUSPECT_FACTS) this.#suspect.push(fact);
    else this.#apply(fact);
  }

  decide(now: number): PacerDecision {
    if (Number.isFinite(now)) this.#clock.present(now, this.ledger.ringing > 0);
    this.#applySuspect();
    this.ledger.expire(this.now, this.#agentlessHold());
    this.#outlook.advance(this.now, this.options.connectGrace);
    const requested = this.#requested();
    const { calls, limit } = this.#limited(requested);
    if (limit === 'abandonment-risk' && calls === 0) this.#riskBoundAt = this.now;
    const why = this.#reason(limit);
    const hangUp =
      calls === 0 && this.options.mode === 'predictive' ? callsToHangUp(this, this.#outlook) : undefined;
    return hangUp === undefined ? { calls, why } : { calls, why, hangUp };
  }

  /** @internal A call began to ring. */
  began(call: CallRecord): void {
    this.#outlook.callBegan(call, this.now);
  }

  /** @internal */
  answered(call: CallRecord, at: number, wasRinging: boolean): void {
    this.#outlook.callLeft(call, at);
    this.#learning.callAnswered(call, at);
    if (wasRinging) this.#learning.drift.answered();
  }

  /** @internal */
  failed(call: CallRecord, at: number): void {
    this.#outlook.callLeft(call, at);
    this.#learning.callFailed(call, at);
  }

  /** @internal A live answer was taken by an agent or abandoned, or its called party hung up. */
  settled(_call: CallRecord, abandoned: boolean): void {
    const mayRise = this.now - this.#riskBoundAt <= RISK_BOUND_MEMORY_MS;
    this.#riskLevel.settled({
      abandoned,
      target: this.#target,
      mayRise,
      answersInFlight: this.#outlook.expectedAnswers,
    });
  }

  #agentChanged(change: AgentChange): void {
    if (change.left !== undefined) this.ledger.releaseLine(change.left, change.at);
    if (change.recognised === undefined) this.#learning.agentChanged(change);
    this.#outlook.agentChanged(change, this.now);
  }

  /** Share of live answers that may be abandoned; a supervisor's speed below 1 lowers it. */
  get #target(): number {
    return this.options.abandonmentTarget * Math.min(1, this.options.speed);
  }

  configure(changes: Partial<PacerOptions>, at: number): void {
    const merged = { ...this.#given, ...defined(changes) };
    this.options = resolveOptions(merged);
    this.#given = merged;
    if (Number.isFinite(at)) this.#clock.present(at, this.ledger.ringing > 0);
  }

  snapshot(): PacerSnapshot {
    this.#applySuspect();
    const state: SavedState = {
      clock: this.#clock.toJSON(),
      calls: [...this.ledger.calls.values()],
      agents: [...this.roster.agents.values()],
      reportsHangUps: this.ledger.reportsHangUps,
      learning: this.#learning.toJSON(),
      riskLevel: this.#riskLevel.toJSON(),
    };
    return { version: 1, at: this.#clock.toJSON().now, state: JSON.parse(JSON.stringify(state)) };
  }

  #restore(snapshot: PacerSnapshot): void {
    if (snapshot.version !== 1)
      throw new Error(
        `pacer snapshot has version ${String(snapshot.version)}; this release reads version 1. ` +
          'Start without the snapshot.',
      );
    const saved = snapshot.state as SavedState;
    this.#clock.restore(saved.clock);
    this.#learning.restore(saved.learning);
    this.#riskLevel.restore(saved.riskLevel);
    for (const call of saved.calls) {
      const copy = { ...call };
      this.ledger.restore(copy);
      if (copy.stage === 'ringing') this.#outlook.callBegan(copy, this.now);
    }
    for (const agent of saved.agents) this.#outlook.agentChanged(this.roster.restore(agent), this.now);
    this.ledger.reportsHangUps = saved.reportsHangUps;
  }

  #applySuspect(): void {
    if (this.#suspect.length === 0) return;
    const facts = this.#suspect;
    this.#suspect = [];
    for (const fact of facts) this.#apply(fact);
  }

  #apply(fact: PacerFact): void {
    const at = this.#clock.read(fact.at, this.ledger.ringing > 0);
    switch (fact.type) {
      case 'agent':
        return this.roster.enter(fact.agentId, fact.state, at);
      case 'dialed':
        this.#rate.drain(this.options.callsPerSecond, this.now);
        return this.ledger.dialed(fact.callId, at, fact.answerProbability);
      case 'answered':
        return this.ledger.answered(fact.callId, at, at + this.#graceOf(fact));
      case 'ended':
        return this.ledger.ended(fact.callId, fact.outcome, at);
      case 'connected':
        this.ledger.connected(fact.callId, at, at + this.options.connectGrace);
        this.roster.connect(fact.agentId, fact.callId, at);
        return;
      case 'abandoned':
        return this.ledger.abandoned(fact.callId, at);
      default:
        return;
    }
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

  #requested(): RequestedCalls {
    const { mode } = this.options;
    if (mode === 'manual') return paceManual();
    if (mode === 'agentless') return paceAgentless(this);
    if (this.roster.staffed === 0) return { calls: 0, limit: 'no-agents' };
    switch (mode) {
      case 'preview':
        return pacePreview(this);
      case 'progressive':
        return paceProgressive(this);
      case 'power':
        return pacePower(this);
      case 'predictive':
        return this.#predict();
    }
  }

  #predict(): RequestedCalls {
    if (this.#learning.resolved < CALLS_BEFORE_DIALING_AHEAD || this.#target === 0)
      return paceProgressive(this);
    const requested = pacePredictive(
      this,
      this.#outlook,
      this.#riskLevel.level(this.#target, this.roster.staffed),
    );
    this.#risk = requested.risk;
    // Slow start: no more calls ahead of the agents than calls whose result is known, so that an unknown
    // answer rate cannot cause a burst of abandonments.
    const most = Math.max(0, this.#learning.resolved + this.roster.counts.ready - this.ledger.inFlight);
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

  #reason(limit: BindingLimit): PacerDecision['why'] {
    const { options } = this;
    const outlook = this.#outlook;
    return {
      mode: options.mode,
      limit,
      freeAgents: this.roster.counts.ready,
      staffedAgents: this.roster.staffed,
      callsInFlight: this.ledger.inFlight,
      expectedAnswers: outlook.expectedAnswers + this.ledger.waiting,
      expectedFreeAgents: this.roster.counts.ready + outlook.expectedFree,
      risk: options.mode === 'predictive' ? this.#risk : 0,
      riskLevel: options.mode === 'predictive' ? this.#riskLevel.level(this.#target, this.roster.staffed) : 0,
      answerRate: outlook.answerRate,
    };
  }
}
