/** Agents that act by themselves: for demonstrations, tests and simulated campaigns. */
import { defined, type AgentState } from '@outdial/core';
import { sample, createRandom, type Distribution, type RandomStream } from '@outdial/simulator';
import type { AutomaticAgents } from '../campaign-file/types.js';
import type { Dialer } from './dialer.js';

/** A team of automatic agents. They use the same methods that an agent's screen calls. */
export interface AutomaticTeam {
  /** Logs all of them in and makes them ready. */
  logIn(): void;
  /** They finish their present call and log out. */
  logOut(): void;
}

/** How a team is made. */
export interface AutomaticTeamOptions {
  readonly dialer: Dialer;
  readonly agents: readonly {
    readonly id: string;
    readonly station?: string;
    readonly skills: readonly string[];
  }[];
  readonly behaviour: AutomaticAgents;
  /** Runs an action after `delay` ms. Default: of the dialer's time. */
  readonly after?: (delay: number, action: () => void) => () => void;
}

const SECOND = 1000;
/** An agent whom the engine paused (its leg broke) is back after this long. */
const BACK_AFTER_MS = 5 * SECOND;
/** Log-ins that are tried again: the agent still works at a dialer that ends. */
const TRIED_AGAIN: ReadonlySet<string> = new Set(['agent-elsewhere', 'agent-place-unknown']);
/** Manual: when no lead was dialable, the agent asks again after this long. */
const ASK_AGAIN_MS = 10 * SECOND;

/** Makes a team for a dialer; nobody is logged in yet. */
export function createAutomaticTeam(options: AutomaticTeamOptions): AutomaticTeam {
  return new Team(options);
}

class Team implements AutomaticTeam {
  readonly #options: AutomaticTeamOptions;
  readonly #stream: RandomStream;
  readonly #after: (delay: number, action: () => void) => () => void;
  /** What each agent is about to do, and how to cancel it: the call may move on first. */
  readonly #intentions = new Map<string, () => void>();
  #leaving = false;

  constructor(options: AutomaticTeamOptions) {
    this.#options = options;
    this.#stream = createRandom(options.behaviour.seed).stream('automatic-agents');
    const { dialer } = options;
    this.#after = options.after ?? ((delay, action) => dialer.after(delay, action));
    const mine = new Set(options.agents.map((agent) => agent.id));
    dialer.on('agent.state', (event) => {
      if (mine.has(event.agentId)) this.#stateChanged(event.agentId, event.state);
    });
    dialer.on('preview.offered', (event) => {
      if (mine.has(event.agentId))
        this.#intend(
          event.agentId,
          options.behaviour.decideMeanSeconds,
          () => void dialer.accept(event.agentId),
        );
    });
    dialer.on('preview.ended', (event) => this.#cancelIntention(event.agentId));
  }

  logIn(): void {
    for (const agent of this.#options.agents) this.#logInOne(agent);
  }

  logOut(): void {
    this.#leaving = true;
    for (const agent of this.#options.agents) void this.#options.dialer.logOut(agent.id);
  }

  #logInOne(agent: AutomaticTeamOptions['agents'][number]): void {
    const { dialer } = this.#options;
    const loggedIn = dialer.logIn({
      agentId: agent.id,
      skills: agent.skills,
      ...defined({ station: agent.station }),
    });
    void dialer.ready(agent.id);
    void loggedIn.then((answer) => {
      if (answer.accepted || !TRIED_AGAIN.has(answer.code)) return;
      this.#after(BACK_AFTER_MS, () => this.#logInAgain(agent.id));
    });
  }

  #stateChanged(agentId: string, state: AgentState): void {
    const { dialer, behaviour } = this.#options;
    this.#cancelIntention(agentId);
    if (state === 'talking' && behaviour.talkMeanSeconds !== null)
      this.#intend(agentId, behaviour.talkMeanSeconds, () => void dialer.hangUp(agentId));
    if (state === 'wrap-up')
      this.#intend(agentId, behaviour.wrapUpMeanSeconds, () => {
        void dialer.dispose(agentId, this.#disposition());
      });
    if (state === 'ready' && dialer.mode === 'manual') this.#askForCall(agentId);
    if (this.#leaving) return;
    if (state === 'paused') this.#after(BACK_AFTER_MS, () => void dialer.ready(agentId));
    if (state === 'offline') this.#after(BACK_AFTER_MS, () => this.#logInAgain(agentId));
  }

  /** Manual: asks for the next call, and again when none was dialable. */
  #askForCall(agentId: string): void {
    const { dialer, behaviour } = this.#options;
    this.#intend(agentId, behaviour.decideMeanSeconds, () => {
      if (dialer.state === 'running') void dialer.manualDial(agentId);
      this.#intentions.set(
        agentId,
        this.#after(ASK_AGAIN_MS, () => this.#askForCall(agentId)),
      );
    });
  }

  #logInAgain(agentId: string): void {
    const agent = this.#options.agents.find((entry) => entry.id === agentId);
    if (agent && !this.#leaving) this.#logInOne(agent);
  }

  #intend(agentId: string, meanSeconds: number, action: () => void): void {
    this.#cancelIntention(agentId);
    const delay: Distribution = { kind: 'exponential', mean: meanSeconds * SECOND };
    this.#intentions.set(
      agentId,
      this.#after(meanSeconds === 0 ? 0 : Math.round(sample(delay, this.#stream)), action),
    );
  }

  #cancelIntention(agentId: string): void {
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
