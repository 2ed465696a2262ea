import type { AgentRoster } from './agent-roster.js';
import type { CallLedger } from './call-ledger.js';
import type { BindingLimit } from './contract.js';
import type { ResolvedOptions } from './options.js';

/** What a pacing law sees: who is there, what is in flight, what was configured. */
export interface Floor {
  readonly roster: AgentRoster;
  readonly ledger: CallLedger;
  readonly options: ResolvedOptions;
  /** Internal instant of the decision. */
  readonly now: number;
}

/** What a law wants, before lines and the dial rate cap it. */
export interface Wish {
  readonly calls: number;
  readonly limit: BindingLimit;
}
