/** The recycle rules of a campaign file: what they would open, and opening it. */
import { recycleLeads, type RecycleReport, type Store } from '@outdial/store';
import type { CampaignFile } from '../campaign-file/types.js';

const DAY_MS = 86_400_000;

/** What one rule opened, or would open. */
export interface RuleReport extends RecycleReport {
  readonly endings: readonly string[];
}

/**
 * Applies the rules of a campaign in their order; one without rules changes nothing. `countOnly`: says what
 * they would open now, each by itself. Every rule that opens leads stands in the audit trail.
 */
export async function recycleByRules(
  store: Store,
  { id: campaignId, lists, leads }: Pick<CampaignFile, 'id' | 'lists' | 'leads'>,
  { countOnly }: { readonly countOnly: boolean },
): Promise<readonly RuleReport[]> {
  const reports: RuleReport[] = [];
  for (const { endings, afterDays, rounds } of leads.recycle?.rules ?? []) {
    const before = store.clock() - afterDays * DAY_MS;
    const filter = { lists: lists.map(({ id }) => id), endings, before, rounds };
    const reason = `recycled: ${endings.join(', ')}`;
    reports.push({ endings, ...(await recycleLeads(store, filter, { reason, countOnly, campaignId })) });
  }
  return reports;
}
