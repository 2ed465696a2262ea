/** What the baselines share: counts of calls and agents, read from the facts of pacing. */
import type { BindingLimit, Pacer, PacerDecision, PacerFact, PacerSnapshot } from '@outdial/core';

/** What a rival's law can see of a call. */
export interface SeenCall {
  readonly dialedAt: number;
  answeredAt: number | undefined;
  connectedAt: number | undefined;
  agentId: string | undefined;
}
/** What a rival's law can see of an agent. */
export interface SeenAgent {
  state: string;
  since: number;
  callId: string | undefined;
}
/** One finished attempt, for laws that replay or average the past. */
export interface PastAttempt {
  readonly endedAt: number;
  readonly ring: number;
  readonly answered: boolean;
  talk: number;
  wrapUp: number;
}

/** Means of recent answered attempts, ms. */
export interface RecentMeans {
  readonly talk: number;
  readonly wrapUp: number;
  readonly ring: number;
}

/** Answered attempts the means are taken over. */
const MEANS_OVER = 200;
/** Attempts remembered. */
const MOST_PAST = 5_000;

/**
 * The counts that every baseline keeps: agents by state, calls in flight, answers and abandonments. Each
 * baseline adds `newCalls`.
 *
 * Laws with their own clock (every 2.5 s, every 15 s) run when a decision finds it due, which the floor's
 * tick guarantees.
 */
export abstract class CountingPacer implements Pacer {
  protected readonly agents: Map<string, SeenAgent> = new Map();
  protected readonly calls: Map<string, SeenCall> = new Map();
  protected readonly past: PastAttempt[] = [];
  protected answers = 0;
  protected abandonments = 0;
  /** Instants of dials, answers and abandonments, for windows. */
  protected readonly dialsAt: number[] = [];
  protected readonly answersAt: number[] = [];
  protected readonly abandonmentsAt: number[] = [];
  protected readonly failuresAt: number[] = [];
  protected startedAt: number | undefined;
  readonly #openAttempts = new Map<string, PastAttempt>();

  /** Calls this law would place now in addition to those in flight; may be fractional or negative. */
  protected abstract newCalls(now: number): number;

  observe(fact: PacerFact): void {
    this.startedAt ??= fact.at;
    switch (fact.type) {
      case 'agent':
        return this.#agentChanged(fact.agentId, fact.state, fact.at);
      case 'dialed':
        this.calls.set(fact.callId, {
          dialedAt: fact.at,
          answeredAt: undefined,
          connectedAt: undefined,
          agentId: undefined,
        });
        this.dialsAt.push(fact.at);
        return;
      case 'answered':
        return this.#callAnswered(fact.callId, fact.at);
      case 'connected':
        return this.#callConnected(fact.callId, fact.agentId, fact.at);
      case 'abandoned':
        this.calls.delete(fact.callId);
        this.abandonments += 1;
        this.abandonmentsAt.push(fact.at);
        return;
      case 'ended':
        return this.#callEnded(fact.callId, fact.at);
    }
  }

  decide(now: number): PacerDecision {
    const calls = Math.max(0, Math.floor(this.newCalls(now)));
    const limit: BindingLimit = 'free-agents';
    return {
      calls: Number.isFinite(calls) ? calls : 0,
      why: {
        mode: 'predictive',
        limit,
        freeAgents: this.count('ready'),
        staffedAgents: this.staffed,
        callsInFlight: this.inFlight,
        expectedAnswers: 0,
        expectedFreeAgents: this.count('ready'),
        risk: 0,
        riskLevel: 0,
        answerRate: 0,
      },
    };
  }

  configure(): void {}

  snapshot(): PacerSnapshot {
    return { version: 1, at: 0, state: {} };
  }

  protected count(state: string): number {
    let count = 0;
    for (const agent of this.agents.values()) if (agent.state === state) count += 1;
    return count;
  }

  protected get staffed(): number {
    let count = 0;
    for (const { state } of this.agents.values()) if (state !== 'offline' && state !== 'paused') count += 1;
    return count;
  }

  /** Dialed, not yet with an agent. */
  protected get inFlight(): number {
    let count = 0;
    for (const call of this.calls.values()) if (call.connectedAt === undefined) count += 1;
    return count;
  }

