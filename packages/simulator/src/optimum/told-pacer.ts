/** The bound under shocks: a pacer that is told what the world is like, and of each change at its instant. */
import type { Pacer, PacerDecision, PacerFact, PacerSnapshot } from '@outdial/core';
import { worldsOf } from '../pacing-simulation/call-world.js';
import { BURST_MS } from '../pacing-simulation/simulate-pacing.js';
import type { PacingScenario } from '../pacing-simulation/pacing-scenario.js';
import { SurplusMoments } from './surplus-moments.js';
import { HORIZONS, WorldTables } from './world-tables.js';

/** Most calls one decision places. */
const MOST_CALLS = 400;
/** Gain of the control that finds the level, and the answers after which its mean is taken. */
const GAIN = 0.01;
const SETTLING_ANSWERS = 1_000;
const FIRST_LEVEL = 0.03;

interface ToldCall {
  readonly dialedAt: number;
  readonly world: number;
}
interface BusyAgent {
  readonly activity: 'talking' | 'wrap-up';
  readonly since: number;
  readonly world: number;
}

/** How the accepted risk is set: one level a world, or steered to the target. */
export type ToldRisk = { readonly levels: readonly number[] } | { readonly target: number };

/**
 * Looks ahead as outdial's pacer does, with nothing to learn: it knows how each call in flight was dialed,
 * who will not come back, and when a dead trunk returns. Its accepted risk is the level that meets the target
 * in the present world.
 */
export class ToldPacer implements Pacer {
  readonly #scenario: Omit<PacingScenario, 'seed'>;
  readonly #tables: readonly WorldTables[];
  readonly #risk: ToldRisk;
  readonly #ringing = new Map<string, ToldCall>();
  readonly #busy = new Map<string, BusyAgent>();
  readonly #ready = new Set<string>();
  #waiting = 0;
  #now = 0;
  #logOdds = Math.log(FIRST_LEVEL / (1 - FIRST_LEVEL));
  #settled = 0;
  #sumOfLogOdds = 0;
  readonly #moments = new SurplusMoments();

  constructor(scenario: Omit<PacingScenario, 'seed'>, risk: ToldRisk) {
    this.#scenario = scenario;
    this.#tables = worldsOf(scenario).map((world) => new WorldTables(world));
    this.#risk = risk;
  }

