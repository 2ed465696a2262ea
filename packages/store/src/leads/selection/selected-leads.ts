/** Claims of a campaign with a filter, an order of its own or a mix: what it takes next, in which order. */
import type { Db, Engine, Tx } from '../../database/engine.js';
import { inChunks } from '../../database/in-chunks.js';
import { preparedQuery } from '../../database/prepared.js';
import type { Given, PreparedQuery } from '../../database/prepared.js';
import type { Picked } from '../picked.js';
import { CAMPAIGN_COLUMNS } from '../lead-row.js';
import type { CampaignLeadRow } from '../lead-row.js';
import { readListsOf } from '../lists-of-campaign.js';
import { dueCallbacks } from '../pick-callbacks.js';
import type { DueCallbacks } from '../pick-callbacks.js';
import { firstLeads } from '../pick-first.js';
import type { FirstLeads } from '../pick-first.js';
import type { PlaceWindows } from '../place-windows.js';
import { filterOf } from './filter-sql.js';
import type { LeadSelection, ListWeight } from './lead-selection.js';
import { NO_COUNTS, mixLists } from './list-mix.js';
import type { MixCounts } from './list-mix.js';
import { compareKeys } from './order-key.js';
import { Shortlist } from './shortlist.js';
import type { ShortlistedLead } from './shortlist.js';

interface ChosenLeads {
  readonly leadIds: readonly string[];
  readonly at: number;
}

/** Rounds of a claim whose leads others took meanwhile. */
const ROUNDS_MOST = 3;

/** What changes when the transaction of a claim has ended well. */
interface Pending {
  readonly gone: Set<string>;
  readonly counts: Map<number, MixCounts>;
}

/** The selection of one campaign at work. */
export class SelectedLeads {
  /** Statements of claims, with the filter. */
  readonly first: PreparedQuery<FirstLeads, CampaignLeadRow>;
  readonly callbacks: PreparedQuery<DueCallbacks, CampaignLeadRow>;
  readonly #chosen: PreparedQuery<ChosenLeads, CampaignLeadRow>;
  readonly #matching: PreparedQuery<ChosenLeads, { readonly lead_id: string }>;
  readonly #shortlist: Shortlist;
  readonly #windows: PlaceWindows | null;
  readonly #weights: ReadonlyMap<string, ListWeight>;
  /** By the priority of the lists. */
  #counts: ReadonlyMap<number, MixCounts> = new Map();
  #pending: Pending | null = null;

