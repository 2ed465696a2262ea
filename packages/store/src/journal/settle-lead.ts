/** What the end of an attempt means to its lead: counters, next step, and what was learned of the person. */
import { OUTCOMES } from '@outdial/core';
import type { AttemptResult, LeadNext, Outcome } from '@outdial/core';
import type { StatedRows } from '../audit/stated-rows.js';
import type { Db, Tx } from '../database/engine.js';
import { parseJson, toJson } from '../database/json-text.js';
import { personKey } from '../identity.js';
import { keptId, keptInstant, keptReason } from '../database/kept-values.js';
import { preparedCommand, preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import { BARS_PERSON, learn } from '../law/learned.js';
import { closeNumbers, closePersons } from '../leads/closing.js';
import type { Closing } from '../leads/closing.js';
import { orderOnceDialed } from '../leads/dial-order.js';
import { countMoves, counted } from '../leads/lead-counts.js';
import type { CountedLead, LeadMove } from '../leads/lead-counts.js';
import {
  nextOpenPhone,
  readPhonesOf,
  recentAttemptsOf,
  setPhoneIndex,
  timeZoneOf,
} from '../leads/lead-row.js';
import type { LeadRow } from '../leads/lead-row.js';
import type { AttemptRow } from './attempt-row.js';

/** The attempt that ended. */
export type EndedAttempt = Pick<
  AttemptRow,
  'lead_id' | 'person_id' | 'phone' | 'attempt_id' | 'opened_at' | 'mode'
>;

/** Its lead, as the transaction has locked it. */
export type SettledLead = Pick<
  LeadRow,
  'attempts' | 'outcomes' | 'recent_attempts' | 'dial_order' | 'facts'
> &
  CountedLead;

/**
 * Settles the lead of an attempt that ended: stores what was learned, closes numbers or the person where the
 * result says so, and writes counters and next step. `stated` gathers what was learned, for the audit entry.
 */
export async function settleLead(
  tx: Tx,
  { row, lead }: { readonly row: EndedAttempt; readonly lead: SettledLead },
  result: AttemptResult,
  at: number,
  stated: StatedRows,
): Promise<void> {
  await learnFrom(tx, row, lead, result, stated);

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
  const endsPerson = result.closes === 'person' || result.learned.some((fact) => BARS_PERSON.has(fact.kind));
  const next: LeadNext =
    endsPerson && result.lead.status === 'open'
      ? { ...result.lead, status: 'closed', nextDialableAt: null }
      : result.lead;
  if (row.mode === 'inbound') await stepByCaller(tx, lead, row, result.keepsLead ? null : next, at);
  else await writeLead(tx, lead, row, result, next, at);
  if (endsPerson) await closePersons(tx, [row.person_id], closing);

  // Numbers closed by others meanwhile are noticed by the next claim; a lead that is closed needs none.
  const isClosed = row.mode !== 'inbound' && lead.state === 'claimed' && next.status === 'closed';
  const mayLackNumber = result.closes !== 'none' || result.learned.length > 0;
  if (mayLackNumber && !isClosed) await mendNumber(tx, row.lead_id, at);
}

async function learnFrom(
  tx: Tx,
  row: EndedAttempt,
  lead: SettledLead,
  result: AttemptResult,
  stated: StatedRows,
): Promise<void> {
  if (result.learned.length === 0) return;
  const about = {
    personId: row.person_id,
    phone: row.phone,
    attemptId: row.attempt_id,
    leadId: row.lead_id,
    timeZone: timeZoneOf(lead),
  };
  for (const fact of result.learned) await learn(tx, about, fact, stated);
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

const setStep = preparedCommand(
  (db: Db, { lead_id, ...next }: Given<Step & LeadKey & Pick<LeadRow, 'updated_at'>>) =>
    db
      .updateTable('leads')
      .set({ ...next, claim_campaign: null, claim_epoch: null })
      .where('lead_id', '=', lead_id),
);

/** Writes the counters and the next step of a lead, and counts that it moved. */
async function writeLead(
  tx: Tx,
  lead: SettledLead,
  row: EndedAttempt,
  result: AttemptResult,
  next: LeadNext,
  at: number,
): Promise<void> {
  await countMoves(tx, [await moveLead(tx, { row, lead }, result, next, at)]);
}

/**
 * Writes the counters, and the next step while the campaign still has the lead. A lead withdrawn meanwhile
 * stays closed. The row is locked, so its values are current. Answers how the lead moved, to be counted.
 */
export async function moveLead(
  tx: Tx,
  { row, lead }: { readonly row: EndedAttempt; readonly lead: SettledLead },
  result: AttemptResult,
  next: LeadNext,
  at: number,
): Promise<LeadMove> {
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
  const step = lead.state === 'claimed' ? stepOf(next, at) : null;
  if (step) await setCountersAndStep(tx, Object.assign(counters, step));
  else await setCounters(tx, counters);
  const { list_id, place, state, why } = lead;
  return [lead, { list_id, place, state, why, ...step, touched: 1 }];
}

/**
 * What was said in a call that came in moves the lead, unless we are dialing that lead at this moment. The
 * counters stay: the call is not an attempt.
 */
async function stepByCaller(
  tx: Tx,
  lead: SettledLead,
  row: EndedAttempt,
  next: LeadNext | null,
  at: number,
): Promise<void> {
  if (next === null || lead.state === 'closed') return;
  const dialed = await tx
    .selectFrom('in_progress')
    .select('attempt_id')
    .where('subject', '=', personKey(row.person_id))
    .executeTakeFirst();
  if (dialed && dialed.attempt_id !== row.attempt_id) return;
  const step = Object.assign({ lead_id: row.lead_id, updated_at: at }, stepOf(next, at));
  await counted(tx, [row.lead_id], () => setStep(tx, step));
}

function stepOf(next: LeadNext, at: number): Step {
  const closed = next.status === 'closed';
  const callback = closed ? undefined : next.callback;
  const isDue = (next.nextDialableAt ?? 0) <= at;
  const openState = next.reason === 'callback' ? 'callback' : isDue ? 'ready' : 'waiting';
  return {
    state: closed ? 'closed' : openState,
    closed_by: closed ? 'outcome' : null,
    next_dialable_at: closed ? null : (keptInstant(next.nextDialableAt) ?? at),
    phone_index: next.phoneIndex,
    reason: next.reason,
    callback_at: keptInstant(callback?.at),
    callback_agent_id: keptId(callback?.agentId),
    callback_note: callback?.note ?? null,
    why: keptReason(next.why),
  };
}

/** How often each outcome came since the last contact: a conversation resets all other counts. */
function countedOutcomes(lead: SettledLead, outcome: Outcome): Readonly<Partial<Record<Outcome, number>>> {
  const before = parseJson(lead.outcomes, {});
  const count = (before[outcome] ?? 0) + 1;
  return outcome === 'conversation' && OUTCOMES[outcome].liveAnswer
    ? { conversation: count }
    : { ...before, [outcome]: count };
}

const selectNow = preparedQuery((db: Db, { leadId }: Given<{ leadId: string }>) =>
  db.selectFrom('leads').select(['state', 'phone_index']).where('lead_id', '=', leadId),
);

/** The next step may name a number that was closed meanwhile; without an open number the lead is closed. */
async function mendNumber(tx: Tx, leadId: string, at: number): Promise<void> {
  const now = await selectNow.first(tx, { leadId });
  if (!now || now.state === 'closed') return;
  const phones = await readPhonesOf(tx, leadId);
  if (phones[now.phone_index]?.open === 1) return;

  const next = nextOpenPhone(phones, now.phone_index);
  if (next !== null) {
    await setPhoneIndex(tx, { leadId, phoneIndex: next });
    return;
  }
  const closed = tx
    .updateTable('leads')
    .set({
      state: 'closed',
      closed_by: 'outcome',
      next_dialable_at: null,
      why: 'no-number-left',
      updated_at: at,
    })
    .where('lead_id', '=', leadId);
  await counted(tx, [leadId], () => closed.execute());
}
