/** Asks the gate about one attempt, and stores the decision with what follows from it. */
import { defined, isOfList } from '@outdial/core';
import type { CallMode, GateDecision, GateRequest, OpenRequest } from '@outdial/core';
import type { Insertable } from 'kysely';
import { statedOpening } from '../audit/attempt-statement.js';
import type { OpeningRow } from '../audit/attempt-statement.js';
import type { AppendRecords, AuditEntry } from '../audit/chain.js';
import type { CampaignLaw } from '../campaigns.js';
import type { Tx } from '../database/engine.js';
import { insertMany } from '../database/insert-many.js';
import { toJson } from '../database/json-text.js';
import type { AttemptsTable, StoredDecision } from '../database/tables.js';
import { sha256 } from '../identity.js';
import { timeZoneOf } from '../leads/lead-row.js';
import type { AttemptLeadRow, LeadNumber } from '../leads/lead-row.js';
import { calledParty } from './called-party.js';
import { historyOf } from './history.js';
import type { PastAttempt } from './history.js';
import { readKnownFacts } from './known-facts.js';
import type { KnownFacts } from './known-facts.js';
import type { OpenAnswer, OpenContext, Trail } from './open-context.js';
import { yieldToTwin } from './pursuit.js';
import { barredRefusal, settleRefused } from './refusal.js';

/** What was found of the lead that is to be called. */
export interface Found {
  readonly lead: AttemptLeadRow;
  readonly phones: readonly LeadNumber[];
  readonly law: CampaignLaw;
}

/**
 * Asks the gate and stores its answer. The attempt is stored when the call is allowed. The gate is not asked
 * where another lead of the campaign pursues the number or the person.
 */
export async function decideAttempt(
  context: OpenContext,
  tx: Tx,
  { append, appendRecords }: Trail,
  request: OpenRequest,
  found: Found,
): Promise<OpenAnswer> {
  const { lead, phones, law } = found;
  const at = context.legalClock();
  const { phone, campaignId } = request;
  const known = await readKnownFacts(tx, context.secret, { personId: lead.person_id, phone, campaignId });
  const yielded = await yieldToTwin(tx, append, request, {
    lead,
    phones,
    callers: known.attempts.filter(isDialed),
  });
  if (yielded) return yielded;

  const { asked, barredBy } = questionFor(context, request, found, { at, known });
  const decision = withBar(context.gate.decide(asked), barredBy);
  const hash = await writeDecision(tx, appendRecords, request, decision, at);

  if (!decision.allowed) {
    await settleRefused(tx, lead, phones, decision, at);
    await noteRefused({ append }, request, at, { decision, hash });
    return { kind: 'refused', refusals: decision.refusals, nextAllowedAt: decision.nextAllowedAt };
  }

  await insertAttempt(context, tx, { append }, request, {
    lead,
    mode: request.mode,
    law: { purpose: law.purpose, seller: lead.seller ?? law.seller },
    at,
    hash,
  });
  return { kind: 'opened' };
}

/** An attempt that the law allows: whom it calls, in which mode it counts, and the decision. */
export interface AllowedAttempt {
  readonly lead: Pick<AttemptLeadRow, 'lead_id' | 'list_id' | 'person_id' | 'account'>;
  readonly mode: CallMode;
  readonly law: { readonly purpose: string | null; readonly seller: string | null };
  readonly at: number;
  /** Of the decision. */
  readonly hash: string;
}

/** Stores the attempt, and states it in the audit trail. */
export async function insertAttempt(
  context: OpenContext,
  tx: Tx,
  { append }: Pick<Trail, 'append'>,
  request: OpenRequest,
  allowed: AllowedAttempt,
): Promise<void> {
  const { at, hash } = allowed;
  const row = attemptRow(context, request, allowed);
  await insertMany(tx, 'attempts', [row]);
  await append(
    entryOf('attempt.opened', request, at, {
      decision: hash,
      mode: request.mode,
      epoch: context.epoch,
      node: context.node,
      row: statedOpening(context.secret, row),
    }),
  );
}

