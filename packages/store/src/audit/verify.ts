import { breathe } from '../database/breathe.js';
import { inChunks, marks, query } from '../database/statements.js';
import { parseJson } from '../canonical-json.js';
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
 * Walks every writer's chain and every stored decision: finds entries changed, removed from the middle, inserted or reordered, and decisions
 * changed after the fact. What it cannot see is a chain cut at its end, unless its head was noted elsewhere. Memory stays flat.
 */
export async function verifyAuditChain(store: Store): Promise<AuditVerdict> {
  const breaks: AuditBreak[] = [];
  const writers = await query<{ writer: string }>(store.engine.db, 'select distinct writer from audit order by writer');
  let entries = 0;
  let decisions = 0;
  for (const { writer } of writers) {
    let previous = { n: 0, hash: FIRST_HASH };
    for (;;) {
      const page = await query<AuditRow>(store.engine.db, 'select * from audit where writer = ? and n > ? order by n limit ?', [writer, previous.n, PAGE]);
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
  const expected = hashOfEntry(previous.hash, { writer: row.writer, n: Number(row.n), at: Number(row.at), campaignId: row.campaign_id, kind: row.kind, detail });
  return expected === row.hash ? null : 'its content was changed';
}

/** Decisions that these entries name must be stored as they were. */
async function verifyDecisions(store: Store, page: readonly AuditRow[]): Promise<{ count: number; breaks: AuditBreak[] }> {
  const stated = page.flatMap((row) => {
    const { attemptId, decision } = row.detail.includes('"decision":') ? parseJson<{ attemptId?: string; decision?: string }>(row.detail, {}) : {};
    return attemptId === undefined || decision === undefined ? [] : [{ row, attemptId, key: `${attemptId} ${decision}` }];
  });
  const found = new Set<string>();
  for (const chunk of inChunks([...new Set(stated.map(({ attemptId }) => attemptId))])) {
    const rows = await query<{ attempt_id: string; record: string }>(store.engine.db, `select attempt_id, record from decisions where attempt_id in (${marks(chunk.length)})`, chunk);
    for (const row of rows) found.add(`${row.attempt_id} ${sha256(row.record)}`);
  }
  const breaks = stated.filter(({ key }) => !found.has(key)).map(({ row }) => ({ writer: row.writer, n: row.n, problem: 'the decision it names was changed or removed' }));
  return { count: stated.length, breaks };
}
