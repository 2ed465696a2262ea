/** The engine: passes facts to campaigns, commands to ports, and events to listeners. */
import { EventEmitter } from 'eventemitter3';
import { Campaign, type Handled } from './campaign/campaign.js';
import type { CampaignEvent, CampaignEventMap } from './campaign/events.js';
import type { Fact } from './campaign/facts.js';
import type { GovernorReading } from './campaign/governor/governor.js';
import type { CampaignSettings } from './campaign/settings.js';
import type { CampaignStatistics } from './campaign/statistics.js';
import type { OrderVerdict } from './campaign/orders/rejections.js';
import type { DialingObstacle } from './campaign/placing/obstacles.js';
import type { AgentView, CallView } from './campaign/views.js';
import { Floor } from './floor/floor.js';
import type { FloorCampaignParts } from './floor/lent-agents.js';
import { defined } from './defined.js';
import { invariant } from './invariant.js';
import type { Command, Ports } from './ports/ports.js';

/** A fault that is not part of a call: a listener or a port threw, or an invariant broke. */
export interface EngineFault {
  readonly at: number;
  readonly where: 'listener' | 'port' | 'invariant';
  readonly error: unknown;
}

/** How to make an engine. */
export interface EngineOptions {
  readonly ports: Ports;
  /**
   * Whether campaigns share agents: one pacer for all of them, and an agent who logs in with `alsoFor` takes
   * answered calls of those campaigns, too. Default false.
   */
  readonly sharesAgents?: boolean;
  /** Called with every fault. Must not throw. */
  readonly onFault?: (fault: EngineFault) => void;
  /** Called with every fact and what it led to, for recordings that replay. */
  readonly onHandled?: (fact: Fact, handled: Handled) => void;
}

/** A listener of one kind of event. */
export type EngineListener<Type extends CampaignEvent['type']> = CampaignEventMap[Type];

/** A queued fact, and the caller who waits for its verdict. */
interface Delivery {
  readonly fact: Fact;
  readonly answer: ((verdict: OrderVerdict) => void) | undefined;
}

/**
 * Passes facts to campaigns, commands to ports, and events to listeners, all synchronously. A fact that
 * arrives while another is handled is queued. A listener that throws is reported and affects neither the
 * engine nor other listeners. A broken invariant halts the campaign: live calls continue to their end, and
 * new ones are not placed.
 */
