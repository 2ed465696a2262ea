/** What facts alone allow under shocks: a pacer that knows what may happen, and not whether it has. */
import type { Pacer, PacerDecision, PacerFact, PacerSnapshot } from '@outdial/core';
import { worldsOf } from '../pacing-simulation/call-world.js';
import type { PacingScenario } from '../pacing-simulation/pacing-scenario.js';
import { CallLikelihoods, ChangeBelief } from './change-belief.js';
import type { BelievedCall } from './change-belief.js';
import { SurplusMoments } from './surplus-moments.js';
import { HORIZONS, WorldTables } from './world-tables.js';

/** Most calls one decision places. */
const MOST_CALLS = 400;
/** Below this probability a world is left out. */
const NEGLIGIBLE = 1e-6;

/** What the pacer knows beforehand. */
export interface ObserverKnowledge {
  /** Accepted risk that meets the target in the world before the change, and in that after it. */
  readonly levels: readonly [number, number];
  /** Mean time to the change, ms. */
  readonly changeEvery: number;
}

interface BusyAgent {
  readonly activity: 'talking' | 'wrap-up';
  readonly since: number;
  readonly call: BelievedCall | undefined;
}

/** The one change of a scenario: the distributions before and after it. */
interface KnownChange {
  readonly tables: readonly [WorldTables, WorldTables];
  readonly likelihoods: readonly [CallLikelihoods, CallLikelihoods];
}

const known = new WeakMap<object, KnownChange>();

/**
 * As {@link ToldPacer} it has nothing to learn, but it is not told of the change: it infers it from the
 * facts that every pacer gets, by Bayes' rule with both worlds known. The risk of a call is the mean of the
 * risks in both worlds. No detector that knows less can tell the change sooner at the same rate of alarms.
 */
export class ObservingPacer implements Pacer {
  readonly #grace: number;
  readonly #change: KnownChange;
  readonly #levels: readonly [number, number];
  readonly #belief: ChangeBelief;
  readonly #ringing = new Map<string, BelievedCall>();
  readonly #answered = new Map<string, BelievedCall>();
  readonly #busy = new Map<string, BusyAgent>();
  readonly #ready = new Set<string>();
  /** The call that an agent took last: the agent's own fact follows. */
  #taken: BelievedCall | undefined;
  #waiting = 0;
  #now = 0;
  readonly #moments = [new SurplusMoments(), new SurplusMoments()] as const;

  constructor(scenario: Omit<PacingScenario, 'seed'>, { levels, changeEvery }: ObserverKnowledge) {
    this.#grace = scenario.connectGrace;
    this.#change = knownChange(scenario);
    this.#levels = levels;
    this.#belief = new ChangeBelief(this.#change.likelihoods, changeEvery);
  }

  /** Probability that the change has happened. */
  get belief(): number {
    return this.#belief.probability;
  }

  observe(fact: PacerFact): void {
    this.#now = Math.max(this.#now, fact.at);
    switch (fact.type) {
      case 'dialed':
        this.#ringing.set(fact.callId, this.#belief.dialed(fact.at));
        return;
      case 'answered':
        this.#waiting += 1;
        return this.#ended(fact.callId, 'answered', fact.at);
      case 'ended':
        return this.#ended(fact.callId, fact.outcome === 'machine' ? 'machine' : 'no-answer', fact.at);
      case 'connected':
        this.#taken = this.#answered.get(fact.callId);
        return this.#settled(fact.callId);
      case 'abandoned':
        return this.#settled(fact.callId);
      case 'agent':
        return this.#agentChanged(fact.agentId, fact.state, fact.at);
    }
  }

