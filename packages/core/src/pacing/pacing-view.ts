/** The input and the output of the pacing laws: one law a mode. */
import type { CallLedger } from './call-ledger.js';
import type { AgentState, BindingLimit } from './contract.js';
import type { ResolvedOptions } from './options.js';

/** Agents by state. */
export interface AgentCounts {
  readonly counts: Readonly<Record<AgentState, number>>;
  /** Agents neither offline nor paused. */
  readonly staffed: number;
}

/** What a pacing law reads: agents, calls in flight, options. */
export interface PacingView {
  /** Agents and their states. */
  readonly roster: AgentCounts;
  /** Calls in flight and those just resolved. */
  readonly ledger: CallLedger;
  readonly options: ResolvedOptions;
  /** Instant of the decision on the pacer's own clock, ms. */
  readonly now: number;
}

/** The calls a pacing law requests, before lines and the dial rate limit them. */
export interface RequestedCalls {
  /** Calls in addition to those in flight; >= 0. */
  readonly calls: number;
  /** What keeps the law from requesting more. */
  readonly limit: BindingLimit;
}
