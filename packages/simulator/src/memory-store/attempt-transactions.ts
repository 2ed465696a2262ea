/** The transactions of the in-memory store on attempts: open, mark, learn, close, recover. */
import {
  defined,
  type AttemptId,
  type AttemptResult,
  type ComplianceGate,
  type EarlierEnd,
  type GateDecision,
  type GateRequest,
  type JournalFact,
  type Lead,
  type LearnedFact,
  type MarkCommand,
  type OpenAttempt,
  type OpenRequest,
  type Outcome,
  type CallMode,
  type CallVoice,
  type CallRefusal,
  type ThirdPartyOpening,
  isOfList,
} from '@outdial/core';
import { addLearned, type AttemptRow, type Disk, type LeadRow } from './disk.js';
import { callKey } from './inbound-transactions.js';
import { closeRow, recoverClaims } from './lead-transactions.js';

/** What an opening needs in addition to the command. */
export interface Opening {
  readonly gate: ComplianceGate;
  readonly epoch: number;
  /** The database's own clock. */
  readonly storedAt: number;
  /** The wall clock, by which the law reads. */
  readonly legalNow: number;
}

/** The journal's answer to an opening, without its stamp. */
export type OpenAnswer =
  | { readonly type: 'attempt.opened'; readonly givenVoices?: readonly CallVoice[] }
  | {
      readonly type: 'attempt.refused';
      readonly refusals: readonly CallRefusal[];
      readonly nextAllowedAt: number | null;
    }
  | { readonly type: 'attempt.in-progress' }
  | { readonly type: 'attempt.open-failed'; readonly error: string };

/** Opens an attempt in one step: keys, the person's facts and history, the law, the row. */
export function openAttempt(disk: Disk, command: OpenRequest, opening: Opening): OpenAnswer {
  const { attemptId, campaignId, phone } = command;
  if (disk.neverToOpen.has(attemptId))
    return { type: 'attempt.open-failed', error: 'closed before it was opened' };
  const existing = disk.attempts.get(attemptId);
  if (existing)
    return existing.result
      ? { type: 'attempt.open-failed', error: 'closed already' }
      : { type: 'attempt.opened', ...defined({ givenVoices: existing.givenVoices }) };
  if (command.thirdParty) return openThirdParty(disk, command, opening, command.thirdParty);
  const row = disk.leads.get(command.lead.leadId);
  if (row?.claim?.campaignId !== campaignId || row.claim.epoch !== opening.epoch)
    return { type: 'attempt.open-failed', error: "the lead is not in this campaign's hands" };
  const { personId } = row.lead;
  if (disk.openByPhone.has(phone) || disk.openByPerson.has(personId)) return { type: 'attempt.in-progress' };
  const standing = standingRefusal(row, phone);
  if (standing) return { type: 'attempt.refused', refusals: [standing], nextAllowedAt: null };
  const decision = askGate(opening.gate, gateRequest(disk, command, row.lead, opening.legalNow));
  if (typeof decision === 'string') return { type: 'attempt.open-failed', error: decision };
  if (!decision.allowed)
    return { type: 'attempt.refused', refusals: decision.refusals, nextAllowedAt: decision.nextAllowedAt };
  const givenVoices = clearedAmong(disk, command, opening);
  insertAttempt(disk, command, opening, { decision, givenVoices });
  return { type: 'attempt.opened', ...defined({ givenVoices }) };
}

/** The voices of flows that the law allows beside the call. */
function clearedAmong(
  disk: Disk,
  command: OpenRequest,
  { gate, legalNow }: Opening,
): OpenRequest['givenVoices'] {
  return command.givenVoices?.filter((voice) => {
    const request = gateRequest(disk, { ...command, voices: [voice] }, command.lead, legalNow);
    const answer = askGate(gate, request);
    return typeof answer !== 'string' && answer.allowed;
  });
}

