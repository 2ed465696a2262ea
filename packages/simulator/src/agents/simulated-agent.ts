/** One simulated agent: answers what the engine asks of an agent, as a person would. */
import {
  defined,
  type AgentActionFact,
  type AgentState,
  type CampaignEvent,
  type ConversationOrderFact,
  type DialMode,
  type Unstamped,
} from '@outdial/core';
import type { Booking, VirtualClock } from '../clock/virtual-clock.js';
import { sample, type Distribution } from '../random/distribution.js';
import type { RandomStream } from '../random/random-source.js';
import type { AgentBehaviour, AgentProfile } from './agent-behaviour.js';
import { ConversationHabits } from './conversation-habits.js';

/** What an agent needs from the simulation. */
export interface AgentEnvironment {
  readonly clock: VirtualClock;
  readonly behaviour: AgentBehaviour;
  /** Presses a key on the agent's screen. Lost while the process is down. */
  act(action: AgentActionFact | ConversationOrderFact): void;
  /** The other agents of a campaign. */
  colleagues(campaignId: string, agentId: string): readonly string[];
  /** The engine's time. */
  now(): number;
  /** Whether the agent hears somebody on the line. */
  hears(agentId: string): boolean;
  /** The agent hangs up their station. */
  leaveStation(agentId: string): void;
  /** The mode of the agent's campaign: in manual mode agents ask for calls. */
  mode(campaignId: string): DialMode;
}

/** A screen that does not react is tried again after this long. */
const PATIENCE_MS = 10_000;
/** An agent whom the engine has paused says ready after this time, ms. */
const READY_AGAIN_MS = 4_000;

type Action = Unstamped<AgentActionFact | ConversationOrderFact, 'at' | 'agentId'>;

/**
 * One agent: reads the screen (the engine's events) and acts by the behaviour and the random draws, one
 * action at a time.
 */
export class SimulatedAgent {
  readonly profile: AgentProfile;
  readonly #environment: AgentEnvironment;
  readonly #stream: RandomStream;
  #state: AgentState = 'offline';
  /** True between login and logout, while the agent can be reached. */
  #present = false;
  /** Logs out as soon as it can. */
  #leaving = false;
  #onBreak = false;
  #breakDueAt = Infinity;
  #next: Booking | undefined;
  #notice: Booking | undefined;
  readonly #habits: ConversationHabits | null;

  constructor(profile: AgentProfile, environment: AgentEnvironment, stream: RandomStream) {
    this.profile = profile;
    this.#environment = environment;
    this.#stream = stream;
    const { behaviour, clock } = environment;
    this.#habits = behaviour.conversations
      ? new ConversationHabits({
          clock,
          stream,
          behaviour: behaviour.conversations,
          colleagues: environment.colleagues(profile.campaignId, profile.agentId),
          act: (action) => this.#act(action),
        })
      : null;
  }

  /** The state the screen shows. */
  get state(): AgentState {
    return this.#state;
  }

  /** Logs in. */
  arrive(): void {
    this.#present = true;
    this.#planBreak();
    this.#logIn();
  }

