/** Agents who take the calls of several campaigns: lent for one call, then back to their own campaign. */
import type { Agent } from '../campaign/agents/agent.js';
import type { AgentRequest, AgentPool } from '../campaign/agents/agent-pool.js';
import type { Campaign, CampaignParts, Handled } from '../campaign/campaign.js';
import { pacerOptions } from '../campaign/orders/campaign-orders.js';
import type { CampaignSettings } from '../campaign/settings.js';
import { defined } from '../defined.js';
import { BUSY_STATES, type AgentState } from '../pacing/index.js';
import { JointPacer } from './joint-pacer.js';

/** How a campaign takes part in a floor whose campaigns share agents. */
export interface FloorCampaignParts extends CampaignParts {
  /** What a second of an agent's work for this campaign is worth beside the others (> 0). Default 1. */
  readonly priority?: number;
}

/** What lending needs of the floor. */
export interface LendingFloor {
  campaign(campaignId: string): Campaign | undefined;
  campaigns(): readonly Campaign[];
  /** The agent works for this campaign now. */
  place(agentId: string, campaignId: string): void;
}

/** States in which an agent has a call, or is about to. */
const AT_WORK: readonly AgentState[] = [...BUSY_STATES, 'reserved'];

/** Lends ready agents to the campaign whose answered call needs them, by the rule of the shared pacer. */
export class LentAgents {
  readonly #floor: LendingFloor;
  readonly #pacer = new JointPacer();
  /** The campaign that each agent logged in to. */
  readonly #ownCampaignOf = new Map<string, string>();
  readonly #alsoFor = new Map<string, readonly string[]>();
  readonly #lent = new Set<string>();
  readonly #sharing = new Set<string>();
  /** What campaigns that gave an agent away have to say, while the fact that needed them is handled. */
  #effects: Handled[] = [];

  constructor(floor: LendingFloor) {
    this.#floor = floor;
  }

