/** Claims leads for a campaign: what is dialed next, in one transaction. */
import { defined } from '@outdial/core';
import type { ClaimCommand, Lead } from '@outdial/core';
import type { Db, Engine, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { preparedCommand, preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import { anybodysSince, withoutAgent } from './callback-for-anybody.js';
import { FIRST_ORDER, openGroups } from './dial-order.js';
import type { PlaceGroup } from './dial-order.js';
import {
  CAMPAIGN_COLUMNS,
  leadOf,
  nextOpenPhone,
  readLeads,
  readNumbers,
  setPhoneIndex,
} from './lead-row.js';
import type { CampaignLeadRow } from './lead-row.js';
import { idsOf, readListsToClaim } from './lists-of-campaign.js';
import type { ListToClaim } from './lists-of-campaign.js';
import { findNamedLeads } from './named-numbers.js';
import { peekPlaces } from './peek-places.js';
import type { ListPlace } from './peek-places.js';
import type { WindowCache } from './places.js';
import { promoteDueLeads } from './promote.js';

/** Most leads handed out at once, however many are asked for. */
const CLAIM_MOST = 2_000;
/** Agents whose own callbacks are looked for. */
const AGENTS_MOST = 1_000;

/** What a claim works with. */
export interface ClaimContext {
  readonly engine: Engine;
  readonly epoch: number;
  readonly windows: WindowCache | null;
  /** ms after which a callback promised by one agent is anybody's; null or absent: never. */
  readonly callbacksToAnybodyAfterMs?: number | null;
}

/** Thrown when the campaign is run by another epoch: this process must not claim for it any more. */
export class StaleEpoch extends Error {
  override readonly name = 'StaleEpoch';
  constructor(campaignId: string) {
    super(`campaign '${campaignId}' is run under a newer epoch`);
  }
}

/**
 * Claims up to `count` leads in one transaction: leads pushed to the front, due callbacks, then places about
 * to close, then priority, then age.
 */
export async function claimLeads(context: ClaimContext, tx: Tx, command: ClaimCommand): Promise<Lead[]> {
  const { campaignId, leadId } = command;
  const { fence, lists } = await readListsToClaim(tx, { campaignId, epoch: context.epoch, at: command.at });
  if (!fence.current) throw new StaleEpoch(campaignId);
  if (fence.killed !== null || lists.length === 0) return [];
  const picked =
    leadId === undefined ? await pick(context, tx, command, lists) : await pickOne(tx, leadId, idsOf(lists));
  return take(context, tx, command, picked);
}

/** A lead that was picked. */
interface PickedLead {
  /** Epoch ms at which its window closes. */
  readonly closesAt: number | null;
  /** Undefined: it is not read yet. */
  readonly row?: CampaignLeadRow;
}

/** By lead id, in dial order. */
type Picked = Map<string, PickedLead>;

const lockOne = preparedQuery(
  (db: Db, { leadId, lists }: Given<{ leadId: string; lists: readonly string[] }>) =>
    db
      .selectFrom('leads')
      .select(CAMPAIGN_COLUMNS)
      .where('lead_id', '=', leadId)
      .where('list_id', 'in', lists)
      .where('state', 'in', ['ready', 'waiting', 'callback'])
      .forUpdate()
      .skipLocked(),
);

async function pickOne(tx: Tx, leadId: string, lists: readonly string[]): Promise<Picked> {
  const rows = await lockOne.all(tx, { leadId, lists });
  return new Map(rows.map((row) => [row.lead_id, { closesAt: null, row }]));
}

/**
 * The places of lists with the first dial order of what is ready there, which says whether leads were pushed
 * to the front. It is compared outside the statement, where MariaDB would read every lead of the place.
 */
const selectPlaces = preparedQuery((db: Db, { lists }: Given<{ lists: readonly string[] }>) =>
  db
    .selectFrom('places as p')
    .select((eb) => [
      'p.list_id',
      'p.place',
      eb
        .selectFrom('leads as l')
        .select('l.dial_order')
        .whereRef('l.list_id', '=', 'p.list_id')
        .where('l.state', '=', 'ready')
        .whereRef('l.place', '=', 'p.place')
        .orderBy('l.dial_order')
        .limit(1)
        .as('first_order'),
    ])
    .where('p.list_id', 'in', lists),
);

function hasFirst({ first_order: order }: { readonly first_order: number | null }): boolean {
  return order !== null && order <= FIRST_ORDER;
}

async function pick(
  context: ClaimContext,
  tx: Tx,
  command: ClaimCommand,
  toClaim: readonly ListToClaim[],
): Promise<Picked> {
  const count = Math.min(command.count, CLAIM_MOST);
  const picked: Picked = new Map();
  if (count <= 0) return picked;

  const lists = idsOf(toClaim);
  const withDue = idsOf(toClaim.filter((list) => list.hasDue));
  if (withDue.length > 0) await promoteDueLeads(tx, withDue, command.at);
  if (command.onlyNumbers !== undefined) {
    await pickNamed(context, tx, { ...command, numbers: command.onlyNumbers, count }, lists, picked);
    return picked;
  }
  const rows = await selectPlaces.all(tx, { lists });
  const groups = openGroups([...new Set(rows.map((row) => row.place))], context.windows, command.at);
  const withFirst = new Set(rows.filter(hasFirst).map((row) => row.place));
  if (withFirst.size > 0) await pickFirst(tx, groups, lists, withFirst, count, picked);
  const withCallbacks = idsOf(toClaim.filter((list) => list.hasCallbacks));
  if (picked.size < count && withCallbacks.length > 0)
    await pickCallbacks(context, tx, command, count - picked.size, withCallbacks, picked);

  for (const group of groups) {
    if (picked.size >= count) break;
    const within = new Set(group.places);
    const places = rows.filter((row) => within.has(row.place));
    await pickGroup(context.engine, tx, { closesAt: group.closesAt, places }, count, picked);
  }
  return picked;
}

const lockFirst = preparedQuery(
  (
    db: Db,
    {
      lists,
      places,
      count,
    }: Given<{
      lists: readonly string[];
      places: readonly string[];
      count: number;
    }>,
  ) =>
    db
      .selectFrom('leads')
      .select([...CAMPAIGN_COLUMNS, 'place'])
      .where('list_id', 'in', lists)
      .where('state', '=', 'ready')
      .where('place', 'in', places)
      .where('dial_order', '<=', FIRST_ORDER)
      .orderBy('seq', 'desc')
      .limit(count)
      .forUpdate()
      .skipLocked(),
);

/** Leads pushed to the front: whatever place they have, if it may be called now; the newest first. */
async function pickFirst(
  tx: Tx,
  groups: readonly PlaceGroup[],
  lists: readonly string[],
  withFirst: ReadonlySet<string>,
  count: number,
  picked: Picked,
): Promise<void> {
  const closesAt = new Map(
    groups.flatMap((group) =>
      group.places.filter((place) => withFirst.has(place)).map((place) => [place, group.closesAt] as const),
    ),
  );
  for (const places of inChunks([...closesAt.keys()])) {
    for (const row of await lockFirst.all(tx, { lists, places, count: count - picked.size }))
      picked.set(row.lead_id, { closesAt: closesAt.get(row.place) ?? null, row });
    if (picked.size >= count) return;
  }
}

const lockCallbacks = preparedQuery(
  (
    db: Db,
    {
      lists,
      at,
      anybodys,
      agentIds,
      count,
    }: Given<{
      lists: readonly string[];
      at: number;
      anybodys: number;
      agentIds: readonly string[];
      count: number;
    }>,
  ) =>
    db
      .selectFrom('leads')
      .select(CAMPAIGN_COLUMNS)
      .where('list_id', 'in', lists)
      .where('state', '=', 'callback')
      .where('next_dialable_at', '<=', at)
      .where((eb) =>
        eb.or([
          eb('callback_agent_id', 'is', null),
          eb('callback_agent_id', 'in', agentIds),
          eb('next_dialable_at', '<=', anybodys),
        ]),
      )
      .orderBy('next_dialable_at')
      .orderBy('seq')
      .limit(count)
      .forUpdate()
      .skipLocked(),
);

async function pickCallbacks(
  context: ClaimContext,
  tx: Tx,
  command: ClaimCommand,
  count: number,
  lists: readonly string[],
  picked: Picked,
): Promise<void> {
  const agentIds = command.agentIds.slice(0, AGENTS_MOST);
  const { at } = command;
  const anybodys = anybodysSince(at, context.callbacksToAnybodyAfterMs);
  const rows = await lockCallbacks.all(tx, { lists, at, anybodys, agentIds, count });
  for (const row of rows) picked.set(row.lead_id, { closesAt: null, row });
}

/** Before the campaign is live: leads of its allow-list alone, where their place may be called now. */
async function pickNamed(
  context: ClaimContext,
  tx: Tx,
  claim: Pick<ClaimCommand, 'agentIds' | 'at' | 'count'> & { readonly numbers: readonly string[] },
  lists: readonly string[],
  picked: Picked,
): Promise<void> {
  const { at, count, numbers } = claim;
  const agentIds = claim.agentIds.slice(0, AGENTS_MOST);
  const anybodys = anybodysSince(at, context.callbacksToAnybodyAfterMs);
  for (const lead of await findNamedLeads(tx, { lists, numbers, agentIds, anybodys, at, lock: true })) {
    if (picked.size >= count) return;
    const window = context.windows?.at(lead.place, at);
    if (lead.state === 'callback' || window === undefined) picked.set(lead.lead_id, { closesAt: null });
    else if (window.open) picked.set(lead.lead_id, { closesAt: window.changesAt });
  }
}

const lockPlace = preparedQuery(
  (db: Db, { listId, place, count }: Given<{ listId: string; place: string; count: number }>) =>
    db
      .selectFrom('leads')
      .select(CAMPAIGN_COLUMNS)
      .where('list_id', '=', listId)
      .where('state', '=', 'ready')
      .where('place', '=', place)
      .orderBy('dial_order')
      .orderBy('seq')
      .limit(count)
      .forUpdate()
      .skipLocked(),
);

/**
 * One place: its index is the order. Several: look into each, merge, lock what was chosen. Where rivals
 * locked them first, place by place.
 */
async function pickGroup(
  engine: Engine,
  tx: Tx,
  group: { readonly closesAt: number | null; readonly places: readonly ListPlace[] },
  count: number,
  picked: Picked,
): Promise<void> {
  if (group.places.length > 1) {
    const wanted = count - picked.size;
    const candidates = await peekPlaces(tx, group.places, wanted);
    for (const [leadId, row] of await lockReady(engine, tx, candidates))
      picked.set(leadId, { closesAt: group.closesAt, ...defined({ row }) });
    if (!engine.hasRivals || picked.size >= count || candidates.length < wanted) return;
  }
  for (const { list_id: listId, place } of group.places) {
    if (picked.size >= count) return;
    // Rows picked before are ours, so they come again: ask for as many more.
    for (const row of await lockPlace.all(tx, { listId, place, count })) {
      if (picked.size >= count) return;
      if (!picked.has(row.lead_id)) picked.set(row.lead_id, { closesAt: group.closesAt, row });
    }
  }
}

const lockChosen = preparedQuery((db: Db, { leadIds }: Given<{ leadIds: readonly string[] }>) =>
  db
    .selectFrom('leads')
    .select(CAMPAIGN_COLUMNS)
    .where('lead_id', 'in', leadIds)
    .where('state', '=', 'ready')
    .forUpdate()
    .skipLocked(),
);

/** The leads of these that are ready, in their order; without a row where no rival can have taken one. */
async function lockReady(
  engine: Engine,
  tx: Tx,
  leadIds: readonly string[],
): Promise<readonly (readonly [string, CampaignLeadRow | undefined])[]> {
  if (!engine.hasRivals) return leadIds.map((leadId) => [leadId, undefined]);
  const locked = new Map<string, CampaignLeadRow>();
  for (const chunk of inChunks(leadIds)) {
    for (const row of await lockChosen.all(tx, { leadIds: chunk })) locked.set(row.lead_id, row);
  }
  return leadIds.filter((leadId) => locked.has(leadId)).map((leadId) => [leadId, locked.get(leadId)]);
}

const markClaimed = preparedCommand(
  (
    db: Db,
    {
      leadIds,
      campaignId,
      epoch,
      at,
    }: Given<{
      leadIds: readonly string[];
      campaignId: string;
      epoch: number;
      at: number;
    }>,
  ) =>
    db
      .updateTable('leads')
      .set({ state: 'claimed', claim_campaign: campaignId, claim_epoch: epoch, claimed_at: at })
      .where('lead_id', 'in', leadIds),
);

async function take(context: ClaimContext, tx: Tx, command: ClaimCommand, picked: Picked): Promise<Lead[]> {
  const leadIds = [...picked.keys()];
  if (leadIds.length === 0) return [];
  const { campaignId, at } = command;
  for (const chunk of inChunks(leadIds))
    await markClaimed(tx, { leadIds: chunk, campaignId, epoch: context.epoch, at });

  const unread = leadIds.filter((leadId) => picked.get(leadId)?.row === undefined);
  const rows = await readLeads(tx, unread);
  const phones = await readNumbers(tx, leadIds);
  const anybodys = anybodysSince(at, context.callbacksToAnybodyAfterMs);
  const leads: Lead[] = [];
  for (const [leadId, { closesAt, row = rows.get(leadId) }] of picked) {
    if (!row) continue;
    const numbers = phones.get(leadId) ?? [];
    const promised = leadOf(row, numbers, at, closesAt);
    const lead = (row.next_dialable_at ?? at) <= anybodys ? withoutAgent(promised) : promised;
    if (lead.phones[lead.phoneIndex]?.open) leads.push(lead);
    else await mendNumber(tx, lead, nextOpenPhone(numbers, lead.phoneIndex), leads);
  }
  return leads;
}

const closeWithoutNumber = preparedCommand((db: Db, { leadId }: Given<{ leadId: string }>) =>
  db
    .updateTable('leads')
    .set({
      state: 'closed',
      closed_by: 'outcome',
      next_dialable_at: null,
      why: 'no-number-left',
      claim_campaign: null,
      claim_epoch: null,
    })
    .where('lead_id', '=', leadId),
);

/** The number due was closed meanwhile: the next open one is due instead; without one the lead is closed. */
async function mendNumber(tx: Tx, lead: Lead, next: number | null, leads: Lead[]): Promise<void> {
  if (next === null) {
    await closeWithoutNumber(tx, { leadId: lead.leadId });
    return;
  }
  await setPhoneIndex(tx, { leadId: lead.leadId, phoneIndex: next });
  leads.push({ ...lead, phoneIndex: next });
}
