/**
 * What all campaigns of a process share: the engine, telephony, time, and the agents who move between them.
 */
import {
  createEngine,
  defined,
  type CampaignSettings,
  type Engine,
  type EngineFault,
  type Fact,
  type Pacer,
} from '@outdial/core';
import type { AgentPlace, AgentPresence, AgentPresenceOptions } from '@outdial/store';
import type { Records, RecordsFactory } from '../records/records.js';
import type { Platform, PlatformFactory, TelephonyTrouble } from '../platform/platform.js';
import { AgentOrders } from './agent-orders.js';
import { CampaignPorts } from './campaign-ports.js';
import { FencedTelephony } from './fenced-telephony.js';
import { Passage } from './passage.js';
import { Patience } from './patience.js';
import type { DialerEnd } from './unwritten.js';

/** How a floor engine is made. */
export interface FloorEngineOptions {
  readonly platform: PlatformFactory;
  /** Whether agents who log in with `alsoFor` take answered calls of several campaigns. */
  readonly sharesAgents?: boolean;
  readonly onFault?: (fault: EngineFault) => void;
  /** Keeps agents of this engine from working at another dialer on the store. Absent: it is not asked. */
  readonly presence?: (onLost: PresenceLost) => AgentPresence;
}

/** An agent works at another dialer by now. */
type PresenceLost = NonNullable<AgentPresenceOptions['onLost']>;

/** A campaign as it is added to a floor engine. */
export interface FloorCampaign {
  readonly settings: CampaignSettings;
  readonly records: RecordsFactory;
  /** An own pacing law instead of the one of the mode. */
  readonly pacer?: Pacer;
  /** Where campaigns share agents: what a second of talk is worth beside the others. */
  readonly priority?: number;
}

/** How long an end waits for a store that does not answer: longer than a statement is tried again. */
const WAITED_MOST_MS = 60_000;

/** Engine, telephony and time. Nothing is connected before {@link FloorEngine.connect}. */
export class FloorEngine {
  readonly engine: Engine;
  readonly platform: Platform;
  /** Where the agents of this engine work, as the store has it. */
  readonly presence: AgentPresence | undefined;
  readonly agentOrders: AgentOrders;
  readonly #ports = new CampaignPorts();
  readonly #fence: FencedTelephony | undefined;
  readonly #passage: Passage;
  readonly #patience = new Patience(WAITED_MOST_MS);
  #connected: Promise<void> | undefined;
  #telephonyDownSince: number | null = null;
  #closed: Promise<DialerEnd> | undefined;

