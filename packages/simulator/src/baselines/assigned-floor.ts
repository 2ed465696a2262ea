/** Baselines for a floor: each campaign paced on its own, on agents assigned to it by a rule. */
import type { AgentReach, AgentState, CallTaker, FloorPacerFact, Pacer } from '@outdial/core';
import type { FloorPacing } from '../pacing-simulation/simulate-floor.js';

/** One campaign of a baseline. */
export interface AssignedCampaign {
  readonly campaignId: string;
  readonly pacer: Pacer;
  /** Share of the agents in common, beside the shares of the others; default 1. */
  readonly share?: number;
}

/** An agent as the rules of assignment see them. */
export interface AssignedAgent {
  readonly agentId: string;
  reach: AgentReach;
  state: AgentState;
  /** Campaign for whose dialing the agent counts. */
  assigned: string | undefined;
  /** When the agent last counted for each campaign. */
  readonly lastFor: Map<string, number>;
}

/** How agents are assigned to campaigns. */
export interface Assignment {
  /** The campaign that an agent is to count for now; `agents` are all, the agent included. */
  choose(
    agent: AssignedAgent,
    campaigns: readonly AssignedCampaign[],
    agents: readonly AssignedAgent[],
  ): string;
  /** Agents are assigned anew after this long, ms; undefined: never. */
  readonly every: number | undefined;
  /** Whether an agent takes answered calls of other campaigns than the assigned one. */
  readonly takesAll: boolean;
  /** The most calls in flight of all campaigns together. */
  mostInFlight?(campaigns: readonly AssignedCampaign[], agents: readonly AssignedAgent[]): number;
}

/** Each agent counts for one campaign at a time; each campaign has a pacer that knows of no other. */
export class AssignedFloor implements FloorPacing {
  readonly #campaigns: readonly AssignedCampaign[];
  readonly #assignment: Assignment;
  readonly #agents = new Map<string, AssignedAgent>();
  readonly #inFlight = new Set<string>();
  #assignedAt = 0;

  constructor(campaigns: readonly AssignedCampaign[], assignment: Assignment) {
    this.#campaigns = campaigns;
    this.#assignment = assignment;
  }

  observe(fact: FloorPacerFact): void {
    if (fact.type === 'agent') return this.#agentChanged(fact);
    const { campaignId, ...own } = fact;
    if (own.type === 'dialed') this.#inFlight.add(own.callId);
    else if (own.type !== 'answered') this.#inFlight.delete(own.callId);
    // An agent who takes a call of another campaign works for that one from now on.
    if (own.type === 'connected') this.#assign(this.#agents.get(own.agentId)!, campaignId, own.at);
    this.#pacerOf(campaignId).observe(own);
  }

  decide(now: number): ReadonlyMap<string, { readonly calls: number }> {
    const { every } = this.#assignment;
    if (every !== undefined && now - this.#assignedAt >= every) this.#assignAll(now);
    const agents = [...this.#agents.values()];
    let left = (this.#assignment.mostInFlight?.(this.#campaigns, agents) ?? Infinity) - this.#inFlight.size;
    return new Map(
      this.#campaigns.map(({ campaignId, pacer }) => {
        const calls = Math.max(0, Math.min(pacer.decide(now).calls, left));
        left -= calls;
        return [campaignId, { calls }];
      }),
    );
  }

  chooseAgent(campaignId: string, among: readonly CallTaker[]): string | undefined {
    const own = this.#assignment.takesAll
      ? among
      : among.filter(({ agentId }) => this.#agents.get(agentId)?.assigned === campaignId);
    return own.toSorted((a, b) => a.readySince - b.readySince)[0]?.agentId;
  }

  #pacerOf(campaignId: string): Pacer {
    return this.#campaigns.find((campaign) => campaign.campaignId === campaignId)!.pacer;
  }

  #agentChanged({ agentId, state, at, reach }: Extract<FloorPacerFact, { type: 'agent' }>): void {
    const known = this.#agents.get(agentId);
    const agent = known ?? {
      agentId,
      reach: {},
      state,
      assigned: undefined,
      lastFor: new Map<string, number>(),
    };
    agent.state = state;
    if (reach !== undefined) agent.reach = reach;
    this.#agents.set(agentId, agent);
    if (agent.assigned === undefined) this.#assign(agent, this.#choose(agent), at);
    else this.#pacerOf(agent.assigned).observe({ type: 'agent', agentId, state, at });
  }

  #assignAll(now: number): void {
    this.#assignedAt = now;
    for (const agent of this.#agents.values())
      if (agent.state === 'ready') this.#assign(agent, this.#choose(agent), now);
  }

  #choose(agent: AssignedAgent): string {
    const { campaigns } = agent.reach;
    const inReach = this.#campaigns.filter(({ campaignId }) => campaigns?.includes(campaignId) ?? true);
    return this.#assignment.choose(agent, inReach, [...this.#agents.values()]);
  }

  #assign(agent: AssignedAgent, campaignId: string, at: number): void {
    agent.lastFor.set(campaignId, at);
    if (agent.assigned === campaignId) return;
    const { agentId, state } = agent;
    if (agent.assigned !== undefined)
      this.#pacerOf(agent.assigned).observe({ type: 'agent', agentId, state: 'offline', at });
    agent.assigned = campaignId;
    this.#pacerOf(campaignId).observe({ type: 'agent', agentId, state, at });
  }
}
