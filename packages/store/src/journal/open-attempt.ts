/** Opens an attempt in one transaction: keys taken, the gate asked, decision and attempt stored. */
import { defined } from '@outdial/core';
import type {
  AbandonmentCount,
  ComplianceGate,
  GateDecision,
  GateRequest,
  OpenRequest,
  CallRefusal,
} from '@outdial/core';
import type { Insertable } from 'kysely';
import type { Append, AppendRecords, AuditEntry } from '../audit/chain.js';
import type { CampaignLaw } from '../campaigns.js';
import type { Db, Engine, Tx } from '../database/engine.js';
import { toJson } from '../database/json-text.js';
import { insertMany } from '../database/insert-many.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { AttemptsTable, StoredDecision } from '../database/tables.js';
import { numberKey, personKey, sha256 } from '../identity.js';
import { lockLead, readPhonesOf, timeZoneOf } from '../leads/lead-row.js';
import type { AttemptLeadRow, PhoneRow } from '../leads/lead-row.js';
import { readCalledParty } from './called-party.js';
import { readHistory } from './history.js';
import { dropKeys } from './in-progress.js';
import type { KeyHolder } from './in-progress.js';
import { readFence } from './lease.js';
import { barredRefusal, ownRefusal, settleRefused } from './refusal.js';

/** What became of a request to open. */
export type OpenAnswer =
  | { readonly kind: 'opened' }
  | { readonly kind: 'in-progress' }
  | {
      readonly kind: 'refused';
      readonly refusals: readonly CallRefusal[];
      readonly nextAllowedAt: number | null;
    }
  | { readonly kind: 'failed'; readonly error: string };

/** Live answers and abandoned calls of each limit's current period, by campaign. */
export type AbandonmentOf = (campaignId: string) => readonly AbandonmentCount[] | undefined;

/** What opening works with. */
export interface OpenContext {
  readonly engine: Engine;
  readonly gate: ComplianceGate;
  readonly node: string;
  readonly epoch: number;
  /** Epoch ms by the wall clock: the law's time. */
  readonly legalClock: () => number;
  /** The abandonment figures the gate is given. */
  readonly abandonmentOf?: AbandonmentOf | undefined;
}

/** The audit trail within a transaction. */
export interface Trail {
  readonly append: Append;
  readonly appendRecords: AppendRecords;
}

/** Opens one attempt within the given transaction, or says why not. Doing it twice opens once. */
export async function openAttempt(
  context: OpenContext,
  tx: Tx,
  trail: Trail,
  request: OpenRequest,
): Promise<OpenAnswer> {
  const fence = await readFence(tx, { campaignId: request.campaignId, epoch: context.epoch });
  if (!fence.current) {
    return {
      kind: 'failed',
      error: `stale epoch: the campaign is run under a newer one than ${context.epoch}`,
    };
  }
  if (fence.killed !== null) {
    return refusedBy(ownRefusal('store.kill-switch', 'The kill switch is on.', 'campaign'));
  }

  const taken = await takeKeys(context.engine, tx, request);
  if (taken !== 'taken') return { kind: taken };

  const lead = await lockLead(tx, request.lead.leadId);
  const phones = lead ? await readPhonesOf(tx, lead.lead_id) : [];
  const obstacle = obstacleOf(request, context.epoch, lead, phones);
  if (obstacle || !lead) {
    await dropKeys(tx, keysOf(request));
    if (lead && obstacle?.kind === 'refused' && isHeld(request, context.epoch, lead))
      await settleRefused(tx, lead, phones, obstacle, request.at);
    return obstacle ?? NOT_THERE;
  }
  return decide(context, tx, trail, request, { lead, phones, law: fence.law });
}

function keysOf(request: OpenRequest): KeyHolder {
  return { attemptId: request.attemptId, phone: request.phone, personId: request.lead.personId };
}

const selectOpen = preparedQuery((db: Db, { attemptId }: Given<{ attemptId: string }>) =>
  db
    .selectFrom('attempts')
    .select('attempt_id')
    .where('attempt_id', '=', attemptId)
    .where('ended_at', 'is', null),
);

async function takeKeys(
  engine: Engine,
  tx: Tx,
  request: OpenRequest,
): Promise<'taken' | 'opened' | 'in-progress'> {
  const { attemptId } = request;
  try {
    await insertMany(tx, 'in_progress', [
      { subject: numberKey(request.phone), attempt_id: attemptId },
      { subject: personKey(request.lead.personId), attempt_id: attemptId },
    ]);
    return 'taken';
  } catch (error) {
    if (!engine.isDuplicate(error)) throw error;
    // A commit whose answer was lost: the keys are there, and they are this attempt's.
    const own = await selectOpen.first(tx, { attemptId });
    return own ? 'opened' : 'in-progress';
  }
}

