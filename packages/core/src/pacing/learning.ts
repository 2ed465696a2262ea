import type { AgentChange } from './agent-roster.js';
import type { CallListener, CallRecord } from './call-ledger.js';

/** Places already seen when learning starts. */
const PRIOR_CALLS = 20;

/** What the pacer learns from facts, in every mode, so that a change of mode starts with knowledge. */
export class Learning implements CallListener {
  answers = 0;
  failures = 0;
  private readonly priorAnswerRate: number;

  constructor(priorAnswerRate: number) {
    this.priorAnswerRate = priorAnswerRate;
  }

  get answerRate(): number {
    return (this.answers + PRIOR_CALLS * this.priorAnswerRate) / (this.answers + this.failures + PRIOR_CALLS);
  }

  began(): void {}
  answered(): void {
    this.answers += 1;
  }

  failed(call: CallRecord): void {
    if (call.outcome !== 'cancelled') this.failures += 1;
  }

  taken(): void {}
  abandoned(): void {}
  agentChanged(_change: AgentChange): void {}
}
