import type { Selectable } from 'kysely';
import { breathe } from '../database/breathe.js';
import { query } from '../database/statements.js';
import type { AttemptsTable } from '../database/tables.js';
import type { Store } from '../open-store.js';

/** An attempt as the store has it, with its decision. For auditors and embedders; instants are epoch ms. */
export interface AttemptRecord {
  readonly attemptId: string;
  readonly campaignId: string;
  readonly leadId: string;
  readonly personId: string;
  readonly phone: string;
  readonly node: string;
  readonly epoch: number;
  readonly mode: string;
  readonly agentId: string | null;
  readonly openedAt: number;
  readonly dialedAt: number | null;
  readonly ringingAt: number | null;
  readonly answeredAt: number | null;
  readonly liveAnswerAt: number | null;
  readonly connectedAt: number | null;
  readonly abandonedAt: number | null;
  /** Null while the attempt is open. */
  readonly endedAt: number | null;
  readonly outcome: string | null;
  readonly disposition: string | null;
  readonly countsAsAttempt: boolean | null;
  /** True when a decision that allowed the call is stored with it. */
  readonly decisionAllowed: boolean;
}

const PAGE = 1_000;

/** All attempts of a campaign in the order of their opening. Memory stays flat. */
export async function* readAttempts(store: Store, campaignId: string): AsyncGenerator<AttemptRecord> {
  let after = { opened_at: -1, attempt_id: '' };
  for (;;) {
    const page = await query<Selectable<AttemptsTable> & { allowed: number | null }>(
      store.engine.db,
      'select a.*, (select max(d.allowed) from decisions d where d.attempt_id = a.attempt_id) as allowed from attempts a' +
        ' where a.campaign_id = ? and (a.opened_at > ? or (a.opened_at = ? and a.attempt_id > ?)) order by a.opened_at, a.attempt_id limit ?',
      [campaignId, after.opened_at, after.opened_at, after.attempt_id, PAGE],
    );
    for (const row of page) yield attemptOf(row);
    await breathe();
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = { opened_at: last.opened_at, attempt_id: last.attempt_id };
  }
}

/** The row of an attempt in words. */
export function attemptOf(row: Selectable<AttemptsTable> & { allowed: number | null }): AttemptRecord {
  return {
    attemptId: row.attempt_id,
    campaignId: row.campaign_id,
    leadId: row.lead_id,
    personId: row.person_id,
    phone: row.phone,
    node: row.node,
    epoch: row.epoch,
    mode: row.mode,
    agentId: row.agent_id,
    openedAt: row.opened_at,
    dialedAt: row.dialed_at,
    ringingAt: row.ringing_at,
    answeredAt: row.answered_at,
    liveAnswerAt: row.live_answer_at,
    connectedAt: row.connected_at,
    abandonedAt: row.abandoned_at,
    endedAt: row.ended_at,
    outcome: row.outcome,
    disposition: row.disposition,
    countsAsAttempt: row.counts === null ? null : row.counts === 1,
    decisionAllowed: row.allowed === 1,
  };
}
