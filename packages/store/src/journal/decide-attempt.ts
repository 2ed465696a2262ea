/** Asks the gate about attempts, and stores the decisions with what follows from them. */
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

/** An attempt that the gate is to be asked about. */
export interface AttemptToDecide {
  readonly request: OpenRequest;
  readonly found: Found;
}

/** An attempt that the gate was asked about. */
interface DecidedAttempt extends AttemptToDecide {
  readonly decision: GateDecision;
  /** Voices of flows that the law allows beside the call. Undefined: it was not asked about any. */
  readonly givenVoices: OpenRequest['givenVoices'];
  /** Epoch ms by the law's time. */
  readonly at: number;
}

/**
 * Asks the gate about attempts and stores its answers. Those attempts are stored that are allowed. The gate
 * is not asked where another lead of the campaign pursues the number or the person. Each attempt is of a
 * person and a number of its own: none changes what the gate is told of another. Answers in their order.
 */
export async function decideAttempts(
  context: OpenContext,
  tx: Tx,
  trail: Trail,
  attempts: readonly AttemptToDecide[],
): Promise<readonly OpenAnswer[]> {
  const yielded = new Map<AttemptToDecide, OpenAnswer>();
  const decided: DecidedAttempt[] = [];
  for (const attempt of attempts) {
    const asked = await ask(context, tx, trail, attempt);
    if ('kind' in asked) yielded.set(attempt, asked);
    else decided.push({ ...attempt, ...asked });
  }
  const answers = await writeDecided(context, tx, trail, decided);
  let next = 0;
  return attempts.map((attempt) => yielded.get(attempt) ?? (answers[next++] as OpenAnswer));
}

/** The gate's decision; or the answer, where it is not asked. */
async function ask(
  context: OpenContext,
  tx: Tx,
  { append }: Trail,
  { request, found }: AttemptToDecide,
): Promise<OpenAnswer | Pick<DecidedAttempt, 'decision' | 'givenVoices' | 'at'>> {
  const { lead, phones } = found;
  const { phone, campaignId } = request;
  const at = context.legalClock();
  const known = await readKnownFacts(tx, context.secret, { personId: lead.person_id, phone, campaignId });
  const callers = known.attempts.filter(isDialed);
  const yielded = await yieldToTwin(tx, append, request, { lead, phones, callers });
  if (yielded) return yielded;
  const { asked, barredBy } = questionFor(context, request, found, { at, known });
  return { ...decided(context, asked, { barredBy, given: request.givenVoices }), at };
}

/** Stores decisions, and the attempts that they allow. */
async function writeDecided(
  context: OpenContext,
  tx: Tx,
  { append, appendRecords }: Trail,
  decided: readonly DecidedAttempt[],
): Promise<readonly OpenAnswer[]> {
  const hashes = await writeDecisions(tx, appendRecords, decided);
  const entries: AuditEntry[] = [];
  const allowed: AllowedAttempt[] = [];
  const answers: OpenAnswer[] = [];
  for (const [index, { request, found, decision, givenVoices, at }] of decided.entries()) {
    const { lead, phones, law } = found;
    const hash = hashes[index] ?? '';
    if (decision.allowed) {
      const seller = lead.seller ?? law.seller;
      allowed.push({ request, lead, mode: request.mode, law: { purpose: law.purpose, seller }, at, hash });
      answers.push({ kind: 'opened', givenVoices });
    } else {
      const { refusals, nextAllowedAt } = decision;
      await settleRefused(tx, lead, phones, decision, at);
      entries.push(refusedEntry(request, at, { decision, hash }));
      answers.push({ kind: 'refused', refusals, nextAllowedAt });
    }
  }
  entries.push(...(await insertAttempts(context, tx, allowed)));
  if (entries.length > 0) await append(...entries);
  return answers;
}

/**
 * The decision on the call, and which voices of flows the law allows beside it: an agent may give the person
 * to such a flow. The questions about these are on record with the others. They refuse no call.
 */
