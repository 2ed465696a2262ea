/** Attempts as the store has them: for auditors, embedders and screens. */
import type { CallMode, HangupCause, Outcome } from '@outdial/core';
import { ERASED_PERSON } from '../audit/attempt-statement.js';
import { breathe } from '../database/breathe.js';
import { archiveOf, fromBoth } from '../database/archive-db.js';
import type { Db } from '../database/engine.js';
import { parseJson } from '../database/json-text.js';
import type { AttemptRow } from '../journal/attempt-row.js';
import type { Store } from '../open-store.js';
import { answersOf, recordingsOf } from './attempt-details.js';
import type { AttemptRecording } from './attempt-details.js';
import { lateEndsOf, toldAt } from './late-ends.js';
import type { LateEnd } from './late-ends.js';

/** An attempt as the store has it, with its decision. Instants are epoch ms. */
export interface AttemptRecord {
  readonly attemptId: string;
  readonly campaignId: string;
  readonly leadId: string;
  readonly listId: string;
  readonly personId: string;
  /** E.164. */
  readonly phone: string;
  /** E.164 of the number that the called party saw. */
  readonly callerNumber: string;
  readonly node: string;
  readonly epoch: number;
  readonly mode: CallMode;
  readonly agentId: string | null;
  /** On whose behalf the call was placed; null: none was named. */
  readonly seller: string | null;
  readonly openedAt: number;
  readonly dialedAt: number | null;
  /** Name of the trunk through which the call went out; null: it did not leave, or nobody said. */
  readonly trunk: string | null;
  readonly ringingAt: number | null;
  readonly answeredAt: number | null;
  readonly liveAnswerAt: number | null;
  readonly connectedAt: number | null;
  readonly abandonedAt: number | null;
  /** Null while the attempt is open. */
  readonly endedAt: number | null;
  readonly outcome: Outcome | null;
  /** Disposition code. */
  readonly disposition: string | null;
  /** What ended the call (Q.850, SIP). */
  readonly cause: HangupCause | null;
  /** ms the agent talked. */
  readonly talkMs: number | null;
  /** ms the agent wrapped up. */
  readonly wrapUpMs: number | null;
  readonly countsAsAttempt: boolean | null;
  /** True when a decision that allowed the call is stored with it. */
  readonly decisionAllowed: boolean;
  /** What a flow gathered, by name. Personal data: not for logs. */
  readonly answers: Readonly<Record<string, string>>;
  readonly recordings: readonly AttemptRecording[];
  /**
   * Ends that came after this one, as from a dialer that had lost the campaign. The three instants
   * `liveAnswerAt`, `connectedAt` and `abandonedAt` hold also what only these tell.
   */
  readonly lateEnds: readonly LateEnd[];
}

/** Which attempts are read; all given conditions hold. Absent: all. */
export interface AttemptFilter {
  readonly campaignId?: string;
  readonly leadId?: string;
  /** E.164. */
  readonly phone?: string;
  readonly agentId?: string;
  readonly listId?: string;
  /** Opened at this instant or later, epoch ms. */
  readonly from?: number;
  /** Opened before this instant, epoch ms. */
  readonly to?: number;
  /** Continue after this attempt. */
  readonly after?: string;
  /** Most attempts read. @default all */
  readonly limit?: number;
}

/** Attempts read at once: some milliseconds of the event loop, on a database in the process too. */
const PAGE = 250;

/** For a cause that cannot be read. */
const UNKNOWN_CAUSE: HangupCause = { q850: 0, by: 'lost' };

/** Where a page begins: after this attempt, in the order of opening. */
type Cursor = Pick<AttemptRow, 'opened_at' | 'attempt_id'>;

const BEGINNING: Cursor = { opened_at: -1, attempt_id: '' };

/**
 * Attempts in the order of their opening: those of a campaign (`'spring'`, or a filter), lead, number, agent
 * or time. Memory use is constant.
 *
 * @example
 * for await (const { talkMs } of readAttempts(store, { agentId: 'eve', from: monday })) total += talkMs ?? 0;
 */
export async function* readAttempts(
  store: Store,
  which: string | AttemptFilter,
): AsyncGenerator<AttemptRecord> {
  const filter = typeof which === 'string' ? { campaignId: which } : which;
  const { db } = store.engine;
  let left = filter.limit ?? Infinity;
  let after = filter.after === undefined ? BEGINNING : await cursorAt(db, filter.after);
  while (left > 0) {
    const limit = Math.min(PAGE, left);
    const page = await readPage(db, filter, after, limit);
    yield* await recordsOf(db, page);
    await breathe();
    const last = page.at(-1);
    if (!last || page.length < limit) return;
    after = last;
    left -= page.length;
  }
}

/** The attempts to a number (E.164), in the order of their opening. */
export async function readAttemptsOfNumber(db: Db, phone: string): Promise<AttemptRecord[]> {
  return recordsOf(db, await readPage(db, { phone }, BEGINNING, Number.MAX_SAFE_INTEGER));
}

async function cursorAt(db: Db, attemptId: string): Promise<Cursor> {
  return (await cursorIn(db, attemptId)) ?? (await cursorIn(archiveOf(db), attemptId)) ?? BEGINNING;
}

