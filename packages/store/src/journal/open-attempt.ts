import type { ComplianceGate, GateDecision, OpenRequest, Refusal } from '@outdial/core';
import type { Append, AppendRecords } from '../audit/chain.js';
import type { CampaignLaw } from '../campaigns.js';
import { parseJson } from '../parse-json.js';
import type { Engine, Tx } from '../database/engine.js';
import { execute, query } from '../database/statements.js';
import { numberKey, personKey, sha256 } from '../identity.js';
import { readPhones } from '../leads/lead-row.js';
import type { LeadRow, PhoneRow } from '../leads/lead-row.js';
import { readCalledParty } from './called-party.js';
import { readHistory } from './history.js';
import { dropKeys } from './in-progress.js';
import { readFence } from './lease.js';
import { ownRefusal, settleRefused } from './refusal.js';

/** What became of a request to open. */
export type OpenAnswer =
  | { readonly kind: 'opened' }
  | { readonly kind: 'in-progress' }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[]; readonly nextAllowedAt: number | null }
  | { readonly kind: 'failed'; readonly error: string };

/** What opening works with. */
export interface OpenContext {
  readonly engine: Engine;
  readonly gate: ComplianceGate;
  readonly node: string;
  readonly epoch: number;
  /** Epoch ms by the wall clock: the law's time. */
  readonly legalClock: () => number;
  /** Live answers and abandoned calls of the rule's current period, for the gate. */
  readonly abandonmentOf?:
    | ((
        campaignId: string,
      ) => NonNullable<Parameters<ComplianceGate['decide']>[0]['abandonment']> | undefined)
    | undefined;
}

/** The audit trail within the transaction at hand. */
export interface Trail {
  readonly append: Append;
  readonly appendRecords: AppendRecords;
}

/** Opens one attempt within the transaction at hand, or says why not. Doing it twice opens once. */
export async function openAttempt(
  context: OpenContext,
  tx: Tx,
  trail: Trail,
  request: OpenRequest,
): Promise<OpenAnswer> {
  const fence = await readFence(context.engine, tx, { campaignId: request.campaignId, epoch: context.epoch });
  if (!fence.current)
    return {
      kind: 'failed',
      error: `stale epoch: the campaign is run under a newer one than ${context.epoch}`,
    };
  if (fence.killed !== null)
    return refusedBy(ownRefusal('store.kill-switch', 'The kill switch is on.', 'campaign'));
  const taken = await takeKeys(context.engine, tx, request);
  if (taken !== 'taken') return { kind: taken };
  const [lead] = await query<LeadRow>(
    tx,
    `select * from leads where lead_id = ?${context.engine.forUpdate}`,
    [request.lead.leadId],
  );
  const phones = lead ? ((await readPhones(tx, [lead.lead_id])).get(lead.lead_id) ?? []) : [];
  const obstacle = obstacleOf(request, context.epoch, lead, phones);
  if (obstacle || !lead) {
    await dropKeys(tx, keysOf(request));
    if (lead && obstacle?.kind === 'refused' && isHeld(request, context.epoch, lead))
      await settleRefused(tx, lead, phones, obstacle, request.at);
    return obstacle ?? NOT_THERE;
  }
  return decide(context, tx, trail, request, { lead, phones, law: fence.law });
}

function keysOf(request: OpenRequest): Parameters<typeof dropKeys>[1] {
  return { attemptId: request.attemptId, phone: request.phone, personId: request.lead.personId };
}

