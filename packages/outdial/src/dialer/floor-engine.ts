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
import type { Records, RecordsFactory } from '../records/records.js';
import type { Platform, PlatformFactory } from '../platform/platform.js';
import { CampaignPorts } from './campaign-ports.js';
import { Passage } from './passage.js';

/** How a floor engine is made. */
export interface FloorEngineOptions {
  readonly platform: PlatformFactory;
  readonly onFault?: (fault: EngineFault) => void;
}

/** A campaign as it is added to a floor engine. */
export interface FloorCampaign {
  readonly settings: CampaignSettings;
  readonly records: RecordsFactory;
  /** An own pacing law instead of the one of the mode. */
  readonly pacer?: Pacer;
}

/** Engine, telephony and time. Nothing is connected before {@link FloorEngine.connect}. */
export class FloorEngine {
  readonly engine: Engine;
  readonly platform: Platform;
  readonly #ports = new CampaignPorts();
  readonly #passage: Passage;
  #connected: Promise<void> | undefined;
  #closed: Promise<void> | undefined;

  constructor(options: FloorEngineOptions) {
    const early: Fact[] = [];
    let deliver = (fact: Fact): void => void early.push(fact);
    this.platform = options.platform((fact) => deliver(fact));
    this.engine = createEngine({
      ports: {
        telephony: this.platform.telephony,
        scheduler: this.platform.scheduler,
        leads: this.#ports.leads,
        journal: this.#ports.journal,
      },
      ...defined({ onFault: options.onFault }),
    });
    deliver = (fact) => this.engine.dispatch(fact);
    for (const fact of early) this.engine.dispatch(fact);
    this.#passage = new Passage((isDone) => this.platform.pass({ isDone, idle: () => this.#ports.idle() }));
  }

  /** The floor's time, epoch ms: virtual in a simulation. */
  now(): number {
    return this.platform.scheduler.now();
  }

  /** Connects telephony, once. */
  connect(): Promise<void> {
    return (this.#connected ??= this.platform.connect());
  }

  /** Lets time pass until `isDone` holds and every answer has come. */
  async pass(isDone: () => boolean): Promise<void> {
    await this.#passage.until(isDone);
    await this.#ports.idle();
  }

  /** Adds a campaign; it dials after a `campaign.start` fact. */
  add({ settings, records: makeRecords, pacer }: FloorCampaign): Records {
    const records = makeRecords((fact) => this.engine.dispatch(fact), this.platform);
    this.#ports.add(settings.campaignId, records);
    this.engine.addCampaign(settings, defined({ pacer }));
    return records;
  }

  /** Takes a campaign off, once its last answer has come. */
  async remove(campaignId: string): Promise<void> {
    await this.#ports.remove(campaignId);
    this.engine.removeCampaign(campaignId);
  }

  /** Ends telephony and time, and then the records: what telephony says last is still journaled. */
  close(): Promise<void> {
    return (this.#closed ??= this.#close());
  }

  async #close(): Promise<void> {
    await this.platform.close();
    await this.#ports.close();
  }
}