async function cursorIn(db: Db, attemptId: string): Promise<Cursor | undefined> {
  return db
    .selectFrom('attempts')
    .select(['opened_at', 'attempt_id'])
    .where('attempt_id', '=', attemptId)
    .executeTakeFirst();
}

/** A row of `attempts`, with whether a decision that allowed the call is stored. */
type VerdictRow = AttemptRow & { readonly allowed: number | null };

async function readPage(db: Db, filter: AttemptFilter, after: Cursor, limit: number): Promise<VerdictRow[]> {
  const page = await fromBoth(
    db,
    (part) => pageOf(part, filter, after, limit),
    (row) => row.attempt_id,
  );
  const inOrder = page.sort((a, b) => a.opened_at - b.opened_at || (a.attempt_id < b.attempt_id ? -1 : 1));
  return inOrder.slice(0, limit);
}

async function pageOf(db: Db, filter: AttemptFilter, after: Cursor, limit: number): Promise<VerdictRow[]> {
  let attempts = db
    .selectFrom('attempts as a')
    .selectAll('a')
    .select((eb) =>
      eb
        .selectFrom('decisions as d')
        .select((decision) => decision.fn.max<number | null>('d.allowed').as('allowed'))
        .whereRef('d.attempt_id', '=', 'a.attempt_id')
        .as('allowed'),
    );
  if (filter.campaignId !== undefined) attempts = attempts.where('a.campaign_id', '=', filter.campaignId);
  if (filter.leadId !== undefined)
    attempts = attempts
      .where('a.lead_id', '=', filter.leadId)
      .where('a.person_id', '=', await personOf(db, filter.leadId));
  if (filter.phone !== undefined) attempts = attempts.where('a.phone', '=', filter.phone);
  if (filter.agentId !== undefined) attempts = attempts.where('a.agent_id', '=', filter.agentId);
  if (filter.listId !== undefined) attempts = attempts.where('a.list_id', '=', filter.listId);
  if (filter.to !== undefined) attempts = attempts.where('a.opened_at', '<', filter.to);
  // The bound of the page stands by itself, too: the databases find no place in an index by an `or`.
  return attempts
    .where('a.opened_at', '>=', Math.max(after.opened_at, filter.from ?? after.opened_at))
    .where((eb) =>
      eb.or([
        eb('a.opened_at', '>', after.opened_at),
        eb.and([eb('a.opened_at', '=', after.opened_at), eb('a.attempt_id', '>', after.attempt_id)]),
      ]),
    )
    .orderBy('a.opened_at')
    .orderBy('a.attempt_id')
    .limit(limit)
    .execute();
}

/** Whom the calls to a lead are about, as calls are found by persons: one who was erased has no lead. */
async function personOf(db: Db, leadId: string): Promise<string> {
  const lead = await db
    .selectFrom('leads')
    .select('person_id')
    .where('lead_id', '=', leadId)
    .executeTakeFirst();
  return lead?.person_id ?? ERASED_PERSON;
}

async function recordsOf(db: Db, rows: readonly VerdictRow[]): Promise<AttemptRecord[]> {
  const attemptIds = rows.map((row) => row.attempt_id);
  const answers = await answersOf(db, attemptIds);
  const recordings = await recordingsOf(db, attemptIds);
  const late = await lateEndsOf(db, attemptIds);
  return rows.map((row) => recordOf(row, late.get(row.attempt_id) ?? [], { answers, recordings }));
}

/** What is kept beside the rows of attempts, by attempt. */
interface KeptBeside {
  readonly answers: ReadonlyMap<string, AttemptRecord['answers']>;
  readonly recordings: ReadonlyMap<string, AttemptRecord['recordings']>;
}

function recordOf(row: VerdictRow, lateEnds: readonly LateEnd[], beside: KeptBeside): AttemptRecord {
  return {
    attemptId: row.attempt_id,
    campaignId: row.campaign_id,
    leadId: row.lead_id,
    listId: row.list_id,
    personId: row.person_id,
    phone: row.phone,
    callerNumber: row.caller_number,
    node: row.node,
    epoch: row.epoch,
    mode: row.mode,
    agentId: row.agent_id,
    seller: row.seller,
    openedAt: row.opened_at,
    dialedAt: row.dialed_at,
    trunk: row.trunk,
    ringingAt: row.ringing_at,
    answeredAt: row.answered_at,
    liveAnswerAt: toldAt(row.live_answer_at, lateEnds, 'liveAnswerAt'),
    connectedAt: toldAt(row.connected_at, lateEnds, 'connectedAt'),
    abandonedAt: toldAt(row.abandoned_at, lateEnds, 'abandonedAt'),
    endedAt: row.ended_at,
    outcome: row.outcome,
    disposition: row.disposition,
    cause: row.cause === null ? null : parseJson(row.cause, UNKNOWN_CAUSE),
    talkMs: row.talk_ms,
    wrapUpMs: row.wrap_up_ms,
    countsAsAttempt: row.counts === null ? null : row.counts === 1,
    decisionAllowed: row.allowed === 1,
    answers: beside.answers.get(row.attempt_id) ?? {},
    recordings: beside.recordings.get(row.attempt_id) ?? [],
    lateEnds,
  };
}
