/** The pacer of several campaigns that share agents. */
import { ArrivalRate } from '../estimation/arrival-rate.js';
import type { SavedArrivals } from '../estimation/arrival-rate.js';
import { AgentRoster } from './agent-roster.js';
import type { AgentChange, AgentRecord } from './agent-roster.js';
import type { CampaignSurroundings, SavedCampaign } from './campaign-side.js';
import { chooseAgent } from './choose-agent.js';
import { BUSY_STATES } from './contract.js';
import type { AgentState, CallTaker, PacerSnapshot } from './contract.js';
import { crowdsOf } from './crowds.js';
import { FactGate } from './fact-gate.js';
import { FloorAgents } from './floor-agents.js';
import type {
  AgentReach,
  FloorCallFact,
  FloorCampaignDecision,
  PacedCampaignOptions,
  FloorPacer,
  FloorPacerDecision,
  FloorPacerFact,
  FloorPacerOptions,
  FloorPacerSnapshot,
  LeadsAtHand,
} from './floor-contract.js';
import { FloorCampaigns } from './floor-campaigns.js';
import type { FloorCampaign } from './floor-campaigns.js';
import { FloorLaw } from './floor-law.js';
import { rankingOf } from './floor-ranking.js';
import type { Ranked } from './floor-ranking.js';
import { Outlook } from './outlook.js';
import type { AgentPlace } from './outlook.js';
import { wholeDecision } from './part-decisions.js';
import type { PartDecision } from './part-decisions.js';
import { ServiceLevel, USUAL_PROMISE } from './service-level.js';
import type { SavedServiceLevel, ServedFloor, ServicePromise } from './service-level.js';

/** A campaign that was asked for calls and has placed none for this long, ms, has no leads for now. */
const DRY_AFTER_MS = 2_000;
/** The order of worth is worked out again after this long, ms. */
const RANKED_FOR_MS = 1_000;

/**
 * Makes a pacer of several campaigns that share agents: facts in, calls to place out, by campaign.
 *
 * Each campaign keeps its own abandonment target, and what is maximised is the weighted talk and wrap-up
 * time. With one campaign it decides as `createPacer` does.
 *
 * @throws RangeError when an option is out of range or an id is given twice, Error when the snapshot is of
 * another version.
 * @example
 * const pacer = createFloorPacer({
 *   campaigns: [
 *     { campaignId: 'sales', mode: 'predictive', priority: 2 },
 *     { campaignId: 'survey', mode: 'predictive' },
 *   ],
 * });
 * pacer.observe({ type: 'agent', agentId: 'a1', state: 'ready', at: 0 });
 * pacer.decide(0).get('sales')?.calls; // 1
 */
export function createFloorPacer(options: FloorPacerOptions, snapshot?: FloorPacerSnapshot): FloorPacer {
  return new SharedFloorPacer(options, snapshot);
}

interface SavedFloor {
  readonly clock: { now: number; shift: number };
  readonly campaigns: readonly (SavedCampaign & {
    readonly campaignId: string;
    /** Of a part: its campaign, and the skills that its leads ask for. */
    readonly partOf?: string;
    readonly leadSkills?: readonly string[];
  })[];
  readonly agents: readonly AgentRecord[];
  readonly reaches: readonly (readonly [agentId: string, reach: AgentReach])[];
  readonly otherWork?: SavedArrivals;
  readonly service?: SavedServiceLevel;
  /** Calls of parts, with the part. */
  readonly calls?: readonly (readonly [call: string, part: string])[];
}

const NO_LEADS_NAMED: LeadsAtHand = new Map();
/** Calls whose part is remembered; of more, the oldest are forgotten: they count with the whole campaign. */
const MOST_CALLS_OF_PARTS = 50_000;

class SharedFloorPacer implements FloorPacer {
  readonly #gate: FactGate<FloorPacerFact>;
  readonly #roster: AgentRoster;
  readonly #campaigns = new FloorCampaigns();
  readonly #reaches = new Map<string, AgentReach>();
  #agents!: FloorAgents;
  #outlook!: Outlook;
  readonly #otherWork = new ArrivalRate();
  readonly #service: ServiceLevel;
  #counted = new WeakSet<AgentRecord>();
  /** The part that a call belongs to, by campaign and call. Calls of the whole campaign are not in it. */
  readonly #partOfCall = new Map<string, string>();
  #ranking: readonly Ranked[] = [];
  #rankedAt = -Infinity;
  /** Undefined since the campaigns or the classes of agents changed. */
  #law: FloorLaw | undefined;
  /** Whether leads of any campaign ask for skills. */
  #hasParts = false;
  readonly #around: CampaignSurroundings;

