/** The figures of a campaign by its file: with the limits that the law had at each of its calls. */
import { type CampaignSettings } from '@outdial/core';
import type { ReportRange, Store } from '@outdial/store';
import { loadFlows } from '../campaign-file/load-flows.js';
import { loadSelection } from '../campaign-file/load-selection.js';
import type { LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import { toSettings } from '../campaign-file/to-settings.js';
import { createCampaignCompliance, type CampaignCompliance } from '../gate/campaign-compliance.js';
import { firstAttemptAt } from '../records/first-attempt.js';
import { composeReport } from './compose-report.js';
import { countedLeads } from './counted-leads.js';
import type { ReportDocument } from './document.js';
import { gatherFigures, type ReportFigures } from './gather-figures.js';

/** Any instant: the place of a number does not change with time. */
const REPORTED_PLACES_AT = 0;

/** What a report is narrowed to. Instants are epoch ms, `to` exclusive. */
export interface ReportNarrowing extends Pick<ReportRange, 'from' | 'to' | 'listId' | 'agentId'> {
  /** Share of the detector's errors (0..1), where a regulator counts them; null: not known. */
  readonly detectionErrorShare?: number | null;
}

/**
 * The report of a campaign as sections with tables and plots. Reads its attempts in pages and lets other work
 * run between them.
 */
export async function campaignReport(
  store: Store,
  campaign: LoadedCampaign,
  narrowing: ReportNarrowing = {},
): Promise<ReportDocument> {
  return composeReport(await campaignFigures(store, campaign, narrowing));
}

/** The figures of a campaign, by the limits that the law had at each of its calls. */
export async function campaignFigures(
  store: Store,
  campaign: LoadedCampaign,
  { detectionErrorShare = null, ...given }: ReportNarrowing = {},
): Promise<ReportFigures> {
  const flows = await loadFlows(campaign);
  const now = store.clock();
  const law = createCampaignCompliance(campaign.file, flows);
  const firstCallAt = (await firstAttemptAt(store, campaign.file.id)) ?? now;
  const limitsAt = (at: number): CampaignSettings['limits'] =>
    toSettings(campaign.file, flows, law.duties(at, firstCallAt)).limits;
  const { campaignId, dispositions, schedule } = toSettings(
    campaign.file,
    flows,
    law.duties(now, firstCallAt),
  );
  return gatherFigures(store, {
    campaignId,
    name: campaign.file.name,
    limitsAt,
    dispositions,
    hours: { law, schedule },
    regulators: {
      limitsAt: (at) => law.duties(at, firstCallAt).regulators,
      placesOf: placesOfNumber(law),
      detectionErrorShare,
    },
    timeZone: campaign.file.timeZone,
    range: {
      ...countedLeads(campaign.file, law, await loadSelection(campaign)),
      ...serviceLevelOf(campaign),
      ...given,
    },
  });
}

function serviceLevelOf({ file: { inbound } }: LoadedCampaign): Pick<ReportRange, 'serviceLevelMs'> {
  return inbound ? { serviceLevelMs: inbound.serviceLevelSeconds * 1000 } : {};
}

/** The jurisdictions of a number, by its country and area code. */
function placesOfNumber({ compliance, facts }: CampaignCompliance): (phone: string) => readonly string[] {
  const campaign = { ...facts, mode: 'manual', voice: 'live' } as const;
  return (phone) =>
    compliance.evaluate({ at: REPORTED_PLACES_AT, lead: { phone }, campaign, history: [] }).jurisdictions;
}