  constructor(options: FloorEngineOptions) {
    const early: Fact[] = [];
    let deliver = (fact: Fact): void => void early.push(fact);
    this.platform = options.platform((fact) => {
      this.#noteTelephony(fact);
      deliver(fact);
    });
    this.presence = options.presence?.((agentId, place) => this.#leave(agentId, place));
    this.#fence = this.presence && this.#fenceOf(this.presence);
    this.engine = createEngine({
      ports: {
        telephony: this.#fence?.port ?? this.platform.telephony,
        scheduler: this.platform.scheduler,
        leads: this.#ports.leads,
        journal: this.#ports.journal,
      },
      ...defined({ onFault: options.onFault, sharesAgents: options.sharesAgents }),
    });
    deliver = (fact) => this.engine.dispatch(fact);
    for (const fact of early) this.engine.dispatch(fact);
    this.agentOrders = new AgentOrders({
      engine: this.engine,
      presence: this.presence,
      now: () => this.now(),
    });
    this.#passage = new Passage((isDone) => this.platform.pass({ isDone, idle: () => this.#idle() }));
  }

  /** The floor's time, epoch ms: virtual in a simulation. */
  now(): number {
    return this.platform.scheduler.now();
  }

  /** Connects telephony, once. Rejects where that fails; it may be asked again then. */
  connect(): Promise<void> {
    this.#connected ??= this.platform.connect().catch((error: unknown) => {
      this.#connected = undefined;
      this.#telephonyDownSince ??= this.now();
      throw error;
    });
    return this.#connected;
  }

  /** Connects telephony without hurry: see {@link Platform.attend}. */
  attend(): void {
    if (this.#connected === undefined) this.platform.attend?.();
  }

  /** Since when telephony is out of reach, epoch ms; null: it is connected, or was never asked for. */
  get telephonyDownSince(): number | null {
    return this.#telephonyDownSince;
  }

  /** What is away of telephony while the rest goes on. */
  get telephonyTroubles(): readonly TelephonyTrouble[] {
    return this.platform.troubles?.() ?? [];
  }

  /** Lets time pass until `isDone` holds and every answer has come that comes within a minute. */
  async pass(isDone: () => boolean): Promise<void> {
    await this.#passage.until(isDone);
    const idle = this.#idle();
    if (idle) await this.#patience.wait(idle);
  }

  /** Adds a campaign; it dials after a `campaign.start` fact. */
  add({ settings, records: makeRecords, pacer, priority }: FloorCampaign): Records {
    const records = makeRecords((fact) => this.engine.dispatch(fact), this.platform);
    this.#ports.add(settings.campaignId, records);
    this.engine.addCampaign(settings, defined({ pacer, priority }));
    return records;
  }

  /** Takes a campaign off, as {@link FloorEngine.close} ends all of them. */
  async remove(campaignId: string, rest: () => Promise<void>): Promise<DialerEnd> {
    const end = await this.#ended(() => this.#ports.remove(campaignId));
    this.engine.removeCampaign(campaignId);
    await this.#patience.wait(this.agentOrders.releaseAbsent(this.presence?.agents() ?? []));
    await this.#patience.wait(rest());
    return end;
  }

  /**
   * Ends telephony and time, and then the records: what telephony says last is still journaled. A store that
   * does not answer is waited for a minute in all. `rest`: what is ended after the records.
   */
  close(rest: () => Promise<void> = () => Promise.resolve()): Promise<DialerEnd> {
    return (this.#closed ??= this.#close(rest));
  }

  async #close(rest: () => Promise<void>): Promise<DialerEnd> {
    await this.platform.close();
    const end = await this.#ended(async () => {
      await this.#ports.close();
      await this.presence?.stop();
    });
    await this.#patience.wait(rest());
    return end;
  }

  #noteTelephony(fact: Fact): void {
    if (fact.type === 'telephony.up') this.#telephonyDownSince = null;
    if (fact.type === 'telephony.down') this.#telephonyDownSince ??= fact.at;
  }

  /** Waits for an end of records. What is not written by the deadline is left to the next start. */
  async #ended(ending: () => Promise<void>): Promise<DialerEnd> {
    const isWritten = await this.#patience.wait(ending());
    return { isWritten, unwritten: isWritten ? [] : this.#ports.underWay() };
  }

  /** An agent works at another dialer by now: here they end the present conversation and leave. */
  #leave(agentId: string, place: AgentPlace | null): void {
    const where = (place && this.presence?.placeText(place)) ?? 'another dialer';
    const reason = `agent-elsewhere: they work at ${where}`;
    this.engine.dispatch({ type: 'agent.logout', agentId, reason, at: this.now() });
  }

  #fenceOf(presence: AgentPresence): FencedTelephony {
    return new FencedTelephony({
      presence,
      telephony: this.platform.telephony,
      campaignOf: (agentId) => this.engine.floor.campaignOf(agentId),
      sink: (fact) => this.engine.dispatch(fact),
      now: () => this.now(),
    });
  }

  /** Resolves when every answer has come; undefined when none is outstanding. */
  #idle(): Promise<void> | undefined {
    return this.#outstanding() === undefined ? undefined : this.#settled();
  }

  async #settled(): Promise<void> {
    for (let due = this.#outstanding(); due; due = this.#outstanding()) await due;
  }

  #outstanding(): Promise<void> | undefined {
    return this.agentOrders.idle() ?? this.#fence?.idle() ?? this.#ports.idle();
  }
}
