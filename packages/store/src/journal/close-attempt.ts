/** Closes an attempt in one transaction: its end, the lead's next step, counters, facts learned, keys. */
import { LIMITS } from '@outdial/core';
import type { AttemptResult } from '@outdial/core';
import { statedEnd } from '../audit/attempt-statement.js';
import type { EndRow } from '../audit/attempt-statement.js';
import { insertStated } from '../audit/insert-stated.js';
import { StatedRows } from '../audit/stated-rows.js';
import type { Append } from '../audit/chain.js';
import type { Db, Tx } from '../database/engine.js';
import { toJson } from '../database/json-text.js';
import { preparedCommand, preparedQuery } from '../database/prepared.js';
import type { Given, RowOf } from '../database/prepared.js';
import type { AttemptRow } from './attempt-row.js';
import { dropKeys } from './in-progress.js';
import { readFence } from './lease.js';
import { settleLead } from './settle-lead.js';

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

/** Longest name of an answer kept. */
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
      'agent_id',
      'node',
      'epoch',
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

  const stated = new StatedRows();
  const end = await writeEnd(tx, row, result, at);
  await dropKeys(tx, { attemptId, phone: row.phone, personId: row.person_id });
  await settleLead(tx, row, result, at, stated);
  await storeAnswers(tx, attemptId, result, stated);

  const detail = {
    attemptId,
    leadId: row.lead_id,
    outcome: result.outcome,
    disposition: result.disposition ?? null,
    row: statedEnd(end),
    ...stated.detail(),
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
 * answer is what the result says (a machine found after the mark is none), so that doubt never raises the
 * denominator of the abandonment rate.
 */
async function writeEnd(tx: Tx, row: OpenRow, result: AttemptResult, at: number): Promise<EndRow> {
  const answeredAt = row.live_answer_at ?? result.answeredAt ?? result.endedAt;
  const abandoned = result.abandoned || row.abandoned_at !== null;
  const { lead, closes, learned } = result;
  const end: End = {
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
  };
  await setEnd(tx, end);
  return { ...end, node: row.node, epoch: row.epoch, agent_id: end.agent_id ?? row.agent_id };
}

/** Stores the answers that a flow gathered. */
async function storeAnswers(
  tx: Tx,
  attemptId: string,
  result: AttemptResult,
  stated: StatedRows,
): Promise<void> {
  const answers = Object.entries(result.variables ?? {}).map(([name, value]) => ({
    attempt_id: attemptId,
    name: name.slice(0, NAME_MOST),
    value,
  }));
  await insertStated(tx, stated, 'answers', answers);
}
