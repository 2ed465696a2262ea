import { breathe } from '../database/breathe.js';
import { inChunks, marks, query } from '../database/statements.js';
import { canonicalJson } from '@outdial/core';
import { parseJson } from '../parse-json.js';
import { sha256 } from '../identity.js';
import type { Store } from '../open-store.js';
import { FIRST_HASH, hashOfEntry } from './chain.js';
import type { RecordPlace } from './decision-records.js';

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

interface AuditRow {
  writer: string;
  n: number;
  at: number;
  campaign_id: string;
  kind: string;
  detail: string;
  prev_hash: string;
  hash: string;
}

const PAGE = 1_000;
/** Breaks listed; after so many the trail is worthless anyhow. */
const BREAKS_MOST = 100;

/**
 * Walks every writer's chain, every stored decision and the end of every attempt: finds entries changed,
 * removed from the middle, inserted or reordered, decisions, their records and outcomes changed after the
 * fact. The records of decisions are a chain of their own, which `verifyAudit` of the compliance module
 * reads. What it cannot see is a chain cut at its end, unless its head was noted elsewhere. Memory stays
 * flat.
 */
export async function verifyAuditChain(store: Store): Promise<AuditVerdict> {
  const breaks: AuditBreak[] = [];
  const writers = await query<{ writer: string }>(
    store.engine.db,
    'select distinct writer from audit order by writer',
  );
  let entries = 0;
  let decisions = 0;
  for (const { writer } of writers) {
    let previous = { n: 0, hash: FIRST_HASH };
    for (;;) {
      const page = await query<AuditRow>(
        store.engine.db,
        'select * from audit where writer = ? and n > ? order by n limit ?',
        [writer, previous.n, PAGE],
      );
      for (const row of page) {
        const problem = problemOf(row, previous);
        if (problem && breaks.length < BREAKS_MOST) breaks.push({ writer, n: row.n, problem });
        previous = { n: Number(row.n), hash: row.hash };
      }
      entries += page.length;
      const checked = await verifyDecisions(store, page);
      decisions += checked.count;
      breaks.push(...checked.breaks.slice(0, Math.max(0, BREAKS_MOST - breaks.length)));
      await breathe();
      if (page.length < PAGE) break;
    }
  }
  return { ok: breaks.length === 0, writers: writers.length, entries, decisions, breaks };
}

function problemOf(row: AuditRow, previous: { readonly n: number; readonly hash: string }): string | null {
  if (Number(row.n) !== previous.n + 1) return `entry ${previous.n + 1} is missing`;
  if (row.prev_hash !== previous.hash) return 'it does not follow the entry before it';
  const detail = parseJson<Record<string, unknown>>(row.detail, {});
  const expected = hashOfEntry(previous.hash, {
    writer: row.writer,
    n: Number(row.n),
    at: Number(row.at),
    campaignId: row.campaign_id,
    kind: row.kind,
    detail,
  });
  return expected === row.hash ? null : 'its content was changed';
}

interface Stated {
  readonly row: AuditRow;
  readonly attemptId: string;
}

