import type { AgentState } from '@outdial/core';
import { sample, createRandom, type Distribution, type RandomStream } from '@outdial/simulator';
import type { AutomaticAgents } from '../campaign-file/types.js';
import type { Dialer } from './dialer.js';

/** Agents that act by themselves, through the same methods that an agent's screen would call. */
export interface AgentCrew {
  /** Logs everybody in and makes them ready. */
  begin(): void;
  /** They finish the call in hand and go. */
  goHome(): void;
}

/** What the crew needs. */
export interface AgentCrewOptions {
  readonly dialer: Dialer;
  readonly agents: readonly {
    readonly id: string;
    readonly station?: string;
    readonly skills: readonly string[];
  }[];
  readonly behaviour: AutomaticAgents;
  /** Runs an action after `delay` ms of the dialer's time. */
  readonly after: (delay: number, action: () => void) => () => void;
}

const SECOND = 1000;
/** An agent whom the engine paused (its leg broke) is back after this long. */
const BACK_AFTER_MS = 5 * SECOND;
/** Manual: when no lead was dialable, the agent asks again after this long. */
const ASK_AGAIN_MS = 10 * SECOND;

/** Seats a crew at a dialer. */
export function createAgentCrew(options: AgentCrewOptions): AgentCrew {
  return new Crew(options);
}

class Crew implements AgentCrew {
  readonly #options: AgentCrewOptions;
  readonly #stream: RandomStream;
  /** What each agent is about to do, and how to keep him from it: the world may move on first. */
  readonly #intentions = new Map<string, () => void>();
  #leaving = false;

  constructor(options: AgentCrewOptions) {
    this.#options = options;
    this.#stream = createRandom(options.behaviour.seed).stream('automatic-agents');
    const { dialer } = options;
    const mine = new Set(options.agents.map((agent) => agent.id));
    dialer.on('agent.state', (event) => {
      if (mine.has(event.agentId)) this.#stateChanged(event.agentId, event.state);
    });
    dialer.on('preview.offered', (event) => {
      if (mine.has(event.agentId))
        this.#intend(event.agentId, options.behaviour.decideMeanSeconds, () => dialer.accept(event.agentId));
    });
    dialer.on('preview.ended', (event) => this.#giveUp(event.agentId));
  }

  begin(): void {
    for (const agent of this.#options.agents) this.#logIn(agent);
  }

  goHome(): void {
    this.#leaving = true;
    for (const agent of this.#options.agents) this.#options.dialer.logOut(agent.id);
  }

  #logIn(agent: AgentCrewOptions['agents'][number]): void {
    this.#options.dialer.logIn({
      agentId: agent.id,
      skills: agent.skills,
      ...(agent.station === undefined ? {} : { station: agent.station }),
    });
    this.#options.dialer.ready(agent.id);
  }

  #stateChanged(agentId: string, state: AgentState): void {
    const { dialer, behaviour } = this.#options;
    this.#giveUp(agentId);
    if (state === 'talking' && behaviour.talkMeanSeconds !== null)
      this.#intend(agentId, behaviour.talkMeanSeconds, () => dialer.hangUp(agentId));
    if (state === 'wrap-up')
      this.#intend(agentId, behaviour.wrapUpMeanSeconds, () => dialer.dispose(agentId, this.#disposition()));
    if (state === 'ready' && dialer.mode === 'manual') this.#askForCall(agentId);
    if (this.#leaving) return;
    if (state === 'paused') this.#options.after(BACK_AFTER_MS, () => dialer.ready(agentId));
    if (state === 'offline') this.#options.after(BACK_AFTER_MS, () => this.#comeBack(agentId));
  }

  /** Manual: the next call, and again when none was dialable. */
  #askForCall(agentId: string): void {
    const { dialer, behaviour } = this.#options;
    this.#intend(agentId, behaviour.decideMeanSeconds, () => {
      if (dialer.state === 'running') dialer.manualDial(agentId);
      this.#intentions.set(
        agentId,
        this.#options.after(ASK_AGAIN_MS, () => this.#askForCall(agentId)),
      );
    });
  }

  #comeBack(agentId: string): void {
    const agent = this.#options.agents.find((entry) => entry.id === agentId);
    if (agent && !this.#leaving) this.#logIn(agent);
  }

  #intend(agentId: string, meanSeconds: number, action: () => void): void {
    this.#giveUp(agentId);
    const delay: Distribution = { kind: 'exponential', mean: meanSeconds * SECOND };
    this.#intentions.set(
      agentId,
      this.#options.after(meanSeconds === 0 ? 0 : Math.round(sample(delay, this.#stream)), action),
    );
  }

  #giveUp(agentId: string): void {
    this.#intentions.get(agentId)?.();
    this.#intentions.delete(agentId);
  }

  /** A code by its weight. */
  #disposition(): string {
    const weights = Object.entries(this.#options.behaviour.dispositions);
    const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.#stream.uniform() * total;
    for (const [code, weight] of weights) {
      left -= weight;
      if (left < 0) return code;
    }
    return weights.at(-1)?.[0] ?? 'unspecified';
  }
}
