/** Verifies the audit trail: every chain, every stored decision, the end of every attempt. */
import { canonicalJson } from '@outdial/core';
import type { Selectable } from 'kysely';
import { breathe } from '../database/breathe.js';
import type { Db } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { parseJson } from '../database/json-text.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { AuditTable, RecordPlace } from '../database/tables.js';
import { sha256 } from '../identity.js';
import type { Store } from '../open-store.js';
import { FIRST_HASH, hashOfEntry } from './chain.js';

/** One place where the trail does not hold. */
export interface AuditBreak {
  readonly writer: string;
  readonly n: number;
  readonly problem: string;
}

/** What {@link verifyAuditChain} found. */
export interface AuditVerdict {
  readonly ok: boolean;
  readonly writers: number;
  readonly entries: number;
  readonly decisions: number;
  readonly breaks: readonly AuditBreak[];
}

type AuditRow = Selectable<AuditTable>;

const PAGE = 1_000;
/** Most breaks listed. A trail with that many proves nothing. */
const BREAKS_MOST = 100;

const selectPage = preparedQuery((db: Db, { writer, after }: Given<{ writer: string; after: number }>) =>
  db
    .selectFrom('audit')
    .selectAll()
    .where('writer', '=', writer)
    .where('n', '>', after)
    .orderBy('n')
    .limit(PAGE),
);

/**
 * Walks every writer's chain, every stored decision and the end of every attempt: finds entries changed,
 * removed from the middle, inserted or reordered, decisions, their records and outcomes changed after the
 * fact. The records of decisions are a chain of their own, which `verifyAudit` of the compliance module
 * reads. What it cannot see is a chain cut at its end, unless its head was noted elsewhere. Memory use
 * is constant.
 */
export async function verifyAuditChain(store: Store): Promise<AuditVerdict> {
  const { db } = store.engine;
  const breaks: AuditBreak[] = [];
  const writers = await db.selectFrom('audit').select('writer').distinct().orderBy('writer').execute();
  let entries = 0;
  let decisions = 0;
  for (const { writer } of writers) {
    let previous = { n: 0, hash: FIRST_HASH };
    for (;;) {
      const page = await selectPage.all(db, { writer, after: previous.n });
      for (const row of page) {
        const problem = problemOf(row, previous);
        if (problem && breaks.length < BREAKS_MOST) breaks.push({ writer, n: row.n, problem });
        previous = { n: row.n, hash: row.hash };
      }
      entries += page.length;
      const checked = await verifyDecisions(db, page);
      decisions += checked.count;
      breaks.push(...checked.breaks.slice(0, Math.max(0, BREAKS_MOST - breaks.length)));
      await breathe();
      if (page.length < PAGE) break;
    }
  }
  return { ok: breaks.length === 0, writers: writers.length, entries, decisions, breaks };
}

function problemOf(row: AuditRow, previous: { readonly n: number; readonly hash: string }): string | null {
  if (row.n !== previous.n + 1) return `entry ${previous.n + 1} is missing`;
  if (row.prev_hash !== previous.hash) return 'it does not follow the entry before it';
  const expected = hashOfEntry(previous.hash, {
    writer: row.writer,
    n: row.n,
    at: row.at,
    campaignId: row.campaign_id,
    kind: row.kind,
    detail: parseJson(row.detail, {}),
  });
  return expected === row.hash ? null : 'its content was changed';
}

/** What an entry states of an attempt. */
interface Stated {
  readonly row: AuditRow;
  readonly attemptId: string;
}

interface StatedDecision extends Stated {
  /** Hash of the decision's record. */
  readonly decision: string;
}

interface StatedEnd extends Stated {
  /** Outcome and disposition. */
  readonly end: string;
}

/** Decisions and ends of attempts must be stored as these entries state them. */
async function verifyDecisions(
  db: Db,
  page: readonly AuditRow[],
): Promise<{ readonly count: number; readonly breaks: readonly AuditBreak[] }> {
  const { decided, closed } = statedIn(page);
  const stored = await storedDecisions(
    db,
    decided.map(({ attemptId }) => attemptId),
  );
  const records = await storedRecords(
    db,
    [...stored.values()].flatMap(({ records: places }) => places),
  );
  const ends = await storedEnds(
    db,
    closed.map(({ attemptId }) => attemptId),
  );
  const breaks = [
    ...decided.flatMap((one) => breaksOf(one, stored, records)),
    ...closed
      .filter((one) => ends.get(one.attemptId) !== one.end)
      .map((one) => breakAt(one, `the end of attempt ${one.attemptId} was changed or removed`)),
  ];
  return { count: decided.length, breaks };
}