export class Engine {
  readonly #options: EngineOptions;
  readonly #floor: Floor;
  readonly #emitter = new EventEmitter();
  readonly #queue: Delivery[] = [];
  #handling = false;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#floor = new Floor(defined({ sharesAgents: options.sharesAgents }));
  }

  /** Adds a campaign. It dials after a `campaign.start` fact. */
  addCampaign(settings: CampaignSettings, parts: FloorCampaignParts = {}): Campaign {
    const now = this.#options.ports.scheduler.now();
    const campaign = new Campaign(settings, now, this.#floor.partsOf(settings, parts, now));
    this.#floor.add(campaign);
    return campaign;
  }

  /** Removes a campaign. Stop it first: the engine no longer controls calls that are still up. */
  removeCampaign(campaignId: string): void {
    this.#floor.remove(campaignId);
  }

  /** The floor: which agent works for which campaign. */
  get floor(): Floor {
    return this.#floor;
  }

  /**
   * Delivers a fact. Never throws. For an order, `answer` is called once with its verdict. This happens
   * before `dispatch` returns, or, while another fact is handled, as soon as this fact's turn has come.
   */
  dispatch(fact: Fact, answer?: (verdict: OrderVerdict) => void): void {
    this.#queue.push({ fact, answer });
    if (this.#handling) return;
    this.#handling = true;
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) this.#handle(next);
    } finally {
      this.#handling = false;
    }
  }

  /** Listens to one kind of event. Returns the function that ends it. */
  on<Type extends CampaignEvent['type']>(type: Type, listener: EngineListener<Type>): () => void {
    this.#emitter.on(type, listener);
    return () => this.#emitter.off(type, listener);
  }

  /** Listens to all events. Returns the function that ends it. */
  onAny(listener: (event: CampaignEvent) => void): () => void {
    this.#emitter.on(ANY, listener);
    return () => this.#emitter.off(ANY, listener);
  }

  /** Live figures of a campaign as of now. @throws InvariantError when the engine does not have it. */
  statistics(campaignId: string): CampaignStatistics {
    return this.#campaign(campaignId).statistics(this.#options.ports.scheduler.now());
  }

  /**
   * The counters of a campaign's abandonment limits as of now: those of {@link statistics} without the rest.
   *
   * @throws InvariantError when the engine does not have the campaign.
   */
  abandonment(campaignId: string): readonly GovernorReading[] {
    return this.#campaign(campaignId).abandonment(this.#options.ports.scheduler.now());
  }

  /** Agents of a campaign as of now. @throws InvariantError when the engine does not have the campaign. */
  agents(campaignId: string): readonly AgentView[] {
    return this.#campaign(campaignId).agents();
  }

  /** Calls of a campaign as of now. @throws InvariantError when the engine does not have the campaign. */
  calls(campaignId: string): readonly CallView[] {
    return this.#campaign(campaignId).calls();
  }

  /**
   * Why a campaign places no calls, or fewer than possible, as of now. @throws InvariantError when the engine
   * does not have the campaign.
   */
  obstacles(campaignId: string): readonly DialingObstacle[] {
    return this.#campaign(campaignId).obstacles(this.#options.ports.scheduler.now());
  }

  #campaign(campaignId: string): Campaign {
    const campaign = this.#floor.campaign(campaignId);
    invariant(campaign, `there is no campaign ${campaignId}`);
    return campaign;
  }

  #handle({ fact, answer }: Delivery): void {
    let handled: Handled;
    try {
      handled = this.#floor.handle(fact);
    } catch (error) {
      this.#fault('invariant', error);
      handled = this.#haltAfter(fact);
    }
    for (const command of handled.commands) this.#carryOut(command);
    this.#options.onHandled?.(fact, handled);
    for (const event of handled.events) this.#emit(event);
    if (answer) this.#answer(answer, handled);
  }

  #answer(answer: (verdict: OrderVerdict) => void, { rejection }: Handled): void {
    try {
      answer(rejection === null ? { accepted: true } : { accepted: false, ...rejection });
    } catch (error) {
      this.#fault('listener', error);
    }
  }

  /** Halts the campaign whose invariant broke. A fact without a campaign halts all of them. */
  #haltAfter(fact: Fact): Handled {
    const campaignId =
      'campaignId' in fact
        ? fact.campaignId
        : 'agentId' in fact
          ? this.#floor.campaignOf(fact.agentId)
          : undefined;
    const campaigns = this.#floor
      .campaigns()
      .filter((campaign) => campaignId === undefined || campaign.campaignId === campaignId);
    const halted = campaigns.map((campaign) => campaign.halt(fact.at, 'a broken invariant'));
    return {
      commands: halted.flatMap(({ commands }) => commands),
      events: halted.flatMap(({ events }) => events),
      moves: halted.flatMap(({ moves }) => moves),
      rejection: { code: 'engine-fault', reason: 'the engine broke an invariant and has stopped dialing' },
    };
  }

  #carryOut({ port, method, command }: Command): void {
    try {
      const target = this.#options.ports[port];
      const order: unknown = Reflect.get(target, method);
      if (typeof order === 'function') Reflect.apply(order, target, [command]);
    } catch (error) {
      this.#fault('port', error);
    }
  }

  #emit(event: CampaignEvent): void {
    for (const name of [event.type, ANY]) {
      for (const listener of this.#emitter.listeners(name)) {
        try {
          (listener as (event: CampaignEvent) => void)(event);
        } catch (error) {
          this.#fault('listener', error);
        }
      }
    }
  }

  #fault(where: EngineFault['where'], error: unknown): void {
    this.#options.onFault?.({ at: this.#options.ports.scheduler.now(), where, error });
  }
}

/** The channel for listeners to all events. Event types never have this name. */
const ANY = '*';

/** Makes an engine with its ports. */
export function createEngine(options: EngineOptions): Engine {
  return new Engine(options);
}
