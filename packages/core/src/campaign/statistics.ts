/** Live figures of a campaign: the counts, and how the figures are computed from them. */
import { zeroByAgentState, type AgentState } from '../pacing/index.js';
import type { AttemptResult } from './call/attempt.js';
import type { Outcome } from './call/outcomes.js';
import type { CampaignRunState } from './events.js';
import type { GovernorReading } from './governor/governor.js';
import { newInboundTally, type InboundStatistics, type InboundTally } from './inbound/counts.js';
import type { DialMode } from './modes.js';
import type { Supply } from './supply/lead.js';

/**
 * Live figures of a campaign since this process started it. Formulas: docs/reference/metrics.md, from
 * `METRICS`.
 */
export interface CampaignStatistics {
  readonly at: number;
  readonly campaignId: string;
  readonly state: CampaignRunState;
  readonly mode: DialMode;
  /** Dial commands issued. */
  readonly dials: number;
  /** Calls answered by a live person. */
  readonly liveAnswers: number;
  /** Live answers / dials answered or ended (0..1); 0 before the first. */
  readonly answerRate: number;
  readonly connected: number;
  readonly abandoned: number;
  readonly reneged: number;
  readonly machines: number;
  /** By each legal limit's own formula and period. */
  readonly abandonment: readonly GovernorReading[];
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  readonly dispositions: Readonly<Record<string, number>>;
  /** Refused calls by the first rule of their decision. */
  readonly refusals: Readonly<Record<string, number>>;
  readonly transfers: TransferCounts;
  /** Calls that came in. */
  readonly inbound: InboundStatistics;
  readonly callsInFlight: number;
  readonly callsWithAgents: number;
  readonly agents: Readonly<Record<AgentState, number>>;
  /** (talking + wrap-up) / staffed time (0..1). */
  readonly occupancy: number;
  /** Mean ms that an agent was ready before a call came. */
  readonly meanWait: number;
  /** ms from the live verdict until agent and called party heard each other. */
  readonly connectTime: {
    readonly mean: number;
    readonly p95: number;
    readonly max: number;
    readonly count: number;
  };
  /** attempted / total leads (0..1); null before the first survey. */
  readonly penetration: number | null;
  readonly supply: Supply | null;
  readonly falsePositiveRate: number;
}

/** What became of customers without an owner: after a blind transfer, or when a leg was lost. */
export interface TransferCounts {
  /** Blind transfers to agents and numbers: that agents ordered, or a flow asked for. */
  readonly asked: number;
  /** Customers whose agent's leg was lost. */
  readonly requeued: number;
  /** Another agent took the customer in time. */
  readonly taken: number;
  /** Customers who were left with a third party at a telephone number. */
  readonly outside: number;
  /** Customers whom agents gave to a call flow. */
  readonly flow: number;
  /** Nobody did, and the customer went back to the agent who had them. */
  readonly returned: number;
  /** Nobody did, and the customer heard the abandonment flow. Not counted as abandoned: they had an agent. */
  readonly unserved: number;
  /** The customer hung up meanwhile. */
  readonly hungUp: number;
}

const CONNECT_BUCKETS_MS: readonly number[] = [
  5, 10, 20, 35, 50, 75, 100, 150, 200, 300, 500, 750, 1_000, 1_500, 2_000, 5_000,
];

/** Counts what happens. {@link snapshotStatistics} computes the figures. */
export class Statistics {
  dials = 0;
  /** Dials that have ended. Answered calls that are still up are counted when the figures are read. */
  ended = 0;
  liveAnswers = 0;
  connected = 0;
  abandoned = 0;
  reneged = 0;
  machines = 0;
  /** Answers that agents found to be machines. */
  machinesToAgents = 0;
  /** Calls that came in. */
  readonly inbound: InboundTally = newInboundTally();
  /** Customers without an owner, after a blind transfer or a lost leg. */
  readonly transfers: Record<keyof TransferCounts, number> = {
    asked: 0,
    requeued: 0,
    taken: 0,
    outside: 0,
    flow: 0,
    returned: 0,
    unserved: 0,
    hungUp: 0,
  };
  readonly outcomes: Partial<Record<Outcome, number>> = {};
  readonly dispositions: Record<string, number> = {};
  readonly refusals: Record<string, number> = {};
  readonly #connectCounts: number[] = Array.from({ length: CONNECT_BUCKETS_MS.length + 1 }, () => 0);
  #connectSum = 0;
  #connectMax = 0;
  readonly #agentMs: Record<AgentState, number> = zeroByAgentState();
  #waits = { count: 0, sum: 0 };

  /** An agent left a state after this long. */
  agentTime(state: AgentState, ms: number): void {
    this.#agentMs[state] += ms;
  }

  /** An agent who was ready got a call. */
  agentWaited(ms: number): void {
    this.#waits.count += 1;
    this.#waits.sum += ms;
  }

  /** From the live verdict to the bridge, ms. */
  connectTook(ms: number): void {
    this.connected += 1;
    this.#connectSum += ms;
    this.#connectMax = Math.max(this.#connectMax, ms);
    const bucket = CONNECT_BUCKETS_MS.findIndex((edge) => ms <= edge);
    const index = bucket < 0 ? CONNECT_BUCKETS_MS.length : bucket;
    this.#connectCounts[index] = (this.#connectCounts[index] ?? 0) + 1;
  }

  /** An attempt was closed. */
  closed(result: AttemptResult): void {
    this.outcomes[result.outcome] = (this.outcomes[result.outcome] ?? 0) + 1;
    if (result.disposition !== undefined)
      this.dispositions[result.disposition] = (this.dispositions[result.disposition] ?? 0) + 1;
  }

  /** A call was refused. `rule` is the first rule of the decision. */
  refused(rule: string): void {
    this.refusals[rule] = (this.refusals[rule] ?? 0) + 1;
  }

  /** Agents' time by state, without the states that still last. */
  agentMs(): Readonly<Record<AgentState, number>> {
    return this.#agentMs;
  }

  meanWait(): number {
    return this.#waits.count === 0 ? 0 : this.#waits.sum / this.#waits.count;
  }

  connectTime(): CampaignStatistics['connectTime'] {
    const count = this.#connectCounts.reduce((sum, n) => sum + n, 0);
    return {
      mean: count === 0 ? 0 : this.#connectSum / count,
      p95: this.#connectQuantile(0.95, count),
      max: this.#connectMax,
      count,
    };
  }

  /** Upper edge of the bucket that holds the quantile. */
  #connectQuantile(share: number, count: number): number {
    let seen = 0;
    for (const [index, n] of this.#connectCounts.entries()) {
      seen += n;
      if (count > 0 && seen >= share * count) return CONNECT_BUCKETS_MS[index] ?? this.#connectMax;
    }
    return 0;
  }
}