/** Opens the attempt to call a third party. Contacts of the directory are not judged by the law. */
function openThirdParty(
  disk: Disk,
  command: OpenRequest,
  opening: Opening,
  { isNamed }: ThirdPartyOpening,
): OpenAnswer {
  const { attemptId, phone } = command;
  if (disk.openByPhone.has(phone)) return { type: 'attempt.in-progress' };
  const lead = { ...command.lead, personId: `number ${phone}` };
  const decision = isNamed
    ? CONTACT
    : askGate(opening.gate, gateRequest(disk, command, lead, opening.legalNow));
  if (typeof decision === 'string') return { type: 'attempt.open-failed', error: decision };
  if (!decision.allowed)
    return { type: 'attempt.refused', refusals: decision.refusals, nextAllowedAt: decision.nextAllowedAt };
  const row = attemptRow({ ...command, lead }, opening, decision, 'third-party');
  disk.attempts.set(attemptId, row);
  disk.openByPhone.set(callKey(attemptId), attemptId);
  if (!isNamed) disk.openByPhone.set(phone, attemptId);
  return { type: 'attempt.opened' };
}

const CONTACT: GateDecision = { allowed: true, refusals: [], nextAllowedAt: null, record: {} };

/** The decision, or why there is none. A gate that throws allows nothing. */
function askGate(gate: ComplianceGate, request: GateRequest): GateDecision | string {
  try {
    return gate.decide(request);
  } catch (error) {
    return `the gate failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function attemptRow(
  command: OpenRequest,
  opening: Opening,
  decision: GateDecision,
  mode: CallMode,
): AttemptRow {
  const { attemptId, campaignId, lead, phone, callerNumber, humanInitiated, voices, agentId } = command;
  return {
    attemptId,
    campaignId,
    epoch: opening.epoch,
    lead,
    phone,
    callerNumber,
    mode,
    humanInitiated,
    voices,
    ...defined({ agentId }),
    openedAt: command.at,
    storedAt: opening.storedAt,
    decidedFor: opening.legalNow,
    decision,
    marks: {},
    result: null,
    closedStoredAt: null,
  };
}

function insertAttempt(
  disk: Disk,
  command: OpenRequest,
  opening: Opening,
  {
    decision,
    givenVoices,
  }: { readonly decision: GateDecision; readonly givenVoices: OpenRequest['givenVoices'] },
): void {
  const { attemptId, lead, phone } = command;
  const row = { ...attemptRow(command, opening, decision, command.mode), ...defined({ givenVoices }) };
  disk.attempts.set(attemptId, row);
  disk.openByPhone.set(phone, attemptId);
  disk.openByPerson.set(lead.personId, attemptId);
  const history = disk.history.get(lead.personId);
  if (history) history.push(row);
  else disk.history.set(lead.personId, [row]);
}

function standingRefusal(row: LeadRow, phone: string): CallRefusal | null {
  const why =
    row.status === 'closed'
      ? `the lead is closed: ${row.why}`
      : row.lead.phones.some((known) => known.phone === phone && known.open)
        ? null
        : 'the number is closed';
  return why === null
    ? null
    : { rule: 'list.closed', citation: 'lead list', message: why, scope: 'lead', nextAllowedAt: null };
}

/**
 * What the gate is asked with: the number, what was learned about it and about its person, and every earlier
 * attempt.
 */
export function gateRequest(
  disk: Disk,
  command: Pick<OpenRequest, 'campaignId' | 'phone' | 'mode' | 'humanInitiated' | 'voices'>,
  lead: Lead,
  at: number,
): GateRequest {
  const ofPerson = disk.learnedOfPerson.get(lead.personId) ?? [];
  const ofPhone = disk.learnedOfPhone.get(command.phone) ?? [];
  const learned = [...ofPerson, ...ofPhone.filter((row) => row.personId !== lead.personId)].map(
    ({ fact, phone }) => ({ kind: fact.kind, at: fact.at, phone }),
  );
  const history = (disk.history.get(lead.personId) ?? [])
    .filter(({ mode }) => isOfList(mode))
    .map((row) => ({
      at: row.openedAt,
      outcome: row.result?.outcome ?? 'open',
      phone: row.phone,
      mode: row.mode,
    }));
  return {
    at,
    campaignId: command.campaignId,
    mode: command.mode,
    humanInitiated: command.humanInitiated,
    voices: command.voices,
    history,
    lead: { phone: command.phone, leadId: lead.leadId, personId: lead.personId, learned },
  };
}

/** Notes a milestone of an open attempt. The first instant stands. */
export function markAttempt(disk: Disk, { attemptId, mark, agentId, flow, at }: MarkCommand): void {
  const row = disk.attempts.get(attemptId);
  if (!row || row.result) return;
  if (mark === 'live-answer') row.marks.liveAnswerAt ??= at;
  else if (mark === 'connected') {
    row.marks.connectedAt ??= at;
    delete row.givenFlow;
    if (agentId !== undefined) row.ownerId = agentId;
  } else if (mark === 'flow') row.givenFlow = flow ?? '';
  else if (mark === 'machine') row.machineVerdict = 'machine';
  else row.marks.abandonedAt ??= at;
}

/** Stores a fact of a call at once. One kind counts once an attempt. */
export function learnFact(disk: Disk, attemptId: AttemptId, fact: LearnedFact, storedAt: number): void {
  const attempt = disk.attempts.get(attemptId);
  if (!attempt) return;
  const { personId } = attempt.lead;
  const known = disk.learnedOfPerson.get(personId) ?? [];
  if (known.some((row) => row.attemptId === attemptId && row.fact.kind === fact.kind)) return;
  addLearned(disk, { personId, phone: attempt.phone, attemptId, fact, storedAt });
}

/**
 * Closes an attempt with everything that follows from it. Unknown: it must never be opened. Returns another
 * end that the attempt has already.
 */
export function closeAttempt(
  disk: Disk,
  attemptId: AttemptId,
  result: AttemptResult,
  storedAt: number,
): EarlierEnd | null {
  const row = disk.attempts.get(attemptId);
  if (!row) {
    disk.neverToOpen.add(attemptId);
    return null;
  }
  if (row.result) return keepLateEnd(disk, row, row.result, result, storedAt);
  row.result = result;
  row.closedStoredAt = storedAt;
  if (disk.openByPhone.get(row.phone) === attemptId) disk.openByPhone.delete(row.phone);
  if (disk.openByPhone.get(callKey(attemptId)) === attemptId) disk.openByPhone.delete(callKey(attemptId));
  if (disk.openByPerson.get(row.lead.personId) === attemptId) disk.openByPerson.delete(row.lead.personId);
  for (const fact of result.learned) learnFact(disk, attemptId, fact, storedAt);
  const lead = disk.leads.get(row.lead.leadId);
  if (lead && !result.keepsLead && maySettle(disk, row, lead)) settleLead(lead, result, row.campaignId);
  closeAround(disk, row, result);
  return null;
}

/** What was said in the call counts, although the attempt has ended. The first end stays. */
function keepLateEnd(
  disk: Disk,
  row: AttemptRow,
  { outcome, disposition, endedAt }: AttemptResult,
  late: AttemptResult,
  storedAt: number,
): EarlierEnd | null {
  for (const fact of late.learned) learnFact(disk, row.attemptId, fact, storedAt);
  closeAround(disk, row, late);
  const isSame = outcome === late.outcome && disposition === late.disposition && endedAt === late.endedAt;
  return isSame ? null : { outcome, disposition: disposition ?? null };
}

/** A call that came in moves its lead, too, unless the lead is being dialed at this moment. */
function maySettle(disk: Disk, { mode, lead: { personId } }: AttemptRow, lead: LeadRow): boolean {
  return mode !== 'inbound' || (lead.status === 'open' && !disk.openByPerson.has(personId));
}

/** The lead after the attempt: its counters and next step. The campaign no longer has it. */
function settleLead(row: LeadRow, result: AttemptResult, campaignId: string): void {
  const { lead } = row;
  const next = result.lead;
  const contact = result.outcome === 'conversation' || result.outcome === 'message-delivered';
  const counts: Partial<Record<Outcome, number>> = contact ? {} : { ...lead.attemptsByOutcome };
  counts[result.outcome] = (counts[result.outcome] ?? 0) + 1;
  const { callback: _old, ...rest } = lead;
  row.lead = {
    ...rest,
    phoneIndex: next.phoneIndex,
    reason: next.reason,
    ...defined({ callback: next.callback }),
    attemptsByOutcome: counts,
    attempts: lead.attempts + (result.countsAsAttempt ? 1 : 0),
    recentAttempts: result.countsAsAttempt ? [...lead.recentAttempts, result.endedAt] : lead.recentAttempts,
  };
  if (row.claim?.campaignId === campaignId) row.claim = null;
  if (row.status === 'closed') return;
  row.why = next.why;
  row.status = next.status;
  row.nextDialableAt = next.nextDialableAt;
}

function closeAround(disk: Disk, attempt: AttemptRow, result: AttemptResult): void {
  if (result.closes === 'none') return;
  for (const row of disk.leadsByPerson.get(attempt.lead.personId) ?? []) {
    if (result.closes === 'person') closeRow(row, result.lead.why);
    else if (result.closes === 'entry' && row.lead.leadId === attempt.lead.leadId)
      closeRow(row, result.lead.why);
    else if (result.closes === 'number')
      row.lead = {
        ...row.lead,
        phones: row.lead.phones.map((known) =>
          known.phone === attempt.phone ? { ...known, open: false } : known,
        ),
      };
  }
}

/** Takes the campaign under the next epoch. */
export function recoverCampaign(
  disk: Disk,
  campaignId: string,
  since: readonly number[],
  at: number,
): Omit<Extract<JournalFact, { type: 'campaign.recovered' }>, 'at' | 'campaignId'> {
  const epoch = (disk.epochs.get(campaignId) ?? 0) + 1;
  disk.epochs.set(campaignId, epoch);
  recoverClaims(disk, campaignId, epoch, at);
  const open: OpenAttempt[] = [];
  for (const attemptId of new Set(disk.openByPhone.values())) {
    const row = disk.attempts.get(attemptId);
    if (row?.campaignId !== campaignId) continue;
    const { lead, phone, mode, openedAt, machineVerdict, givenFlow, givenVoices } = row;
    open.push({
      attemptId,
      lead,
      phone,
      mode,
      openedAt,
      marks: { ...row.marks },
      ...defined({ agentId: row.ownerId ?? row.agentId, machineVerdict, flow: givenFlow, givenVoices }),
    });
  }
  return {
    type: 'campaign.recovered',
    epoch,
    open,
    counters: since.map((instant) => countSince(disk, campaignId, instant)),
  };
}

/**
 * Live answers and abandonments of a campaign since an instant: closed attempts by their result, open ones by
 * their marks.
 */
function countSince(
  disk: Disk,
  campaignId: string,
  since: number,
): { readonly since: number; readonly liveAnswers: number; readonly abandoned: number } {
  let [liveAnswers, abandoned] = [0, 0];
  for (const row of disk.attempts.values()) {
    if (row.campaignId !== campaignId || !isOfList(row.mode)) continue;
    const { result, marks } = row;
    const marked = marks.liveAnswerAt ?? marks.connectedAt ?? marks.abandonedAt;
    if ((result?.answeredAt ?? result?.endedAt ?? marked ?? -Infinity) < since) continue;
    if (result ? result.liveAnswer : marked !== undefined) liveAnswers += 1;
    if (result ? result.abandoned : marks.abandonedAt !== undefined) abandoned += 1;
  }
  return { since, liveAnswers, abandoned };
}
