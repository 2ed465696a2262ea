/** The exact optimum as a pacer. */
import type { Pacer, PacerDecision, PacerFact, PacerSnapshot } from '@outdial/core';
import type { DialUpTo } from './memoryless-optimum.js';

/** Knows how many agents are busy and how many calls are in flight, from the facts. */
class OptimalPacer implements Pacer {
  readonly #policy: DialUpTo;
  readonly #busy = new Set<string>();
  readonly #staffed = new Set<string>();
  readonly #inFlight = new Set<string>();

  constructor(policy: DialUpTo) {
    this.#policy = policy;
  }

  observe(fact: PacerFact): void {
    if (fact.type === 'dialed') this.#inFlight.add(fact.callId);
    else if (fact.type !== 'agent') this.#inFlight.delete(fact.callId);
    if (fact.type !== 'agent') return;
    this.#busy.delete(fact.agentId);
    if (fact.state === 'talking' || fact.state === 'wrap-up') this.#busy.add(fact.agentId);
    if (fact.state === 'offline' || fact.state === 'paused') this.#staffed.delete(fact.agentId);
    else this.#staffed.add(fact.agentId);
  }

  decide(): PacerDecision {
    const upTo =
      this.#staffed.size === 0 ? 0 : this.#policy[Math.min(this.#busy.size, this.#policy.length - 1)]!;
    return {
      calls: Math.max(0, upTo - this.#inFlight.size),
      why: {
        mode: 'predictive',
        limit: 'abandonment-risk',
        freeAgents: this.#staffed.size - this.#busy.size,
        staffedAgents: this.#staffed.size,
        callsInFlight: this.#inFlight.size,
        expectedAnswers: NaN,
        expectedFreeAgents: NaN,
        risk: NaN,
        riskLevel: NaN,
        answerRate: NaN,
      },
    };
  }

  configure(): void {}

  snapshot(): PacerSnapshot {
    return { version: 1, at: 0, state: { policy: this.#policy } };
  }
}

/**
 * The policy of an exact optimum as a pacer: it knows the campaign's parameters and only counts agents and
 * calls.
 */
export function createOptimalPacer(policy: DialUpTo): Pacer {
  return new OptimalPacer(policy);
}
