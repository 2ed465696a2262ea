/** Closes an attempt in one transaction: its end, the lead's next step, counters, facts learned, keys. */
import { defined } from '@outdial/core';
import type { AttemptResult, EarlierEnd } from '@outdial/core';
import { statedEnd } from '../audit/attempt-statement.js';
import type { EndRow } from '../audit/attempt-statement.js';
import { StatedRows } from '../audit/stated-rows.js';
import type { Append, AuditEntry } from '../audit/chain.js';
import type { Db, Tx } from '../database/engine.js';
import { toJson } from '../database/json-text.js';
import { keptId, keptInstant } from '../database/kept-values.js';
import { preparedCommand, preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { AttemptRow } from './attempt-row.js';
import { dropKeys } from './in-progress.js';
import type { StoreSecret } from '../store-secret.js';
import { keepLateEnd, putInForce } from './late-end.js';
import { readFence } from './lease.js';
import { settleLead } from './settle-lead.js';
import type { SettledLead } from './settle-lead.js';
import { writeAnswers } from './write-answers.js';

/** What became of a request to close. `earlier`: another end that the attempt has, and keeps. */
export type CloseAnswer =
  | { readonly kind: 'closed'; readonly earlier: EarlierEnd | null }
  | { readonly kind: 'failed'; readonly error: string };

/** What closing works with. */
export interface CloseContext {
  /** This process's name. */
  readonly node: string;
  /** The epoch under which this process runs the campaign; null when it does not. */
  readonly epoch: number | null;
  /** Epoch ms. */
  readonly at: number;
  readonly secret: StoreSecret;
}

export const CLOSED: CloseAnswer = { kind: 'closed', earlier: null };
const STALE: CloseAnswer = { kind: 'failed', error: 'stale epoch: the campaign is run under a newer one' };

/** An attempt to be closed. */
export type OpenAttempt = Pick<
  AttemptRow,
  | 'attempt_id'
  | 'campaign_id'
  | 'lead_id'
  | 'person_id'
  | 'phone'
  | 'mode'
  | 'opened_at'
  | 'ended_at'
  | 'dialed_at'
  | 'outcome'
  | 'disposition'
  | 'result'
  | 'agent_id'
  | 'node'
  | 'epoch'
  | 'abandoned_at'
  | 'connected_at'
  | 'live_answer_at'
>;

/** An attempt to be closed, with its lead. */
export type OpenAttemptOfLead = OpenAttempt & SettledLead;

const ATTEMPT_COLUMNS = [
  'a.attempt_id',
  'a.campaign_id',
  'a.lead_id',
  'a.person_id',
  'a.phone',
  'a.mode',
  'a.opened_at',
  'a.ended_at',
  'a.dialed_at',
  'a.outcome',
  'a.disposition',
  'a.result',
  'a.agent_id',
  'a.node',
  'a.epoch',
  'a.abandoned_at',
  'a.connected_at',
  'a.live_answer_at',
] as const;

const lockAttempt = preparedQuery((db: Db, { attemptId }: Given<{ attemptId: string }>) =>
  db.selectFrom('attempts as a').select(ATTEMPT_COLUMNS).where('a.attempt_id', '=', attemptId).forUpdate(),
);

/** Attempts with their leads at once: every round trip to the database counts. */
const lockAttemptsAndLeads = preparedQuery((db: Db, given: Given<{ attemptIds: readonly string[] }>) =>
  db
    .selectFrom('attempts as a')
    .innerJoin('leads as d', 'd.lead_id', 'a.lead_id')
    .select(ATTEMPT_COLUMNS)
    .select(['d.list_id', 'd.state', 'd.place', 'd.why', 'd.touched'])
    .select(['d.attempts', 'd.outcomes', 'd.recent_attempts', 'd.dial_order', 'd.facts'])
    .where('a.attempt_id', 'in', given.attemptIds)
    .forUpdate(),
);

/** Locks attempts and their leads. Attempts whose lead was erased are not among them. */
export function lockAttempts(tx: Tx, attemptIds: readonly string[]): Promise<readonly OpenAttemptOfLead[]> {
  return lockAttemptsAndLeads.all(tx, { attemptIds });
}

/**
 * Closes one attempt within the given transaction. The first end stays. A different one is kept beside it,
 * and what was said in that call is put in force. The same end again changes nothing, and so does the end of
 * an attempt that was never stored.
 */
export async function closeAttempt(
  context: CloseContext,
  tx: Tx,
  append: Append,
  attemptId: string,
  result: AttemptResult,
): Promise<CloseAnswer> {
  const [withLead] = await lockAttempts(tx, [attemptId]);
  // The lead may have been erased.
  const row = withLead ?? (await lockAttempt.first(tx, { attemptId }));
  if (!row) return CLOSED;
  const { epoch, at } = context;
  if (row.ended_at !== null) {
    return { kind: 'closed', earlier: await keepLateEnd(context, tx, append, row, result) };
  }

  const stated = new StatedRows(context.secret);
  const isOwner = await ownsCampaign(tx, row.campaign_id, epoch);
  if (!isOwner && !endsConversation(result)) {
    await putInForce(tx, row, result, at, stated);
    await stateSaid(append, row, at, stated);
    return STALE;
  }

  const end = await writeEnd(tx, row, result, at);
  await dropKeys(tx, { attemptId, phone: row.phone, personId: row.person_id });
  if (withLead) await settleLead(tx, { row, lead: withLead }, result, at, stated);
  // What a caller said whom no list knows is in force, too.
  else if (result.learned.length > 0 || result.closes !== 'none')
    await putInForce(tx, row, result, at, stated);
  await writeAnswers(tx, attemptId, result, stated);

  const lost = isOwner ? {} : { afterLeaseLost: { node: context.node, epoch } };
  await append(closedEntry(context, row, end, { ...lost, ...stated.detail() }));
  return CLOSED;
}

/** What the audit trail says of an attempt that was closed. */
export function closedEntry(
  { secret, at }: Pick<CloseContext, 'secret' | 'at'>,
  row: OpenAttempt,
  end: EndRow,
  more: Readonly<Record<string, unknown>> = {},
): AuditEntry {
  const detail = {
    attemptId: row.attempt_id,
    leadId: row.lead_id,
    outcome: end.outcome,
    disposition: end.disposition,
    row: statedEnd(secret, end),
    ...more,
  };
  return { at, campaignId: row.campaign_id, kind: 'attempt.closed', detail };
}

async function ownsCampaign(tx: Tx, campaignId: string, epoch: number | null): Promise<boolean> {
  return epoch !== null && (await readFence(tx, { campaignId, epoch })).current;
}

/**
 * A process that lost the campaign still closes the conversations it had, because it alone knows how they
 * ended. What it only infers about a call is left to the process that took over.
 */
function endsConversation({ disposition, unsaid, connectedAt, cause }: AttemptResult): boolean {
  const isSaid = disposition !== undefined && unsaid !== true;
  return isSaid || (connectedAt !== undefined && cause?.by !== 'lost');
}

async function stateSaid(append: Append, row: OpenAttempt, at: number, stated: StatedRows): Promise<void> {
  const rows = stated.detail();
  if (!rows.rows) return;
  const detail = { attemptId: row.attempt_id, leadId: row.lead_id, ...rows };
  await append({ at, campaignId: row.campaign_id, kind: 'fact.learned', detail });
}

type End = Pick<
  AttemptRow,
  | 'attempt_id'
  | 'outcome'
  | 'disposition'
  | 'cause'
  | 'machine_verdict'
  | 'dialed_at'
  | 'trunk'
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
 * answer is what the result says (a machine found after the mark is none), so that doubt never raises the
 * denominator of the abandonment rate.
 */
export async function writeEnd(tx: Tx, row: OpenAttempt, result: AttemptResult, at: number): Promise<EndRow> {
  const answeredAt = row.live_answer_at ?? result.answeredAt ?? result.endedAt;
  const abandoned = result.abandoned || row.abandoned_at !== null;
  const { lead, closes, learned, callerEnding } = result;
  const end: End = {
    attempt_id: row.attempt_id,
    outcome: result.outcome,
    disposition: result.disposition ?? null,
    cause: result.cause ? toJson(result.cause) : null,
    machine_verdict: result.machineVerdict ?? null,
    dialed_at: result.dialedAt ?? null,
    trunk: keptId(result.trunk),
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
    callback_at: keptInstant(lead.callback?.at),
    agent_id: keptId(result.agentId),
    result: toJson({ lead, closes, learned, ...defined({ callerEnding }) }),
  };
  await setEnd(tx, end);
  return { ...end, node: row.node, epoch: row.epoch, agent_id: end.agent_id ?? row.agent_id };
}
