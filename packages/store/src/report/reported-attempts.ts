/** The calls that a report is about, each read once, with no more than figures are made of. */
import { isOfList } from '@outdial/core';
import { fromBoth } from '../database/archive-db.js';
import { breathe } from '../database/breathe.js';
import type { Db } from '../database/engine.js';
import type { AttemptRow } from '../journal/attempt-row.js';
import { lateEndsOf, toldAt } from './late-ends.js';
import type { LateEnd } from './late-ends.js';
import type { AttemptRecord } from './read-attempts.js';
import { callsOf, type Span } from './report-range.js';

/** A call as figures are made of it: what its late ends tell is in the three instants. */
export type ReportedAttempt = Pick<
  AttemptRecord,
  | ('attemptId' | 'listId' | 'phone' | 'callerNumber' | 'mode' | 'agentId' | 'seller' | 'trunk')
  | ('openedAt' | 'dialedAt' | 'ringingAt' | 'answeredAt' | 'liveAnswerAt' | 'connectedAt' | 'abandonedAt')
  | ('endedAt' | 'outcome' | 'disposition' | 'talkMs' | 'wrapUpMs' | 'countsAsAttempt')
>;

/** A call with what only some figures are made of. */
export interface ReportedCall {
  readonly attempt: ReportedAttempt;
  /** Whether it was made from a list; others came in, or went to third parties. */
  readonly isOfList: boolean;
  readonly hasLateEnd: boolean;
  /** Of its own end, without what late ends tell. */
  readonly ownConnectedAt: number | null;
  /** Result of a call that came in, as JSON; of others null. */
  readonly callerResult: AttemptRow['result'];
}

/** What is read of a row. */
type ReportedRow = Pick<
  AttemptRow,
  | ('attempt_id' | 'list_id' | 'phone' | 'caller_number' | 'mode' | 'agent_id' | 'seller' | 'trunk')
  | ('opened_at' | 'dialed_at' | 'ringing_at' | 'answered_at' | 'live_answer_at' | 'connected_at')
  | ('abandoned_at' | 'ended_at' | 'outcome' | 'disposition' | 'talk_ms' | 'wrap_up_ms' | 'counts')
> & { readonly callerResult: AttemptRow['result'] };

/** Calls read at once: some milliseconds of the event loop, more where the disk is read. */
const PAGE = 250;

/** The calls of a span in the order of their opening. Other work runs between two pages. */
export async function* readReported(db: Db, span: Span): AsyncGenerator<ReportedCall> {
  let after: ReportedRow | undefined;
  for (;;) {
    const page = await readPage(db, span, after);
    const late = await lateEndsOf(
      db,
      page.map((row) => row.attempt_id),
    );
    for (const row of page) yield reportedOf(row, late.get(row.attempt_id) ?? []);
    after = page.at(-1);
    if (page.length < PAGE) return;
    await breathe();
  }
}

async function readPage(db: Db, span: Span, after: ReportedRow | undefined): Promise<readonly ReportedRow[]> {
  const rows = await fromBoth(
    db,
    (part) => pageOf(part, span, after),
    (row) => row.attempt_id,
  );
  const inOrder = rows.sort((a, b) => a.opened_at - b.opened_at || (a.attempt_id < b.attempt_id ? -1 : 1));
  return inOrder.slice(0, PAGE);
}

/**
 * Each row is at a place of its own on the disk, and so is its decision: nothing is looked up beside it, and
 * its result is read of callers alone.
 */
async function pageOf(
  db: Db,
  span: Span,
  after: Pick<AttemptRow, 'opened_at' | 'attempt_id'> | undefined,
): Promise<ReportedRow[]> {
  const { opened_at: at, attempt_id: id } = after ?? { opened_at: -1, attempt_id: '' };
  // The bound stands by itself, too: the databases find no place in an index by an `or`.
  return callsOf(db, { ...span, from: Math.max(span.from, at) })
    .select(['attempt_id', 'list_id', 'phone', 'caller_number', 'mode', 'agent_id', 'seller', 'trunk'])
    .select(['opened_at', 'dialed_at', 'ringing_at', 'answered_at', 'live_answer_at', 'connected_at'])
    .select(['abandoned_at', 'ended_at', 'outcome', 'disposition', 'talk_ms', 'wrap_up_ms', 'counts'])
    .select((eb) =>
      eb.case().when('mode', '=', 'inbound').then(eb.ref('result')).else(null).end().as('callerResult'),
    )
    .where((eb) =>
      eb.or([eb('opened_at', '>', at), eb.and([eb('opened_at', '=', at), eb('attempt_id', '>', id)])]),
    )
    .orderBy('opened_at')
    .orderBy('attempt_id')
    .limit(PAGE)
    .execute();
}

function reportedOf(row: ReportedRow, lateEnds: readonly LateEnd[]): ReportedCall {
  return {
    attempt: {
      attemptId: row.attempt_id,
      listId: row.list_id,
      phone: row.phone,
      callerNumber: row.caller_number,
      mode: row.mode,
      agentId: row.agent_id,
      seller: row.seller,
      trunk: row.trunk,
      openedAt: row.opened_at,
      dialedAt: row.dialed_at,
      ringingAt: row.ringing_at,
      answeredAt: row.answered_at,
      liveAnswerAt: toldAt(row.live_answer_at, lateEnds, 'liveAnswerAt'),
      connectedAt: toldAt(row.connected_at, lateEnds, 'connectedAt'),
      abandonedAt: toldAt(row.abandoned_at, lateEnds, 'abandonedAt'),
      endedAt: row.ended_at,
      outcome: row.outcome,
      disposition: row.disposition,
      talkMs: row.talk_ms,
      wrapUpMs: row.wrap_up_ms,
      countsAsAttempt: row.counts === null ? null : row.counts === 1,
    },
    isOfList: isOfList(row.mode),
    hasLateEnd: lateEnds.length > 0,
    ownConnectedAt: row.connected_at,
    callerResult: row.callerResult,
  };
}
