/** The law of a floor: how many calls each campaign places, when they share agents. */
import type { AgeLadder } from './age-ladder.js';
import type { CampaignSide } from './campaign-side.js';
import type { PacerDecision } from './contract.js';
import {
  beginCrowds,
  agentsLeft,
  countedCrowds,
  type CountedCrowd,
  type CountedFloor,
} from './crowd-counts.js';
import { weighted } from './crowd-risk.js';
import type { AgentClass } from './floor-agents.js';
import { CrowdSearch } from './crowd-search.js';
import type { CrowdRequest, Harmed } from './crowd-search.js';
import type { Ranked } from './floor-ranking.js';
import type { PacingView, RequestedCalls } from './pacing-view.js';
import { levelOfFree, safeCalls } from './predictive.js';
import type { PredictiveRequest } from './predictive.js';

/** What the law reads. */
export interface FloorView extends CountedFloor {
  /** Agents by what they take, those of campaigns whose answers want none included; in the same order. */
  readonly reach: readonly AgentClass[];
  /** Whether a campaign was asked for calls and placed none for a while. */
  readonly isDry: (place: number) => boolean;
  /** The campaign that a place is part of: its own id, or that of a campaign whose leads ask for skills. */
  readonly partOf: (place: number) => string;
}

/**
 * Of the accepted risk of a campaign that dials up to it, campaigns of less worth may cause their share of
 * worth, to this power: measured beside the exact optima of floors with specialists.
 */
const YIELDING = 2;
/** Share of the staffed agents for whom a campaign of which nothing is known may have calls in flight. */
const EXPLORED_SHARE = 0.1;

/** What a campaign has in a decision that does not change while others are decided on. */
interface Contender {
  readonly crowds: readonly CountedCrowd[];
  /** Campaigns that want some of the same agents; the campaign itself is one of them. */
  readonly rivals: ReadonlySet<number>;
  /** Those of them that some agent takes the calls of, too. */
  readonly sharing: ReadonlySet<number>;
  /** The agents in its reach, as far as they are busy. */
  readonly busy: readonly AgeLadder[];
}

/**
 * The decisions of a floor: campaigns in order of worth, each beside the calls that those before it place.
 *
 * It is kept while the campaigns and the classes of agents stay the same.
 */
export class FloorLaw {
  readonly #view: FloorView;
  readonly #crowds: readonly CountedCrowd[];
  /** By place of the campaign. */
  readonly #contenders: readonly Contender[];
  #ranking: readonly Ranked[] = [];
  #ranked: readonly Ranked[] = [];
  #levels: (number | undefined)[] = [];
  /** Calls that each campaign places by this decision. */
  #placed: number[] = [];

  constructor(view: FloorView) {
    this.#view = view;
    this.#crowds = countedCrowds(view);
    this.#contenders = view.sides.map((_, place) => this.#contenderOf(place));
  }

  /** Decisions by place of the campaign, served in this order. */
  decisions(ranking: readonly Ranked[]): readonly PacerDecision[] {
    this.#begin(ranking);
    const decided: PacerDecision[] = [];
    const order = this.#order();
    order.forEach(({ place, rank }, i) => {
      const shares = { alike: 0, parts: 0 };
      for (let j = i; j < order.length && order[j]!.rank === rank; j += 1) {
        const other = order[j]!.place;
        if (!this.#compete(place, other)) continue;
        shares.alike += 1;
        if (this.#view.partOf(place) === this.#view.partOf(other)) shares.parts += 1;
      }
      decided[place] = this.#decide(place, rank, shares);
    });
    return decided;
  }

  /** The campaign's place in the order of the last decision. */
  rankOf(place: number): Ranked {
    return this.#ranked[place]!;
  }

  /** Probability that an answer of this campaign finds nobody, beside the calls placed. */
  riskOf(place: number): number {
    const { newCall } = this.#view.sides[place]!.outlook;
    return this.#clearRisk(this.#contenders[place]!.crowds, newCall, this.#parts(place));
  }

  /**
   * By worth; of campaigns served alike the one with the fewest conversations and answers ahead goes first,
   * so that they share.
   */
  #order(): readonly Ranked[] {
    const { sides } = this.#view;
    const ranking = this.#ranking;
    if (ranking.length === 1) return ranking;
    const load = sides.map(({ outlook, busyAgents }) => outlook.expectedAnswers + busyAgents);
    return ranking.toSorted(
      (a, b) => a.rank - b.rank || load[a.place]! - load[b.place]! || a.place - b.place,
    );
  }

  /** Whether the other campaign, which may be the same, places calls for the same agents. */
  #compete(place: number, other: number): boolean {
    return !this.#view.isDry(other) && this.#contenders[place]!.sharing.has(other);
  }

