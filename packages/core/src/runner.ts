/** The engine: facts to campaigns, commands to ports, events to listeners. */
import { EventEmitter } from 'eventemitter3';
import { Campaign, type CampaignParts, type Handled } from './campaign/campaign.js';
import type { CampaignEvent, CampaignEventMap } from './campaign/events.js';
import type { Fact } from './campaign/facts.js';
import type { CampaignSettings } from './campaign/settings.js';
import type { CampaignStatistics } from './campaign/statistics.js';
import type { OrderVerdict } from './campaign/orders/rejections.js';
import type { DialingObstacle } from './campaign/placing/obstacles.js';
import type { AgentView, CallView } from './campaign/views.js';
import { Floor } from './floor/floor.js';
import { invariant } from './invariant.js';
import type { Command, Ports } from './ports.js';

/** Something went wrong beside the calls: a listener or a port that threw, or an invariant that broke. */
export interface EngineFault {
  readonly at: number;
  readonly where: 'listener' | 'port' | 'invariant';
  readonly error: unknown;
}

/** How an engine is made. */
export interface EngineOptions {
  readonly ports: Ports;
  /** Told of every fault; must not throw. */
  readonly onFault?: (fault: EngineFault) => void;
  /** Told of every fact and what it led to: for recordings that replay. */
  readonly onHandled?: (fact: Fact, handled: Handled) => void;
}

/** A listener of one kind of event. */
export type EngineListener<Type extends CampaignEvent['type']> = CampaignEventMap[Type];

/** A fact on its way, and who waits for the verdict on it. */
interface Delivery {
  readonly fact: Fact;
  readonly answer: ((verdict: OrderVerdict) => void) | undefined;
}

/**
 * Facts to campaigns, commands to ports, events to listeners; synchronous. A fact that arrives while one is
 * handled is queued. A listener that throws is reported and reaches neither the engine nor other listeners. A
 * broken invariant halts the campaign: live calls end, none is placed.
 */
export class Engine {
  readonly #options: EngineOptions;
  readonly #floor = new Floor();
  readonly #emitter = new EventEmitter();
  readonly #queue: Delivery[] = [];
  #handling = false;

  constructor(options: EngineOptions) {
    this.#options = options;
  }

  /** Adds a campaign; it dials after a `campaign.start` fact. */
  addCampaign(settings: CampaignSettings, parts: CampaignParts = {}): Campaign {
    const campaign = new Campaign(settings, this.#options.ports.scheduler.now(), parts);
    this.#floor.add(campaign);
    return campaign;
  }

  /** Takes a campaign off the engine: stop it before, or its calls are left to telephony. */
  removeCampaign(campaignId: string): void {
    this.#floor.remove(campaignId);
  }

  /** The floor: which agent works where. */
  get floor(): Floor {
    return this.#floor;
  }

  /**
   * Delivers a fact. Never throws. `answer` is called once with the verdict on the fact, for orders: before this
   * returns, or, for a fact delivered while another is handled, as soon as its turn has come.
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

  /** Listens to one kind of event; returns the function that stops it. */
  on<Type extends CampaignEvent['type']>(type: Type, listener: EngineListener<Type>): () => void {
    this.#emitter.on(type, listener);
    return () => this.#emitter.off(type, listener);
  }

  /** Listens to all events; returns the function that stops it. */
  onAny(listener: (event: CampaignEvent) => void): () => void {
    this.#emitter.on(ANY, listener);
    return () => this.#emitter.off(ANY, listener);
  }

  /** Live figures of a campaign as of now. @throws InvariantError when it is not here. */
  statistics(campaignId: string): CampaignStatistics {
    return this.#campaign(campaignId).statistics(this.#options.ports.scheduler.now());
  }

  /** Agents of a campaign as they stand. @throws InvariantError when the campaign is not here. */
  agents(campaignId: string): readonly AgentView[] {
    return this.#campaign(campaignId).agents();
  }

  /** Calls of a campaign as they stand. @throws InvariantError when the campaign is not here. */
  calls(campaignId: string): readonly CallView[] {
    return this.#campaign(campaignId).calls();
  }

  /**
   * Why a campaign places no calls, or fewer than it could, as of now. @throws InvariantError when the campaign
   * is not here.
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

  /** The books of the campaign concerned are wrong: it stops dialing. With no campaign named, all do. */
  #haltAfter(fact: Fact): Handled {
    const seat =
      'campaignId' in fact
        ? fact.campaignId
        : 'agentId' in fact
          ? this.#floor.campaignOf(fact.agentId)
          : undefined;
    const campaigns = this.#floor
      .campaigns()
      .filter((campaign) => seat === undefined || campaign.campaignId === seat);
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
      const target = this.#options.ports[port] as unknown as Record<string, (body: unknown) => void>;
      target[method]?.(command);
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

/** The channel of listeners to everything; no event is named so. */
const ANY = '*';

/** Makes an engine on its ports. */
export function createEngine(options: EngineOptions): Engine {
  return new Engine(options);
}
