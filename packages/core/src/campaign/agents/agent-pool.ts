/** The agents of a floor, where campaigns share them, as one campaign asks for them. */
import type { Agent } from './agent.js';

/** An answered call that needs an agent. */
export interface AgentRequest {
  /** Epoch ms. */
  readonly at: number;
  /** The agent whom the called person belongs to. */
  readonly ownerId?: string;
  /** Skills that the called person asks for. */
  readonly skills?: readonly string[];
  /** Whether this agent could take the call at this instant. */
  readonly can: (agent: Agent) => boolean;
}

/** Whom a campaign may ask for an agent. Without a pool, a campaign has its own agents only. */
export interface AgentPool {
  /** Whether an agent who takes this campaign's calls is ready, here or elsewhere. */
  hasReady(): boolean;
  /** Whether an agent at work who takes this campaign's calls has these skills, even if they are busy. */
  anAgentHas(skills: readonly string[]): boolean;
  /**
   * The ready agent who takes the call. From then on they work for the asking campaign, until they are free
   * again. Undefined: none of the ready agents can.
   */
  choose(request: AgentRequest): Agent | undefined;
}