  #decide(place: number, rank: number, shares: Shares): PacerDecision {
    const side = this.#view.sides[place]!;
    const { crowds, busy } = this.#contenders[place]!;
    const isPowerPart = side.options.mode === 'power' && this.#hasParts(place);
    const room = isPowerPart ? this.#leftToPart(place) : agentsLeft(crowds, side.ledger.inFlight);
    const predict = (level: number): PredictiveRequest =>
      shared(this.#predict({ place, rank, room, level }), shares.alike);
    const own = side.requested(viewOf(side, room), predict);
    const requested = side.dialsAhead ? own : shared(own, shares.parts);
    const decision = side.decision(this.#explored(side, requested, predict), { busy });
    // What a campaign without leads is asked for is not placed, and keeps no agent from the others.
    if (!this.#view.isDry(place)) this.#place(place, crowds, decision.calls);
    return decision;
  }

  #hasParts(place: number): boolean {
    const { partOf, sides } = this.#view;
    return sides.some((_, other) => other !== place && partOf(other) === partOf(place));
  }

  /**
   * Ready agents whom the campaigns that share them leave to a part in power mode. Calls of others take the
   * agents first whom this part cannot have, and never more than there are: a part that places several calls
   * for each of its agents holds no others.
   */
  #leftToPart(place: number): number {
    const { sides, classes } = this.#view;
    let left = sides[place]!.roster.counts.ready;
    for (const other of this.#contenders[place]!.sharing) {
      if (other === place) continue;
      let common = 0;
      for (const { campaigns, agents: of } of classes)
        if (campaigns.has(place) && campaigns.has(other)) common += of.counts.ready;
      const { ledger, roster } = sides[other]!;
      const calls = ledger.inFlight + (this.#placed[other] ?? 0);
      left -= Math.min(common, Math.max(0, calls - (roster.counts.ready - common)));
    }
    return Math.max(0, left);
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

  #place(place: number, crowds: readonly CountedCrowd[], calls: number): void {
    this.#placed[place] = calls;
    const { newCall } = this.#view.sides[place]!.outlook;
    for (const crowd of crowds) {
      crowd.risk.place(newCall, calls);
      crowd.claimed += calls;
    }
  }

  /** The most calls whose risk is accepted by the campaign itself and by those that they may harm. */
  #predict({ place, rank, room, level }: Prediction): PredictiveRequest {
    const side = this.#view.sides[place]!;
    const { newCall } = side.outlook;
    const parts = this.#parts(place);
    const { crowds } = this.#contenders[place]!;
    const first = this.#clearRisk(crowds, newCall, parts);
    const accepted = (most: number): CrowdRequest => {
      // Most decisions end here: not even one more call is accepted, as the moments clearly say.
      if (first > most && !crowds.some(({ risk }) => risk.isClose(parts, newCall, most)))
        return { calls: 0, risk: first, isShared: false };
      const harmed = this.#harmedBy(place, rank);
      return new CrowdSearch({ crowds, harmed, newCall, parts, level: most, first }).run();
    };
    const { calls, risk, isShared } = accepted(level);
    const free = Math.max(0, room - side.ledger.inFlight);
    const safe = crowds.some((crowd) => crowd.risk.expectsOtherWork)
      ? safeCalls(free, accepted(levelOfFree(level)).calls, side)
      : free;
    return {
      calls: Math.max(calls, safe),
      limit: isShared ? 'shared-agents' : 'abandonment-risk',
      risk,
    };
  }

