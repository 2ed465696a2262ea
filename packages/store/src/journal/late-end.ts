/**
 * Ends that come late: of an attempt that has ended already, or from a process that lost the campaign. What a
 * person said in such a call is put in force and kept all the same.
 */
import { canonicalJson } from '@outdial/core';
import type { AttemptResult, Callback, EarlierEnd, LeadNext } from '@outdial/core';
import type { Append } from '../audit/chain.js';
import { insertStated } from '../audit/insert-stated.js';
import { StatedRows } from '../audit/stated-rows.js';
import type { Db, Tx } from '../database/engine.js';
import { asJson, toJson } from '../database/json-text.js';
import { keptId, keptInstant, keptReason } from '../database/kept-values.js';
import { preparedCommand } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import { sha256 } from '../identity.js';
import type { StoreSecret } from '../store-secret.js';
import { BARS_PERSON, learn } from '../law/learned.js';
import { closeLeadRows, closeNumbers, closePersons, lockHolders, takeBack } from '../leads/closing.js';
import type { Closing } from '../leads/closing.js';
import { counted } from '../leads/lead-counts.js';
import { lockLead, timeZoneOf } from '../leads/lead-row.js';
import type { AttemptRow } from './attempt-row.js';
import type { EndedAttempt } from './settle-lead.js';
import { writeAnswers } from './write-answers.js';

/** The attempt of a late end. */
export type LateAttempt = EndedAttempt &
  Pick<AttemptRow, 'campaign_id' | 'outcome' | 'disposition' | 'ended_at' | 'dialed_at' | 'result'>;

/** Who brings the late end, and when. */
export interface LateContext {
  readonly node: string;
  /** Epoch ms. */
  readonly at: number;
  readonly secret: StoreSecret;
}

/**
 * Keeps the late end of an attempt that has ended. Returns the end the attempt has; null when both are the
 * same, or when neither says that a call was placed.
 */
export async function keepLateEnd(
  context: LateContext,
  tx: Tx,
  append: Append,
  row: LateAttempt,
  result: AttemptResult,
): Promise<EarlierEnd | null> {
  const { outcome, disposition } = row;
  if (outcome === null || isSameEnd(row, result) || neitherPlaced(row, result)) return null;
  const { node, at } = context;
  const stated = new StatedRows(context.secret);
  await putInForce(tx, row, result, at, stated);
  await writeAnswers(tx, row.attempt_id, result, stated, { ifAbsent: true });
  await insertStated(tx, stated, 'late_ends', [lateRow(row, result, node, at)], { ifAbsent: true });

  const rows = stated.detail();
  const detail = {
    attemptId: row.attempt_id,
    leadId: row.lead_id,
    outcome: result.outcome,
    disposition: result.disposition ?? null,
    earlier: { outcome, disposition },
    ...rows,
  };
  // The same late end told again writes no row, and needs no entry.
  if (rows.rows) await append({ at, campaignId: row.campaign_id, kind: 'attempt.closed-again', detail });
  return { outcome, disposition };
}

/**
 * Puts in force what was said in a call whose end this process may not write. Idempotent. The campaign that
 * has the lead is notified when the lead or its number is closed.
 */
export async function putInForce(
  tx: Tx,
  row: EndedAttempt,
  result: AttemptResult,
  at: number,
  stated: StatedRows,
): Promise<void> {
  const lead = await lockLead(tx, row.lead_id);
  const about = {
    personId: row.person_id,
    phone: row.phone,
    attemptId: row.attempt_id,
    timeZone: lead && timeZoneOf(lead),
  };
  for (const fact of result.learned) await learn(tx, about, fact, stated);

  const why = keptReason(result.disposition ?? result.outcome);
  const closing: Closing = { why, closedBy: 'outcome', at };
  const endsPerson = result.closes === 'person' || result.learned.some((fact) => BARS_PERSON.has(fact.kind));
  if (result.closes === 'number') {
    await closeNumbers(tx, { phones: [row.phone], personId: row.person_id }, closing);
  }
  if (endsPerson) await closePersons(tx, [row.person_id], closing);
  if (result.disposition === undefined) return;

  const { status, callback } = result.lead;
  if (status === 'closed') await closeLeadRows(tx, [row.lead_id], closing);
  else if (callback) await promise(tx, row.lead_id, result.lead, callback, closing);
}

interface Promised {
  readonly leadId: string;
  readonly phoneIndex: number;
  readonly callbackAt: number;
  readonly agentId: string | null;
  readonly note: string | null;
  readonly at: number;
}

const setPromise = preparedCommand(
  (db: Db, { leadId, phoneIndex, callbackAt, agentId, note, at }: Given<Promised>) =>
    db
      .updateTable('leads')
      .set({
        reason: 'callback',
        why: 'callback',
        next_dialable_at: callbackAt,
        phone_index: phoneIndex,
        callback_at: callbackAt,
        callback_agent_id: agentId,
        callback_note: note,
        updated_at: at,
      })
      .where('lead_id', '=', leadId)
      .where('state', '<>', 'closed'),
);

/**
 * Schedules the callback that was agreed. A campaign that has claimed the lead meanwhile releases it; where
 * it is already calling, the end of that call decides.
 */
async function promise(
  tx: Tx,
  leadId: string,
  next: LeadNext,
  callback: Callback,
  closing: Closing,
): Promise<void> {
  const holders = await lockHolders.all(tx, { leadIds: [leadId] });
  await counted(tx, [leadId], async () => {
    await setPromise(tx, {
      leadId,
      phoneIndex: next.phoneIndex,
      callbackAt: keptInstant(callback.at) ?? closing.at,
      agentId: keptId(callback.agentId),
      note: callback.note ?? null,
      at: closing.at,
    });
    await tx
      .updateTable('leads')
      .set({ state: 'callback' })
      .where('lead_id', '=', leadId)
      .where('state', 'in', ['ready', 'waiting', 'callback'])
      .execute();
  });
  await takeBack(tx, holders, closing);
}

function isSameEnd(row: LateAttempt, result: AttemptResult): boolean {
  const { lead, closes, learned } = result;
  return (
    row.outcome === result.outcome &&
    row.disposition === (result.disposition ?? null) &&
    row.ended_at === result.endedAt &&
    row.result === toJson({ lead, closes, learned })
  );
}

/** The campaign and the journal both end an opening whose answer was lost: that is not a contradiction. */
function neitherPlaced(row: LateAttempt, result: AttemptResult): boolean {
  const nothingSaid = result.disposition === undefined && result.learned.length === 0;
  return row.dialed_at === null && result.dialedAt === undefined && nothingSaid;
}

function lateRow(row: LateAttempt, { variables: _kept, ...end }: AttemptResult, node: string, at: number) {
  const result = canonicalJson(end);
  return {
    attempt_id: row.attempt_id,
    hash: sha256(result),
    at,
    node,
    outcome: end.outcome,
    disposition: end.disposition ?? null,
    agent_id: keptId(end.agentId),
    connected_at: end.connectedAt ?? null,
    live_answer_at: end.liveAnswer || end.abandoned ? (end.answeredAt ?? end.endedAt) : null,
    abandoned_at: end.abandoned ? end.endedAt : null,
    ended_at: end.endedAt,
    refused: end.learned.some((fact) => fact.kind === 'refused') ? (1 as const) : (0 as const),
    callback_at: keptInstant(end.lead.callback?.at),
    result: asJson<typeof end>(result),
  };
}
