/** Several campaigns in one process: one store, one telephony, and agents who move between the campaigns. */
import { resolve } from 'node:path';
import { defined, invariant, type CampaignEvent } from '@outdial/core';
import type { Store } from '@outdial/store';
import { floorSection } from '../campaign-file/floor-section.js';
import type { CampaignInput } from '../campaign-file/types.js';
import { addRowsOrThrow, type LeadRecord } from '../records/add-rows.js';
import { openCampaignStore } from '../records/open-campaign-store.js';
import { storeAt } from '../records/store-at.js';
import { platformOf } from '../runtime/platform-of.js';
import type { PlatformFactory } from '../platform/platform.js';
import type { Dialer } from './dialer.js';
import { engineFault, type DialerFault } from './dialer-fault.js';
import { FloorEngine } from './floor-engine.js';
import { openCampaign, type CampaignParts } from './open-campaign.js';
import type { OrderAnswer } from './orders.js';
import { prepareCampaign, reviewCampaign, type PrepareOptions } from './prepare-campaign.js';

/** What a floor is made of. Everything has a default: the simulated carrier and `./outdial.db`. */
export interface FloorOptions {
  /** An open store, which stays open, or where to open one. */
  readonly store?: Store | CampaignInput['store'];
  /** What carries the calls of all campaigns; their own `telephony` is not read. */
  readonly telephony?: CampaignInput['telephony'];
  /** Simulated telephony: the carrier, its hour and its agents. */
  readonly simulation?: CampaignInput['simulation'];
  /** Own telephony and time instead of `telephony`. */
  readonly platform?: PlatformFactory;
  /** Folder that relative paths count from. Default: the current one. */
  readonly folder?: string;
  /** Where credentials are read. Default: the environment of the process. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** ms added to the clock of a run on Asterisk: for rehearsals and tests at another instant than now. */
  readonly clockOffset?: number;
  /** Simulated telephony: virtual ms that pass in one real ms. Default: as fast as the work allows. */
  readonly pace?: number;
  /** Receives what went wrong and was survived, in any campaign. */
  readonly onFault?: (fault: DialerFault) => void;
}

/** A campaign as it joins a floor. */
export interface FloorCampaignOptions extends CampaignParts, Pick<PrepareOptions, 'onNotice' | 'onList'> {
  /** Leads for the first list of the campaign, added before it starts. */
  readonly leads?: readonly LeadRecord[];
}

/**
 * Makes a floor for several campaigns: one store, one telephony, agents who move. Nothing is dialed before
 * the `start()` of a campaign's dialer.
 *
 * @throws CampaignFileError when an option cannot be used; StoreUnavailable; TelephonyUnavailable.
 * @example
 * await using floor = await createFloor({ store: { url: 'sqlite:./outdial.db' } });
 * const sales = await floor.addCampaign('sales.yaml');
 * const service = await floor.addCampaign('service.yaml');
 * await sales.logIn({ agentId: 'ana' });
 * await floor.moveAgent('ana', 'service');
 */
export async function createFloor(options: FloorOptions = {}): Promise<CallFloor> {
  const env = options.env ?? process.env;
  const folder = resolve(options.folder ?? '.');
  const section = floorSection(options);
  const given = isStore(options.store)
    ? options.store
    : await openCampaignStore({ path: 'createFloor', folder, file: section }, { env, writer: 'outdial' });
  const closeStore = async (): Promise<void> => {
    if (given !== options.store) await given.close();
  };
  try {
    const engine = new FloorEngine({
      platform: options.platform ?? platformOf(section, { ...options, env }),
      onFault: (fault) => options.onFault?.(engineFault(fault)),
    });
    return new CallFloor({
      engine,
      store: storeAt(given, () => engine.platform.legalNow()),
      node: section.telephony.kind === 'asterisk' ? section.telephony.node : 'simulation',
      folder,
      close: async () => {
        await engine.close();
        await closeStore();
      },
      ...defined({ onFault: options.onFault }),
    });
  } catch (error) {
    await closeStore();
    throw error;
  }
}

function isStore(store: FloorOptions['store']): store is Store {
  return store !== undefined && 'engine' in store;
}

