/** The forecast of the predictive mode: answers ahead and agents coming free, by horizon. */
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
 * The forecast of campaigns and the agents they share: the calls of each campaign and the agents of each
 * class, at the same horizons. A campaign on its own agents is a floor of one campaign and one class.
 */
export class Outlook {
  readonly campaigns: readonly CallOutlook[];
  readonly classes: AgentOutlook[];
  horizons: Horizons;
  #facts = 0;
  #renewAt = 0;
  #grace: number;
  #withOtherWork = false;
  #agentRows: MomentRows | undefined;

  constructor(campaigns: readonly CallOutlook[], classes: number, grace: number) {
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
    if (!otherWork || this.#withOtherWork) return;
    this.#withOtherWork = true;
    this.#renewAt = this.#facts;
  }

  /** Moves to `now`; recomputes the tables when enough was learned since. */
  advance(now: number, grace: number): void {
    for (const { agents } of this.classes) agents.advance(now);
    for (const campaign of this.campaigns) campaign.advance(now);
    if (this.#facts >= this.#renewAt || grace !== this.#grace) this.#renew(grace);
  }

  /** Estimates the curves from everything observed and still running, and tabulates them. */
  #renew(grace: number): void {
    this.#grace = grace;
    // Each campaign's estimates rest on its own facts.
    const most = MOST_FACTS_BETWEEN * Math.max(1, this.campaigns.length);
    this.#renewAt =
      this.#facts + Math.min(most, Math.max(FIRST_FACTS_BETWEEN, Math.floor(this.#facts * GROWTH)));
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
  }

  /** Lets old observations fade and counts what still runs. */
  #prepare({ learning, calls }: CallOutlook, place: number): void {
    const busyAgents = this.classes.reduce((sum, agents) => sum + agents.busyWith(place), 0);
    learning.forget({ callsInFlight: calls.size, busyAgents });
    for (const estimator of [learning.talk, learning.other, learning.wrapUp]) estimator.clearRunning();
    for (const agents of this.classes) agents.noteRunning(learning, place);
  }
}

/** Of these busy agents, those expected to be free when a call placed now would typically be answered. */
export function expectedFree(busy: readonly AgeLadder[]): number {
  return busy.reduce((sum, { mean }) => sum + Math.max(0, mean[HORIZONS >> 1]!), 0);
}
