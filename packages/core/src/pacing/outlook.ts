/** The forecast of the predictive mode: answers ahead and agents coming free, by horizon. */
import { ArrivalRate } from '../estimation/arrival-rate.js';
import { AgentOutlook, agentTable } from './agent-outlook.js';
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

/** What an outlook begins with. */
export interface OutlookParts {
  readonly classes: number;
  readonly grace: number;
  /** What is known of other work. */
  readonly otherWork?: ArrivalRate;
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
  /** Time that each horizon holds other work begun until then, ms: expected work by arrival rate. */
  readonly #occupied = new Float64Array(HORIZONS);
  #expectedAt = -Infinity;
  #agentRows: MomentRows | undefined;

  constructor(
    campaigns: readonly CallOutlook[],
    { classes, grace, otherWork = new ArrivalRate() }: OutlookParts,
  ) {
    this.otherWork = otherWork;
    this.campaigns = campaigns;
    this.classes = Array.from({ length: classes }, () => new AgentOutlook(campaigns.length));
    this.#grace = grace;
    this.horizons = {
      until: new Array<number>(HORIZONS).fill(0),
      parts: campaigns.map(() => new Float64Array(HORIZONS).fill(1)),
    };
  }

  /** Adds a class of agents. Returns its place. */
  addClass(): number {
    const added = new AgentOutlook(this.campaigns.length);
    if (this.#agentRows !== undefined) added.agents.setRows(this.#agentRows);
    return this.classes.push(added) - 1;
  }

  /** Counts a fact about a call; `isNewKind`: the tables do not cover it. */
  noteCall(isNewKind: boolean): void {
    this.#facts += 1;
    if (isNewKind) this.#renewAt = this.#facts;
  }

  /** An agent changed state; `at.campaign` is the place of the campaign they talk or talked for. */
  agentChanged(
    agent: AgentRecord,
    at: { readonly class: number; readonly campaign: number },
    now: number,
  ): void {
    this.#facts += 1;
    const otherWork = this.classes[at.class]!.changed(agent, at.campaign, now);
    if (otherWork === 'was none') this.otherWork.retract(now);
    if (otherWork !== 'began') return;
    this.otherWork.observe(now);
    if (this.#withOtherWork) return;
    this.#withOtherWork = true;
    this.#renewAt = this.#facts;
  }

  /** Moves to `now`; recomputes the tables when enough was learned since. */
  advance(now: number, grace: number): void {
    for (const { agents } of this.classes) agents.advance(now);
    for (const campaign of this.campaigns) campaign.advance(now);
    const isDue =
      this.#facts >= this.#renewAt ||
      this.#hasSurged ||
      (this.#facts >= this.#renewEarlyAt && this.#isMisled);
    const isRenewed = isDue || grace !== this.#grace;
    if (isRenewed) this.#renew(grace);
    if (!this.#withOtherWork) return;
    this.otherWork.advance(now);
    if (isRenewed || now - this.#expectedAt >= EXPECTED_FOR_MS) this.#expectOtherWork(now);
  }

  /** Other work takes agents of every class alike. */
  #expectOtherWork(now: number): void {
    this.#expectedAt = now;
    const rate = this.otherWork.rate(now);
    const staffed = this.classes.reduce((sum, agents) => sum + agents.staffed, 0);
    for (const agents of this.classes) {
      const share = agents.staffed / Math.max(1, staffed);
      agents.agents.setAgainst(this.#occupied.map((time) => rate * share * time));
    }
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
    const table = agentTable(
      returns,
      until.map((horizon) => horizon + grace),
      this.#withOtherWork,
    );
    // Classes differ in who is busy, not in how soon a busy agent is free.
    this.#agentRows = rowsOf(table, HORIZONS);
    for (const { agents } of this.classes) agents.setRows(this.#agentRows);
    const [first] = returns;
    if (!this.#withOtherWork || first === undefined) return;
    until.forEach((horizon, j) => {
      this.#occupied[j] = occupiedTime(horizon + grace, first);
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

/** Time until the horizon, each instant by the probability that other work begun then lasts to the end. */
function occupiedTime(horizon: number, agents: AgentReturn): number {
  const step = horizon / OTHER_WORK_STEPS;
  let time = 0;
  for (let i = 0; i < OTHER_WORK_STEPS; i += 1)
    time += step * (1 - agents.fromNewOtherWork(horizon - (i + 0.5) * step));
  return time;
}

/** Of these busy agents, those expected to be free when a call placed now would typically be answered. */
export function expectedFree(busy: readonly AgeLadder[]): number {
  return busy.reduce((sum, { mean }) => sum + Math.max(0, mean[HORIZONS >> 1]!), 0);
}