/**
 * Reasons not even to ask the gate: the lead was closed or taken from the campaign meanwhile, or the number
 * is closed.
 */
function obstacleOf(
  request: OpenRequest,
  epoch: number,
  lead: AttemptLeadRow | undefined,
  phones: readonly PhoneRow[],
): OpenAnswer | null {
  if (!lead) return NOT_THERE;
  if (lead.state === 'closed') {
    return refusedBy(ownRefusal('store.lead-closed', 'The lead was closed.', 'lead'));
  }
  if (!isHeld(request, epoch, lead)) {
    return refusedBy(
      ownRefusal('store.lead-not-claimed', 'The lead is not claimed by this campaign any more.', 'lead'),
    );
  }
  const phone = phones.find((row) => row.phone === request.phone);
  if (phone?.open !== 1) {
    return refusedBy(ownRefusal('store.number-closed', 'The number was closed.', 'lead'));
  }
  return null;
}

function isHeld(request: OpenRequest, epoch: number, lead: AttemptLeadRow): boolean {
  return lead.state === 'claimed' && lead.claim_campaign === request.campaignId && lead.claim_epoch === epoch;
}

const NOT_THERE: OpenAnswer = { kind: 'failed', error: 'the lead is not in the store' };

function refusedBy(refusal: CallRefusal): OpenAnswer {
  return { kind: 'refused', refusals: [refusal], nextAllowedAt: null };
}

interface Found {
  readonly lead: AttemptLeadRow;
  readonly phones: readonly PhoneRow[];
  readonly law: CampaignLaw;
}

async function decide(
  context: OpenContext,
  tx: Tx,
  { append, appendRecords }: Trail,
  request: OpenRequest,
  found: Found,
): Promise<OpenAnswer> {
  const { lead, phones, law } = found;
  const at = context.legalClock();
  const { asked, barredBy } = await questionFor(context, tx, request, found, at);
  const decision = withBar(context.gate.decide(asked), barredBy);
  const hash = await writeDecision(tx, appendRecords, request, decision, at);

  if (!decision.allowed) {
    await dropKeys(tx, keysOf(request));
    await settleRefused(tx, lead, phones, decision, at);
    const rules = decision.refusals.map((refusal) => refusal.rule);
    await append(entryOf('attempt.refused', request, at, { decision: hash, rules }));
    return { kind: 'refused', refusals: decision.refusals, nextAllowedAt: decision.nextAllowedAt };
  }

  await insertMany(tx, 'attempts', [
    attemptRow(context, request, lead, { purpose: law.purpose, seller: lead.seller ?? law.seller }),
  ]);
  await append(
    entryOf('attempt.opened', request, at, {
      decision: hash,
      mode: request.mode,
      epoch: context.epoch,
      node: context.node,
    }),
  );
  return { kind: 'opened' };
}

/** What the gate is asked: the called party with everything known of them, and how the call would be made. */
async function questionFor(
  context: OpenContext,
  tx: Tx,
  request: OpenRequest,
  { lead, phones, law }: Found,
  at: number,
): Promise<{ readonly asked: GateRequest; readonly barredBy: string | null }> {
  const { campaignId, phone } = request;
  const party = await readCalledParty(tx, lead, phones, { phone, campaignId, law, at });
  const attempts = await readHistory(tx, {
    personId: lead.person_id,
    phone,
    timeZone: timeZoneOf(lead),
  });
  const asked = defined({
    at,
    campaignId,
    lead: party.facts,
    history: [...attempts, ...party.contacts],
    mode: request.mode,
    humanInitiated: request.humanInitiated,
    voices: request.voices,
    abandonment: context.abandonmentOf?.(campaignId),
  });
  return { asked, barredBy: party.barredBy };
}

/** What the store itself knows outweighs a gate that allowed the call. */
function withBar(decision: GateDecision, bar: string | null): GateDecision {
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
async function writeDecision(
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
  lead: AttemptLeadRow,
  law: { readonly purpose: string | null; readonly seller: string | null },
): Insertable<AttemptsTable> {
  return {
    attempt_id: request.attemptId,
    campaign_id: request.campaignId,
    lead_id: lead.lead_id,
    list_id: lead.list_id,
    person_id: lead.person_id,
    phone: request.phone,
    node: context.node,
    epoch: context.epoch,
    mode: request.mode,
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
  kind: string,
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
