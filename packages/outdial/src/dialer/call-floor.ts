/** The campaigns of one process: added and removed, with agents who move between them. */
import { defined, errorFrom, type CampaignEvent } from '@outdial/core';
import type { Store } from '@outdial/store';
import type { LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import { storeIn } from '../records/store-at.js';
import type { CampaignInput, TelephonySection } from '../campaign-file/types.js';
import { startFloorControl } from '../control/floor-control.js';
import type { ControlAddress, ControlServer } from '../control/listen.js';
import { startAnchors } from '../audit/anchor.js';
import { addRowsOrThrow, type LeadRecord } from '../leads/add-rows.js';
import type { TelephonyTrouble } from '../platform/platform.js';
import { refuseShiftedLive, type ClockShift } from '../runtime/shifted-clock.js';
import type { Dialer } from './dialer.js';
import type { DialerFault } from './dialer-fault.js';
import type { FloorEngine } from './floor-engine.js';
import { FLOOR_ERRORS } from './floor-errors.js';
import { openCampaign, type CampaignParts } from './open-campaign.js';
import { AGENT_ORDERS, type OrderAnswer } from './orders.js';
import { prepareCampaign, reviewCampaign, type PrepareOptions } from './prepare-campaign.js';
import type { DialerEnd } from './unwritten.js';

/** A campaign as it joins a floor. */
export interface FloorCampaignOptions extends CampaignParts, Pick<PrepareOptions, 'onNotice' | 'onList'> {
  /** Leads for the first list of the campaign, added before it starts. */
  readonly leads?: readonly LeadRecord[];
}

/** What a {@link CallFloor} is made of. Made by {@link createFloor}. */
export interface CallFloorParts {
  readonly engine: FloorEngine;
  readonly store: Store;
  readonly node: string;
  readonly folder: string;
  /** What carries the calls of all campaigns. */
  readonly telephony: TelephonySection;
  /** How the floor's legal clock differs from the machine's. */
  readonly shift: ClockShift;
  /** Life of the leases of its campaigns, ms. @default that of the store */
  readonly leaseLifeMs?: number;
  readonly close: () => Promise<DialerEnd>;
  readonly onFault?: (fault: DialerFault) => void;
}

/**
 * The campaigns of one process. Each is a {@link Dialer}; an agent works for one of them at a time, so that
 * two campaigns never dial for one free agent.
 */
export class CallFloor {
  readonly #parts: CallFloorParts;
  readonly #dialers = new Map<string, Dialer>();
  #control: ControlServer | null = null;

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

  /**
   * Connects telephony; the start of a campaign does so as well. Rejects where it cannot be reached, and may
   * be asked again then.
   *
   * @throws TelephonyUnavailable
   */
  connect(): Promise<void> {
    return this.#parts.engine.connect();
  }

  /**
   * Connects telephony without hurry, once no other dialer of this name is connected: what an earlier process
   * left there, a caller who hears silence for one, is looked after before a campaign starts.
   */
  attend(): void {
    this.#parts.engine.attend();
  }

  /** Since when telephony is out of reach, epoch ms; null: it is connected, or was never asked for. */
  get telephonyDownSince(): number | null {
    return this.#parts.engine.telephonyDownSince;
  }

  /** What is away of telephony while the rest goes on: a trunk, a server of several. */
  get telephonyTroubles(): readonly TelephonyTrouble[] {
    return this.#parts.engine.telephonyTroubles;
  }

  /**
   * Lets time pass until the condition holds, whatever the campaigns do. On a simulated carrier nothing
   * happens unless somebody lets time pass; on Asterisk it passes by itself.
   */
  pass(isDone: () => boolean): Promise<void> {
    return this.#parts.engine.pass(isDone);
  }

  /** Address of the control interface, e.g. 'http://127.0.0.1:7780'; null: there is none. */
  get controlUrl(): string | null {
    return this.#control?.url ?? null;
  }

  /** Listens to the events of all campaigns; returns how to stop listening. */
  onAny(listener: (event: CampaignEvent) => void): () => void {
    return this.#parts.engine.engine.onAny(listener);
  }

  /**
   * Adds a campaign: the path of a file, its content as data, or a file that was read. Its sections `store`,
   * `telephony` and `simulation` are not read: those are the floor's.
   *
   * @throws CampaignFileError, CampaignRefused, DoNotCallListUnavailable; OutdialError `campaign-on-floor`,
   *   `leads-unusable`, `clock-offset-live`
   */
  async addCampaign(
    campaign: string | CampaignInput | LoadedCampaign,
    options: FloorCampaignOptions = {},
  ): Promise<Dialer> {
    const { engine, store, node, folder, shift, telephony, onFault, leaseLifeMs } = this.#parts;
    const prepared = await prepareCampaign(campaign, { ...options, folder, ...defined({ onFault }) });
    refuseShiftedLive(prepared.campaign.file, shift);
    reviewCampaign(prepared, engine.platform.legalNow(), options.onNotice);
    const { id } = prepared.campaign.file;
    if (this.#dialers.has(id)) throw errorFrom(FLOOR_ERRORS, 'campaign-on-floor', { campaign: id });
    if (options.leads) await addRowsOrThrow(store, prepared.campaign.file, options.leads);

    const anchors = startAnchors({
      section: prepared.campaign.file.audit,
      folder: prepared.campaign.folder,
      store,
      onFault: (detail) => onFault?.({ where: 'anchor', detail }),
    });
    const close = async (): Promise<DialerEnd> => {
      this.#dialers.delete(id);
      return engine.remove(id, () => anchors.stop());
    };
    // Each campaign has a lease of its own on the store: one of them can leave while the others run.
    const place = {
      floor: engine,
      store: storeIn(store, prepared.campaign.file.timeZone),
      node: `${node}/${id}`,
      shift,
      telephony,
      close,
      ...defined({ onFault, leaseLifeMs }),
    };
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
   * paused until {@link Dialer.ready}. `by`: who gives the order, as the audit trail names them.
   */
  async moveAgent(agentId: string, campaignId: string, by?: string): Promise<OrderAnswer> {
    const target = this.#dialers.get(campaignId);
    if (!target) {
      const reason = `campaign ${campaignId} is not on the floor`;
      return { accepted: false, code: 'no-such-campaign', reason };
    }
    const from = this.campaignOf(agentId);
    if (!from) return { accepted: false, code: 'order-rejected', reason: 'this agent is not logged in' };
    const { floor } = this.#parts.engine.engine;
    if (from === target && !floor.isLent(agentId)) return { accepted: true };
    // An agent who has a call of another campaign logged in to their own.
    const login = this.campaigns()
      .map((dialer) => dialer.loginOf(agentId))
      .find((known) => known !== undefined);
    return target.order(AGENT_ORDERS['log-in'], from.loginOf(agentId) ?? login ?? { agentId }, by);
  }

  /**
   * Takes a campaign off the floor: drains it, logs its agents out, and ends it. The others go on. Move its
   * agents before, where they go on working.
   */
  async removeCampaign(campaignId: string): Promise<void> {
    const dialer = this.#dialers.get(campaignId);
    if (!dialer) return;
    if (dialer.hasStarted && dialer.state !== 'stopped' && dialer.state !== 'halted') {
      await dialer.letGo();
      await dialer.run();
    }
    await dialer.close();
  }

  /**
   * Starts the control interface of all campaigns; it ends with the floor. `createFloor` does so where its
   * option `control` says it.
   *
   * @throws ControlUnavailable
   */
  async startControl(address: ControlAddress, token: string): Promise<void> {
    this.#control ??= await startFloorControl({ ...address, floor: this, token });
  }

  /**
   * Logs everybody out and ends everything. Stop or halt the campaigns before; calls left over hear the
   * message of the dialplan.
   */
  async close(): Promise<DialerEnd> {
    await this.#control?.close();
    this.#control = null;
    for (const dialer of this.campaigns()) await dialer.leave();
    const end = await this.#parts.close();
    this.#dialers.clear();
    return end;
  }

  /** For `await using`: as {@link CallFloor.close}. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