  decide(now: number): PacerDecision {
    this.#now = now;
    this.#belief.update(now);
    const changed = this.#belief.probability;
    const level = this.#levels[0] + changed * (this.#levels[1] - this.#levels[0]);
    const shares = [1 - changed, changed] as const;
    this.#sum();
    let calls = 0;
    let risk = this.#riskAfter(0, shares);
    while (risk <= level && calls < MOST_CALLS) risk = this.#riskAfter((calls += 1), shares);
    const staffedAgents = this.#ready.size + this.#busy.size;
    const { answerRate: before } = this.#change.tables[0];
    return {
      calls: staffedAgents === 0 ? 0 : calls,
      why: {
        mode: 'predictive',
        limit: 'abandonment-risk',
        freeAgents: this.#ready.size,
        staffedAgents,
        callsInFlight: this.#ringing.size + this.#waiting,
        expectedAnswers: NaN,
        expectedFreeAgents: NaN,
        risk,
        riskLevel: level,
        answerRate: before + changed * (this.#change.tables[1].answerRate - before),
      },
    };
  }

  configure(): void {}

  snapshot(): PacerSnapshot {
    return { version: 1, at: this.#now, state: {} };
  }

  #ended(callId: string, outcome: 'answered' | 'machine' | 'no-answer', at: number): void {
    const call = this.#ringing.get(callId);
    if (call === undefined) return;
    this.#ringing.delete(callId);
    this.#belief.ended(call, outcome, at);
    if (outcome === 'answered') this.#answered.set(callId, call);
  }

  #settled(callId: string): void {
    this.#waiting -= 1;
    this.#answered.delete(callId);
  }

  #agentChanged(agentId: string, state: string, since: number): void {
    const call = this.#busy.get(agentId)?.call;
    this.#ready.delete(agentId);
    this.#busy.delete(agentId);
    if (state === 'ready') this.#ready.add(agentId);
    if (state === 'talking') this.#busy.set(agentId, { activity: state, since, call: this.#taken });
    if (state === 'wrap-up') this.#busy.set(agentId, { activity: state, since, call });
  }

  /** Answers less agents in each world, at each of its horizons. */
  #sum(): void {
    const worlds = [0, 1] as const;
    for (const world of worlds) {
      const moments = this.#moments[world];
      const { horizons } = this.#change.tables[world];
      moments.begin(this.#waiting - this.#ready.size);
      for (const call of this.#ringing.values()) {
        const age = this.#now - call.dialedAt;
        const mixed = this.#mixed(world, call);
        for (let j = 0; j < HORIZONS; j += 1)
          moments.add(
            j,
            mixed((table) => table.answeredWithin(age, horizons[j]!)),
            1,
          );
      }
      for (const { activity, since, call } of this.#busy.values()) {
        const age = this.#now - since;
        const mixed = this.#mixed(world, call);
        for (let j = 0; j < HORIZONS; j += 1)
          moments.add(
            j,
            mixed((table) => table.freeWithin(activity, age, horizons[j]! + this.#grace)),
            -1,
          );
      }
    }
  }

  /** A probability by the world that the call was dialed into, if this is the world of now. */
  #mixed(world: 0 | 1, call: BelievedCall | undefined): (of: (table: WorldTables) => number) => number {
    const [old, changed] = this.#change.tables;
    const share = world === 0 || call === undefined ? 0 : this.#belief.shareOf(call);
    if (share <= NEGLIGIBLE) return (of) => of(old);
    return (of) => (1 - share) * of(old) + share * of(changed);
  }

  #riskAfter(added: number, shares: readonly [number, number]): number {
    let risk = 0;
    for (const world of [0, 1] as const) {
      if (shares[world] < NEGLIGIBLE) continue;
      const { answerRate } = this.#change.tables[world];
      const answeredBy = (j: number): number => (answerRate * (j + 0.5)) / HORIZONS;
      risk += shares[world] * this.#moments[world].riskAfter(added, answeredBy);
    }
    return risk;
  }
}

function knownChange(scenario: Omit<PacingScenario, 'seed'>): KnownChange {
  const { changes } = scenario;
  const made = changes === undefined ? undefined : known.get(changes);
  if (made !== undefined) return made;
  const [before, after] = worldsOf(scenario);
  if (before === undefined || after === undefined || changes === undefined || changes.length !== 1)
    throw new Error('observing-pacer: it knows of one change; state it in changes');
  const change: KnownChange = {
    tables: [new WorldTables(before), new WorldTables(after)],
    likelihoods: [new CallLikelihoods(before), new CallLikelihoods(after)],
  };
  known.set(changes, change);
  return change;
}
