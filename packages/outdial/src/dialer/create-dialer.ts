/** The composition root of one campaign: from a campaign file to a dialer, read from top to bottom. */
import { defined, type Pacer } from '@outdial/core';
import type { LeaseNotice, Store } from '@outdial/store';
import type { CampaignFile, CampaignInput } from '../campaign-file/types.js';
import { startAnchors } from '../audit/anchor.js';
import { addRowsOrThrow, type LeadRecord } from '../leads/add-rows.js';
import { openCampaignStore } from '../records/open-campaign-store.js';
import { presenceAt } from '../records/presence-at.js';
import { storeAt, storeIn } from '../records/store-at.js';
import type { LeadQueueWrapper } from '../records/store-records.js';
import { platformOf } from '../runtime/platform-of.js';
import { clockShiftOf, refuseShiftedLive } from '../runtime/shifted-clock.js';
import type { PlatformFactory } from '../platform/platform.js';
import type { Dialer } from './dialer.js';
import { engineFault } from './dialer-fault.js';
import { FloorEngine } from './floor-engine.js';
import { openCampaign } from './open-campaign.js';
import { prepareCampaign, reviewCampaign, type PrepareOptions } from './prepare-campaign.js';
import type { DialerEnd } from './unwritten.js';

/** Everything an embedder may say. Only `campaign` is needed. */
export interface DialerOptions extends PrepareOptions {
  /** Path of a campaign file, or its content as data. Settings: docs/reference/campaign-file.md. */
  readonly campaign: string | CampaignInput;
  /** Where credentials are read. Default: the environment of the process. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /**
   * Leads for the first list of the campaign, added before it starts; a lead that is there stays as it is.
   */
  readonly leads?: readonly LeadRecord[];
  /** An open store instead of `store.url`: it is read with the dialer's time, and it stays open. */
  readonly store?: Store;
  /** An own pacing law instead of the one of the mode. */
  readonly pacer?: Pacer;
  /** An own lead queue around the store's: it may hold leads back or order them anew. */
  readonly leadQueue?: LeadQueueWrapper;
  /**
   * Takes the campaign from a dialer that runs it: that one is told to halt, and its conversations end in
   * their own time. Default: a campaign that another dialer runs is refused at the start.
   */
  readonly takeOver?: boolean;
  /** Receives what happened about the right to run the campaign. Default: `onFault`. */
  readonly onLease?: (notice: LeaseNotice) => void;
  /** Own telephony and time instead of `telephony`. */
  readonly platform?: PlatformFactory;
  /**
   * ms added to the clock of a run on Asterisk: for rehearsals and tests at another instant than now. A live
   * campaign refuses it unless `env` names a laboratory (OUTDIAL_LABORATORY=1); the audit trail says it.
   */
  readonly clockOffset?: number;
  /** Simulated telephony: virtual ms that pass in one real ms. Default: as fast as the work allows. */
  readonly pace?: number;
}

/**
 * Makes a dialer for one campaign: reads and checks the campaign, asks the law's review, opens the store, and
 * joins engine, store and telephony. Nothing is dialed before `start()`.
 *
 * @throws CampaignFileError naming path, value and remedy; CampaignRefused when the law forbids the campaign
 *   as it is; OutdialError `clock-offset-live`; DoNotCallListUnavailable; StoreUnavailable;
 *   TelephonyUnavailable.
 * @example
 * const dialer = await createDialer({ campaign: 'campaign.yaml' });
 * dialer.on('call.connected', ({ agentId, lead }) => showLead(agentId, lead));
 * await dialer.start();
 */
export async function createDialer(options: DialerOptions): Promise<Dialer> {
  const env = options.env ?? process.env;
  const prepared = await prepareCampaign(options.campaign, options);
  const { campaign } = prepared;
  const shift = clockShiftOf(campaign.file.telephony, options.clockOffset ?? 0, env);
  refuseShiftedLive(campaign.file, shift);
  reviewCampaign(prepared, startOf(campaign.file, shift.offsetMs), options.onNotice);

  const given = options.store
    ? storeIn(options.store, campaign.file.timeZone)
    : await openCampaignStore(campaign, { env, writer: 'outdial' });
  const closeStore = async (): Promise<void> => {
    if (options.store === undefined) await given.close();
  };
  const node = campaign.file.telephony.kind === 'asterisk' ? campaign.file.telephony.node : 'simulation';
  try {
    const floor = new FloorEngine({
      platform: options.platform ?? platformOf(campaign.file, { ...options, env }),
      onFault: (fault) => options.onFault?.(engineFault(fault)),
      presence: presenceAt(given, { node, ...defined({ onFault: options.onFault }) }),
    });
    const store = storeAt(given, () => floor.platform.legalNow());
    if (options.leads) await addRowsOrThrow(store, campaign.file, options.leads);

    const anchors = startAnchors({
      section: campaign.file.audit,
      folder: campaign.folder,
      store,
      onFault: (detail) => options.onFault?.({ where: 'anchor', detail }),
    });
    const close = (): Promise<DialerEnd> =>
      floor.close(async () => {
        await anchors.stop();
        await closeStore();
      });
    const place = { floor, store, node, shift, close, ...defined({ onFault: options.onFault }) };
    return await openCampaign(prepared, place, options);
  } catch (error) {
    await closeStore();
    throw error;
  }
}

/** The instant the run begins at, epoch ms: virtual or real. */
function startOf(file: CampaignFile, clockOffset: number): number {
  return file.telephony.kind === 'simulated'
    ? Date.parse(file.simulation.startsAt)
    : Date.now() + clockOffset;
}
