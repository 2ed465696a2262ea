/** The pacer of several campaigns that share agents. */
import { ArrivalRate } from '../estimation/arrival-rate.js';
import type { SavedArrivals } from '../estimation/arrival-rate.js';
import { AgentRoster } from './agent-roster.js';
import type { AgentChange, AgentRecord } from './agent-roster.js';
import type { SavedCampaign } from './campaign-side.js';
import { chooseAgent } from './choose-agent.js';
import { BUSY_STATES } from './contract.js';
import type { AgentState, PacerSnapshot } from './contract.js';
import { crowdsOf } from './crowds.js';
import { FactGate } from './fact-gate.js';
import { FloorAgents } from './floor-agents.js';
import type {
  AgentReach,
  CallTaker,
  FloorCampaignDecision,
  PacedCampaignOptions,
  FloorPacer,
  FloorPacerDecision,
  FloorPacerFact,
  FloorPacerOptions,
  FloorPacerSnapshot,
} from './floor-contract.js';
import { FloorCampaigns } from './floor-campaigns.js';
import { FloorLaw } from './floor-law.js';
import { rankingOf } from './floor-ranking.js';
import type { Ranked } from './floor-ranking.js';
import { Outlook } from './outlook.js';

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
  readonly campaigns: readonly (SavedCampaign & { readonly campaignId: string })[];
  readonly agents: readonly AgentRecord[];
  readonly reaches: readonly (readonly [agentId: string, reach: AgentReach])[];
  readonly otherWork?: SavedArrivals;
}

class SharedFloorPacer implements FloorPacer {
  readonly #gate: FactGate<FloorPacerFact>;
  readonly #roster: AgentRoster;
  readonly #campaigns = new FloorCampaigns();
  readonly #reaches = new Map<string, AgentReach>();
  #agents!: FloorAgents;
  #outlook!: Outlook;
  readonly #otherWork = new ArrivalRate();
  #counted = new WeakSet<AgentRecord>();
  #ranking: readonly Ranked[] = [];
  #rankedAt = -Infinity;
  /** Undefined since the campaigns or the classes of agents changed. */
  #law: FloorLaw | undefined;

