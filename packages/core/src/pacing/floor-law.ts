/** The law of a floor: how many calls each campaign places, when they share agents. */
import type { AgeLadder } from './age-ladder.js';
import type { CampaignSide } from './campaign-side.js';
import type { PacerDecision } from './contract.js';
import { CrowdRisk, weighted } from './crowd-risk.js';
import type { CrowdMembers } from './crowds.js';
import type { FloorAgents } from './floor-agents.js';
import type { Ranked } from './floor-ranking.js';
import type { Outlook } from './outlook.js';
import type { AgentCounts, PacingView, RequestedCalls } from './pacing-view.js';
import { mostCalls } from './predictive.js';
import type { PredictiveRequest } from './predictive.js';
import { paceProgressive } from './progressive.js';

/** What the law reads. */
export interface FloorView {
  readonly sides: readonly CampaignSide[];
  readonly agents: FloorAgents;
  readonly crowds: readonly CrowdMembers[];
  readonly outlook: Outlook;
  readonly ranking: readonly Ranked[];
  /** Whether a campaign was asked for calls and placed none for a while. */
  readonly isDry: (place: number) => boolean;
}

/**
 * Of the accepted risk of a campaign that dials up to it, campaigns of less worth may cause their share of
 * worth, to this power: measured beside the exact optima of floors with specialists.
 */
const YIELDING = 2;
/** Share of the staffed agents for whom a campaign of which nothing is known may have calls in flight. */
const EXPLORED_SHARE = 0.1;

/** A group of agents and the campaigns that want them, during one decision. */
interface Crowd {
  readonly members: CrowdMembers;
  readonly risk: CrowdRisk;
  readonly ready: number;
}

/** One decision: campaigns in order of worth, each beside the calls that those before it place. */
export class FloorLaw {
  readonly #view: FloorView;
  /** By place of the campaign: its groups, its place in the order, its accepted risk. */
  readonly #crowdsOf: readonly (readonly Crowd[])[];
  readonly #ranked: Ranked[] = [];
  readonly #levels: (number | undefined)[] = [];
  /** Calls that each campaign places by this decision. */
  readonly #placed: number[];

  constructor(view: FloorView) {
    this.#view = view;
    this.#placed = view.sides.map(() => 0);
    const crowds = view.crowds.map((members) => this.#crowdOf(members));
    this.#crowdsOf = view.sides.map((_, place) =>
      crowds.filter(({ members }) => members.campaigns.includes(place)),
    );
    for (const ranked of view.ranking) this.#ranked[ranked.place] = ranked;
  }

  /** Decisions by place of the campaign. */
  decisions(): readonly PacerDecision[] {
    const decided: PacerDecision[] = [];
    const order = this.#order();
    order.forEach(({ place, rank }, i) => {
      let shares = 0;
      for (let j = i; j < order.length && order[j]!.rank === rank; j += 1)
        if (this.#compete(place, order[j]!.place)) shares += 1;
      decided[place] = this.#decide(place, rank, Math.max(1, shares));
    });
    return decided;
  }

  /** Probability that an answer of this campaign finds nobody, beside the calls placed. */
  riskOf(place: number): number {
    const { newCall } = this.#view.sides[place]!.outlook;
    return this.#clearRisk(this.#crowdsOf[place]!, newCall, this.#parts(place));
  }

  /**
   * By worth; of campaigns served alike the one with the fewest conversations and answers ahead goes first,
   * so that they share.
   */
  #order(): readonly Ranked[] {
    const { ranking, sides } = this.#view;
    if (ranking.length === 1) return ranking;
    const load = sides.map(({ outlook, busyAgents }) => outlook.expectedAnswers + busyAgents);
    return ranking.toSorted(
      (a, b) => a.rank - b.rank || load[a.place]! - load[b.place]! || a.place - b.place,
    );
  }

