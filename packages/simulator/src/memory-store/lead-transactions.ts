/** The transactions of the in-memory store on leads: claim, release, survey, withdraw. */
import type { ClaimCommand, Lead, ReleaseCommand, Supply, SurveyCommand } from '@outdial/core';
import type { Disk, LeadRow } from './disk.js';

const DAY_MS = 86_400_000;

/**
 * Claims a batch: callbacks first, then windows that close soon, then priority, then who has waited longest.
 * One certain lead is claimed whether its time has come or not: a person asked for it, and the law is asked
 * when it is opened.
 */
export function claimLeads(disk: Disk, command: ClaimCommand, epoch: number): readonly Lead[] {
  const one = command.leadId === undefined ? undefined : disk.leads.get(command.leadId);
  const here = new Set(command.agentIds);
  const batch: LeadRow[] = [];
  if (one && blockedBy(disk, one, Infinity, null) === null) batch.push(one);
  if (command.leadId === undefined) {
    for (const rows of listsOf(disk, command.campaignId)) {
      for (const row of rows) {
        if (!isDue(row, command.at) || !isAmong(command.onlyNumbers, row)) continue;
        const place = placeInOrder(batch, row);
        if (place >= command.count || blockedBy(disk, row, command.at, here) !== null) continue;
        batch.splice(place, 0, row);
        if (batch.length > command.count) batch.pop();
      }
    }
  }
  for (const row of batch) {
    row.claim = { campaignId: command.campaignId, epoch, at: command.at };
    row.lead = asHandedOut(row.lead, command.at);
  }
  return batch.map((row) => row.lead);
}

/** Releases leads. Leads that this campaign has not claimed stay as they are. */
export function releaseLeads(disk: Disk, command: ReleaseCommand): void {
  for (const leadId of command.leadIds) {
    const row = disk.leads.get(leadId);
    if (row?.claim?.campaignId !== command.campaignId || isBeingDialed(disk, row)) continue;
    row.claim = null;
    if (row.status === 'closed' || command.notBefore === undefined) continue;
    row.why = command.why;
    row.nextDialableAt = command.notBefore;
    if (command.notBefore === null) row.status = 'closed';
  }
}

/**
 * Releases every lead that earlier processes had claimed, except leads that are being dialed: the end of the
 * attempt releases them.
 */
export function recoverClaims(disk: Disk, campaignId: string, epoch: number, at: number): void {
  for (const row of disk.leads.values()) {
    if (row.claim?.campaignId !== campaignId || row.claim.epoch >= epoch) continue;
    row.claim = isBeingDialed(disk, row) ? { campaignId, epoch, at } : null;
  }
}

/** Closes leads from outside. Answers those that were open. */
export function withdrawLeads(disk: Disk, leadIds: readonly string[], why: string): readonly string[] {
  return leadIds.filter((leadId) => {
    const row = disk.leads.get(leadId);
    if (row?.status !== 'open') return false;
    closeRow(row, why);
    return true;
  });
}

/** How many leads are dialable, and why the others are not. */
export function surveyLeads(
  disk: Disk,
  { campaignId, at, agentIds = [], onlyNumbers }: SurveyCommand,
): Supply {
  const here = new Set(agentIds);
  const waiting = new Map<string, { count: number; nextAt: number | null }>();
  let [total, attempted, dialableNow] = [0, 0, 0];
  for (const rows of listsOf(disk, campaignId)) {
    for (const row of rows) {
      total += 1;
      if (row.lead.attempts > 0) attempted += 1;
      const reason = blockedBy(disk, row, at, here) ?? (isAmong(onlyNumbers, row) ? null : 'not-live');
      if (reason === null) {
        dialableNow += 1;
        continue;
      }
      const entry = waiting.get(reason) ?? { count: 0, nextAt: null };
      entry.count += 1;
      if (row.status === 'open' && row.nextDialableAt !== null && row.nextDialableAt > at)
        entry.nextAt = Math.min(entry.nextAt ?? Infinity, row.nextDialableAt);
      waiting.set(reason, entry);
    }
  }
  return {
    dialableNow,
    total,
    attempted,
    waiting: [...waiting].map(([reason, entry]) => ({ reason, ...entry })),
  };
}

/** Closes a lead for good. */
export function closeRow(row: LeadRow, why: string): void {
  row.status = 'closed';
  row.nextDialableAt = null;
  row.why = why;
}

/** The rows of each list that a campaign dials. */
function listsOf(disk: Disk, campaignId: string): readonly (readonly LeadRow[])[] {
  return (disk.lists.get(campaignId) ?? []).map((listId) => disk.leadsByList.get(listId) ?? []);
}

/** Whether the row's number is one of those that a campaign may dial before it is live. */
function isAmong(onlyNumbers: readonly string[] | undefined, { lead }: LeadRow): boolean {
  return onlyNumbers === undefined || onlyNumbers.includes(lead.phones[lead.phoneIndex]?.phone ?? '');
}

/** What most rows fail, checked first. */
function isDue(row: LeadRow, at: number): boolean {
  return row.claim === null && row.nextDialableAt !== null && row.nextDialableAt <= at;
}

/** Where a row belongs in a batch that is in order: batches are small, lists are long. */
function placeInOrder(batch: readonly LeadRow[], row: LeadRow): number {
  let place = batch.length;
  for (let above = batch[place - 1]; above && claimOrder(row, above) < 0; above = batch[place - 1])
    place -= 1;
  return place;
}

/** Why a lead cannot be claimed at this instant, or null. `here`: agents logged in; null: do not ask. */
function blockedBy(disk: Disk, row: LeadRow, at: number, here: ReadonlySet<string> | null): string | null {
  const { lead } = row;
  if (row.status === 'closed') return row.why;
  if (row.claim) return 'claimed';
  if (row.nextDialableAt === null || row.nextDialableAt > at) return row.why;
  const callbackAgent = lead.reason === 'callback' ? lead.callback?.agentId : undefined;
  if (callbackAgent !== undefined && here?.has(callbackAgent) === false)
    return `callback for ${callbackAgent}`;
  if (disk.openByPerson.has(lead.personId) || disk.openByPhone.has(lead.phones[lead.phoneIndex]?.phone ?? ''))
    return 'in-progress';
  return null;
}

function claimOrder(one: LeadRow, other: LeadRow): number {
  const a = one.lead;
  const b = other.lead;
  return (
    Number(b.reason === 'callback') - Number(a.reason === 'callback') ||
    (a.windowClosesAt ?? Infinity) - (b.windowClosesAt ?? Infinity) ||
    0 ||
    b.priority - a.priority ||
    (one.nextDialableAt ?? 0) - (other.nextDialableAt ?? 0) ||
    (a.leadId < b.leadId ? -1 : 1)
  );
}

/** The lead is being dialed. A call that came in from its person does not end a claim, so it keeps none. */
function isBeingDialed(disk: Disk, row: LeadRow): boolean {
  const attemptId = disk.openByPerson.get(row.lead.personId);
  const attempt = attemptId === undefined ? undefined : disk.attempts.get(attemptId);
  return attempt?.mode !== 'inbound' && attempt?.lead.leadId === row.lead.leadId;
}

function asHandedOut(lead: Lead, at: number): Lead {
  const recentAttempts = lead.recentAttempts.filter((instant) => instant > at - DAY_MS);
  return recentAttempts.length === lead.recentAttempts.length ? lead : { ...lead, recentAttempts };
}
