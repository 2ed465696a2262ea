/** The transaction of the in-memory store on a call that comes in. */
import {
  strangerLead,
  type AttemptId,
  type JournalFact,
  type Lead,
  type OpenInboundRequest,
} from '@outdial/core';
import type { AttemptRow, Disk } from './disk.js';

/** The journal's answer to the opening of a call that came in, without its stamp. */
export type InboundAnswer =
  | Pick<Extract<JournalFact, { type: 'inbound.opened' }>, 'type' | 'lead' | 'personId'>
  | { readonly type: 'attempt.open-failed'; readonly error: string };

/** The key of a call that came in, by which it is found after a restart. */
export function callKey(attemptId: AttemptId): string {
  return `call ${attemptId}`;
}

/** Opens the entry of a call that came in. Number and person are in progress, unless they are already. */
export function openInbound(
  disk: Disk,
  command: OpenInboundRequest,
  { epoch, storedAt }: { readonly epoch: number; readonly storedAt: number },
): InboundAnswer {
  const { attemptId, campaignId, callerNumber, calledNumber, at } = command;
  if (disk.neverToOpen.has(attemptId))
    return { type: 'attempt.open-failed', error: 'closed before it was opened' };
  const existing = disk.attempts.get(attemptId);
  if (existing?.result) return { type: 'attempt.open-failed', error: 'closed already' };
  const phone = callerNumber ?? '';
  const found = callerNumber === null ? null : leadOfCaller(disk, campaignId, callerNumber);
  const personId = found?.personId ?? (callerNumber === null ? `caller ${attemptId}` : `number ${phone}`);
  if (existing) return { type: 'inbound.opened', lead: found, personId };

  const lead = found ?? strangerLead({ phone, personId });
  const row: AttemptRow = {
    attemptId,
    campaignId,
    epoch,
    lead,
    phone,
    callerNumber: calledNumber,
    mode: 'inbound',
    humanInitiated: true,
    voices: ['live'],
    openedAt: at,
    storedAt,
    decidedFor: at,
    decision: { allowed: true, refusals: [], nextAllowedAt: null, record: {} },
    marks: {},
    result: null,
    closedStoredAt: null,
  };
  disk.attempts.set(attemptId, row);
  disk.openByPhone.set(callKey(attemptId), attemptId);
  if (phone !== '' && !disk.openByPhone.has(phone)) disk.openByPhone.set(phone, attemptId);
  if (!disk.openByPerson.has(personId)) disk.openByPerson.set(personId, attemptId);
  const history = disk.history.get(personId);
  if (history) history.push(row);
  else disk.history.set(personId, [row]);
  return { type: 'inbound.opened', lead: found, personId };
}

/** The lead of the campaign's lists that has the caller's number: an open one first. */
function leadOfCaller(disk: Disk, campaignId: string, phone: string): Lead | null {
  let closed: Lead | null = null;
  for (const listId of disk.lists.get(campaignId) ?? []) {
    for (const { lead, status } of disk.leadsByList.get(listId) ?? []) {
      if (!lead.phones.some((each) => each.phone === phone)) continue;
      if (status === 'open') return lead;
      closed ??= lead;
    }
  }
  return closed;
}