/** What these entries say of decisions and of the ends of attempts must be stored as they say. */
async function verifyDecisions(
  store: Store,
  page: readonly AuditRow[],
): Promise<{ count: number; breaks: AuditBreak[] }> {
  const decided: (Stated & { readonly decision: string })[] = [];
  const closed: (Stated & { readonly end: string })[] = [];
  for (const row of page) {
    if (row.kind !== 'attempt.closed' && !row.detail.includes('"decision":')) continue;
    const { attemptId, decision, outcome, disposition } = parseJson<{
      attemptId?: string;
      decision?: string;
      outcome?: string;
      disposition?: string | null;
    }>(row.detail, {});
    if (attemptId === undefined) continue;
    if (decision !== undefined) decided.push({ row, attemptId, decision });
    else if (row.kind === 'attempt.closed')
      closed.push({ row, attemptId, end: `${outcome} ${disposition ?? ''}` });
  }
  const stored = await storedDecisions(
    store,
    decided.map(({ attemptId }) => attemptId),
  );
  const records = await storedRecords(
    store,
    [...stored.values()].flatMap(({ records: places }) => places),
  );
  const ends = await storedEnds(
    store,
    closed.map(({ attemptId }) => attemptId),
  );
  const breakAt = ({ row }: Stated, problem: string): AuditBreak => ({
    writer: row.writer,
    n: Number(row.n),
    problem,
  });
  const breaks = [
    ...decided.flatMap((one) => {
      const found = stored.get(`${one.attemptId} ${one.decision}`);
      if (!found)
        return [breakAt(one, `the decision it names was changed or removed (attempt ${one.attemptId})`)];
      if (!found.agrees)
        return [
          breakAt(one, `the decision it names was changed beside its record (attempt ${one.attemptId})`),
        ];
      return found.records
        .filter((place) => !records.has(keyOf(place)))
        .map((place) =>
          breakAt(
            one,
            `record ${place.writer} ${place.n} of its decision was changed or removed (attempt ${one.attemptId})`,
          ),
        );
    }),
    ...closed
      .filter((one) => ends.get(one.attemptId) !== one.end)
      .map((one) => breakAt(one, `the end of attempt ${one.attemptId} was changed or removed`)),
  ];
  return { count: decided.length, breaks };
}

interface StoredDecision {
  /** The columns beside the record say what it says. */
  readonly agrees: boolean;
  readonly records: readonly RecordPlace[];
}

/** By attempt and hash of the record. */
async function storedDecisions(
  store: Store,
  attemptIds: readonly string[],
): Promise<Map<string, StoredDecision>> {
  const found = new Map<string, StoredDecision>();
  for (const chunk of inChunks([...new Set(attemptIds)])) {
    const rows = await query<{ attempt_id: string; record: string; allowed: number; refusals: string }>(
      store.engine.db,
      `select attempt_id, record, allowed, refusals from decisions where attempt_id in (${marks(chunk.length)})`,
      chunk,
    );
    for (const row of rows) {
      const {
        allowed,
        refusals,
        records = [],
      } = parseJson<{ allowed?: boolean; refusals?: unknown; records?: readonly RecordPlace[] }>(
        row.record,
        {},
      );
      const agrees =
        allowed === undefined ||
        ((allowed ? 1 : 0) === row.allowed &&
          canonicalJson(refusals) === canonicalJson(parseJson(row.refusals, null)));
      found.set(`${row.attempt_id} ${sha256(row.record)}`, { agrees, records });
    }
  }
  return found;
}

function keyOf({ writer, n, hash }: RecordPlace): string {
  return `${writer} ${n} ${hash}`;
}

/** Which of these records stand where they were written, by place and hash. */
async function storedRecords(store: Store, places: readonly RecordPlace[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const chunk of inChunks(places)) {
    const rows = await query<{ writer: string; n: number; hash: string }>(
      store.engine.db,
      `select writer, n, hash from decision_records where ${chunk.map(() => '(writer = ? and n = ?)').join(' or ')}`,
      chunk.flatMap(({ writer, n }) => [writer, n]),
    );
    for (const row of rows) found.add(keyOf({ ...row, n: Number(row.n) }));
  }
  return found;
}

/** Outcome and disposition of attempts. */
async function storedEnds(store: Store, attemptIds: readonly string[]): Promise<Map<string, string>> {
  const ends = new Map<string, string>();
  for (const chunk of inChunks([...new Set(attemptIds)])) {
    const rows = await query<{ attempt_id: string; outcome: string | null; disposition: string | null }>(
      store.engine.db,
      `select attempt_id, outcome, disposition from attempts where attempt_id in (${marks(chunk.length)})`,
      chunk,
    );
    for (const row of rows) ends.set(row.attempt_id, `${row.outcome} ${row.disposition ?? ''}`);
  }
  return ends;
}