  constructor(options: FloorPacerOptions, snapshot: FloorPacerSnapshot | undefined) {
    this.#gate = new FactGate<FloorPacerFact>(
      (fact, at) => this.#apply(fact, at),
      () => this.#campaigns.inOrder.some(({ side }) => side.ledger.ringing > 0),
    );
    this.#roster = new AgentRoster((change) => this.#agentChanged(change));
    for (const campaign of options.campaigns) this.#open(campaign);
    this.#layOut();
    if (snapshot !== undefined) this.#restore(snapshot);
  }

  observe(fact: FloorPacerFact): void {
    this.#gate.observe(fact);
  }

  decide(now: number): FloorPacerDecision {
    this.#gate.present(now);
    this.#gate.flush();
    for (const { side } of this.#campaigns.inOrder) side.expire();
    const at = this.#gate.clock.now;
    this.#outlook.advance(at, this.#campaigns.graceMs);
    for (const campaign of this.#campaigns.inOrder)
      if (at - (campaign.askedSince ?? at) >= DRY_AFTER_MS) campaign.isDry = true;
    this.#rank(at);
    this.#law ??= this.#lawOf();
    return this.#named(this.#law, at);
  }

  chooseAgent(campaignId: string, among: readonly CallTaker[], ownerId?: string): string | undefined {
    const campaign = this.#campaigns.get(campaignId);
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
    const clock = this.#gate.clock.toJSON();
    const state: SavedFloor = {
      clock,
      campaigns: this.#campaigns.inOrder.map(({ options, side }) => ({
        campaignId: options.campaignId,
        ...side.toJSON(),
      })),
      agents: [...this.#roster.agents.values()],
      reaches: [...this.#reaches],
      otherWork: this.#otherWork.toJSON(),
    };
    return { version: 1, at: clock.now, state: JSON.parse(JSON.stringify(state)) };
  }

  snapshotOf(campaignId: string): PacerSnapshot {
    this.#gate.flush();
    const { place, side } = this.#campaigns.known(campaignId);
    const clock = this.#gate.clock.toJSON();
    const agents = [...this.#roster.agents.values()]
      .filter(({ id }) => this.#agents.campaignsOf(id).has(place))
      .map((agent) => ({ ...agent, ownCall: this.#isOwn(agent) && agent.campaignId === campaignId }));
    const state = { clock, ...side.toJSON(), agents, otherWork: this.#otherWork.toJSON() };
    return { version: 1, at: clock.now, state: JSON.parse(JSON.stringify(state)) };
  }

  #restore(snapshot: FloorPacerSnapshot): void {
    if (snapshot.version !== 1)
      throw new Error(
        `floor pacer snapshot has version ${String(snapshot.version)}; this release reads version 1. ` +
          'Start without the snapshot.',
      );
    const saved = snapshot.state as SavedFloor;
    this.#gate.clock.restore(saved.clock);
    for (const { campaignId, ...state } of saved.campaigns)
      this.#campaigns.get(campaignId)?.side.restore(state);
    for (const [agentId, reach] of saved.reaches) this.#reaches.set(agentId, reach);
    for (const agent of saved.agents) this.#seat(this.#roster.restore(agent).agent);
    if (saved.otherWork !== undefined) this.#otherWork.restore(saved.otherWork);
  }

  #open(options: PacedCampaignOptions): void {
    this.#campaigns.open(options, {
      clock: this.#gate.clock,
      noteCall: (isNewKind) => this.#outlook.noteCall(isNewKind),
    });
  }

  /** Gives every campaign its place and counts all agents anew. */
  #layOut(): void {
    this.#campaigns.layOut();
    this.#law = undefined;
    this.#rankedAt = -Infinity;
    this.#counted = new WeakSet();
    this.#outlook = new Outlook(
      this.#campaigns.inOrder.map(({ side }) => side.outlook),
      { classes: 0, grace: this.#campaigns.graceMs, otherWork: this.#otherWork },
    );
    this.#agents = new FloorAgents(
      this.#campaigns.inOrder.map(({ options }) => options),
      this.#reaches,
      () => {
        this.#outlook.addClass();
        this.#law = undefined;
      },
    );
    for (const { side, place } of this.#campaigns.inOrder) side.roster = this.#agents.byCampaign[place]!;
    for (const agent of this.#roster.agents.values()) this.#seat(agent);
  }

  #lawOf(): FloorLaw {
    return new FloorLaw({
      sides: this.#campaigns.sides,
      agents: this.#agents,
      crowds: crowdsOf(this.#campaigns.inOrder.length, this.#agents.classes),
      outlook: this.#outlook,
      isDry: (place) => this.#campaigns.inOrder[place]!.isDry,
    });
  }

  /** Counts an agent who was not counted before. */
  #seat(agent: AgentRecord): void {
    if (!this.#isOwn(agent)) agent.ownCall = false;
    else if (isBusy(agent.state)) this.#campaigns.get(agent.campaignId!)!.side.busyAgents += 1;
    this.#count(agent);
    this.#enter(agent);
  }

  #rank(at: number): void {
    if (at - this.#rankedAt < RANKED_FOR_MS) return;
    this.#rankedAt = at;
    this.#ranking = rankingOf(
      this.#campaigns.sides,
      this.#campaigns.inOrder.map(({ options }) => options.priority ?? 1),
    );
  }

  #named(law: FloorLaw, at: number): FloorPacerDecision {
    const decisions = law.decisions(this.#ranking);
    const named = new Map<string, FloorCampaignDecision>();
    for (const campaign of this.#campaigns.inOrder) {
      const { calls, why, hangUp } = decisions[campaign.place]!;
      campaign.askedSince = calls > 0 ? (campaign.askedSince ?? at) : undefined;
      const { worth, rank } = law.rankOf(campaign.place);
      const { campaignId } = campaign.options;
      const own = { campaignId, calls, why, worth, rank };
      named.set(campaignId, hangUp === undefined ? own : { ...own, hangUp });
    }
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
    const campaign = this.#campaigns.get(fact.campaignId);
    if (campaign === undefined) return;
    if (fact.type === 'dialed') [campaign.askedSince, campaign.isDry] = [undefined, false];
    if (fact.type !== 'connected') return campaign.side.observe(fact, at);
    campaign.side.connected(fact.callId, at);
    this.#roster.connect(fact.agentId, fact.callId, at, fact.campaignId);
  }

  #reach(agentId: string, reach: AgentReach): void {
    const agent = this.#roster.agents.get(agentId);
    if (agent === undefined) return this.#agents.state(agentId, reach);
    if (!this.#agents.isNew(agentId, reach)) return;
    this.#agents.count(agent, -1);
    this.#outlook.classes[this.#agents.classOf(agentId)]!.forget(agent);
    this.#agents.state(agentId, reach);
    this.#agents.count(agent, 1);
    this.#enter(agent);
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
    if (this.#isOwn(agent) && isBusy(to)) this.#campaigns.get(agent.campaignId!)!.side.busyAgents += 1;
    this.#enter(agent);
  }

  #count(agent: AgentRecord): void {
    this.#counted.add(agent);
    this.#agents.count(agent, 1);
  }

  #enter(agent: AgentRecord): void {
    const campaign = this.#isOwn(agent) ? this.#campaigns.get(agent.campaignId!)!.place : 0;
    this.#outlook.agentChanged(
      agent,
      { class: this.#agents.classOf(agent.id), campaign },
      this.#gate.clock.now,
    );
  }

  /** Whether the agent's conversation, or the one before, is of a campaign of the floor. */
  #isOwn({ ownCall, campaignId }: AgentRecord): boolean {
    return ownCall && campaignId !== undefined && this.#campaigns.has(campaignId);
  }
}

function isBusy(state: AgentState): boolean {
  return (BUSY_STATES as readonly AgentState[]).includes(state);
}