  /** Dialed and not answered. */
  protected get ringing(): number {
    let count = 0;
    for (const call of this.calls.values()) if (call.answeredAt === undefined) count += 1;
    return count;
  }

  /** Answered, no agent yet. */
  protected get waiting(): number {
    return this.inFlight - this.ringing;
  }

  /** Calls with an agent in conversation. */
  protected get bridged(): number {
    return this.calls.size - this.inFlight;
  }

  /** Abandoned over answered since the start; 0 before the first answer. */
  protected get abandonmentRate(): number {
    return this.answers > 0 ? this.abandonments / this.answers : 0;
  }

  /** How many of these instants lie within the last `window` ms. */
  protected within(instants: readonly number[], now: number, window: number): number {
    let count = 0;
    for (let i = instants.length - 1; i >= 0 && instants[i]! >= now - window; i -= 1) count += 1;
    return count;
  }

  /** Share of the calls resolved within the window that a person answered; undefined without any. */
  protected answerRateWithin(now: number, window: number): { readonly rate: number; readonly calls: number } {
    const answers = this.within(this.answersAt, now, window);
    const calls = answers + this.within(this.failuresAt, now, window);
    return { rate: calls > 0 ? answers / calls : 0, calls };
  }

  /** Means of the latest answered attempts; undefined before the first. */
  protected recent(): RecentMeans | undefined {
    const answered = this.past
      .slice(-MEANS_OVER * 20)
      .filter((attempt) => attempt.answered)
      .slice(-MEANS_OVER);
    if (answered.length === 0) return undefined;
    const mean = (of: (attempt: PastAttempt) => number): number =>
      answered.reduce((sum, attempt) => sum + of(attempt), 0) / answered.length;
    return { talk: mean((a) => a.talk), wrapUp: mean((a) => a.wrapUp), ring: mean((a) => a.ring) };
  }

  #agentChanged(agentId: string, state: string, at: number): void {
    const agent = this.agents.get(agentId);
    if (agent === undefined) {
      this.agents.set(agentId, { state, since: at, callId: undefined });
      return;
    }
    if (agent.state === state) return;
    const attempt = agent.callId === undefined ? undefined : this.#openAttempts.get(agent.callId);
    if (agent.state === 'talking') {
      if (attempt !== undefined) attempt.talk = at - agent.since;
      if (agent.callId !== undefined) this.calls.delete(agent.callId);
    }
    if (agent.state === 'wrap-up' && attempt !== undefined) attempt.wrapUp = at - agent.since;
    if (state !== 'wrap-up' && state !== 'talking' && agent.callId !== undefined) {
      if (attempt !== undefined) this.#remember(attempt);
      this.#openAttempts.delete(agent.callId);
      agent.callId = undefined;
    }
    agent.state = state;
    agent.since = at;
  }

  #callAnswered(callId: string, at: number): void {
    const call = this.calls.get(callId);
    this.answers += 1;
    this.answersAt.push(at);
    if (call === undefined) return;
    call.answeredAt = at;
    this.#openAttempts.set(callId, {
      endedAt: at,
      ring: at - call.dialedAt,
      answered: true,
      talk: 0,
      wrapUp: 0,
    });
  }

  #callConnected(callId: string, agentId: string, at: number): void {
    const call = this.calls.get(callId);
    if (call !== undefined) [call.connectedAt, call.agentId] = [at, agentId];
    this.#agentChanged(agentId, 'talking', at);
    const agent = this.agents.get(agentId);
    if (agent !== undefined) agent.callId = callId;
  }

  #callEnded(callId: string, at: number): void {
    const call = this.calls.get(callId);
    if (call === undefined || call.connectedAt !== undefined) return;
    this.calls.delete(callId);
    this.#openAttempts.delete(callId);
    if (call.answeredAt !== undefined) return;
    this.failuresAt.push(at);
    this.#remember({ endedAt: at, ring: at - call.dialedAt, answered: false, talk: 0, wrapUp: 0 });
  }

  #remember(attempt: PastAttempt): void {
    this.past.push(attempt);
    if (this.past.length > 2 * MOST_PAST) this.past.splice(0, MOST_PAST);
  }
}
