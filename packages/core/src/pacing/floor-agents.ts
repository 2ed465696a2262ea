/** The agents of a floor: whose calls they take, counted by class and by campaign. */
import type { AgentRecord } from './agent-roster.js';
import { STAFFED_STATES, zeroByAgentState } from './contract.js';
import type { AgentState } from './contract.js';
import type { ReachClass } from './crowds.js';
import type { AgentReach, PacedCampaignOptions } from './floor-contract.js';
import type { AgentCounts } from './pacing-view.js';

/** Agents by state, kept up to date. */
export class CountedAgents implements AgentCounts {
  readonly counts: Record<AgentState, number> = zeroByAgentState();

  #staffed = 0;

  get staffed(): number {
    return this.#staffed;
  }

  add(state: AgentState, by: number): void {
    this.counts[state] += by;
    if ((STAFFED_STATES as readonly AgentState[]).includes(state)) this.#staffed += by;
  }
}

/** Agents of one class. */
export interface AgentClass extends ReachClass {
  readonly agents: CountedAgents;
}

/** What decides which agents take a campaign's calls. */
export interface ReachableCampaign {
  readonly options: PacedCampaignOptions;
  /** The id that agents name. */
  readonly partOf: string;
}

/** The classes of a floor's agents. Campaigns and classes are named by their places. */
export class FloorAgents {
  readonly classes: AgentClass[] = [];
  /** The agents in reach of each campaign. */
  readonly byCampaign: readonly CountedAgents[];
  readonly #campaigns: readonly ReachableCampaign[];
  readonly #placeOf = new Map<string, number>();
  readonly #classOf = new Map<string, number>();
  readonly #reachOf: Map<string, AgentReach>;
  readonly #onClass: (taken: ReadonlySet<number>) => void;

  /**
   * @param reaches what agents were stated to take; shared with the caller, who keeps it when campaigns
   * change
   * @param onClass called whenever a class is found that there was not, with the campaigns it takes
   */
  constructor(
    campaigns: readonly ReachableCampaign[],
    reaches: Map<string, AgentReach>,
    onClass: (taken: ReadonlySet<number>) => void,
  ) {
    this.#campaigns = campaigns;
    this.#reachOf = reaches;
    this.#onClass = onClass;
    this.byCampaign = campaigns.map(() => new CountedAgents());
  }

  /** Place of the agent's class. */
  classOf(agentId: string): number {
    const known = this.#classOf.get(agentId);
    if (known !== undefined) return known;
    const place = this.#findClass(this.#reachOf.get(agentId) ?? {});
    this.#classOf.set(agentId, place);
    return place;
  }

  /** Places of the campaigns whose calls the agent takes. */
  campaignsOf(agentId: string): ReadonlySet<number> {
    return this.classes[this.classOf(agentId)]!.campaigns;
  }

  /** Counts an agent who was not counted before. */
  count({ id, state }: AgentRecord, by: 1 | -1): void {
    const { agents, campaigns } = this.classes[this.classOf(id)]!;
    agents.add(state, by);
    for (const k of campaigns) this.byCampaign[k]!.add(state, by);
  }

  /** The agent, counted in `from`, is now in another state. */
  moved(agentId: string, from: AgentState, to: AgentState): void {
    const { agents, campaigns } = this.classes[this.classOf(agentId)]!;
    agents.add(from, -1);
    agents.add(to, 1);
    for (const k of campaigns) {
      this.byCampaign[k]!.add(from, -1);
      this.byCampaign[k]!.add(to, 1);
    }
  }

  /** Takes a new statement of what the agent takes. Returns whether it differs; count the agent anew then. */
  isNew(agentId: string, reach: AgentReach): boolean {
    return this.#findClass(reach) !== this.#classOf.get(agentId);
  }

  state(agentId: string, reach: AgentReach): void {
    this.#reachOf.set(agentId, reach);
    this.#classOf.set(agentId, this.#findClass(reach));
  }

  #findClass({ campaigns, skills }: AgentReach): number {
    const taken = this.#campaigns.flatMap(({ partOf, options: { skills: wanted = [] } }, k) =>
      (campaigns?.includes(partOf) ?? true) && wanted.every((skill) => skills?.includes(skill)) ? [k] : [],
    );
    const key = taken.join();
    const known = this.#placeOf.get(key);
    if (known !== undefined) return known;
    this.#placeOf.set(key, this.classes.length);
    const places = new Set(taken);
    this.classes.push({ campaigns: places, agents: new CountedAgents() });
    this.#onClass(places);
    return this.classes.length - 1;
  }
}
