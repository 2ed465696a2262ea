/** Kinds of campaigns that several rules' reviews tell apart. */
import type { CampaignFacts } from '../contract.js';

/** True for sales calls and for charities that ask for money. */
export function isSalesCampaign(campaign: CampaignFacts): boolean {
  return campaign.purpose === 'telemarketing' || campaign.purpose === 'charity';
}

/** True where a live answer may find no agent. */
export function mayLackAgents(campaign: CampaignFacts): boolean {
  return (
    campaign.mode === 'predictive' ||
    campaign.mode === 'power' ||
    (campaign.mode === 'agentless' && campaign.transfersToAgent === true)
  );
}