/** Writes a refusal to the audit trail. */
export async function noteRefused(
  { append }: Pick<Trail, 'append'>,
  request: OpenRequest,
  at: number,
  refused: { readonly decision: GateDecision; readonly hash: string },
): Promise<void> {
  const { decision, hash } = refused;
  const rules = decision.refusals.map((refusal) => refusal.rule);
  await append(entryOf('attempt.refused', request, at, { decision: hash, mode: request.mode, rules }));
}

/** A call of ours, and none that came in. */
function isDialed({ mode }: Pick<PastAttempt, 'mode'>): boolean {
  return isOfList(mode);
}

/** What the gate is asked: the called party with everything known of them, and how the call would be made. */
function questionFor(
  context: OpenContext,
  request: OpenRequest,
  { lead, phones, law }: Found,
  { at, known }: { readonly at: number; readonly known: KnownFacts },
): { readonly asked: GateRequest; readonly barredBy: string | null } {
  const { campaignId, phone } = request;
  const party = calledParty(known, lead, phones, { phone, law, at });
  const asked = defined({
    at,
    campaignId,
    lead: party.facts,
    history: [...historyOf(known.attempts, timeZoneOf(lead)), ...party.contacts],
    mode: request.mode,
    humanInitiated: request.humanInitiated,
    voices: request.voices,
    abandonment: context.abandonmentOf?.(campaignId),
  });
  return { asked, barredBy: party.barredBy };
}

/** Adds the store's own refusal to a decision of the gate that allowed the call. */
export function withBar(decision: GateDecision, bar: string | null): GateDecision {
  const endsLead = decision.refusals.some(
    (refusal) => refusal.scope === 'lead' && refusal.nextAllowedAt === null,
  );
  if (bar === null || (!decision.allowed && endsLead)) return decision;
  const refusals = [...decision.refusals, barredRefusal(bar)];
  return { ...decision, allowed: false, refusals, nextAllowedAt: null };
}

/**
 * What was decided, and each question to the law that it rests on. Both are named in the audit trail: by the
 * hash of the former, which holds the hashes of the latter.
 */
export async function writeDecision(
  tx: Tx,
  appendRecords: AppendRecords,
  request: OpenRequest,
  decision: GateDecision,
  at: number,
): Promise<string> {
  const { attemptId, campaignId, phone, mode } = request;
  const { allowed, refusals, nextAllowedAt } = decision;
  const { leadId } = request.lead;
  const decided = { allowed, rules: refusals.map((refusal) => refusal.rule) };
  const records = await appendRecords(
    { attemptId, campaignId, leadId, phone, at, decided },
    decision.evaluations ?? [],
  );

  const record = toJson<StoredDecision>({ ...decision.record, allowed, refusals, nextAllowedAt, records });
  const hash = sha256(record);
  const first = refusals[0];
  await insertMany(tx, 'decisions', [
    {
      attempt_id: attemptId,
      campaign_id: campaignId,
      lead_id: leadId,
      at,
      mode,
      allowed: allowed ? 1 : 0,
      refusals: toJson(refusals),
      rule: first?.rule ?? null,
      scope: first?.scope ?? null,
      record,
      hash,
    },
  ]);
  return hash;
}

function attemptRow(
  context: OpenContext,
  request: OpenRequest,
  { lead, mode, law }: AllowedAttempt,
): Insertable<AttemptsTable> & OpeningRow {
  return {
    attempt_id: request.attemptId,
    campaign_id: request.campaignId,
    lead_id: lead.lead_id,
    list_id: lead.list_id,
    person_id: lead.person_id,
    phone: request.phone,
    node: context.node,
    epoch: context.epoch,
    mode,
    human_initiated: request.humanInitiated ? 1 : 0,
    voices: toJson(request.voices),
    caller_number: request.callerNumber,
    agent_id: request.agentId ?? null,
    purpose: law.purpose,
    seller: law.seller,
    account: lead.account,
    opened_at: request.at,
    refused: 0,
  };
}

function entryOf(
  kind: AuditEntry['kind'],
  request: OpenRequest,
  at: number,
  detail: Readonly<Record<string, unknown>>,
): AuditEntry {
  return {
    at,
    campaignId: request.campaignId,
    kind,
    detail: { attemptId: request.attemptId, leadId: request.lead.leadId, ...detail },
  };
}
