import type { ClaimCommand, Lead } from '@outdial/core';
import type { Engine, Tx } from '../database/engine.js';
import { execute, inChunks, marks, query } from '../database/statements.js';
import { readFence } from '../journal/lease.js';
import { openGroups } from './dial-order.js';
import type { PlaceGroup } from './dial-order.js';
import { leadOf, nextOpenPhone, readPhones } from './lead-row.js';
import type { LeadRow } from './lead-row.js';
import type { WindowCache } from './places.js';
import { promoteDueLeads } from './promote.js';

/** Most leads handed out at once, whatever is asked. */
const CLAIM_MOST = 2_000;
/** Places looked into by one statement. */
const PLACES_PER_STATEMENT = 100;

/** What a claim works with. */
export interface ClaimContext {
  readonly engine: Engine;
  readonly epoch: number;
  readonly windows: WindowCache | null;
}

/** Thrown when the campaign is run by another epoch: this process must not claim for it any more. */
export class StaleEpoch extends Error {
  override readonly name = 'StaleEpoch';
  constructor(campaignId: string) {
    super(`campaign '${campaignId}' is run under a newer epoch`);
  }
}

/**
 * Claims up to `count` leads in one transaction: due callbacks first, then places about to close, then
 * priority, then age.
 */
export async function claimLeads(context: ClaimContext, tx: Tx, command: ClaimCommand): Promise<Lead[]> {
  const { engine } = context;
  const fence = await readFence(engine, tx, { campaignId: command.campaignId, epoch: context.epoch });
  if (!fence.current) throw new StaleEpoch(command.campaignId);
  if (fence.killed !== null) return [];
  const lists = (
    await query<{ list_id: string }>(
      tx,
      'select list_id from campaign_lists where campaign_id = ? order by list_id',
      [command.campaignId],
    )
  ).map((row) => row.list_id);
  if (lists.length === 0) return [];
  const picked =
    command.leadId === undefined
      ? await pick(context, tx, command, lists)
      : await pickOne(engine, tx, command.leadId, lists);
  return take(context, tx, command, picked);
}

async function pickOne(engine: Engine, tx: Tx, leadId: string, lists: readonly string[]): Promise<Picked> {
  const text = `select lead_id from leads where lead_id = ? and list_id in (${marks(lists.length)}) and state in ('ready', 'waiting', 'callback')${engine.skipLocked}`;
  const rows = await query<{ lead_id: string }>(tx, text, [leadId, ...lists]);
  return new Map(rows.map((row) => [row.lead_id, null]));
}

/** Lead id to the instant its window closes, in dial order. */
type Picked = Map<string, number | null>;

async function pick(
  context: ClaimContext,
  tx: Tx,
  command: ClaimCommand,
  lists: readonly string[],
): Promise<Picked> {
  const count = Math.min(command.count, CLAIM_MOST);
  const picked: Picked = new Map();
  if (count <= 0) return picked;
  await promoteDueLeads(context.engine, tx, lists, command.at);
  await pickCallbacks(context.engine, tx, { ...command, count }, lists, picked);
  if (picked.size >= count) return picked;
  const rows = await query<{ list_id: string; place: string }>(
    tx,
    `select list_id, place from places where list_id in (${marks(lists.length)})`,
    lists,
  );
  const groups = openGroups([...new Set(rows.map((row) => row.place))], context.windows, command.at);
  for (const group of groups) {
    if (picked.size >= count) break;
    const within = new Set(group.places);
    await pickGroup(
      context.engine,
      tx,
      group,
      rows.filter((row) => within.has(row.place)),
      count,
      picked,
    );
  }
  return picked;
}

async function pickCallbacks(
  engine: Engine,
  tx: Tx,
  command: ClaimCommand,
  lists: readonly string[],
  picked: Picked,
): Promise<void> {
  const agents = command.agentIds.slice(0, 1_000);
  const mine = agents.length === 0 ? '' : ` or callback_agent_id in (${marks(agents.length)})`;
  const text =
    `select lead_id from leads where list_id in (${marks(lists.length)}) and state = 'callback' and next_dialable_at <= ?` +
    ` and (callback_agent_id is null${mine}) order by next_dialable_at, seq limit ?${engine.skipLocked}`;
  const rows = await query<{ lead_id: string }>(tx, text, [...lists, command.at, ...agents, command.count]);
  for (const row of rows) picked.set(row.lead_id, null);
}

interface Candidate {
  readonly lead_id: string;
  readonly dial_order: number;
  readonly seq: number;
}

type Where = { readonly list_id: string; readonly place: string };

