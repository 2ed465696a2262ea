/** The forecast of the predictive mode: answers ahead and agents coming free, by horizon. */
import { ArrivalRate } from '../estimation/arrival-rate.js';
import { AgentOutlook, agentTable } from './agent-outlook.js';
import type { OtherWorkChange } from './agent-outlook.js';
import { AgentReturn } from './agent-return.js';
import type { AgentRecord } from './agent-roster.js';
import { rowsOf } from './age-ladder.js';
import type { AgeLadder, MomentRows } from './age-ladder.js';
import type { CallOutlook } from './call-outlook.js';
import { HORIZONS, horizonsOf } from './horizons.js';
import type { Horizons } from './horizons.js';
import { occupationSpan } from './occupation.js';

/**
 * Tables are recomputed when a tenth more facts are known, at the latest after this many of each campaign.
 */
const MOST_FACTS_BETWEEN = 1_024;
const FIRST_FACTS_BETWEEN = 16;
const GROWTH = 0.1;
/**
 * Facts after which they may be recomputed because answers show that they mislead; with more calls in flight
 * this share of those.
 */
const LEAST_FACTS_BETWEEN = 8;
const LEAST_OF_IN_FLIGHT = 1 / 8;

/** Other work is expected anew after this time, ms: its rate changes slowly. */
const EXPECTED_FOR_MS = 10_000;
const OTHER_WORK_STEPS = 4;

/** Where an agent is counted: place of the class, and of the campaign whose call they have or had. */
export interface AgentPlace {
  readonly class: number;
  readonly campaign: number;
}

/** What an outlook begins with. */
export interface OutlookParts {
  readonly classes: number;
  readonly grace: number;
  /** What is known of other work. */
  readonly otherWork?: ArrivalRate;
  /** Whether the campaign at this place is agentless: agents get its calls from its flow, if at all. */
  readonly isAgentless?: (campaign: number) => boolean;
}

/**
 * The forecast of campaigns and the agents they share: the calls of each campaign and the agents of each
 * class, at the same horizons. A campaign on its own agents is a floor of one campaign and one class.
 */
export class Outlook {
  readonly campaigns: readonly CallOutlook[];
  readonly classes: AgentOutlook[];
  horizons: Horizons;
  #facts = 0;
  #renewAt = 0;
  #renewEarlyAt = 0;
  /** Facts at the last sudden change: what was known before it counts little. */
  #factsAtChange = 0;
  #grace: number;
  #withOtherWork = false;
  /** How often agents begin other work: calls that come in, transfers, consultations. */
  readonly otherWork: ArrivalRate;
  readonly #isAgentless: (campaign: number) => boolean;
  /** Time that each horizon holds other work begun until then, ms: expected work by arrival rate. */
  #occupied: Float64Array = new Float64Array(HORIZONS);
  /** The same of the calls that agents get from a flow, by place of the campaign. */
  readonly #occupiedByFlow = new Map<number, Float64Array>();
  #expectedAt = -Infinity;
  #agentRows: MomentRows | undefined;

  constructor(
    campaigns: readonly CallOutlook[],
    { classes, grace, otherWork = new ArrivalRate(), isAgentless = () => false }: OutlookParts,
  ) {
    this.otherWork = otherWork;
    this.#isAgentless = isAgentless;
    this.campaigns = campaigns;
    this.classes = Array.from({ length: classes }, () => new AgentOutlook(campaigns.length));
    this.#grace = grace;
    this.horizons = {
      until: new Array<number>(HORIZONS).fill(0),
      parts: campaigns.map(() => new Float64Array(HORIZONS).fill(1)),
    };
  }

