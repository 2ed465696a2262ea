/** Leads of a campaign closed and reopened in all of its lists, and counted over them. */
import type { LeadReference } from '@outdial/lists';
import {
  addBarred,
  closeLeads,
  reopenLeads,
  type BarredBy,
  type CloseReport,
  type ReopenReport,
  type Store,
} from '@outdial/store';
import type { CampaignFile } from '../campaign-file/types.js';

/** Closes leads in every list of a campaign. `reason`: for reports. */
export async function closeCampaignLeads(
  store: Store,
  { lists }: CampaignFile,
  references: readonly LeadReference[],
  reason: string,
): Promise<CloseReport> {
  const sum = { references: references.length, closed: 0, unknown: 0, already: 0 };
  for (const { id: listId } of lists) {
    const { closed, already } = await closeLeads(store, references, { reason, listId });
    sum.closed += closed;
    sum.already += already;
  }
  return { ...sum, unknown: Math.max(0, references.length - sum.closed - sum.already) };
}

/** Reopens leads in every list of a campaign. `reason`: for reports. */
export async function reopenCampaignLeads(
  store: Store,
  { lists }: CampaignFile,
  references: readonly LeadReference[],
  reason: string,
): Promise<ReopenReport> {
  const sum = { references: references.length, reopened: 0, open: 0, barred: 0 };
  let barredBy: BarredBy = {};
  for (const { id: listId } of lists) {
    const done = await reopenLeads(store, references, { reason, listId });
    sum.reopened += done.reopened;
    sum.open += done.open;
    sum.barred += done.barred;
    barredBy = addBarred(barredBy, done.barredBy);
  }
  return { ...sum, barredBy, unknown: Math.max(0, references.length - sum.reopened - sum.open - sum.barred) };
}