async function takeKeys(
  engine: Engine,
  tx: Tx,
  request: OpenRequest,
): Promise<'taken' | 'opened' | 'in-progress'> {
  const subjects = [numberKey(request.phone), personKey(request.lead.personId)];
  try {
    await execute(tx, 'insert into in_progress (subject, attempt_id) values (?, ?), (?, ?)', [
      subjects[0] ?? '',
      request.attemptId,
      subjects[1] ?? '',
      request.attemptId,
    ]);
    return 'taken';
  } catch (error) {
    if (!engine.isDuplicate(error)) throw error;
    // A commit whose answer was lost: the keys are there, and they are this attempt's.
    const [own] = await query(tx, 'select 1 as own from attempts where attempt_id = ? and ended_at is null', [
      request.attemptId,
    ]);
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
  lead: LeadRow | undefined,
  phones: readonly PhoneRow[],
): OpenAnswer | null {
  if (!lead) return NOT_THERE;
  if (lead.state === 'closed')
    return refusedBy(ownRefusal('store.lead-closed', 'The lead was closed.', 'lead'));
  if (!isHeld(request, epoch, lead))
    return refusedBy(
      ownRefusal('store.lead-not-claimed', 'The lead is not claimed by this campaign any more.', 'lead'),
    );
  const phone = phones.find((row) => row.phone === request.phone);
  if (phone?.open !== 1)
    return refusedBy(ownRefusal('store.number-closed', 'The number was closed.', 'lead'));
  return null;
}

function isHeld(request: OpenRequest, epoch: number, lead: LeadRow): boolean {
  return lead.state === 'claimed' && lead.claim_campaign === request.campaignId && lead.claim_epoch === epoch;
}

const NOT_THERE: OpenAnswer = { kind: 'failed', error: 'the lead is not in the store' };

function refusedBy(refusal: Refusal): OpenAnswer {
  return { kind: 'refused', refusals: [refusal], nextAllowedAt: null };
}

interface Found {
  readonly lead: LeadRow;
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
  const party = await readCalledParty(tx, lead, phones, {
    phone: request.phone,
    campaignId: request.campaignId,
    law,
    at,
  });
  const history = [
    ...(await readHistory(tx, {
      personId: lead.person_id,
      phone: request.phone,
      timeZone: timeZoneOf(lead),
    })),
    ...party.contacts,
  ];
  const abandonment = context.abandonmentOf?.(request.campaignId);
  const asked = {
    at,
    campaignId: request.campaignId,
    lead: party.facts,
    history,
    mode: request.mode,
    humanInitiated: request.humanInitiated,
    voices: request.voices,
  };
  const answer = context.gate.decide(abandonment ? { ...asked, abandonment } : asked);
  const decision = withBar(answer, party.barredBy);
  const hash = await writeDecision(tx, appendRecords, request, decision, at);
  if (!decision.allowed) {
    await dropKeys(tx, keysOf(request));
    await settleRefused(tx, lead, phones, decision, at);
    await append(
      entryOf('attempt.refused', request, at, {
        decision: hash,
        rules: decision.refusals.map((refusal) => refusal.rule),
      }),
    );
    return { kind: 'refused', refusals: decision.refusals, nextAllowedAt: decision.nextAllowedAt };
  }
  await writeAttempt(context, tx, request, lead, { purpose: law.purpose, seller: lead.seller ?? law.seller });
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

/** What the store itself knows outweighs a gate that allowed the call. */
function withBar(decision: GateDecision, bar: string | null): GateDecision {
  if (
    bar === null ||
    (!decision.allowed &&
      decision.refusals.some((refusal) => refusal.scope === 'lead' && refusal.nextAllowedAt === null))
  )
    return decision;
  const refusal = ownRefusal(bar, 'The store knows that this number or person must not be called.', 'lead');
  return { ...decision, allowed: false, refusals: [...decision.refusals, refusal], nextAllowedAt: null };
}

export function timeZoneOf(lead: Pick<LeadRow, 'facts'>): string | undefined {
  const zone = parseJson<{ timeZone?: unknown }>(lead.facts, {}).timeZone;
  return typeof zone === 'string' ? zone : undefined;
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
  const { allowed, refusals, nextAllowedAt } = decision;
  const decided = { allowed, rules: refusals.map((refusal) => refusal.rule) };
  const records = await appendRecords(
    {
      attemptId: request.attemptId,
      campaignId: request.campaignId,
      leadId: request.lead.leadId,
      phone: request.phone,
      at,
      decided,
    },
    decision.evaluations ?? [],
  );
  const record = JSON.stringify({ ...decision.record, allowed, refusals, nextAllowedAt, records });
  const hash = sha256(record);
  const first = decision.refusals[0];
  await execute(
    tx,
    'insert into decisions (attempt_id, campaign_id, lead_id, at, mode, allowed, refusals, rule, scope, record, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      request.attemptId,
      request.campaignId,
      request.lead.leadId,
      at,
      request.mode,
      decision.allowed ? 1 : 0,
      JSON.stringify(decision.refusals),
      first?.rule ?? null,
      first?.scope ?? null,
      record,
      hash,
    ],
  );
  return hash;
}

async function writeAttempt(
  context: OpenContext,
  tx: Tx,
  request: OpenRequest,
  lead: LeadRow,
  law: { readonly purpose: string | null; readonly seller: string | null },
): Promise<void> {
  await execute(
    tx,
    'insert into attempts (attempt_id, campaign_id, lead_id, list_id, person_id, phone, node, epoch, mode, human_initiated, voices, caller_number, agent_id, purpose, seller, account, opened_at, refused)' +
      ' values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)',
    [
      request.attemptId,
      request.campaignId,
      lead.lead_id,
      lead.list_id,
      lead.person_id,
      request.phone,
      context.node,
      context.epoch,
      request.mode,
      request.humanInitiated ? 1 : 0,
      JSON.stringify(request.voices),
      request.callerNumber,
      request.agentId ?? null,
      law.purpose,
      law.seller,
      lead.account,
      request.at,
    ],
  );
}

function entryOf(
  kind: string,
  request: OpenRequest,
  at: number,
  detail: Readonly<Record<string, unknown>>,
): Parameters<Append>[0] {
  return {
    at,
    campaignId: request.campaignId,
    kind,
    detail: { attemptId: request.attemptId, leadId: request.lead.leadId, ...detail },
  };
}
