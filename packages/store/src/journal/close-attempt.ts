import { OUTCOMES, canonicalJson } from '@outdial/core';
import type { AttemptResult, LeadNext, Outcome } from '@outdial/core';
import type { Append } from '../audit/chain.js';
import { parseJson } from '../parse-json.js';
import { execute, insertRows, query } from '../database/statements.js';
import type { Parameter } from '../database/statements.js';
import type { Tx } from '../database/engine.js';
import { sha256 } from '../identity.js';
import { closeNumbers, closePersons } from '../leads/closing.js';
import { nextOpenPhone, readPhones, recentAttemptsOf } from '../leads/lead-row.js';
import type { LeadRow } from '../leads/lead-row.js';
import { ENDS_PERSON, learn } from '../law/learned.js';
import type { Store } from '../open-store.js';
import { readFence } from './lease.js';
import { dropKeys } from './in-progress.js';
import { timeZoneOf } from './open-attempt.js';

/** The row of an attempt that closing needs. */
interface OpenRow {
  readonly attempt_id: string;
  readonly campaign_id: string;
  readonly lead_id: string;
  readonly person_id: string;
  readonly phone: string;
  readonly opened_at: number;
  readonly ended_at: number | null;
  readonly abandoned_at: number | null;
  readonly connected_at: number | null;
  readonly live_answer_at: number | null;
}

export type CloseAnswer = { readonly kind: 'closed' } | { readonly kind: 'failed'; readonly error: string };

/** What closing works with. */
export interface CloseContext {
  readonly store: Store;
  readonly epoch: number | null;
  readonly at: number;
}

const CLOSED: CloseAnswer = { kind: 'closed' };

/**
 * Closes one attempt within the transaction at hand: the attempt's end, the lead's next step, counters,
 * numbers and persons to close, facts learned, the keys. Closing again changes nothing, and so does closing
 * an attempt that never came into being.
 */
export async function closeAttempt(
  context: CloseContext,
  tx: Tx,
  append: Append,
  attemptId: string,
  result: AttemptResult,
): Promise<CloseAnswer> {
  const { engine } = context.store;
  const [row] = await query<OpenRow>(
    tx,
    `select attempt_id, campaign_id, lead_id, person_id, phone, opened_at, ended_at, abandoned_at, connected_at, live_answer_at from attempts where attempt_id = ?${engine.forUpdate}`,
    [attemptId],
  );
  if (!row || row.ended_at !== null) return CLOSED;
  if (
    context.epoch === null ||
    !(await readFence(engine, tx, { campaignId: row.campaign_id, epoch: context.epoch })).current
  ) {
    return { kind: 'failed', error: 'stale epoch: the campaign is run under a newer one' };
  }
  await writeEnd(tx, row, result, context.at);
  await dropKeys(tx, { attemptId, phone: row.phone, personId: row.person_id });
  await settleLead(context, tx, row, result);
  await gather(tx, attemptId, result);
  const detail = {
    attemptId,
    leadId: row.lead_id,
    outcome: result.outcome,
    disposition: result.disposition ?? null,
    result: sha256(canonicalJson(result)),
  };
  await append({ at: context.at, campaignId: row.campaign_id, kind: 'attempt.closed', detail });
  return CLOSED;
}

/**
 * Once abandoned stays abandoned: a mark made before a crash is never lost. A live answer is what the result
 * says (a machine found after the mark is none), so that doubt never lengthens the denominator of the
 * abandonment rate.
 */
async function writeEnd(tx: Tx, row: OpenRow, result: AttemptResult, at: number): Promise<void> {
  const answeredAt = row.live_answer_at ?? result.answeredAt ?? result.endedAt;
  const abandoned = result.abandoned || row.abandoned_at !== null;
  await execute(
    tx,
    'update attempts set outcome = ?, disposition = ?, cause = ?, machine_verdict = ?, dialed_at = ?, ringing_at = ?, answered_at = ?, connected_at = ?, ended_at = ?, closed_at = ?,' +
      ' live_answer_at = ?, abandoned_at = ?, talk_ms = ?, wrap_up_ms = ?, counts = ?, refused = ?, callback_at = ?, agent_id = coalesce(?, agent_id), result = ? where attempt_id = ?',
    [
      result.outcome,
      result.disposition ?? null,
      result.cause ? JSON.stringify(result.cause) : null,
      result.machineVerdict ?? null,
      result.dialedAt ?? null,
      result.ringingAt ?? null,
      result.answeredAt ?? null,
      result.connectedAt ?? row.connected_at,
      result.endedAt,
      at,
      result.liveAnswer || abandoned ? answeredAt : null,
      abandoned ? (row.abandoned_at ?? result.endedAt) : null,
      result.talkMs ?? null,
      result.wrapUpMs ?? null,
      result.countsAsAttempt ? 1 : 0,
      result.learned.some((fact) => fact.kind === 'refused') ? 1 : 0,
      result.lead.callback?.at ?? null,
      result.agentId ?? null,
      JSON.stringify({ lead: result.lead, closes: result.closes, learned: result.learned }),
      row.attempt_id,
    ],
  );
}

