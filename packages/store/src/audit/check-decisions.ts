/** Checks the decisions that entries name, and the records that each rests on. */
import { canonicalJson } from '@outdial/core';
import { archiveOf } from '../database/archive-db.js';
import type { Db } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { parseJson } from '../database/json-text.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given, RowOf } from '../database/prepared.js';
import type { RecordPlace, StoredDecision } from '../database/tables.js';
import { digestOf, sha256 } from '../identity.js';

/** A decision that an entry names. */
export interface NamedDecision {
  readonly attemptId: string;
  /** Hash of its record. */
  readonly decision: string;
  /** Reports what is wrong with it. */
  readonly report: (problem: string) => void;
}

/** Checks named decisions. Returns the digest of each record that they rest on. */
export async function checkDecisions(db: Db, named: readonly NamedDecision[]): Promise<readonly string[]> {
  const stored = await storedDecisions(
    db,
    named.map(({ attemptId }) => attemptId),
  );
  const places = [...stored.values()].flatMap(({ records }) => records);
  const records = await storedRecords(db, places);
  return named.flatMap(({ attemptId, decision, report }) => {
    const found = stored.get(`${attemptId} ${decision}`);
    const about = `(attempt ${attemptId})`;
    if (!found) {
      report(`the decision it names was changed or removed ${about}`);
      return [];
    }
    if (!found.agrees) report(`the columns of the decision it names differ from its record ${about}`);
    for (const place of found.records)
      if (!records.has(recordDigest(place)))
        report(`record ${place.writer} ${place.n} of its decision was changed or removed ${about}`);
    return found.records.map(recordDigest);
  });
}

/** Digest of a record by its place and hash. */
export function recordDigest({ writer, n, hash }: RecordPlace): string {
  return digestOf('record', writer, n, hash);
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
    .select(['attempt_id', 'record', 'allowed', 'refusals', 'rule', 'scope', 'hash'])
    .where('attempt_id', 'in', attemptIds),
);

type DecisionRow = RowOf<typeof selectDecisions>;

/** Those of the archive with the others. */
async function decisionsOf(db: Db, attemptIds: readonly string[]): Promise<readonly DecisionRow[]> {
  const archived = await selectDecisions.all(archiveOf(db), { attemptIds });
  return [...archived, ...(await selectDecisions.all(db, { attemptIds }))];
}

/** By attempt and hash of the record. */
async function storedDecisions(db: Db, attemptIds: readonly string[]): Promise<Map<string, Stored>> {
  const found = new Map<string, Stored>();
  for (const chunk of inChunks([...new Set(attemptIds)])) {
    for (const row of await decisionsOf(db, chunk)) {
      const hash = sha256(row.record);
      const record = readRecord(row);
      found.set(`${row.attempt_id} ${hash}`, {
        agrees: record !== null && agree(row, record, hash),
        records: record?.records ?? [],
      });
    }
  }
  return found;
}

function readRecord(row: DecisionRow): StoredDecision | null {
  try {
    return parseJson(row.record, {});
  } catch {
    return null;
  }
}

/** Records of the first version hold neither verdict nor refusals. */
function agree(row: DecisionRow, { allowed, refusals = [] }: StoredDecision, hash: string): boolean {
  if (allowed === undefined) return true;
  const first = refusals[0];
  return (
    (allowed ? 1 : 0) === row.allowed &&
    canonicalJson(refusals) === canonicalJson(parseJson(row.refusals, [])) &&
    row.rule === (first?.rule ?? null) &&
    row.scope === (first?.scope ?? null) &&
    row.hash === hash
  );
}

const selectRecords = preparedQuery(
  (db: Db, { writer, ns }: Given<{ writer: string; ns: readonly number[] }>) =>
    db
      .selectFrom('decision_records')
      .select(['writer', 'n', 'hash'])
      .where('writer', '=', writer)
      .where('n', 'in', ns),
);

/** Digests of those records that stand where they were written. */
async function storedRecords(db: Db, places: readonly RecordPlace[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const writer of new Set(places.map((place) => place.writer))) {
    const ns = places.filter((place) => place.writer === writer).map((place) => place.n);
    for (const chunk of inChunks(ns))
      for (const part of [db, archiveOf(db)])
        for (const row of await selectRecords.all(part, { writer, ns: chunk })) found.add(recordDigest(row));
  }
  return found;
}