/**
 * One place: its index is the order. Several: look into each, merge, lock what was chosen; where rivals were
 * quicker, place by place.
 */
async function pickGroup(
  engine: Engine,
  tx: Tx,
  group: PlaceGroup,
  wheres: readonly Where[],
  count: number,
  picked: Picked,
): Promise<void> {
  const [only] = wheres;
  if (wheres.length > 1) {
    const candidates = await peek(tx, wheres, count - picked.size);
    for (const leadId of await lockReady(engine, tx, candidates)) picked.set(leadId, group.closesAt);
    if (engine.skipLocked === '' || picked.size >= count || candidates.length < count - picked.size) return;
  }
  for (const where of only ? wheres : []) {
    if (picked.size >= count) return;
    const text = `select lead_id from leads where list_id = ? and state = 'ready' and place = ? order by dial_order, seq limit ?${engine.skipLocked}`;
    // Rows picked before are ours, so they come again: ask for as many more.
    const rows = await query<{ lead_id: string }>(tx, text, [where.list_id, where.place, count]);
    for (const row of rows)
      if (picked.size < count) picked.set(row.lead_id, picked.get(row.lead_id) ?? group.closesAt);
  }
}

async function peek(tx: Tx, wheres: readonly Where[], count: number): Promise<string[]> {
  const found: Candidate[] = [];
  for (const chunk of inChunks(wheres, PLACES_PER_STATEMENT)) {
    const parts = chunk.map(
      (_, index) =>
        `select * from (select lead_id, dial_order, seq from leads where list_id = ? and state = 'ready' and place = ? order by dial_order, seq limit ?) t${index}`,
    );
    found.push(
      ...(await query<Candidate>(
        tx,
        parts.join(' union all '),
        chunk.flatMap((where) => [where.list_id, where.place, count]),
      )),
    );
  }
  return found
    .sort((a, b) => a.dial_order - b.dial_order || a.seq - b.seq)
    .slice(0, count)
    .map((row) => row.lead_id);
}

async function lockReady(engine: Engine, tx: Tx, leadIds: readonly string[]): Promise<readonly string[]> {
  if (engine.skipLocked === '' || leadIds.length === 0) return leadIds;
  const locked = new Set<string>();
  for (const chunk of inChunks(leadIds)) {
    const rows = await query<{ lead_id: string }>(
      tx,
      `select lead_id from leads where lead_id in (${marks(chunk.length)}) and state = 'ready'${engine.skipLocked}`,
      chunk,
    );
    for (const row of rows) locked.add(row.lead_id);
  }
  return leadIds.filter((leadId) => locked.has(leadId));
}

async function take(context: ClaimContext, tx: Tx, command: ClaimCommand, picked: Picked): Promise<Lead[]> {
  const leadIds = [...picked.keys()];
  if (leadIds.length === 0) return [];
  const rows = new Map<string, LeadRow>();
  for (const chunk of inChunks(leadIds)) {
    const values = [command.campaignId, context.epoch, command.at, ...chunk];
    await execute(
      tx,
      `update leads set state = 'claimed', claim_campaign = ?, claim_epoch = ?, claimed_at = ? where lead_id in (${marks(chunk.length)})`,
      values,
    );
    for (const row of await query<LeadRow>(
      tx,
      `select * from leads where lead_id in (${marks(chunk.length)})`,
      chunk,
    ))
      rows.set(row.lead_id, row);
  }
  const phones = await readPhones(tx, leadIds);
  const leads: Lead[] = [];
  for (const leadId of leadIds) {
    const row = rows.get(leadId);
    const lead = row && leadOf(row, phones.get(leadId) ?? [], command.at, picked.get(leadId));
    if (lead?.phones[lead.phoneIndex]?.open) leads.push(lead);
    else if (lead)
      await mendNumber(tx, lead, nextOpenPhone(phones.get(leadId) ?? [], lead.phoneIndex), leads);
  }
  return leads;
}

/** The number due was closed meanwhile: the next open one is due instead; without one the lead is done. */
async function mendNumber(tx: Tx, lead: Lead, next: number | null, leads: Lead[]): Promise<void> {
  if (next === null) {
    await execute(
      tx,
      "update leads set state = 'closed', closed_by = 'outcome', next_dialable_at = null, why = 'no-number-left', claim_campaign = null, claim_epoch = null where lead_id = ?",
      [lead.leadId],
    );
    return;
  }
  await execute(tx, 'update leads set phone_index = ? where lead_id = ?', [next, lead.leadId]);
  leads.push({ ...lead, phoneIndex: next });
}
