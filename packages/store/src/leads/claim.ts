/** Claims leads for a campaign: what is dialed next, in one transaction. */
import type { ClaimCommand, Lead } from '@outdial/core';
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { preparedCommand, preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import { anybodysSince, withoutAgent } from './callback-for-anybody.js';
import type { ClaimContext } from './claim-context.js';
import type { Picked } from './picked.js';
import { countMoves, counted } from './lead-counts.js';
import type { LeadMove } from './lead-counts.js';
import { leadOf, readLeads, readNumbers, setPhoneIndex } from './lead-row.js';
import type { CampaignLeadRow } from './lead-row.js';
import { idsOf, readListsToClaim } from './lists-of-campaign.js';
import { leaveOutside, numberDue } from './outside-countries.js';
import { pickLeads, pickOne } from './pick-leads.js';

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
  if (leadId === undefined) return take(context, tx, command, await pickLeads(context, tx, command, lists));
  // A person asked for this lead: where its number lies outside the countries, the refusal says so.
  return take({ ...context, windows: null }, tx, command, await pickOne(tx, leadId, idsOf(lists)));
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

const shareClaimed = preparedQuery(
  (
    db: Db,
    {
      leadId,
      campaignId,
      epoch,
      at,
    }: Given<{ leadId: string; campaignId: string; epoch: number; at: number }>,
  ) =>
    db
      .selectFrom('leads')
      .select('lead_id')
      .where('lead_id', '=', leadId)
      .where('state', '=', 'claimed')
      .where('claim_campaign', '=', campaignId)
      .where('claim_epoch', '=', epoch)
      .where('claimed_at', '=', at)
      .forShare(),
);

/**
 * Whether the claim that answered these leads is in force. It waits for a transaction that is making it.
 * False where it claimed none.
 */
export async function isClaimed(
  db: Db,
  leads: readonly Lead[],
  { campaignId, epoch, at }: { readonly campaignId: string; readonly epoch: number; readonly at: number },
): Promise<boolean> {
  const [first] = leads;
  if (!first) return false;
  return (await shareClaimed.first(db, { leadId: first.leadId, campaignId, epoch, at })) !== undefined;
}

async function take(context: ClaimContext, tx: Tx, command: ClaimCommand, picked: Picked): Promise<Lead[]> {
  const leadIds = [...picked.keys()];
  if (leadIds.length === 0) return [];
  const { campaignId, at } = command;
  const unread = leadIds.filter((leadId) => picked.get(leadId)?.row === undefined);
  const rows = await readLeads(tx, unread);
  const rowOf = (leadId: string): CampaignLeadRow | undefined => picked.get(leadId)?.row ?? rows.get(leadId);
  for (const chunk of inChunks(leadIds))
    await markClaimed(tx, { leadIds: chunk, campaignId, epoch: context.epoch, at });
  await countMoves(tx, leadIds.map(rowOf).map(claimMove));

  const phones = await readNumbers(tx, leadIds);
  const anybodys = anybodysSince(at, context.callbacksToAnybodyAfterMs);
  const leads: Lead[] = [];
  const outside: string[] = [];
  for (const [leadId, { closesAt }] of picked) {
    const row = rowOf(leadId);
    if (!row) continue;
    const numbers = phones.get(leadId) ?? [];
    const promised = leadOf(row, numbers, at, closesAt);
    const lead = (row.next_dialable_at ?? at) <= anybodys ? withoutAgent(promised) : promised;
    const due = numberDue(numbers, lead.phoneIndex, context.windows);
    if (due === lead.phoneIndex) leads.push(lead);
    else if (due === 'outside') outside.push(leadId);
    else await mendNumber(tx, lead, due, leads);
  }
  await leaveOutside(tx, outside, at);
  return leads;
}

/** `row`: as it was before the claim. */
function claimMove(row: CampaignLeadRow | undefined): LeadMove {
  return [row, row && { ...row, state: 'claimed' }];
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

/** Another number is due than the lead says; without one the lead is closed. */
async function mendNumber(tx: Tx, lead: Lead, next: number | null, leads: Lead[]): Promise<void> {
  if (next === null) {
    const { leadId } = lead;
    await counted(tx, [leadId], () => closeWithoutNumber(tx, { leadId }));
    return;
  }
  await setPhoneIndex(tx, { leadId: lead.leadId, phoneIndex: next });
  leads.push({ ...lead, phoneIndex: next });
}