  /** Logs out when the call in progress and its wrap-up are done. */
  logOut(): void {
    this.#leaving = true;
    if (!this.#present) return;
    // The order is repeated until it takes effect: no agent stays logged in. What is booked comes first,
    // because
    // the screen may react at once. A call in progress is finished first.
    if (this.#state !== 'talking' && this.#state !== 'wrap-up')
      this.#soon(PATIENCE_MS, () => this.#insistOnGoing());
    this.#act({ type: 'agent.logout' });
  }

  /** The dialer's process died: no events come. */
  screenDied(): void {
    this.#state = 'offline';
    this.#forget();
  }

  /** A process runs again. */
  screenBack(): void {
    if (this.#present && this.#leaving) this.#insistOnGoing();
    else if (this.#present)
      this.#soon(sample({ kind: 'uniform', from: 200, to: 5_000 }, this.#stream), () => this.#logIn());
  }

  /** Browser and station lose the network at once, without a log-out. */
  vanish(): void {
    this.#present = false;
    this.#forget();
  }

  /** The agent's network is back. */
  comeBack(): void {
    this.#present = true;
    if (this.#leaving) this.logOut();
    else this.#logIn();
  }

  /** The screen shows an event. */
  see(event: CampaignEvent): void {
    if (event.type === 'agent.state') this.#seeState(event.state);
    if (!this.#present) return;
    if (event.type === 'preview.offered') this.#seeOffer();
    else if (event.type === 'callback.refused')
      this.#after(this.#environment.behaviour.wrapUp, () => this.#dispose(true));
    else if (event.type === 'order.rejected' && event.order === 'agent.manual-dial')
      this.#soon(PATIENCE_MS, () => this.#askForCall());
  }

  #logIn(): void {
    const { campaignId, skills, alsoFor } = this.profile;
    this.#soon(1_000, () => this.#sitDown());
    if (this.#state !== 'offline') return;
    this.#act({ type: 'agent.login', campaignId, ...defined({ skills, alsoFor }) });
  }

  /** Agents take calls; supervisors stay paused, and listen. */
  #sitDown(): void {
    if (this.profile.supervises !== true) return this.#sayReady();
    if (this.#state === 'offline') this.#logIn();
    else this.#habits?.supervise();
  }

  #sayReady(): void {
    this.#onBreak = false;
    this.#soon(PATIENCE_MS, () => {
      if (this.#state === 'offline') this.#logIn();
      else if (this.#state === 'paused') this.#sayReady();
    });
    this.#act({ type: 'agent.ready' });
  }

  #seeState(state: AgentState): void {
    this.#state = state;
    if (!this.#present) return;
    this.#forget();
    switch (state) {
      case 'talking':
        this.#after(this.#environment.behaviour.talkTime, () => this.#hangUp());
        this.#watchLine();
        this.#habits?.begin();
        return;
      case 'wrap-up':
        this.#after(this.#environment.behaviour.wrapUp, () => this.#dispose(false));
        return;
      case 'ready':
        if (this.#leaving) this.logOut();
        else if (this.#environment.clock.now() >= this.#breakDueAt) this.#takeBreak();
        else if (this.#environment.mode(this.profile.campaignId) === 'manual')
          this.#after(this.#environment.behaviour.manualThinking, () => this.#askForCall());
        return;
      case 'paused':
      case 'pausing':
        if (this.#leaving) this.#soon(PATIENCE_MS, () => this.#insistOnGoing());
        else if (this.profile.supervises === true) this.#habits?.supervise();
        else if (this.#onBreak)
          this.#after(this.#environment.behaviour.breakLength, () => this.#backFromBreak());
        else this.#soon(READY_AGAIN_MS, () => this.#sayReady());
        return;
      case 'reserved':
      case 'offline':
        return;
    }
  }

  #watchLine(): void {
    this.#environment.clock.cancel(this.#notice);
    this.#notice = this.#environment.clock.after(
      sample(this.#environment.behaviour.noticing, this.#stream),
      () => {
        if (this.#environment.hears(this.profile.agentId)) this.#watchLine();
        else this.#hangUp();
      },
    );
  }

  #hangUp(): void {
    if (this.#state !== 'talking') return;
    this.#soon(PATIENCE_MS, () => this.#hangUp());
    this.#act({ type: 'agent.hang-up' });
  }

  #dispose(again: boolean): void {
    if (this.#state !== 'wrap-up') return;
    const { behaviour } = this.#environment;
    const plain = behaviour.dispositions.filter((known) => known.callbackIn === undefined);
    const chosen = this.#weighted(again ? plain : behaviour.dispositions);
    const own = this.#stream.chance(behaviour.ownCallbackShare);
    const callback = chosen.callbackIn
      ? {
          at: Math.round(this.#environment.now() + sample(chosen.callbackIn, this.#stream)),
          ...defined({ agentId: own ? this.profile.agentId : undefined }),
        }
      : undefined;
    this.#soon(PATIENCE_MS, () => this.#dispose(true));
    this.#act({ type: 'agent.dispose', code: chosen.code, ...defined({ callback }) });
  }

  #seeOffer(): void {
    const { reading, acceptShare, skipShare } = this.#environment.behaviour.preview;
    const draw = this.#stream.uniform();
    const delay = sample(reading, this.#stream);
    if (draw < acceptShare) this.#soon(delay, () => this.#act({ type: 'agent.accept' }));
    else if (draw < acceptShare + skipShare) this.#soon(delay, () => this.#act({ type: 'agent.skip' }));
  }

  #askForCall(): void {
    if (this.#state !== 'ready' || this.#environment.mode(this.profile.campaignId) !== 'manual') return;
    this.#soon(2 * PATIENCE_MS, () => this.#askForCall());
    this.#act({ type: 'agent.manual-dial' });
  }

  #takeBreak(): void {
    this.#onBreak = true;
    this.#act({ type: 'agent.pause', code: 'break' });
  }

  #backFromBreak(): void {
    this.#planBreak();
    this.#sayReady();
  }

  #planBreak(): void {
    const { breakEvery } = this.#environment.behaviour;
    this.#breakDueAt = breakEvery
      ? this.#environment.clock.now() + sample(breakEvery, this.#stream)
      : Infinity;
  }

  #insistOnGoing(): void {
    if (this.#state !== 'offline') {
      this.logOut();
      return;
    }
    this.#present = false;
    this.#environment.leaveStation(this.profile.agentId);
  }

  #weighted<Item extends { readonly weight: number }>(items: readonly Item[]): Item {
    let left = this.#stream.uniform() * items.reduce((sum, item) => sum + item.weight, 0);
    const found = items.find((item) => (left -= item.weight) < 0) ?? items.at(-1);
    if (!found) throw new RangeError('agents: no disposition to choose from');
    return found;
  }

  #act(action: Action): void {
    this.#environment.act({ ...action, at: this.#environment.now(), agentId: this.profile.agentId });
  }

  #after(distribution: Distribution, action: () => void): void {
    this.#soon(sample(distribution, this.#stream), action);
  }

  /** The one thing the agent will do next. */
  #soon(delay: number, action: () => void): void {
    this.#environment.clock.cancel(this.#next);
    this.#next = this.#environment.clock.after(delay, action);
  }

  #forget(): void {
    this.#environment.clock.cancel(this.#next);
    this.#environment.clock.cancel(this.#notice);
    this.#habits?.end();
  }
}