/** What a {@link CallFloor} is made of. Made by {@link createFloor}. */
export interface CallFloorParts {
  readonly engine: FloorEngine;
  readonly store: Store;
  readonly node: string;
  readonly folder: string;
  readonly close: () => Promise<void>;
  readonly onFault?: (fault: DialerFault) => void;
}

/**
 * The campaigns of one process. Each is a {@link Dialer}; an agent works for one of them at a time, so that
 * two campaigns never dial for one free agent.
 */
export class CallFloor {
  readonly #parts: CallFloorParts;
  readonly #dialers = new Map<string, Dialer>();

  constructor(parts: CallFloorParts) {
    this.#parts = parts;
  }

  /** The store of all campaigns, read with the floor's time. */
  get store(): Store {
    return this.#parts.store;
  }

  /** The floor's time, epoch ms: virtual in a simulation. */
  now(): number {
    return this.#parts.engine.now();
  }

  /** Listens to the events of all campaigns; returns how to stop listening. */
  onAny(listener: (event: CampaignEvent) => void): () => void {
    return this.#parts.engine.engine.onAny(listener);
  }

  /**
   * Adds a campaign: the path of a file, or its content as data. Its sections `store`, `telephony` and
   * `simulation` are not read: those are the floor's.
   *
   * @throws CampaignFileError, CampaignRefused, DoNotCallListUnavailable
   */
  async addCampaign(campaign: string | CampaignInput, options: FloorCampaignOptions = {}): Promise<Dialer> {
    const { engine, store, node, folder, onFault } = this.#parts;
    const prepared = await prepareCampaign(campaign, { ...options, folder, ...defined({ onFault }) });
    reviewCampaign(prepared, engine.platform.legalNow(), options.onNotice);
    const { id } = prepared.campaign.file;
    invariant(!this.#dialers.has(id), `campaign ${id} is on the floor already`);
    if (options.leads) await addRowsOrThrow(store, prepared.campaign.file, options.leads);

    const close = async (): Promise<void> => {
      this.#dialers.delete(id);
      await engine.remove(id);
    };
    // Each campaign has a lease of its own on the store: one of them can leave while the others run.
    const place = { floor: engine, store, node: `${node}/${id}`, close, ...defined({ onFault }) };
    const dialer = await openCampaign(prepared, place, options);
    this.#dialers.set(id, dialer);
    return dialer;
  }

  /** The campaigns, in the order in which they were added. */
  campaigns(): readonly Dialer[] {
    return [...this.#dialers.values()];
  }

  /** The dialer of a campaign. */
  campaign(campaignId: string): Dialer | undefined {
    return this.#dialers.get(campaignId);
  }

  /** The campaign that an agent works for. */
  campaignOf(agentId: string): Dialer | undefined {
    const campaignId = this.#parts.engine.engine.floor.campaignOf(agentId);
    return campaignId === undefined ? undefined : this.#dialers.get(campaignId);
  }

  /**
   * Moves an agent to another campaign, once their present call and its wrap-up are done; there they are
   * paused until {@link Dialer.ready}.
   */
  async moveAgent(agentId: string, campaignId: string): Promise<OrderAnswer> {
    const target = this.#dialers.get(campaignId);
    if (!target) {
      const reason = `campaign ${campaignId} is not on the floor`;
      return { accepted: false, code: 'no-such-campaign', reason };
    }
    const from = this.campaignOf(agentId);
    if (!from) return { accepted: false, code: 'order-rejected', reason: 'this agent is not logged in' };
    if (from === target) return { accepted: true };
    return target.logIn(from.loginOf(agentId) ?? { agentId });
  }

  /**
   * Takes a campaign off the floor: drains it, logs its agents out, and ends it. The others go on. Move its
   * agents before, where they go on working.
   */
  async removeCampaign(campaignId: string): Promise<void> {
    const dialer = this.#dialers.get(campaignId);
    if (!dialer) return;
    if (dialer.hasStarted && dialer.state !== 'stopped' && dialer.state !== 'halted') {
      await dialer.stop();
      await dialer.run();
    }
    await dialer.close();
  }

  /**
   * Logs everybody out and ends everything. Stop or halt the campaigns before; calls left over hear the
   * message of the dialplan.
   */
  async close(): Promise<void> {
    for (const dialer of this.campaigns()) await dialer.leave();
    await this.#parts.close();
    this.#dialers.clear();
  }

  /** For `await using`: as {@link CallFloor.close}. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