  constructor(selection: LeadSelection, windows: PlaceWindows | null, kind: Engine['kind']) {
    const filter = filterOf(selection, kind);
    this.first = preparedQuery((db: Db, given: Given<FirstLeads>) => firstLeads(db, given, filter));
    this.callbacks = preparedQuery((db: Db, given: Given<DueCallbacks>) => dueCallbacks(db, given, filter));
    this.#chosen = preparedQuery((db: Db, { leadIds, at }: Given<ChosenLeads>) =>
      db
        .selectFrom('leads')
        .select(CAMPAIGN_COLUMNS)
        .where('lead_id', 'in', leadIds)
        .where('state', '=', 'ready')
        .where((eb) => filter(eb, at))
        .forUpdate()
        .skipLocked(),
    );
    this.#matching = preparedQuery((db: Db, { leadIds, at }: Given<ChosenLeads>) =>
      db
        .selectFrom('leads')
        .select('lead_id')
        .where('lead_id', 'in', leadIds)
        .where((eb) => filter(eb, at)),
    );
    this.#shortlist = new Shortlist(selection, windows, kind);
    this.#windows = windows;
    this.#weights = new Map((selection.lists ?? []).map((weight) => [weight.listId, weight]));
  }

  /** Makes the shortlist where that is due, before the transaction of a claim. */
  async prepare(db: Db, campaignId: string, at: number): Promise<void> {
    await this.#shortlist.prepare(db, await readListsOf(db, campaignId), at);
  }

  /** The leads of these that the filter takes. */
  async matching(db: Db, leadIds: readonly string[], at: number): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const chunk of inChunks(leadIds))
      for (const { lead_id: leadId } of await this.#matching.all(db, { leadIds: chunk, at }))
        found.add(leadId);
    return found;
  }

  /** Begins a claim: what one that failed has chosen is forgotten. */
  begin(): void {
    this.#pending = { gone: new Set(), counts: new Map(this.#counts) };
  }

  /** The claim is in force. */
  settle(): void {
    const pending = this.#pending;
    this.#pending = null;
    if (!pending) return;
    this.#shortlist.drop(pending.gone);
    this.#counts = pending.counts;
  }

  /** Locks leads of the shortlist, until `picked` has `count`: list by list, as priorities and shares say. */
  async pick(
    tx: Tx,
    claim: { readonly lists: readonly string[]; readonly count: number; readonly at: number },
    picked: Picked,
  ): Promise<void> {
    for (const level of levelsOf(claim.lists, this.#weights)) {
      for (let round = 0; round < ROUNDS_MOST && picked.size < claim.count; round += 1) {
        const isSpent = await this.#pickLevel(tx, level, claim, picked);
        if (isSpent) break;
      }
      if (picked.size >= claim.count) return;
    }
  }

  /** Takes what lists of one priority have. Whether they have nothing more. */
  async #pickLevel(
    tx: Tx,
    level: ListLevel,
    { count, at }: { readonly count: number; readonly at: number },
    picked: Picked,
  ): Promise<boolean> {
    const pending = this.#pending ?? { gone: new Set<string>(), counts: new Map<number, MixCounts>() };
    const wanted = count - picked.size;
    const heads = new Map<string, ShortlistedLead[]>();
    let isSpent = true;
    for (const { listId } of level.lists) {
      const leads = this.#shortlist.leadsOf(listId, at).filter(({ leadId }) => !pending.gone.has(leadId));
      if (leads.length > wanted) isSpent = false;
      heads.set(listId, leads.slice(0, wanted));
    }
    const rows = await this.#lock(tx, [...heads.values()].flat(), at);
    for (const [listId, leads] of heads) {
      for (const { leadId } of leads) if (!rows.has(leadId)) pending.gone.add(leadId);
      heads.set(
        listId,
        leads.filter(({ leadId }) => rows.has(leadId)),
      );
    }
    for (const { leadId, place } of inMix(level, heads, wanted, pending.counts)) {
      const row = rows.get(leadId);
      pending.gone.add(leadId);
      if (row) picked.set(leadId, { closesAt: this.#windows?.at(place, at).changesAt ?? null, row });
    }
    return isSpent;
  }

  async #lock(
    tx: Tx,
    leads: readonly ShortlistedLead[],
    at: number,
  ): Promise<ReadonlyMap<string, CampaignLeadRow>> {
    const locked = new Map<string, CampaignLeadRow>();
    for (const chunk of inChunks(leads.map(({ leadId }) => leadId)))
      for (const row of await this.#chosen.all(tx, { leadIds: chunk, at })) locked.set(row.lead_id, row);
    return locked;
  }
}

/** Lists of one priority. */
interface ListLevel {
  readonly priority: number;
  readonly lists: readonly ListWeight[];
}

/** The lists by priority, the largest first. */
function levelsOf(lists: readonly string[], weights: ReadonlyMap<string, ListWeight>): readonly ListLevel[] {
  const byPriority = new Map<number, ListWeight[]>();
  for (const listId of lists) {
    const weight = weights.get(listId) ?? { listId };
    const { priority = 0 } = weight;
    byPriority.set(priority, [...(byPriority.get(priority) ?? []), weight]);
  }
  return [...byPriority]
    .map(([priority, found]) => ({ priority, lists: found }))
    .sort((a, b) => b.priority - a.priority);
}

/** The leads to take, in order: by shares where lists have them, else all lists in one order. */
function inMix(
  { priority, lists }: ListLevel,
  heads: ReadonlyMap<string, readonly ShortlistedLead[]>,
  count: number,
  counts: Map<number, MixCounts>,
): readonly ShortlistedLead[] {
  const shares = lists.flatMap(({ listId, share }) => (share === undefined ? [] : [{ listId, share }]));
  if (shares.length === 0)
    return [...heads.values()]
      .flat()
      .sort((a, b) => compareKeys(a.key, b.key))
      .slice(0, count);
  const has = new Map([...heads].map(([listId, leads]) => [listId, leads.length]));
  const mixed = mixLists(shares, has, count, counts.get(priority) ?? NO_COUNTS);
  counts.set(priority, mixed.counts);
  const next = new Map<string, number>();
  return mixed.lists.flatMap((listId) => {
    const index = next.get(listId) ?? 0;
    next.set(listId, index + 1);
    return heads.get(listId)?.[index] ?? [];
  });
}
