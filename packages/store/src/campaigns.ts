/** Campaigns as the store knows them: the lists they dial, and what the law must know of their calls. */
import { listsText } from './audit/row-pages.js';
import type { DigestedRow } from './audit/row-digest.js';
import { StatedRows } from './audit/stated-rows.js';
import { STEP_ROWS, stepBeside } from './database/beside-dialing.js';
import type { Db, Tx } from './database/engine.js';
import { insertMany } from './database/insert-many.js';
import { parseJson, toJson } from './database/json-text.js';
import { transact } from './database/transact.js';
import { counted } from './leads/lead-counts.js';
import type { Store } from './open-store.js';

/** What the store must know of a campaign. */
export interface CampaignDefinition {
  readonly campaignId: string;
  /** Lists it dials. A list may serve several campaigns; a lead is claimed by one at a time. */
  readonly lists: readonly string[];
  /** In the compliance module's terms; it is part of the history of every called person. */
  readonly purpose?: string;
  /** The company for which the calls are made; also part of the history. */
  readonly seller?: string;
  /**
   * What the calls are about, where that is the campaign's and not the lead's: `subject`, `debtId`,
   * `eventId`.
   */
  readonly facts?: Readonly<Record<string, string>>;
}

/** Registers a campaign, or changes its lists and facts. Idempotent. */
export async function registerCampaign(store: Store, campaign: CampaignDefinition): Promise<void> {
  const at = store.clock();
  const { campaignId } = campaign;
  const lists = [...new Set(campaign.lists)];
  const law = { purpose: campaign.purpose ?? null, seller: campaign.seller ?? null };

  await store.audit.within(async (tx, append) => {
    const stated = new StatedRows(store.secret);
    const isNew = await insertMany(
      tx,
      'campaigns',
      [{ campaign_id: campaignId, purpose: null, seller: null, facts: toJson({}), updated_at: at }],
      { ifAbsent: true },
    );
    const before = await lockCampaign(tx, campaignId);
    if (isNew === 0) stated.gone('campaigns', before);
    const row = { ...law, facts: toJson(campaign.facts ?? {}), updated_at: at };
    await tx.updateTable('campaigns').set(row).where('campaign_id', '=', campaignId).execute();
    stated.written('campaigns', { campaign_id: campaignId, ...row, lists: listsText(lists) });

    await tx.deleteFrom('campaign_lists').where('campaign_id', '=', campaignId).execute();
    await insertMany(
      tx,
      'campaign_lists',
      lists.map((listId) => ({ campaign_id: campaignId, list_id: listId })),
    );

    await append({
      at,
      campaignId,
      kind: 'campaign.defined',
      detail: { lists: campaign.lists, ...law, ...stated.detail() },
    });
  });
  await askInterlocksAgain(store, lists, at);
}

/** Refusals by a setting, which earlier versions took for refusals of the lead. */
const REFUSED_BY_SETTINGS = ['refused: interlock.country', 'refused: interlock.allow-list'];

/** What tells leads that a setting kept back. */
interface KeptBySetting {
  readonly state: 'waiting' | 'closed';
  readonly why: string;
}

/** Every kind of them. One closed by `interlock` has a number never to be dialed. */
const KEPT_BY_SETTINGS: readonly KeptBySetting[] = [
  { state: 'waiting', why: 'interlock' },
  ...REFUSED_BY_SETTINGS.flatMap((why): readonly KeptBySetting[] => [
    { state: 'waiting', why },
    { state: 'closed', why },
  ]),
];

/**
 * Leads that an earlier setting kept back are due again, because the setting may have changed. In steps:
 * there may be a million. What is left when it is cut short is done when the campaign is registered again.
 */
async function askInterlocksAgain(store: Store, lists: readonly string[], at: number): Promise<void> {
  for (const listId of lists) {
    for (const kept of KEPT_BY_SETTINGS) {
      for (let isMore = true; isMore;) {
        isMore = await stepBeside(store, () => transact(store.engine, (tx) => askSome(tx, listId, kept, at)));
      }
    }
  }
}

/** Makes the next leads of a list due that a setting kept back. Whether there may be more. */
async function askSome(tx: Tx, listId: string, kept: KeptBySetting, at: number): Promise<boolean> {
  const rows = await tx
    .selectFrom('leads')
    .select('lead_id')
    .where('list_id', '=', listId)
    .where('state', '=', kept.state)
    .where('why', '=', kept.why)
    .$if(kept.state === 'closed', (query) => query.where('closed_by', '=', 'refused'))
    .limit(STEP_ROWS)
    .forUpdate()
    .execute();
  const leadIds = rows.map(({ lead_id }) => lead_id);
  if (leadIds.length === 0) return false;
  const due = { state: 'waiting', closed_by: null, next_dialable_at: at, why: 'settings-changed' } as const;
  const update = tx.updateTable('leads').set({ ...due, updated_at: at });
  await counted(tx, leadIds, () => update.where('lead_id', 'in', leadIds).execute());
  return leadIds.length === STEP_ROWS;
}

/** A campaign with its lists, as the audit trail states it. Nobody changes it before the transaction ends. */
async function lockCampaign(tx: Tx, campaignId: string): Promise<DigestedRow<'campaigns'>> {
  const row = await tx
    .selectFrom('campaigns')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const lists = await tx
    .selectFrom('campaign_lists')
    .select('list_id')
    .where('campaign_id', '=', campaignId)
    .execute();
  return { ...row, lists: listsText(lists.map((list) => list.list_id)) };
}

/** A campaign that the store knows. */
export interface KnownCampaign {
  readonly campaignId: string;
  /** In the compliance module's terms; null where it did not say. */
  readonly purpose: string | null;
}

/** Every campaign that was ever registered on the store, by id. */
export async function readCampaigns(store: Store): Promise<readonly KnownCampaign[]> {
  const rows = await store.engine.db
    .selectFrom('campaigns')
    .select(['campaign_id', 'purpose'])
    .orderBy('campaign_id')
    .execute();
  return rows.map((row) => ({ campaignId: row.campaign_id, purpose: row.purpose }));
}

/** What history and consent need to know of a campaign. */
export interface CampaignLaw {
  readonly purpose: string | null;
  readonly seller: string | null;
  readonly facts: Readonly<Record<string, string>>;
}

/** Reads a campaign's facts; empty ones for a campaign that was never registered. */
export async function readCampaignLaw(db: Db, campaignId: string): Promise<CampaignLaw> {
  const row = await db
    .selectFrom('campaigns')
    .select(['purpose', 'seller', 'facts'])
    .where('campaign_id', '=', campaignId)
    .executeTakeFirst();
  return row
    ? { purpose: row.purpose, seller: row.seller, facts: parseJson(row.facts, {}) }
    : { purpose: null, seller: null, facts: {} };
}