  /** The risk of one more call, from moments: that of the group which is the most short of agents. */
  #clearRisk(crowds: readonly CountedCrowd[], newCall: Float64Array, parts: Float64Array): number {
    let most = 0;
    // The largest groups are most often the tightest.
    for (let i = crowds.length - 1; i >= 0; i -= 1) {
      const { risk } = crowds[i]!;
      if (risk.worst > most) most = Math.max(most, weighted(risk.byMoments(newCall, 0), parts));
    }
    return most;
  }

  /** Campaigns whose accepted risk bounds the calls of this one, too. */
  #harmedBy(place: number, rank: number): readonly Harmed[] {
    const harmed: Harmed[] = [];
    for (const other of this.#contenders[place]!.rivals) {
      const side = this.#view.sides[other]!;
      const of = this.#ranked[other]!;
      if (other === place || of.rank > rank || !side.dialsAhead) continue;
      if (side.ledger.inFlight + this.#placed[other]! === 0) continue;
      const yields = of.rank < rank && side.isRiskBound;
      const share = yields ? Math.min(1, this.#ranked[place]!.worth / of.worth) ** YIELDING : 1;
      harmed.push({ place: other, parts: this.#parts(other), level: share * this.#levelOf(other) });
    }
    return harmed;
  }

  #levelOf(place: number): number {
    return (this.#levels[place] ??= this.#view.sides[place]!.riskLevel);
  }

  #parts(place: number): Float64Array {
    return this.#view.outlook.horizons.parts[place]!;
  }

  #begin(ranking: readonly Ranked[]): void {
    const { sides } = this.#view;
    this.#placed = sides.map(() => 0);
    this.#levels = [];
    if (ranking !== this.#ranking) {
      this.#ranking = ranking;
      this.#ranked = sides.map((_, place) => ranking.find((one) => one.place === place)!);
    }
    beginCrowds(this.#crowds, this.#view);
  }

  #contenderOf(place: number): Contender {
    const { classes, outlook, reach } = this.#view;
    const crowds = this.#crowds.filter(({ members }) => members.campaigns.includes(place));
    const busy: AgeLadder[] = [];
    const sharing = new Set<number>();
    classes.forEach(({ campaigns }, i) => {
      if (reach[i]!.campaigns.has(place)) busy.push(outlook.classes[i]!.agents);
      if (campaigns.has(place)) for (const other of campaigns) sharing.add(other);
    });
    return { crowds, busy, rivals: new Set(crowds.flatMap(({ members }) => members.campaigns)), sharing };
  }
}

/**
 * The agents as the laws of one call per agent see them: those in reach, less those whom other campaigns
 * have calls for.
 */
function viewOf(side: CampaignSide, room: number): PacingView {
  const { roster, ledger, options, now } = side;
  if (room === roster.counts.ready || room === Infinity) return side;
  return {
    roster: { counts: { ...roster.counts, ready: room }, staffed: roster.staffed },
    ledger,
    options,
    now,
  };
}

interface Prediction {
  readonly place: number;
  readonly rank: number;
  /** Ready agents whom other campaigns have no calls for. */
  readonly room: number;
  readonly level: number;
}

/** Among how many what a campaign could place is divided, itself included: those not yet decided on. */
interface Shares {
  /** Campaigns served alike. */
  alike: number;
  /** Parts of the same campaign. */
  parts: number;
}

/** Of campaigns served alike, each takes its share of what it could place; the last takes what is left. */
function shared<Request extends RequestedCalls>(request: Request, shares: number): Request {
  return shares <= 1 ? request : { ...request, calls: Math.ceil(request.calls / shares) };
}
