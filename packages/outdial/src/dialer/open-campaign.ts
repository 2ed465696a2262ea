/** Puts a prepared campaign on a floor: its records on the store, its duties from the law, and its dialer. */
import { defined, type CampaignSettings, type Pacer } from '@outdial/core';
import type { LeaseNotice, Store } from '@outdial/store';
import { callbacksToAnybodyAfter, toSettings } from '../campaign-file/to-settings.js';
import type { CampaignFile, TelephonySection } from '../campaign-file/types.js';
import { firstAttemptAt } from '../records/first-attempt.js';
import {
  createStoreRecords,
  type LeadQueueWrapper,
  type StoreRecordsOptions,
} from '../records/store-records.js';
import type { CampaignFinding } from '../gate/campaign-refused.js';
import { CLOCK_SHIFTED, type ClockShift } from '../runtime/shifted-clock.js';
import type { LawInForce } from './dialer-parts.js';
import { Dialer } from './dialer.js';
import type { DialerFault } from './dialer-fault.js';
import { announceEnds } from './announce-ends.js';
import type { FloorEngine } from './floor-engine.js';
import { journalStaffing } from './journal-staffing.js';
import { keepRecycling } from './keep-recycling.js';
import type { PreparedCampaign, PrepareOptions } from './prepare-campaign.js';
import { keepLimitsCurrent, readAgain } from './upkeep.js';
import type { DialerEnd } from './unwritten.js';

/** What may be plugged into one campaign. */
export interface CampaignParts extends Pick<PrepareOptions, 'onNotice'> {
  /** An own pacing law instead of that of the mode: for power, predictive and agentless mode. */
  readonly pacer?: Pacer;
  /**
   * Where the floor shares agents: what a second of talk for this campaign is worth beside the others (> 0).
   * Default 1.
   */
  readonly priority?: number;
  /** An own lead queue around the store's. */
  readonly leadQueue?: LeadQueueWrapper;
  /**
   * Takes the campaign from a dialer that runs it: that one is told to halt, and its conversations end in
   * their own time. Default: a campaign that another dialer runs is refused at the start.
   */
  readonly takeOver?: boolean;
  /** Receives what happened about the right to run the campaign. Default: `onFault`. */
  readonly onLease?: (notice: LeaseNotice) => void;
}

/** Where a campaign is put. */
export interface CampaignPlace {
  readonly floor: FloorEngine;
  /** Its clock is the floor's legal time. */
  readonly store: Store;
  /** Name of this process among those on the store. */
  readonly node: string;
  /** What carries the calls, where that is not the telephony of the campaign's file. */
  readonly telephony?: TelephonySection;
  /** How the legal clock differs from the machine's: it stands in the audit trail. */
  readonly shift: ClockShift;
  readonly onFault?: (fault: DialerFault) => void;
  /** Life of the campaign's lease, ms. @default that of the store */
  readonly leaseLifeMs?: number;
  /** Ends what the campaign's dialer leaves behind, once its agents have gone. */
  readonly close: () => Promise<DialerEnd>;
}

/** Joins a campaign to engine, store and telephony. Nothing is dialed before `dialer.start()`. */
export async function openCampaign(
  prepared: PreparedCampaign,
  place: CampaignPlace,
  parts: CampaignParts = {},
): Promise<Dialer> {
  const { campaign, flows, lists, emergencies, law, selection } = prepared;
  const { file } = campaign;
  const { floor, store } = place;
  const firstCallAt = (await firstAttemptAt(store, file.id)) ?? floor.platform.legalNow();
  const settingsAt = (now: number): CampaignSettings =>
    toSettings(file, flows, law.duties(now, firstCallAt), place.telephony);
  const records = floor.add({
    settings: settingsAt(floor.platform.legalNow()),
    records: (sink, platform) =>
      createStoreRecords(
        {
          store,
          node: place.node,
          definition: definitionOf(file),
          gate: law.gate,
          windowOf: law.windowOf,
          dialsCountry: law.dialsCountry,
          selection,
          callbacksToAnybodyAfterMs: callbacksToAnybodyAfter(file),
          abandonment: () => law.countsOf(floor.engine.abandonment(file.id), floor.platform.legalNow()),
          shares: file.dialing.nodes,
          onFault: ({ what, detail }) => place.onFault?.({ where: 'store', detail: `${what}: ${detail}` }),
          ...defined({
            leadQueue: parts.leadQueue,
            takeOver: parts.takeOver,
            leaseLifeMs: place.leaseLifeMs,
            onLease: parts.onLease,
            presence: floor.presence,
          }),
        },
        sink,
        platform,
      ),
    ...defined({ pacer: parts.pacer, priority: parts.priority }),
  });
  const lawAt = (now: number): LawInForce => ({
    ...law.duties(now, firstCallAt),
    limits: settingsAt(now).limits,
  });
  if (place.shift.offsetMs !== 0)
    records.journal.audit({
      campaignId: file.id,
      kind: CLOCK_SHIFTED,
      detail: { ...place.shift, live: file.live },
      at: floor.platform.legalNow(),
    });
  const dialer = new Dialer({
    floor,
    campaign,
    store,
    records,
    lawAt,
    law,
    flows,
    close: place.close,
    ...defined({ onFault: place.onFault }),
  });
  journalStaffing(dialer, records.journal);
  readAgain(dialer, [...(lists.inUse.length > 0 ? [lists] : []), emergencies], file.doNotCall.reloadSeconds);
  keepLimitsCurrent(dialer);
  const onNotice = (finding: CampaignFinding): void => parts.onNotice?.(finding);
  announceEnds(dialer, { review: law.review, emergencies, onNotice });
  keepRecycling(dialer, (detail) => place.onFault?.({ where: 'store', detail }));
  return dialer;
}

/** What the store must know of the campaign. */
function definitionOf(file: CampaignFile): StoreRecordsOptions['definition'] {
  const { purpose, seller, subject } = file.compliance;
  return {
    campaignId: file.id,
    lists: file.lists.map((list) => list.id),
    purpose,
    ...defined({ seller, facts: subject === undefined ? undefined : { subject } }),
  };
}
