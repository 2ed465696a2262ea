/** All simulated agents of a run, with the time each spent in every state. */
import {
  zeroByAgentState,
  type AgentState,
  type CampaignEvent,
  type DialMode,
  type FactSink,
} from '@outdial/core';
import type { VirtualClock } from '../clock/virtual-clock.js';
import type { RandomSource } from '../random/random-source.js';
import { DEFAULT_AGENTS, type AgentBehaviour, type AgentProfile } from './agent-behaviour.js';
import { SimulatedAgent, type AgentEnvironment } from './simulated-agent.js';

/** How a floor of simulated agents is made. */
export interface SimulatedAgentsOptions {
  readonly clock: VirtualClock;
  readonly random: RandomSource;
  readonly agents: readonly AgentProfile[];
  /** Default {@link DEFAULT_AGENTS}. */
  readonly behaviour?: AgentBehaviour;
  /** Where their facts go: `engine.dispatch`. */
  readonly dispatch: FactSink;
  /** The engine's time; default the clock's. */
  readonly now?: () => number;
  /**
   * Whether somebody is on an agent's line (`carrier.isTalking`): agents hang up on dead lines. Default:
   * always.
   */
  readonly hears?: (agentId: string) => boolean;
  /** The agent hangs up their station (`carrier.hangUpStation`). Default: nothing. */
  readonly leaveStation?: (agentId: string) => void;
  /** The mode in force, so that agents of a manual campaign ask for calls. */
  readonly mode: (campaignId: string) => DialMode;
}

/** A floor of agents who read the engine's events as a screen would show them, and act. */
export interface SimulatedAgents {
  /** Books every agent's login and logout. Call once. */
  start(): void;
  /** Give it every event of the engine. */
  onEvent(event: CampaignEvent): void;
  /** The process died, or runs again. */
  screensDied(): void;
  screensBack(): void;
  /** One agent loses the network for `length` ms, without a log-out. */
  vanish(agentId: string, length: number): void;
  /** Every agent logs out when the call in progress and its wrap-up are done. */
  logOut(): void;
  /** Agents who are not offline on their screens. */
  present(): number;
  /** Agents of a campaign who are ready on their screens. */
  ready(campaignId: string): number;
  /** ms spent in each state by all agents, from the engine's events. */
  stateTimes(): Readonly<Record<AgentState, number>>;
}

/** Agents who work by {@link AgentBehaviour}, drawn from the seed. */
export function createSimulatedAgents(options: SimulatedAgentsOptions): SimulatedAgents {
  return new Agents(options);
}

class Agents implements SimulatedAgents {
  readonly #options: SimulatedAgentsOptions;
  readonly #agents = new Map<string, SimulatedAgent>();
  readonly #since = new Map<string, { readonly state: AgentState; readonly at: number }>();
  readonly #times: Record<AgentState, number> = zeroByAgentState();

  constructor(options: SimulatedAgentsOptions) {
    this.#options = options;
    const environment: AgentEnvironment = {
      clock: options.clock,
      behaviour: options.behaviour ?? DEFAULT_AGENTS,
      act: options.dispatch,
      colleagues: (campaignId, agentId) =>
        options.agents
          .filter((other) => other.campaignId === campaignId && other.agentId !== agentId)
          .filter(({ supervises }) => supervises !== true)
          .map((other) => other.agentId),
      now: options.now ?? (() => options.clock.now()),
      hears: options.hears ?? (() => true),
      leaveStation: options.leaveStation ?? (() => undefined),
      mode: options.mode,
    };
    for (const profile of options.agents)
      this.#agents.set(
        profile.agentId,
        new SimulatedAgent(profile, environment, options.random.stream('agent', profile.agentId)),
      );
  }

  start(): void {
    const { clock } = this.#options;
    for (const agent of this.#agents.values()) {
      clock.after(agent.profile.logInAfter ?? 0, () => agent.arrive());
      if (agent.profile.logOutAfter !== undefined)
        clock.after(agent.profile.logOutAfter, () => agent.logOut());
    }
  }

  onEvent(event: CampaignEvent): void {
    if (!('agentId' in event) || event.agentId === undefined) return;
    if (event.type === 'agent.state') this.#book(event.agentId, event.state);
    this.#agents.get(event.agentId)?.see(event);
  }

  screensDied(): void {
    for (const agent of this.#agents.values()) {
      this.#book(agent.profile.agentId, 'offline');
      agent.screenDied();
    }
  }

  screensBack(): void {
    for (const agent of this.#agents.values()) agent.screenBack();
  }

  vanish(agentId: string, length: number): void {
    const agent = this.#agents.get(agentId);
    if (!agent) return;
    agent.vanish();
    this.#options.clock.after(length, () => agent.comeBack());
  }

  logOut(): void {
    for (const agent of this.#agents.values()) agent.logOut();
  }

  present(): number {
    return [...this.#agents.values()].filter((agent) => agent.state !== 'offline').length;
  }

  ready(campaignId: string): number {
    return [...this.#agents.values()].filter(
      ({ profile, state }) => profile.campaignId === campaignId && state === 'ready',
    ).length;
  }

  stateTimes(): Readonly<Record<AgentState, number>> {
    for (const [agentId, { state }] of this.#since) this.#book(agentId, state);
    return { ...this.#times };
  }

  #book(agentId: string, state: AgentState): void {
    const now = this.#options.clock.now();
    const last = this.#since.get(agentId);
    if (last) this.#times[last.state] += now - last.at;
    this.#since.set(agentId, { state, at: now });
  }
}
