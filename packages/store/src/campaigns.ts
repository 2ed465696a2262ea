import { insertRows, execute, query } from './database/statements.js';
import { parseJson } from './parse-json.js';
import type { Db } from './database/engine.js';
import type { Store } from './open-store.js';

/** What the store must know of a campaign. */
export interface CampaignDefinition {
  readonly campaignId: string;
  /** Lists it dials. A list may serve several campaigns; a lead is in one hand at a time. */
  readonly lists: readonly string[];
  /** In the compliance module's words; they stand in the history of everyone called. */
  readonly purpose?: string;
  readonly seller?: string;
  /**
   * What the calls are about, where that is the campaign's and not the lead's: `subject`, `debtId`,
   * `eventId`.
   */
  readonly facts?: Readonly<Record<string, string>>;
}

/** Defines a campaign, or changes its lists and facts. Idempotent. */
export async function defineCampaign(store: Store, campaign: CampaignDefinition): Promise<void> {
  const at = store.clock();
  await store.audit.within(async (tx, append) => {
    await execute(
      tx,
      `${store.engine.insertIgnore} into campaigns (campaign_id, purpose, seller, facts, updated_at) values (?, null, null, '{}', ?)`,
      [campaign.campaignId, at],
    );
    await execute(
      tx,
      'update campaigns set purpose = ?, seller = ?, facts = ?, updated_at = ? where campaign_id = ?',
      [
        campaign.purpose ?? null,
        campaign.seller ?? null,
        JSON.stringify(campaign.facts ?? {}),
        at,
        campaign.campaignId,
      ],
    );
    await execute(tx, 'delete from campaign_lists where campaign_id = ?', [campaign.campaignId]);
    await insertRows(
      tx,
      'insert into',
      'campaign_lists',
      ['campaign_id', 'list_id'],
      [...new Set(campaign.lists)].map((listId) => [campaign.campaignId, listId]),
    );
    await append({
      at,
      campaignId: campaign.campaignId,
      kind: 'campaign.defined',
      detail: { lists: campaign.lists, purpose: campaign.purpose ?? null, seller: campaign.seller ?? null },
    });
  });
}

/** What history and consent need to know of a campaign. */
export interface CampaignLaw {
  readonly purpose: string | null;
  readonly seller: string | null;
  readonly facts: Readonly<Record<string, string>>;
}

/** Reads a campaign's facts; empty ones for a campaign that was never defined. */
export async function readCampaignLaw(db: Db, campaignId: string): Promise<CampaignLaw> {
  const [row] = await query<{ purpose: string | null; seller: string | null; facts: string }>(
    db,
    'select purpose, seller, facts from campaigns where campaign_id = ?',
    [campaignId],
  );
  return row
    ? { purpose: row.purpose, seller: row.seller, facts: parseJson<Record<string, string>>(row.facts, {}) }
    : { purpose: null, seller: null, facts: {} };
}