  /** Whether the other campaign, which may be the same, places calls for the same agents. */
  #compete(place: number, other: number): boolean {
    return (
      !this.#view.isDry(other) &&
      this.#crowdsOf[place]!.some(({ members }) => members.campaigns.includes(other))
    );
  }

  #decide(place: number, rank: number, shares: number): PacerDecision {
    const { sides, agents, outlook, isDry } = this.#view;
    const side = sides[place]!;
    const crowds = this.#crowdsOf[place]!;
    const view = this.#viewOf(side, place, crowds);
    const predict = (level: number): PredictiveRequest =>
      shared(this.#predict({ place, rank, crowds, view, level }), shares);
    const requested = side.requested(view, predict);
    const busy: AgeLadder[] = [];
    agents.classes.forEach(({ campaigns }, reach) => {
      if (campaigns.has(place)) busy.push(outlook.classes[reach]!.agents);
    });
    const decision = side.decision(this.#explored(side, requested, predict), { busy });
    // What a campaign without leads is asked for is not placed, and keeps no agent from the others.
    if (!isDry(place)) this.#place(place, crowds, decision.calls);
    return decision;
  }

  /**
   * A campaign of which too little is known, among others that have calls for every agent, still places a few
   * calls: else nothing would ever be known of it.
   */
  #explored(
    side: CampaignSide,
    requested: RequestedCalls,
    predict: (level: number) => PredictiveRequest,
  ): RequestedCalls {
    if (this.#view.sides.length === 1 || requested.calls > 0) return requested;
    if (side.options.mode !== 'predictive' || side.isKnown || !(side.target > 0)) return requested;
    const few = Math.ceil(EXPLORED_SHARE * side.roster.staffed) - side.ledger.inFlight;
    if (few <= 0) return requested;
    const predicted = predict(side.riskLevel);
    return { calls: Math.min(few, predicted.calls), limit: predicted.limit };
  }

  #place(place: number, crowds: readonly Crowd[], calls: number): void {
    this.#placed[place] = calls;
    const { newCall } = this.#view.sides[place]!.outlook;
    for (const { risk } of crowds) risk.place(newCall, calls);
  }

  /** The most calls whose risk is accepted by the campaign itself and by those that they may harm. */
  #predict({ place, rank, crowds, view, level }: Prediction): PredictiveRequest {
    const { newCall } = this.#view.sides[place]!.outlook;
    const parts = this.#parts(place);
    const safe = paceProgressive(view).calls;
    // Most decisions end here: not even one more call is accepted, as the moments clearly say.
    const first = this.#clearRisk(crowds, newCall, parts);
    if (first > level && !crowds.some(({ risk }) => risk.isClose(parts, newCall, level)))
      return { calls: safe, limit: 'abandonment-risk', risk: first };
    const levels = crowds.map((crowd) => ({
      risk: crowd.risk,
      exact: crowd.risk.isClose(parts, newCall, level),
      others: this.#harmedIn(crowd, place, rank),
    }));
    let own = 0;
    // Infinite: not accepted by another campaign.
    const strainAfter = (added: number): number => {
      own = 0;
      let others = 0;
      for (const { risk, exact, others: harmed } of levels) {
        const risks = exact ? risk.exactly(newCall, added) : risk.byMoments(newCall, added);
        own = Math.max(own, weighted(risks, parts));
        for (const other of harmed) if (weighted(risks, other.parts) > other.level) others = Infinity;
      }
      return Math.max(own, others);
    };
    const { calls, risk } = mostCalls(strainAfter, level);
    // Where another campaign's risk ended the search, the own risk is asked for again.
    const isOwn = Number.isFinite(risk);
    if (!isOwn) strainAfter(calls);
    const isShared = !isOwn && own <= level;
    return {
      calls: Math.max(calls, safe),
      limit: isShared ? 'shared-agents' : 'abandonment-risk',
      risk: isOwn ? risk : own,
    };
  }

  /** The risk of one more call, from moments: that of the group which is the most short of agents. */
  #clearRisk(crowds: readonly Crowd[], newCall: Float64Array, parts: Float64Array): number {
    let most = 0;
    for (const { risk } of crowds) most = Math.max(most, weighted(risk.byMoments(newCall, 0), parts));
    return most;
  }

  /** Campaigns of the crowd whose accepted risk bounds the calls of this one, too. */
  #harmedIn({ members }: Crowd, place: number, rank: number): readonly Harmed[] {
    const harmed: Harmed[] = [];
    for (const other of members.campaigns) {
      const side = this.#view.sides[other]!;
      const of = this.#ranked[other]!;
      if (other === place || of.rank > rank || !side.dialsAhead) continue;
      if (side.ledger.inFlight + this.#placed[other]! === 0) continue;
      const yields = of.rank < rank && side.isRiskBound;
      const share = yields ? Math.min(1, this.#ranked[place]!.worth / of.worth) ** YIELDING : 1;
      harmed.push({ parts: this.#parts(other), level: share * this.#levelOf(other) });
    }
    return harmed;
  }

  #levelOf(place: number): number {
    return (this.#levels[place] ??= this.#view.sides[place]!.riskLevel);
  }

  /**
   * The agents as the laws of one call per agent see them: those in reach, less those whom other campaigns
   * have calls for.
   */
  #viewOf(side: CampaignSide, place: number, crowds: readonly Crowd[]): PacingView {
    let room = Infinity;
    for (const crowd of crowds) room = Math.min(room, this.#roomIn(crowd, place));
    const { roster, ledger, options, now } = side;
    if (room === roster.counts.ready || room === Infinity) return side;
    return { roster: new RoomForCampaign(roster, room), ledger, options, now };
  }

  #roomIn({ members, ready }: Crowd, place: number): number {
    let room = ready;
    for (const other of members.campaigns)
      if (other !== place) room -= this.#view.sides[other]!.ledger.inFlight + this.#placed[other]!;
    return room;
  }

  #parts(place: number): Float64Array {
    return this.#view.outlook.horizons.parts[place]!;
  }

  #crowdOf(members: CrowdMembers): Crowd {
    const { sides, agents, outlook } = this.#view;
    let [ready, pausing, waiting] = [0, 0, 0];
    for (const place of members.classes) {
      const { counts } = agents.classes[place]!.agents;
      ready += counts.ready;
      pausing += counts.pausing;
    }
    for (const place of members.campaigns) waiting += sides[place]!.ledger.waiting;
    const risk = new CrowdRisk({
      calls: members.campaigns.map((place) => sides[place]!.outlook.calls),
      agents: members.classes.map((place) => outlook.classes[place]!.agents),
      free: ready - waiting,
      pausing,
    });
    return { members, risk, ready };
  }
}

/** The agents in reach of a campaign, of whom fewer are ready for it. */
class RoomForCampaign implements AgentCounts {
  readonly #roster: AgentCounts;
  readonly #ready: number;

  constructor(roster: AgentCounts, ready: number) {
    this.#roster = roster;
    this.#ready = ready;
  }

  get counts(): AgentCounts['counts'] {
    return { ...this.#roster.counts, ready: this.#ready };
  }

  get staffed(): number {
    return this.#roster.staffed;
  }
}

interface Harmed {
  readonly parts: Float64Array;
  readonly level: number;
}

interface Prediction {
  readonly place: number;
  readonly rank: number;
  readonly crowds: readonly Crowd[];
  readonly view: PacingView;
  readonly level: number;
}

/** Of campaigns served alike, each takes its share of what it could place; the last takes what is left. */
function shared(request: PredictiveRequest, shares: number): PredictiveRequest {
  return { ...request, calls: Math.ceil(request.calls / shares) };
}
