/** Closes an attempt in one transaction: its end, the lead's next step, counters, facts learned, keys. */
import { LIMITS, OUTCOMES, canonicalJson } from '@outdial/core';
import type { AttemptResult, LeadNext, Outcome } from '@outdial/core';
import type { Append } from '../audit/chain.js';
import type { Db, Tx } from '../database/engine.js';
import { insertMany } from '../database/insert-many.js';
import { parseJson, toJson } from '../database/json-text.js';
import { preparedCommand, preparedQuery } from '../database/prepared.js';
import type { Given, RowOf } from '../database/prepared.js';
import { sha256 } from '../identity.js';
import { ENDS_PERSON, learn } from '../law/learned.js';
import { closeNumbers, closePersons } from '../leads/closing.js';
import type { Closing } from '../leads/closing.js';
import { orderOnceDialed } from '../leads/dial-order.js';
import { lockLead, nextOpenPhone, readPhonesOf, recentAttemptsOf, setPhoneIndex } from '../leads/lead-row.js';
import { timeZoneOf } from '../leads/lead-row.js';
import type { AttemptLeadRow, LeadRow } from '../leads/lead-row.js';
import type { AttemptRow } from './attempt-row.js';
import { dropKeys } from './in-progress.js';
import { readFence } from './lease.js';

/** What became of a request to close. */
export type CloseAnswer = { readonly kind: 'closed' } | { readonly kind: 'failed'; readonly error: string };

/** What closing works with. */
export interface CloseContext {
  /** The epoch under which this process runs the campaign; null when it does not. */
  readonly epoch: number | null;
  /** Epoch ms. */
  readonly at: number;
}

const CLOSED: CloseAnswer = { kind: 'closed' };
const STALE: CloseAnswer = { kind: 'failed', error: 'stale epoch: the campaign is run under a newer one' };

/** Longest reason and longest name of an answer kept. */
const WHY_MOST = LIMITS.code.max;
const NAME_MOST = LIMITS.storedId.max;

const lockAttempt = preparedQuery((db: Db, { attemptId }: Given<{ attemptId: string }>) =>
  db
    .selectFrom('attempts')
    .select([
      'attempt_id',
      'campaign_id',
      'lead_id',
      'person_id',
      'phone',
      'opened_at',
      'ended_at',
      'abandoned_at',
      'connected_at',
      'live_answer_at',
    ])
    .where('attempt_id', '=', attemptId)
    .forUpdate(),
);

type OpenRow = RowOf<typeof lockAttempt>;

/**
 * Closes one attempt within the given transaction. Closing again changes nothing, and so does closing an
 * attempt that was never stored.
 */
export async function closeAttempt(
  context: CloseContext,
  tx: Tx,
  append: Append,
  attemptId: string,
  result: AttemptResult,
): Promise<CloseAnswer> {
  const row = await lockAttempt.first(tx, { attemptId });
  if (!row || row.ended_at !== null) return CLOSED;
  const { epoch, at } = context;
  if (epoch === null) return STALE;
  const fence = await readFence(tx, { campaignId: row.campaign_id, epoch });
  if (!fence.current) return STALE;

  await writeEnd(tx, row, result, at);
  await dropKeys(tx, { attemptId, phone: row.phone, personId: row.person_id });
  await settleLead(tx, row, result, at);
  await storeAnswers(tx, attemptId, result);

  const detail = {
    attemptId,
    leadId: row.lead_id,
    outcome: result.outcome,
    disposition: result.disposition ?? null,
    result: sha256(canonicalJson(result)),
  };
  await append({ at, campaignId: row.campaign_id, kind: 'attempt.closed', detail });
  return CLOSED;
}

type End = Pick<
  AttemptRow,
  | 'attempt_id'
  | 'outcome'
  | 'disposition'
  | 'cause'
  | 'machine_verdict'
  | 'dialed_at'
  | 'ringing_at'
  | 'answered_at'
  | 'connected_at'
  | 'ended_at'
  | 'closed_at'
  | 'live_answer_at'
  | 'abandoned_at'
  | 'talk_ms'
  | 'wrap_up_ms'
  | 'counts'
  | 'refused'
  | 'callback_at'
  | 'agent_id'
  | 'result'
>;

