/** Everything about a campaign that is known before a store, a telephone or a clock is touched. */
import { resolve } from 'node:path';
import { defined } from '@outdial/core';
import type { LeadSelection } from '@outdial/store';
import { loadFlows, type LoadedFlows } from '../campaign-file/load-flows.js';
import { loadSelection } from '../campaign-file/load-selection.js';
import { checkCampaign, readCampaignFile, type LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import type { CampaignInput } from '../campaign-file/types.js';
import { createCampaignCompliance, type CampaignCompliance } from '../gate/campaign-compliance.js';
import { CampaignRefused, type CampaignFinding } from '../gate/campaign-refused.js';
import { openEmergencies, type DeclaredEmergencies } from '../gate/declared-emergencies.js';
import { openDoNotCallLists, type DoNotCallLists, type ListInUse } from '../gate/do-not-call-lists.js';
import type { DialerFault } from './dialer-fault.js';

/** Where a campaign comes from, and who hears of what is found in it. */
export interface PrepareOptions {
  /** Folder that relative paths count from, when the campaign is given as data. Default: the current one. */
  readonly folder?: string;
  /** Receives what went wrong and was survived. */
  readonly onFault?: (fault: DialerFault) => void;
  /**
   * Receives each notice of the law's review: duties that do not keep the campaign from starting. While
   * it runs, what would keep it from starting, such as a permit that ends: within the day before, and then.
   */
  readonly onNotice?: (finding: CampaignFinding) => void;
  /** Receives each do-not-call list taken in use: at the start, and when its file was replaced. */
  readonly onList?: (list: ListInUse) => void;
}

/** A campaign that was read and checked, with its flows, its do-not-call lists and its law. */
export interface PreparedCampaign {
  readonly campaign: LoadedCampaign;
  readonly flows: LoadedFlows;
  /** Which leads it dials, and in which order. */
  readonly selection: LeadSelection;
  readonly lists: DoNotCallLists;
  readonly emergencies: DeclaredEmergencies;
  readonly law: CampaignCompliance;
}

/**
 * Reads and checks a campaign: the path of a file, or its content as data.
 *
 * @throws CampaignFileError, DoNotCallListUnavailable
 */
export async function prepareCampaign(
  source: string | CampaignInput | LoadedCampaign,
  options: PrepareOptions = {},
): Promise<PreparedCampaign> {
  const campaign = await loadCampaign(source, resolve(options.folder ?? '.'));
  const flows = await loadFlows(campaign);
  const selection = await loadSelection(campaign);
  const lists = await openDoNotCallLists(campaign, {
    ...defined({ onLoaded: options.onList }),
    onRefused: (detail) => options.onFault?.({ where: 'do-not-call', detail }),
  });
  const emergencies = await openEmergencies(campaign, (detail) =>
    options.onFault?.({ where: 'emergencies', detail }),
  );
  return {
    campaign,
    flows,
    selection,
    lists,
    emergencies,
    law: createCampaignCompliance(campaign.file, flows, { doNotCall: lists, emergencies }),
  };
}

/**
 * Asks the law's review whether the campaign may start at `at`, epoch ms.
 *
 * @throws CampaignRefused
 */
export function reviewCampaign(
  { law }: PreparedCampaign,
  at: number,
  onNotice?: PrepareOptions['onNotice'],
): void {
  const findings = law.review(at);
  if (findings.some((finding) => finding.blocks)) throw new CampaignRefused(findings);
  for (const finding of findings) onNotice?.(finding);
}

async function loadCampaign(
  source: string | CampaignInput | LoadedCampaign,
  folder: string,
): Promise<LoadedCampaign> {
  if (typeof source === 'string') return readCampaignFile(resolve(folder, source));
  return 'file' in source ? source : { path: 'campaign', folder, file: checkCampaign(source) };
}