function decided(
  context: OpenContext,
  asked: GateRequest,
  { barredBy, given }: { readonly barredBy: string | null; readonly given: OpenRequest['givenVoices'] },
): { readonly decision: GateDecision; readonly givenVoices: OpenRequest['givenVoices'] } {
  const decision = withBar(context.gate.decide(asked), barredBy);
  if (!decision.allowed || given === undefined) return { decision, givenVoices: undefined };
  const answers = given.map((voice) => ({
    voice,
    answer: asked.voices.includes(voice) ? decision : context.gate.decide({ ...asked, voices: [voice] }),
  }));
  const further = answers.flatMap(({ answer }) => (answer === decision ? [] : (answer.evaluations ?? [])));
  const givenVoices = answers.flatMap(({ voice, answer }) => (answer.allowed ? [voice] : []));
  const record = { ...decision.record, givenVoices };
  const evaluations = [...(decision.evaluations ?? []), ...further];
  return { decision: { ...decision, record, evaluations }, givenVoices };
}

/** An attempt that the law allows: whom it calls, in which mode it counts, and the decision. */
export interface AllowedAttempt {
  readonly request: OpenRequest;
  readonly lead: Pick<AttemptLeadRow, 'lead_id' | 'list_id' | 'person_id' | 'account'>;
  readonly mode: CallMode;
  readonly law: { readonly purpose: string | null; readonly seller: string | null };
  readonly at: number;
  /** Of the decision. */
  readonly hash: string;
}

/** Stores attempts. Answers the entries that state them in the audit trail, which the caller appends. */
export async function insertAttempts(
  context: OpenContext,
  tx: Tx,
  allowed: readonly AllowedAttempt[],
): Promise<readonly AuditEntry[]> {
  const rows = allowed.map((attempt) => attemptRow(context, attempt));
  await insertMany(tx, 'attempts', rows);
  return allowed.map(({ request, at, hash }, index) =>
    entryOf('attempt.opened', request, at, {
      decision: hash,
      mode: request.mode,
      epoch: context.epoch,
      node: context.node,
      row: statedOpening(context.secret, rows[index] as OpeningRow),
    }),
  );
}

/** The entry of a refusal. */
export function refusedEntry(
  request: OpenRequest,
  at: number,
  refused: { readonly decision: GateDecision; readonly hash: string },
): AuditEntry {
  const { decision, hash } = refused;
  const rules = decision.refusals.map((refusal) => refusal.rule);
  return entryOf('attempt.refused', request, at, { decision: hash, mode: request.mode, rules });
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

/** A decision to be stored. */
export interface DecisionToWrite {
  readonly request: OpenRequest;
  readonly decision: GateDecision;
  /** Epoch ms by the law's time. */
  readonly at: number;
}

/**
 * Stores what was decided, and each question to the law that it rests on. Both are named in the audit trail:
 * by the hash of the former, which holds the hashes of the latter. Answers the hash of each.
 */
export async function writeDecisions(
  tx: Tx,
  appendRecords: AppendRecords,
  decisions: readonly DecisionToWrite[],
): Promise<readonly string[]> {
  const places = await appendRecords(
    ...decisions.map(({ request, decision, at }) => {
      const { attemptId, campaignId, phone, lead } = request;
      const { allowed, refusals, evaluations = [] } = decision;
      const decided = { allowed, rules: refusals.map((refusal) => refusal.rule) };
      return { call: { attemptId, campaignId, leadId: lead.leadId, phone, at, decided }, evaluations };
    }),
  );
  const rows = decisions.map(({ request, decision, at }, index) => {
    const { allowed, refusals, nextAllowedAt } = decision;
    const records = places[index] ?? [];
    const record = toJson<StoredDecision>({ ...decision.record, allowed, refusals, nextAllowedAt, records });
    const [first] = refusals;
    return {
      attempt_id: request.attemptId,
      campaign_id: request.campaignId,
      lead_id: request.lead.leadId,
      at,
      mode: request.mode,
      allowed: allowed ? (1 as const) : (0 as const),
      refusals: toJson(refusals),
      rule: first?.rule ?? null,
      scope: first?.scope ?? null,
      record,
      hash: sha256(record),
    };
  });
  await insertMany(tx, 'decisions', rows);
  return rows.map(({ hash }) => hash);
}

function attemptRow(
  context: OpenContext,
  { request, lead, mode, law }: AllowedAttempt,
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