  /** The parts of a campaign that shares agents; one with a pacer of its own does not. */
  partsOf(settings: CampaignSettings, { priority, ...parts }: FloorCampaignParts, at: number): CampaignParts {
    if (parts.pacer !== undefined) return parts;
    const { campaignId } = settings;
    const own = { campaignId, ...pacerOptions(settings), ...defined({ priority }) };
    const pacer = this.#pacer.pacerFor(own, at);
    this.#sharing.add(campaignId);
    return { ...parts, pacer, pool: this.#poolOf(campaignId) };
  }

  /** The campaign has left the floor: agents of it who are lent stay where they are. */
  remove(campaignId: string, at: number): void {
    if (this.#sharing.delete(campaignId)) this.#pacer.remove(campaignId, at);
    for (const [agentId, ownId] of this.#ownCampaignOf) {
      if (ownId !== campaignId) continue;
      this.#ownCampaignOf.delete(agentId);
      this.#lent.delete(agentId);
    }
  }

  /** Campaigns that share agents, without this one. */
  othersThan(campaignIds: readonly string[]): readonly Campaign[] {
    return this.#floor
      .campaigns()
      .filter(({ campaignId }) => this.#sharing.has(campaignId) && !campaignIds.includes(campaignId));
  }

  /** Whether the agent is lent to another campaign than their own. */
  isLent(agentId: string): boolean {
    return this.#lent.has(agentId);
  }

  /** Whether the agent is lent, and this is their own campaign. */
  isLentBy(agentId: string, campaignId: string): boolean {
    return this.#lent.has(agentId) && this.#ownCampaignOf.get(agentId) === campaignId;
  }

  /** The agent is about to log in. */
  expect(agentId: string, campaignId: string, alsoFor: readonly string[] = []): void {
    this.#alsoFor.set(agentId, alsoFor);
    this.#pacer.expect(agentId, [campaignId, ...alsoFor]);
  }

  /** The agent has logged in. */
  settle(agentId: string, campaignId: string): void {
    this.#ownCampaignOf.set(agentId, campaignId);
    this.#lent.delete(agentId);
  }

  /** The agent has left the floor. */
  forget(agentId: string): void {
    this.#ownCampaignOf.delete(agentId);
    this.#alsoFor.delete(agentId);
    this.#lent.delete(agentId);
  }

  /** An agent who had a call of another campaign before a restart goes on with it. */
  rejoin(agentId: string, at: number): void {
    const ownId = this.#ownCampaignOf.get(agentId);
    const own = this.#floor.campaign(ownId ?? '');
    const agent = own?.agent(agentId);
    if (!own || !agent || this.#lent.has(agentId)) return;
    if (agent.attemptId !== null || agent.preview !== null || agent.awaitingLeg !== null) return;
    const target = this.othersThan([own.campaignId]).find((other) => other.hasConversationOf(agentId));
    if (!target) return;
    this.#lent.add(agentId);
    this.#move(agentId, own, target.campaignId, at);
    this.#effects.push(target.rejoin(agentId, at));
  }

  /** Gives lent agents without a call back to their own campaigns. */
  returnLent(at: number, campaignOf: (agentId: string) => string | undefined): void {
    for (const agentId of [...this.#lent]) {
      const ownId = this.#ownCampaignOf.get(agentId);
      const present = this.#floor.campaign(campaignOf(agentId) ?? '');
      const state = present?.agent(agentId)?.state;
      if (ownId === undefined || present === undefined || state === undefined) continue;
      if (AT_WORK.includes(state)) continue;
      this.#lent.delete(agentId);
      this.#move(agentId, present, ownId, at);
      const own = this.#floor.campaign(ownId);
      if (own) this.#effects.push(own.goOn(at));
    }
  }

  /** What lending has led to since this was asked last. */
  takeEffects(): readonly Handled[] {
    const effects = this.#effects;
    this.#effects = [];
    return effects;
  }

  #poolOf(campaignId: string): AgentPool {
    return {
      hasReady: () => this.#readyAgents().some(({ agent }) => this.#takes(agent.agentId, campaignId)),
      anAgentHas: (skills) => this.#anAgentHas(campaignId, skills),
      choose: (request) => this.#choose(campaignId, request),
    };
  }

  #anAgentHas(campaignId: string, skills: readonly string[]): boolean {
    const campaigns = this.#floor.campaigns();
    return [...this.#ownCampaignOf.keys()].some((agentId) => {
      if (!this.#takes(agentId, campaignId)) return false;
      const has = campaigns
        .map((campaign) => campaign.agent(agentId))
        .find((agent) => agent !== undefined)?.skills;
      return skills.every((skill) => has?.includes(skill) === true);
    });
  }

  #choose(campaignId: string, { at, ownerId, skills, can }: AgentRequest): Agent | undefined {
    const ready = this.#readyAgents().filter(
      ({ agent }) => this.#takes(agent.agentId, campaignId) && can(agent),
    );
    const among = ready.map(({ agent: { agentId, readySince } }) => ({ agentId, readySince }));
    const chosenId = this.#pacer.choose(campaignId, { among, ...defined({ ownerId, skills }) });
    const chosen = ready.find(({ agent }) => agent.agentId === chosenId);
    if (chosen === undefined) return undefined;
    if (chosen.campaign.campaignId === campaignId) return chosen.agent;
    this.#lent.add(chosen.agent.agentId);
    return this.#move(chosen.agent.agentId, chosen.campaign, campaignId, at);
  }

  #takes(agentId: string, campaignId: string): boolean {
    return (
      this.#ownCampaignOf.get(agentId) === campaignId ||
      this.#alsoFor.get(agentId)?.includes(campaignId) === true
    );
  }

  #readyAgents(): { readonly agent: Agent; readonly campaign: Campaign }[] {
    return this.#floor
      .campaigns()
      .filter(({ campaignId }) => this.#sharing.has(campaignId))
      .flatMap((campaign) => campaign.lendableAgents().map((agent) => ({ agent, campaign })));
  }

  #move(agentId: string, from: Campaign, to: string, at: number): Agent | undefined {
    const target = this.#floor.campaign(to);
    if (target === undefined) return undefined;
    const { agent, handled } = from.handOver(agentId, to, at);
    this.#effects.push(handled);
    this.#floor.place(agentId, to);
    target.takeIn(agent);
    return agent;
  }
}
