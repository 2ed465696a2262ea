/** Attempts as the store has them: for auditors, embedders and screens. */
import { breathe } from '../database/breathe.js';
import type { Db } from '../database/engine.js';
import type { AttemptRow } from '../journal/attempt-row.js';
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
    const page: VerdictRow[] = await attemptsWithVerdict(store.engine.db)
      .where('a.campaign_id', '=', campaignId)
      .where((eb) =>
        eb.or([
          eb('a.opened_at', '>', after.opened_at),
          eb.and([eb('a.opened_at', '=', after.opened_at), eb('a.attempt_id', '>', after.attempt_id)]),
        ]),
      )
      .orderBy('a.opened_at')
      .orderBy('a.attempt_id')
      .limit(PAGE)
      .execute();
    for (const row of page) yield attemptOf(row);
    await breathe();
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = { opened_at: last.opened_at, attempt_id: last.attempt_id };
  }
}

/** A row of `attempts`, with whether a decision that allowed the call is stored. */
type VerdictRow = AttemptRow & { readonly allowed: number | null };

/** Attempts with their verdict. The return type is the builder's own. */

function attemptsWithVerdict(db: Db) {
  return db
    .selectFrom('attempts as a')
    .selectAll('a')
    .select((eb) =>
      eb
        .selectFrom('decisions as d')
        .select((decision) => decision.fn.max<number | null>('d.allowed').as('allowed'))
        .whereRef('d.attempt_id', '=', 'a.attempt_id')
        .as('allowed'),
    );
}

/** The attempts to a number (E.164), in the order of their opening. */
export async function readAttemptsOfNumber(db: Db, phone: string): Promise<AttemptRecord[]> {
  const rows: VerdictRow[] = await attemptsWithVerdict(db)
    .where('a.phone', '=', phone)
    .orderBy('a.opened_at')
    .orderBy('a.attempt_id')
    .execute();
  return rows.map(attemptOf);
}

function attemptOf(row: VerdictRow): AttemptRecord {
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