  /** Adds a class of agents, who take the calls of these campaigns. Returns its place. */
  addClass(taken: ReadonlySet<number>): number {
    const added = new AgentOutlook(this.campaigns.length, taken);
    if (this.#agentRows !== undefined) added.agents.setRows(this.#agentRows);
    return this.classes.push(added) - 1;
  }

  /** Counts a fact about a call; `isNewKind`: the tables do not cover it. */
  noteCall(isNewKind: boolean): void {
    this.#facts += 1;
    if (isNewKind) this.#renewAt = this.#facts;
  }

  /** An agent changed state. */
  agentChanged(agent: AgentRecord, at: AgentPlace, now: number): void {
    const otherWork = this.seated(agent, at, now);
    if (otherWork === 'was none') this.otherWork.retract(now);
    if (otherWork === 'began') this.otherWork.observe(now);
    if (agent.state === 'talking' && agent.ownCall && this.#isAgentless(at.campaign))
      this.campaigns[at.campaign]!.learning.handed.observe(now);
  }

  /** An agent is in a state that was known before: nothing began now. */
  seated(agent: AgentRecord, at: AgentPlace, now: number): OtherWorkChange {
    this.#facts += 1;
    return this.classes[at.class]!.changed(agent, at.campaign, now);
  }

  /** Moves to `now`; recomputes the tables when enough was learned since. */
  advance(now: number, grace: number): void {
    for (const { agents } of this.classes) agents.advance(now);
    for (const campaign of this.campaigns) campaign.advance(now);
    if (this.#hasNewWork()) this.#renewAt = this.#facts;
    const isDue =
      this.#facts >= this.#renewAt ||
      this.#hasSurged ||
      (this.#facts >= this.#renewEarlyAt && this.#isMisled);
    const isRenewed = isDue || grace !== this.#grace;
    if (isRenewed) this.#renew(grace);
    if (!this.#withOtherWork && this.#occupiedByFlow.size === 0) return;
    this.otherWork.advance(now);
    if (isRenewed || now - this.#expectedAt >= EXPECTED_FOR_MS) this.#expectOtherWork(now);
  }

  /** Whether work is known that the tables do not cover: other work, or calls from a flow. */
  #hasNewWork(): boolean {
    if (this.otherWork.hasCome && !this.#withOtherWork) return true;
    for (let place = 0; place < this.campaigns.length; place += 1)
      if (this.campaigns[place]!.learning.handed.hasCome && !this.#occupiedByFlow.has(place)) return true;
    return false;
  }

  /**
   * Other work takes agents of every class alike, calls from the flow of an agentless campaign those who take
   * its calls.
   */
  #expectOtherWork(now: number): void {
    this.#expectedAt = now;
    const against = this.classes.map(() => new Float64Array(HORIZONS));
    this.#expect(against, this.otherWork.rate(now), this.#occupied);
    for (const [place, occupied] of this.#occupiedByFlow) {
      if (!this.#isAgentless(place)) continue;
      const { handed } = this.campaigns[place]!.learning;
      handed.advance(now);
      this.#expect(against, handed.rate(now), occupied, place);
    }
    this.classes.forEach(({ agents }, i) => {
      agents.setAgainst(against[i]!);
    });
  }

  /** Adds what comes at this rate, by ms, to the agents who take it: those of one campaign, or all. */
  #expect(against: readonly Float64Array[], rate: number, occupied: Float64Array, campaign?: number): void {
    const staffed = this.classes.map((agents) =>
      campaign === undefined || agents.takes(campaign) ? agents.staffed : 0,
    );
    const all = staffed.reduce((sum, agents) => sum + agents, 0);
    against.forEach((expected, i) => {
      const share = staffed[i]! / Math.max(1, all);
      for (let j = 0; j < HORIZONS; j += 1) expected[j]! += rate * share * occupied[j]!;
    });
  }

  /** Whether so many answers of a campaign came that what was known before them is of no use. */
  get #hasSurged(): boolean {
    for (const { learning } of this.campaigns) if (learning.drift.surged) return true;
    return false;
  }

  /** Whether the answers of a campaign show that its tables are wrong. */
  get #isMisled(): boolean {
    return this.campaigns.some(({ isMisled }) => isMisled);
  }

  /** Estimates the curves from everything observed and still running, and tabulates them. */
  #renew(grace: number): void {
    this.#grace = grace;
    this.#withOtherWork ||= this.otherWork.hasCome;
    // Each campaign's estimates rest on its own facts.
    const most = MOST_FACTS_BETWEEN * Math.max(1, this.campaigns.length);
    const inFlight = this.campaigns.reduce((sum, { calls }) => sum + calls.size, 0);
    if (this.campaigns.some(({ learning }) => learning.drift.changed)) this.#factsAtChange = this.#facts;
    const known = this.#facts - this.#factsAtChange;
    this.#renewEarlyAt =
      this.#facts + Math.max(LEAST_FACTS_BETWEEN, Math.floor(LEAST_OF_IN_FLIGHT * inFlight));
    this.#renewAt = this.#facts + Math.min(most, Math.max(FIRST_FACTS_BETWEEN, Math.floor(known * GROWTH)));
    const curves = this.campaigns.map((campaign, place) => {
      this.#prepare(campaign, place);
      return campaign.estimate();
    });
    this.horizons = horizonsOf(curves);
    const { until } = this.horizons;
    const returns = this.campaigns.map(({ learning }) => new AgentReturn(learning));
    this.campaigns.forEach((campaign, place) => {
      const spans = until.map((horizon) => occupationSpan(horizon, grace, returns[place]!));
      campaign.tabulate(curves[place]!, spans);
    });
    const over = until.map((horizon) => horizon + grace);
    const table = agentTable(returns, over, this.#withOtherWork);
    // Classes differ in who is busy, not in how soon a busy agent is free.
    this.#agentRows = rowsOf(table, HORIZONS);
    for (const { agents } of this.classes) agents.setRows(this.#agentRows);
    const [first] = returns;
    if (this.#withOtherWork && first !== undefined)
      this.#occupied = occupiedTimes(over, (time) => first.fromNewOtherWork(time));
    this.campaigns.forEach(({ learning: { handed } }, place) => {
      if (!handed.hasCome) return;
      const times = occupiedTimes(over, (time) => returns[place]!.fromAnswer(time));
      this.#occupiedByFlow.set(place, times);
    });
  }

  /** Lets old observations fade and counts what still runs. */
  #prepare({ learning, calls }: CallOutlook, place: number): void {
    const busyAgents = this.classes.reduce((sum, agents) => sum + agents.busyWith(place), 0);
    learning.forget({ callsInFlight: calls.size, busyAgents });
    for (const estimator of [learning.talk, learning.other, learning.wrapUp]) estimator.clearRunning();
    for (const agents of this.classes) agents.noteRunning(learning, place);
  }
}

/**
 * Time until each horizon, each instant by the probability that work begun then lasts to the end.
 *
 * @param isOver probability that work is over so long after it began
 */
function occupiedTimes(horizons: readonly number[], isOver: (time: number) => number): Float64Array {
  return Float64Array.from(horizons, (horizon) => {
    const step = horizon / OTHER_WORK_STEPS;
    let time = 0;
    for (let i = 0; i < OTHER_WORK_STEPS; i += 1) time += step * (1 - isOver(horizon - (i + 0.5) * step));
    return time;
  });
}

/** Of these busy agents, those expected to be free when a call placed now would typically be answered. */
export function expectedFree(busy: readonly AgeLadder[]): number {
  return busy.reduce((sum, { mean }) => sum + Math.max(0, mean[HORIZONS >> 1]!), 0);
}