const setEnd = preparedCommand((db: Db, { attempt_id, agent_id, ...end }: Given<End>) =>
  db
    .updateTable('attempts')
    .set((eb) => ({ ...end, agent_id: eb.fn.coalesce(agent_id, 'agent_id') }))
    .where('attempt_id', '=', attempt_id),
);

/**
 * An attempt that was marked abandoned stays abandoned: a mark made before a crash is never lost. A live
 * answer is what the result says (a machine found after the mark is none), so that doubt never lengthens the
 * denominator of the abandonment rate.
 */
async function writeEnd(tx: Tx, row: OpenRow, result: AttemptResult, at: number): Promise<void> {
  const answeredAt = row.live_answer_at ?? result.answeredAt ?? result.endedAt;
  const abandoned = result.abandoned || row.abandoned_at !== null;
  const { lead, closes, learned } = result;
  await setEnd(tx, {
    attempt_id: row.attempt_id,
    outcome: result.outcome,
    disposition: result.disposition ?? null,
    cause: result.cause ? toJson(result.cause) : null,
    machine_verdict: result.machineVerdict ?? null,
    dialed_at: result.dialedAt ?? null,
    ringing_at: result.ringingAt ?? null,
    answered_at: result.answeredAt ?? null,
    connected_at: result.connectedAt ?? row.connected_at,
    ended_at: result.endedAt,
    closed_at: at,
    live_answer_at: result.liveAnswer || abandoned ? answeredAt : null,
    abandoned_at: abandoned ? (row.abandoned_at ?? result.endedAt) : null,
    talk_ms: result.talkMs ?? null,
    wrap_up_ms: result.wrapUpMs ?? null,
    counts: result.countsAsAttempt ? 1 : 0,
    refused: learned.some((fact) => fact.kind === 'refused') ? 1 : 0,
    callback_at: lead.callback?.at ?? null,
    agent_id: result.agentId ?? null,
    result: toJson({ lead, closes, learned }),
  });
}

async function settleLead(tx: Tx, row: OpenRow, result: AttemptResult, at: number): Promise<void> {
  const lead = await lockLead(tx, row.lead_id);
  if (!lead) return;
  await learnFrom(tx, row, lead, result);

  const closing: Closing = {
    why: result.disposition ?? result.outcome,
    closedBy: 'outcome',
    at,
    except: row.lead_id,
  };
  if (result.closes === 'number') {
    await closeNumbers(tx, { phones: [row.phone], personId: row.person_id }, closing);
  }

  // The lead's own row is settled here, so closing the person must not report it to its campaign: it is
  // closed first.
  const endsPerson = result.closes === 'person' || result.learned.some((fact) => ENDS_PERSON.has(fact.kind));
  const next: LeadNext =
    endsPerson && result.lead.status === 'open'
      ? { ...result.lead, status: 'closed', nextDialableAt: null }
      : result.lead;
  await writeLead(tx, lead, row, result, next, at);
  if (endsPerson) await closePersons(tx, [row.person_id], closing);

  // Numbers closed by others meanwhile are noticed by the next claim.
  if (result.closes !== 'none' || result.learned.length > 0) await mendNumber(tx, row.lead_id, at);
}

async function learnFrom(tx: Tx, row: OpenRow, lead: AttemptLeadRow, result: AttemptResult): Promise<void> {
  if (result.learned.length === 0) return;
  const about = {
    personId: row.person_id,
    phone: row.phone,
    attemptId: row.attempt_id,
    leadId: row.lead_id,
    timeZone: timeZoneOf(lead),
  };
  for (const fact of result.learned) await learn(tx, about, fact);
}

type Counters = Pick<
  LeadRow,
  | 'attempts'
  | 'outcomes'
  | 'recent_attempts'
  | 'last_outcome'
  | 'last_disposition'
  | 'last_attempt_at'
  | 'dial_order'
  | 'updated_at'
>;

type Step = Pick<
  LeadRow,
  | 'state'
  | 'closed_by'
  | 'next_dialable_at'
  | 'phone_index'
  | 'reason'
  | 'callback_at'
  | 'callback_agent_id'
  | 'callback_note'
  | 'why'
>;

interface LeadKey {
  readonly lead_id: string;
}