async function settleLead(context: CloseContext, tx: Tx, row: OpenRow, result: AttemptResult): Promise<void> {
  const { engine } = context.store;
  const [lead] = await query<LeadRow>(tx, `select * from leads where lead_id = ?${engine.forUpdate}`, [
    row.lead_id,
  ]);
  if (!lead) return;
  const about = {
    personId: row.person_id,
    phone: row.phone,
    attemptId: row.attempt_id,
    leadId: row.lead_id,
    ...zoneOf(lead),
  };
  for (const fact of result.learned) await learn(context.store, tx, about, fact);
  const closing = {
    why: result.disposition ?? result.outcome,
    closedBy: 'outcome' as const,
    at: context.at,
    except: row.lead_id,
  };
  if (result.closes === 'number')
    await closeNumbers(tx, engine.forUpdate, { phones: [row.phone], personId: row.person_id }, closing);
  const endsPerson = result.closes === 'person' || result.learned.some((fact) => ENDS_PERSON.has(fact.kind));
  // The lead's own row is settled here, so closing the person must not report it to its campaign: it is
  // closed first.
  const next =
    endsPerson && result.lead.status === 'open'
      ? { ...result.lead, status: 'closed' as const, nextDialableAt: null }
      : result.lead;
  await writeLead(tx, lead, row, result, next, context.at);
  if (endsPerson) await closePersons(tx, engine.forUpdate, [row.person_id], closing);
  // Numbers closed by others meanwhile are noticed by the next claim.
  if (result.closes !== 'none' || result.learned.length > 0) await mendNumber(tx, lead, context.at);
}

function zoneOf(lead: LeadRow): { timeZone?: string } {
  const timeZone = timeZoneOf(lead);
  return timeZone === undefined ? {} : { timeZone };
}

/**
 * Counters always; the next step only while the lead is still in this campaign's hands: a lead withdrawn
 * meanwhile stays closed.
 */
async function writeLead(
  tx: Tx,
  lead: LeadRow,
  row: OpenRow,
  result: AttemptResult,
  next: LeadNext,
  at: number,
): Promise<void> {
  const recent = recentAttemptsOf(lead, result.endedAt);
  if (result.countsAsAttempt) recent.push(result.dialedAt ?? row.opened_at);
  const counted = [
    result.countsAsAttempt ? 1 : 0,
    JSON.stringify(countedOutcomes(lead, result.outcome)),
    JSON.stringify(recent.sort((a, b) => a - b)),
    result.outcome,
    result.disposition ?? null,
    row.opened_at,
    at,
  ];
  const step = lead.state === 'claimed' ? stepOf(next, at) : { set: '', values: [] };
  await execute(
    tx,
    `update leads set attempts = attempts + ?, touched = 1, outcomes = ?, recent_attempts = ?, last_outcome = ?, last_disposition = ?, last_attempt_at = ?, updated_at = ?${step.set} where lead_id = ?`,
    [...counted, ...step.values, row.lead_id],
  );
}

function stepOf(next: LeadNext, at: number): { readonly set: string; readonly values: readonly Parameter[] } {
  const closed = next.status === 'closed';
  const state = closed
    ? 'closed'
    : next.reason === 'callback'
      ? 'callback'
      : (next.nextDialableAt ?? 0) <= at
        ? 'ready'
        : 'waiting';
  const callback = closed ? undefined : next.callback;
  return {
    set: ', state = ?, closed_by = ?, next_dialable_at = ?, phone_index = ?, reason = ?, callback_at = ?, callback_agent_id = ?, callback_note = ?, why = ?, claim_campaign = null, claim_epoch = null',
    values: [
      state,
      closed ? 'outcome' : null,
      closed ? null : (next.nextDialableAt ?? at),
      next.phoneIndex,
      next.reason,
      callback?.at ?? null,
      callback?.agentId ?? null,
      callback?.note ?? null,
      next.why.slice(0, 128),
    ],
  };
}

/**
 * How often each outcome came since the last contact: a conversation starts the count of everything else
 * anew.
 */
function countedOutcomes(lead: LeadRow, outcome: Outcome): Partial<Record<Outcome, number>> {
  const before = parseJson<Partial<Record<Outcome, number>>>(lead.outcomes, {});
  const count = (before[outcome] ?? 0) + 1;
  return outcome === 'conversation' && OUTCOMES[outcome].liveAnswer
    ? { conversation: count }
    : { ...before, [outcome]: count };
}

/** The next step may name a number that was closed meanwhile; without an open number the lead is done. */
async function mendNumber(tx: Tx, lead: LeadRow, at: number): Promise<void> {
  const [now] = await query<{ state: string; phone_index: number }>(
    tx,
    'select state, phone_index from leads where lead_id = ?',
    [lead.lead_id],
  );
  if (!now || now.state === 'closed') return;
  const phones = (await readPhones(tx, [lead.lead_id])).get(lead.lead_id) ?? [];
  if (phones[now.phone_index]?.open === 1) return;
  const next = nextOpenPhone(phones, now.phone_index);
  if (next !== null) {
    await execute(tx, 'update leads set phone_index = ? where lead_id = ?', [next, lead.lead_id]);
    return;
  }
  await execute(
    tx,
    "update leads set state = 'closed', closed_by = 'outcome', next_dialable_at = null, why = 'no-number-left', updated_at = ? where lead_id = ?",
    [at, lead.lead_id],
  );
}

async function gather(tx: Tx, attemptId: string, result: AttemptResult): Promise<void> {
  const variables = Object.entries(result.variables ?? {});
  if (variables.length > 0)
    await insertRows(
      tx,
      'insert into',
      'answers',
      ['attempt_id', 'name', 'value'],
      variables.map(([name, value]) => [attemptId, name.slice(0, 96), value]),
    );
}