  constructor(options: FloorPacerOptions, snapshot: FloorPacerSnapshot | undefined) {
    this.#gate = new FactGate<FloorPacerFact>(
      (fact, at) => this.#apply(fact, at),
      () => this.#campaigns.inOrder.some(({ side }) => side.ledger.ringing > 0),
    );
    this.#roster = new AgentRoster((change) => this.#agentChanged(change));
    this.#service = new ServiceLevel(this.#served());
    this.#around = {
      clock: this.#gate.clock,
      noteCall: (isNewKind) => this.#outlook.noteCall(isNewKind),
      service: this.#service,
    };
    for (const campaign of options.campaigns) this.#open(campaign);
    this.#layOut();
    if (snapshot !== undefined) this.#restore(snapshot);
  }

  observe(fact: FloorPacerFact): void {
    this.#gate.observe(fact);
  }

  decide(now: number, atHand: LeadsAtHand = NO_LEADS_NAMED): FloorPacerDecision {
    this.#gate.present(now);
    this.#gate.flush();
    for (const [campaignId, skillSets] of atHand)
      for (const skills of skillSets) this.#takePart(campaignId, skills);
    this.#noteAtHand(atHand);
    for (const { side } of this.#campaigns.inOrder) side.expire();
    const at = this.#gate.clock.now;
    this.#outlook.advance(at, this.#campaigns.graceMs);
    for (const campaign of this.#campaigns.inOrder)
      if (at - (campaign.askedSince ?? at) >= DRY_AFTER_MS) campaign.isDry = true;
    this.#rank(at);
    this.#law ??= this.#lawOf();
    return this.#named(this.#law, at);
  }

  chooseAgent(
    campaignId: string,
    among: readonly CallTaker[],
    ownerId?: string,
    skills: readonly string[] = [],
  ): string | undefined {
    const campaign = this.#campaigns.part(campaignId, skills) ?? this.#campaigns.get(campaignId);
    if (campaign === undefined) return undefined;
    const candidates = among.flatMap(({ agentId, readySince }) => {
      const taken = this.#agents.campaignsOf(agentId);
      if (!taken.has(campaign.place)) return [];
      const others = this.#campaigns.inOrder.filter(
        ({ place }) => place !== campaign.place && taken.has(place),
      );
      return [{ agentId, readySince, others: others.map(({ options }) => options.campaignId) }];
    });
    return chooseAgent({ candidates, ownerId, scarcity: this.#scarcity() });
  }

  configure(
    campaignId: string,
    changes: Partial<Omit<PacedCampaignOptions, 'campaignId'>>,
    at: number,
  ): void {
    this.#campaigns.configure(campaignId, changes);
    this.#rankedAt = -Infinity;
    this.#gate.present(at);
    if (changes.mode !== undefined) this.#law = undefined;
    if (changes.skills !== undefined) this.#layOut();
  }

  add(campaign: PacedCampaignOptions, at: number): void {
    this.#open(campaign);
    this.#gate.present(at);
    this.#layOut();
  }

  remove(campaignId: string, at: number): void {
    this.#campaigns.remove(campaignId);
    this.#gate.present(at);
    this.#layOut();
  }

  snapshot(): FloorPacerSnapshot {
    this.#gate.flush();
    const state = this.#saved(this.#campaigns.inOrder, [...this.#roster.agents.values()]);
    return { version: 1, at: state.clock.now, state: JSON.parse(JSON.stringify(state)) };
  }

  snapshotOf(campaignId: string): PacerSnapshot {
    this.#gate.flush();
    this.#campaigns.known(campaignId);
    const parts = this.#campaigns.partsOf(campaignId);
    const agents = [...this.#roster.agents.values()]
      .filter(({ id }) => parts.some(({ place }) => this.#agents.campaignsOf(id).has(place)))
      .map((agent) => ({
        ...agent,
        ownCall: this.#isOwn(agent) && this.#campaigns.get(agent.campaignId!)?.partOf === campaignId,
      }));
    const { clock, otherWork, service, ...saved } = this.#saved(parts, agents);
    const side = parts[0]!.side.toJSON();
    const state = { clock, ...side, agents, otherWork, service, ...(parts.length > 1 && { parts: saved }) };
    return { version: 1, at: clock.now, state: JSON.parse(JSON.stringify(state)) };
  }

  #saved(campaigns: readonly FloorCampaign[], agents: readonly AgentRecord[]): SavedFloor {
    return {
      clock: this.#gate.clock.toJSON(),
      campaigns: campaigns.map(({ options: { campaignId }, side, partOf, leadSkills }) => ({
        campaignId,
        ...(partOf === campaignId ? {} : { partOf, leadSkills }),
        ...side.toJSON(),
      })),
      agents,
      reaches: [...this.#reaches],
      otherWork: this.#otherWork.toJSON(),
      service: this.#service.toJSON(),
      ...(this.#partOfCall.size > 0 && { calls: [...this.#partOfCall] }),
    };
  }

  #restore(snapshot: FloorPacerSnapshot): void {
    if (snapshot.version !== 1)
      throw new Error(
        `floor pacer snapshot has version ${String(snapshot.version)}; this release reads version 1. ` +
          'Start without the snapshot.',
      );
    const saved = snapshot.state as SavedFloor;
    this.#gate.clock.restore(saved.clock);
    for (const { partOf, leadSkills } of saved.campaigns)
      if (partOf !== undefined && leadSkills !== undefined) this.#takePart(partOf, leadSkills);
    for (const [call, part] of saved.calls ?? []) this.#partOfCall.set(call, part);
    for (const { campaignId, ...state } of saved.campaigns)
      this.#campaigns.get(campaignId)?.side.restore(state);
    for (const [agentId, reach] of saved.reaches) this.#reaches.set(agentId, reach);
    for (const agent of saved.agents) this.#seat(this.#roster.restore(agent).agent);
    if (saved.otherWork !== undefined) this.#otherWork.restore(saved.otherWork);
    if (saved.service !== undefined) this.#service.restore(saved.service);
  }

  #open(options: PacedCampaignOptions): void {
    this.#campaigns.open(options, this.#around);
  }

  /** The part of a campaign whose leads ask for these skills; where there is none and no room, the whole. */
  #takePart(campaignId: string, skills: readonly string[]): FloorCampaign | undefined {
    const known = this.#campaigns.part(campaignId, skills);
    if (known !== undefined || skills.length === 0) return known;
    if (this.#campaigns.openPart(campaignId, skills, this.#around)) this.#layOut();
    return this.#campaigns.part(campaignId, skills) ?? this.#campaigns.get(campaignId);
  }

  /** A part that comes to have leads is no longer without. */
  #noteAtHand(atHand: LeadsAtHand): void {
    if (!this.#hasParts) return;
    for (const campaign of this.#campaigns.inOrder) {
      const skillSets = atHand.get(campaign.partOf);
      const isAtHand =
        skillSets === undefined ||
        skillSets.some((skills) => this.#takePart(campaign.partOf, skills) === campaign);
      if (isAtHand && !campaign.isAtHand) [campaign.askedSince, campaign.isDry] = [undefined, false];
      campaign.isAtHand = isAtHand;
    }
  }

  /** Gives every campaign its place and counts all agents anew. */
  #layOut(): void {
    this.#campaigns.layOut();
    this.#hasParts = this.#campaigns.inOrder.some(({ partOf, options }) => partOf !== options.campaignId);
    this.#law = undefined;
    this.#rankedAt = -Infinity;
    this.#counted = new WeakSet();
    this.#outlook = new Outlook(
      this.#campaigns.inOrder.map(({ side }) => side.outlook),
      {
        classes: 0,
        grace: this.#campaigns.graceMs,
        otherWork: this.#otherWork,
        isAgentless: (place) => this.#campaigns.inOrder[place]?.side.options.mode === 'agentless',
      },
    );
    this.#agents = new FloorAgents(this.#campaigns.inOrder, this.#reaches, (taken) => {
      this.#outlook.addClass(taken);
      this.#law = undefined;
    });
    for (const { side, place } of this.#campaigns.inOrder) side.roster = this.#agents.byCampaign[place]!;
    for (const agent of this.#roster.agents.values()) this.#seat(agent);
  }

  #lawOf(): FloorLaw {
    const { sides } = this.#campaigns;
    // The answers of an agentless campaign go to its flow: its calls hold no agent from the others.
    const wanting = this.#agents.classes.map(({ campaigns, agents }) => ({
      campaigns: new Set([...campaigns].filter((place) => sides[place]!.options.mode !== 'agentless')),
      agents,
    }));
    return new FloorLaw({
      sides,
      reach: this.#agents.classes,
      classes: wanting,
      crowds: crowdsOf(sides.length, wanting),
      outlook: this.#outlook,
      isDry: (place) => {
        const { isDry, isAtHand } = this.#campaigns.inOrder[place]!;
        return isDry || !isAtHand;
      },
      partOf: (place) => this.#campaigns.inOrder[place]!.partOf,
    });
  }

  /** Counts an agent who was not counted before. */
  #seat(agent: AgentRecord): void {
    if (!this.#isOwn(agent)) agent.ownCall = false;
    else if (isBusy(agent.state)) this.#campaigns.get(agent.campaignId!)!.side.busyAgents += 1;
    this.#count(agent);
    this.#outlook.seated(agent, this.#placeOf(agent), this.#gate.clock.now);
  }

  #rank(at: number): void {
    if (at - this.#rankedAt < RANKED_FOR_MS) return;
    this.#rankedAt = at;
    this.#ranking = rankingOf(
      this.#campaigns.sides,
      this.#campaigns.inOrder.map(({ options }) => options.priority ?? 1),
      this.#campaigns.inOrder.map(({ partOf }) => partOf),
    );
  }

  #named(law: FloorLaw, at: number): FloorPacerDecision {
    const decisions = law.decisions(this.#ranking);
    const named = new Map<string, FloorCampaignDecision>();
    const parts = new Map<string, [PartDecision, ...PartDecision[]]>();
    for (const campaign of this.#campaigns.inOrder) {
      const { calls, why, hangUp } = decisions[campaign.place]!;
      campaign.askedSince = calls > 0 ? (campaign.askedSince ?? at) : undefined;
      const { worth, rank } = law.rankOf(campaign.place);
      const { partOf: campaignId, leadSkills: skills, isAtHand, isDry } = campaign;
      const own = { campaignId, calls, why, worth, rank };
      const decision = hangUp === undefined ? own : { ...own, hangUp };
      if (!this.#hasParts) named.set(campaignId, decision);
      else addPart(parts, campaignId, { decision, skills, isAtHand, isDry });
    }
    for (const [campaignId, [first, ...others]] of parts)
      named.set(campaignId, others.length === 0 ? first.decision : wholeDecision([first, ...others]));
    return named;
  }

  #scarcity(): ReadonlyMap<string, number> {
    const law = this.#law;
    if (law === undefined) return new Map();
    return new Map(
      this.#ranking.map(({ place, worth }) => [
        this.#campaigns.inOrder[place]!.options.campaignId,
        worth * law.riskOf(place),
      ]),
    );
  }

  #apply(fact: FloorPacerFact, at: number): void {
    if (fact.type === 'agent') {
      if (fact.reach !== undefined) this.#reach(fact.agentId, fact.reach);
      return this.#roster.enter(fact.agentId, fact.state, at);
    }
    const campaign = this.#partOf(fact);
    if (campaign === undefined) return;
    if (fact.type === 'dialed') [campaign.askedSince, campaign.isDry] = [undefined, false];
    if (fact.type !== 'connected') return campaign.side.observe(fact, at);
    campaign.side.connected(fact.callId, at);
    this.#roster.connect(fact.agentId, fact.callId, at, campaign.options.campaignId);
  }

  /** The campaign that a fact is about, or the part of it that dialed the call. */
  #partOf(fact: FloorCallFact): FloorCampaign | undefined {
    const { campaignId, callId } = fact;
    if (fact.type === 'dialed' && fact.skills !== undefined && fact.skills.length > 0) {
      const part = this.#takePart(campaignId, fact.skills);
      if (part !== undefined && part.partOf !== part.options.campaignId) this.#note(fact, part);
      return part;
    }
    if (this.#partOfCall.size === 0) return this.#campaigns.get(campaignId);
    const call = `${campaignId}\n${callId}`;
    const part = this.#campaigns.get(this.#partOfCall.get(call) ?? campaignId);
    if (fact.type === 'ended') this.#partOfCall.delete(call);
    return part;
  }

  #note({ campaignId, callId }: FloorCallFact, part: FloorCampaign): void {
    this.#partOfCall.set(`${campaignId}\n${callId}`, part.options.campaignId);
    if (this.#partOfCall.size <= MOST_CALLS_OF_PARTS) return;
    const [oldest] = this.#partOfCall.keys();
    if (oldest !== undefined) this.#partOfCall.delete(oldest);
  }

  #reach(agentId: string, reach: AgentReach): void {
    const agent = this.#roster.agents.get(agentId);
    if (agent === undefined) return this.#agents.state(agentId, reach);
    if (!this.#agents.isNew(agentId, reach)) return;
    this.#agents.count(agent, -1);
    this.#outlook.classes[this.#agents.classOf(agentId)]!.forget(agent);
    this.#agents.state(agentId, reach);
    this.#agents.count(agent, 1);
    this.#outlook.seated(agent, this.#placeOf(agent), this.#gate.clock.now);
  }

  #agentChanged(change: AgentChange): void {
    const { agent, from, to, wasOwn, wasOf, left } = change;
    if (this.#counted.has(agent)) this.#agents.moved(agent.id, from, to);
    else this.#count(agent);
    const was = wasOwn && wasOf !== undefined ? this.#campaigns.get(wasOf) : undefined;
    if (left !== undefined) was?.side.ledger.releaseLine(left, change.at);
    if (was !== undefined && isBusy(from)) was.side.busyAgents -= 1;
    if (change.recognised === undefined) {
      if (was !== undefined) was.side.learning.agentChanged(change);
      else
        for (const { side } of this.#campaigns.inOrder)
          side.learning.agentChanged({ ...change, wasOwn: false });
    }
    this.#service.agentChanged(change);
    if (this.#isOwn(agent) && isBusy(to)) this.#campaigns.get(agent.campaignId!)!.side.busyAgents += 1;
    this.#outlook.agentChanged(agent, this.#placeOf(agent), this.#gate.clock.now);
  }

  /** The promise of the first campaign; callers may take the agents of all. */
  #served(): ServedFloor {
    const [roster, campaigns] = [this.#roster, this.#campaigns];
    return {
      get ready(): number {
        return roster.counts.ready;
      },
      get promise(): ServicePromise {
        return campaigns.inOrder[0]?.side.promise ?? USUAL_PROMISE;
      },
      get allowed(): number {
        return Math.max(...campaigns.sides.map(({ allowedScale }) => allowedScale));
      },
      rateAt: (at) => this.#otherWork.rate(at),
    };
  }

  #count(agent: AgentRecord): void {
    this.#counted.add(agent);
    this.#agents.count(agent, 1);
  }

  /** Where the forecast counts the agent. */
  #placeOf(agent: AgentRecord): AgentPlace {
    const campaign = this.#isOwn(agent) ? this.#campaigns.get(agent.campaignId!)!.place : 0;
    return { class: this.#agents.classOf(agent.id), campaign };
  }

  /** Whether the agent's conversation, or the one before, is of a campaign of the floor. */
  #isOwn({ ownCall, campaignId }: AgentRecord): boolean {
    return ownCall && campaignId !== undefined && this.#campaigns.has(campaignId);
  }
}

function addPart(
  parts: Map<string, [PartDecision, ...PartDecision[]]>,
  campaignId: string,
  part: PartDecision,
): void {
  const known = parts.get(campaignId);
  if (known === undefined) parts.set(campaignId, [part]);
  else known.push(part);
}

function isBusy(state: AgentState): boolean {
  return (BUSY_STATES as readonly AgentState[]).includes(state);
}