const setCounters = preparedCommand((db: Db, { lead_id, ...counters }: Given<Counters & LeadKey>) =>
  db
    .updateTable('leads')
    .set({ ...counters, touched: 1 })
    .where('lead_id', '=', lead_id),
);

const setCountersAndStep = preparedCommand((db: Db, { lead_id, ...next }: Given<Counters & Step & LeadKey>) =>
  db
    .updateTable('leads')
    .set({ ...next, touched: 1, claim_campaign: null, claim_epoch: null })
    .where('lead_id', '=', lead_id),
);

/**
 * Counters always; the next step only while the campaign still has the lead: a lead withdrawn meanwhile stays
 * closed. The row is locked, so its values can be counted on.
 */
async function writeLead(
  tx: Tx,
  lead: AttemptLeadRow,
  row: OpenRow,
  result: AttemptResult,
  next: LeadNext,
  at: number,
): Promise<void> {
  const recent = recentAttemptsOf(lead, result.endedAt);
  if (result.countsAsAttempt) recent.push(result.dialedAt ?? row.opened_at);
  const counters = {
    lead_id: row.lead_id,
    attempts: lead.attempts + (result.countsAsAttempt ? 1 : 0),
    outcomes: toJson(countedOutcomes(lead, result.outcome)),
    recent_attempts: toJson<readonly number[]>(recent.sort((a, b) => a - b)),
    last_outcome: result.outcome,
    last_disposition: result.disposition ?? null,
    last_attempt_at: row.opened_at,
    dial_order: orderOnceDialed(lead.dial_order),
    updated_at: at,
  };
  if (lead.state === 'claimed') await setCountersAndStep(tx, Object.assign(counters, stepOf(next, at)));
  else await setCounters(tx, counters);
}

function stepOf(next: LeadNext, at: number): Step {
  const closed = next.status === 'closed';
  const callback = closed ? undefined : next.callback;
  const isDue = (next.nextDialableAt ?? 0) <= at;
  const openState = next.reason === 'callback' ? 'callback' : isDue ? 'ready' : 'waiting';
  return {
    state: closed ? 'closed' : openState,
    closed_by: closed ? 'outcome' : null,
    next_dialable_at: closed ? null : (next.nextDialableAt ?? at),
    phone_index: next.phoneIndex,
    reason: next.reason,
    callback_at: callback?.at ?? null,
    callback_agent_id: callback?.agentId ?? null,
    callback_note: callback?.note ?? null,
    why: next.why.slice(0, WHY_MOST),
  };
}

/** How often each outcome came since the last contact: a conversation starts all other counts anew. */
function countedOutcomes(lead: AttemptLeadRow, outcome: Outcome): Readonly<Partial<Record<Outcome, number>>> {
  const before = parseJson(lead.outcomes, {});
  const count = (before[outcome] ?? 0) + 1;
  return outcome === 'conversation' && OUTCOMES[outcome].liveAnswer
    ? { conversation: count }
    : { ...before, [outcome]: count };
}

/** The next step may name a number that was closed meanwhile; without an open number the lead is closed. */
async function mendNumber(tx: Tx, leadId: string, at: number): Promise<void> {
  const now = await tx
    .selectFrom('leads')
    .select(['state', 'phone_index'])
    .where('lead_id', '=', leadId)
    .executeTakeFirst();
  if (!now || now.state === 'closed') return;
  const phones = await readPhonesOf(tx, leadId);
  if (phones[now.phone_index]?.open === 1) return;

  const next = nextOpenPhone(phones, now.phone_index);
  if (next !== null) {
    await setPhoneIndex(tx, { leadId, phoneIndex: next });
    return;
  }
  await tx
    .updateTable('leads')
    .set({
      state: 'closed',
      closed_by: 'outcome',
      next_dialable_at: null,
      why: 'no-number-left',
      updated_at: at,
    })
    .where('lead_id', '=', leadId)
    .execute();
}

/** What a flow gathered. */
async function storeAnswers(tx: Tx, attemptId: string, result: AttemptResult): Promise<void> {
  const answers = Object.entries(result.variables ?? {});
  await insertMany(
    tx,
    'answers',
    answers.map(([name, value]) => ({ attempt_id: attemptId, name: name.slice(0, NAME_MOST), value })),
  );
}