  /** Mean level of a pacer that steers to a target: the fixed level of this world. */
  get meanLevel(): number {
    const count = Math.max(1, this.#settled - SETTLING_ANSWERS);
    return 1 / (1 + Math.exp(-this.#sumOfLogOdds / count));
  }

  observe(fact: PacerFact): void {
    this.#now = Math.max(this.#now, fact.at);
    switch (fact.type) {
      case 'dialed':
        this.#ringing.set(fact.callId, { dialedAt: fact.at, world: this.#worldAt(fact.at) });
        return;
      case 'answered':
        this.#ringing.delete(fact.callId);
        this.#waiting += 1;
        return;
      case 'ended':
        this.#ringing.delete(fact.callId);
        return;
      case 'connected':
      case 'abandoned':
        this.#waiting -= 1;
        this.#steer(fact.type === 'abandoned');
        return;
      case 'agent':
        return this.#agentChanged(fact.agentId, fact.state, fact.at);
    }
  }

  decide(now: number): PacerDecision {
    this.#now = now;
    const level = this.#level;
    this.#sum();
    let calls = 0;
    let risk = this.#riskAfter(0);
    while (risk <= level && calls < MOST_CALLS) risk = this.#riskAfter((calls += 1));
    const staffed = this.#ready.size + this.#busy.size;
    return {
      calls: staffed === 0 ? 0 : calls,
      why: {
        mode: 'predictive',
        limit: 'abandonment-risk',
        freeAgents: this.#ready.size,
        staffedAgents: staffed,
        callsInFlight: this.#ringing.size + this.#waiting,
        expectedAnswers: NaN,
        expectedFreeAgents: NaN,
        risk,
        riskLevel: level,
        answerRate: this.#table.answerRate,
      },
    };
  }

  configure(): void {}

  snapshot(): PacerSnapshot {
    return { version: 1, at: this.#now, state: {} };
  }

  #agentChanged(agentId: string, state: string, at: number): void {
    this.#ready.delete(agentId);
    const before = this.#busy.get(agentId);
    this.#busy.delete(agentId);
    if (state === 'ready') this.#ready.add(agentId);
    if (state === 'talking')
      this.#busy.set(agentId, { activity: state, since: at, world: this.#worldAt(at) });
    if (state === 'wrap-up')
      this.#busy.set(agentId, { activity: state, since: at, world: before?.world ?? this.#worldAt(at) });
  }

  get #table(): WorldTables {
    return this.#tables[this.#worldAt(this.#now)]!;
  }

  get #level(): number {
    return 'target' in this.#risk
      ? 1 / (1 + Math.exp(-this.#logOdds))
      : this.#risk.levels[this.#worldAt(this.#now)]!;
  }

  #worldAt(at: number): number {
    return (this.#scenario.changes ?? []).filter((change) => change.at <= at).length;
  }

  #steer(abandoned: boolean): void {
    if (!('target' in this.#risk)) return;
    this.#settled += 1;
    this.#logOdds += GAIN * (this.#risk.target - (abandoned ? 1 : 0));
    if (this.#settled > SETTLING_ANSWERS) this.#sumOfLogOdds += this.#logOdds;
  }

  /** Agents of whom none comes back after their conversation. */
  #leaves(agentId: string): boolean {
    const present = (this.#scenario.roster ?? []).findLast((change) => change.at <= this.#now);
    return present !== undefined && Number(agentId.slice(1)) > present.agents;
  }

  /** Answers less agents who come free and are free, at each horizon. */
  #sum(): void {
    const moments = this.#moments;
    const { until } = this.#horizons();
    moments.begin(this.#waiting - this.#ready.size);
    for (const call of this.#ringing.values())
      for (let j = 0; j < HORIZONS; j += 1) moments.add(j, this.#answeredWithin(call, until[j]!), 1);
    for (const [agentId, { activity, since, world }] of this.#busy) {
      if (this.#leaves(agentId)) continue;
      const table = this.#tables[world]!;
      for (let j = 0; j < HORIZONS; j += 1) {
        const room = until[j]! + this.#scenario.connectGrace;
        moments.add(j, table.freeWithin(activity, this.#now - since, room), -1);
      }
    }
  }

  /** When a call placed now may be answered, ms from now: not before a dead trunk is back. */
  #horizons(): { readonly until: readonly number[] } {
    const wait = this.#untilReturn;
    return { until: this.#table.horizons.map((horizon) => Math.max(horizon, wait)) };
  }

  /** Time until a dead trunk is back; 0 while it works. */
  get #untilReturn(): number {
    const outage = this.#scenario.outage;
    if (outage === undefined || this.#now < outage.from) return 0;
    return Math.max(0, outage.until - this.#now);
  }

  #answeredWithin({ dialedAt, world }: ToldCall, horizon: number): number {
    // Of a call on a dead trunk nothing was heard since the trunk died.
    const { from, until } = this.#scenario.outage ?? { from: Infinity, until: -Infinity };
    const isSilent = this.#now >= from && dialedAt < until && this.#now < until + BURST_MS;
    const heard = Math.max(0, (isSilent ? from : this.#now) - dialedAt);
    return this.#tables[world]!.answeredWithin(heard, this.#now - dialedAt + horizon - heard);
  }

  #riskAfter(added: number): number {
    const { answerRate, horizons } = this.#table;
    const wait = this.#untilReturn;
    // Of the calls placed now, so many have been answered by then.
    return this.#moments.riskAfter(
      added,
      (j) => answerRate * (horizons[j]! < wait ? heldShare(horizons, wait) : (j + 0.5) / HORIZONS),
    );
  }
}

/** Share of the answers that a dead trunk holds back until its return. */
function heldShare(horizons: readonly number[], wait: number): number {
  return horizons.filter((horizon) => horizon <= wait).length / HORIZONS;
}