function statedIn(page: readonly AuditRow[]): {
  readonly decided: readonly StatedDecision[];
  readonly closed: readonly StatedEnd[];
} {
  const decided: StatedDecision[] = [];
  const closed: StatedEnd[] = [];
  for (const row of page) {
    const isEnd = row.kind === 'attempt.closed';
    if (!isEnd && !row.detail.includes('"decision":')) continue;
    const { attemptId, decision, outcome, disposition } = parseJson(row.detail, {});
    if (typeof attemptId !== 'string') continue;
    if (typeof decision === 'string') decided.push({ row, attemptId, decision });
    else if (isEnd) closed.push({ row, attemptId, end: endOf(outcome, disposition) });
  }
  return { decided, closed };
}

function endOf(outcome: unknown, disposition: unknown): string {
  return `${String(outcome)} ${typeof disposition === 'string' ? disposition : ''}`;
}

function breakAt({ row }: Stated, problem: string): AuditBreak {
  return { writer: row.writer, n: row.n, problem };
}

function breaksOf(
  one: StatedDecision,
  stored: ReadonlyMap<string, Stored>,
  records: ReadonlySet<string>,
): AuditBreak[] {
  const attempt = `(attempt ${one.attemptId})`;
  const found = stored.get(`${one.attemptId} ${one.decision}`);
  if (!found) return [breakAt(one, `the decision it names was changed or removed ${attempt}`)];
  if (!found.agrees) {
    return [breakAt(one, `the columns of the decision it names differ from its record ${attempt}`)];
  }
  return found.records
    .filter((place) => !records.has(keyOf(place)))
    .map(({ writer, n }) =>
      breakAt(one, `record ${writer} ${n} of its decision was changed or removed ${attempt}`),
    );
}

/** A decision as it is stored. */
interface Stored {
  /** Its columns say what its record says. */
  readonly agrees: boolean;
  readonly records: readonly RecordPlace[];
}

const selectDecisions = preparedQuery((db: Db, { attemptIds }: Given<{ attemptIds: readonly string[] }>) =>
  db
    .selectFrom('decisions')
    .select(['attempt_id', 'record', 'allowed', 'refusals'])
    .where('attempt_id', 'in', attemptIds),
);

/** By attempt and hash of the record. */
async function storedDecisions(db: Db, attemptIds: readonly string[]): Promise<Map<string, Stored>> {
  const found = new Map<string, Stored>();
  for (const chunk of inChunks([...new Set(attemptIds)])) {
    for (const row of await selectDecisions.all(db, { attemptIds: chunk })) {
      const { allowed, refusals, records = [] } = parseJson(row.record, {});
      const agrees =
        allowed === undefined ||
        ((allowed ? 1 : 0) === row.allowed &&
          canonicalJson(refusals) === canonicalJson(parseJson(row.refusals, [])));
      found.set(`${row.attempt_id} ${sha256(row.record)}`, { agrees, records });
    }
  }
  return found;
}

function keyOf({ writer, n, hash }: RecordPlace): string {
  return `${writer} ${n} ${hash}`;
}

const selectRecords = preparedQuery(
  (db: Db, { writer, ns }: Given<{ writer: string; ns: readonly number[] }>) =>
    db
      .selectFrom('decision_records')
      .select(['writer', 'n', 'hash'])
      .where('writer', '=', writer)
      .where('n', 'in', ns),
);

/** Which of these records stand where they were written, by place and hash. */
async function storedRecords(db: Db, places: readonly RecordPlace[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const writer of new Set(places.map((place) => place.writer))) {
    const ns = places.filter((place) => place.writer === writer).map((place) => place.n);
    for (const chunk of inChunks(ns)) {
      for (const row of await selectRecords.all(db, { writer, ns: chunk })) found.add(keyOf(row));
    }
  }
  return found;
}

const selectEnds = preparedQuery((db: Db, { attemptIds }: Given<{ attemptIds: readonly string[] }>) =>
  db
    .selectFrom('attempts')
    .select(['attempt_id', 'outcome', 'disposition'])
    .where('attempt_id', 'in', attemptIds),
);

/** Outcome and disposition of attempts. */
async function storedEnds(db: Db, attemptIds: readonly string[]): Promise<Map<string, string>> {
  const ends = new Map<string, string>();
  for (const chunk of inChunks([...new Set(attemptIds)])) {
    for (const row of await selectEnds.all(db, { attemptIds: chunk }))
      ends.set(row.attempt_id, endOf(row.outcome, row.disposition));
  }
  return ends;
}
