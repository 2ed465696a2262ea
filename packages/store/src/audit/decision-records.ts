/** Reads the records of decisions back: for auditors, and for questions about one number. */
import type { Selectable } from 'kysely';
import { fromBoth } from '../database/archive-db.js';
import type { Db } from '../database/engine.js';
import { parseJson } from '../database/json-text.js';
import type { JsonText } from '../database/json-text.js';
import { paged, PAGE_ROWS } from '../database/paged.js';
import type { DecisionRecordsTable } from '../database/tables.js';
import type { Store } from '../open-store.js';
import type { Evaluation } from './write-records.js';

/** One stored record, with the columns that the table keeps of it. */
export interface DecisionRecord {
  readonly writer: string;
  readonly n: number;
  readonly attemptId: string;
  readonly campaignId: string;
  readonly leadId: string;
  readonly phone: string;
  readonly at: number;
  readonly allowed: boolean;
  /**
   * An audit record of the compliance module, with the member `call`: which call it was about, and what was
   * decided in the end.
   */
  readonly record: Readonly<Record<string, unknown>>;
  /** Epoch ms at which the content was erased; null: it was not. */
  readonly erasedAt: number | null;
}

/** Which records are read; absent: all. */
export interface DecisionRecordFilter {
  /** E.164. */
  readonly phone?: string;
  readonly campaignId?: string;
  /** Epoch ms, inclusive. */
  readonly from?: number;
  /** Epoch ms, exclusive. */
  readonly to?: number;
  readonly writer?: string;
  readonly attemptId?: string;
}

type Row = Omit<Selectable<DecisionRecordsTable>, 'hash'>;

/**
 * Reads stored decisions: those of one number in the order of time, else writer by writer in the order of
 * their chains. Memory use is constant.
 */
export async function* readDecisionRecords(
  store: Store,
  filter: DecisionRecordFilter = {},
): AsyncGenerator<DecisionRecord> {
  const { db } = store.engine;
  if (filter.phone !== undefined) {
    // One number has few: found by its index, not along the chains.
    const rows = await fromBoth(db, (part) => recordsMatching(part, filter).execute(), keyOf);
    rows.sort((a, b) => a.at - b.at || inChains(a, b));
    for (const row of rows) yield recordOf(row);
    return;
  }

  const rows = paged(async (after: Pick<Row, 'writer' | 'n'> = { writer: '', n: 0 }): Promise<Row[]> => {
    const page = await fromBoth(db, (part) => pageAfter(part, filter, after), keyOf);
    return page.sort(inChains).slice(0, PAGE_ROWS);
  });
  for await (const row of rows) yield recordOf(row);
}

function pageAfter(
  db: Db,
  filter: DecisionRecordFilter,
  { writer, n }: Pick<Row, 'writer' | 'n'>,
): Promise<Row[]> {
  return recordsMatching(db, filter)
    .where((eb) => eb.or([eb('writer', '>', writer), eb.and([eb('writer', '=', writer), eb('n', '>', n)])]))
    .orderBy('writer')
    .orderBy('n')
    .limit(PAGE_ROWS)
    .execute();
}

function keyOf({ writer, n }: Pick<Row, 'writer' | 'n'>): string {
  return `${writer} ${n}`;
}

/** Writer by writer as the databases order them, byte by byte; each in the order of its chain. */
function inChains(a: Pick<Row, 'writer' | 'n'>, b: Pick<Row, 'writer' | 'n'>): number {
  return Buffer.compare(Buffer.from(a.writer), Buffer.from(b.writer)) || a.n - b.n;
}

/** The filter as a query. The return type is the builder's own. */

function recordsMatching(db: Db, filter: DecisionRecordFilter) {
  let records = db
    .selectFrom('decision_records')
    .select(['writer', 'n', 'attempt_id', 'campaign_id', 'lead_id', 'phone', 'at', 'allowed'])
    .select(['record', 'erased_at']);
  if (filter.phone !== undefined) records = records.where('phone', '=', filter.phone);
  if (filter.campaignId !== undefined) records = records.where('campaign_id', '=', filter.campaignId);
  if (filter.from !== undefined) records = records.where('at', '>=', filter.from);
  if (filter.to !== undefined) records = records.where('at', '<', filter.to);
  if (filter.writer !== undefined) records = records.where('writer', '=', filter.writer);
  if (filter.attemptId !== undefined) records = records.where('attempt_id', '=', filter.attemptId);
  return records;
}

/** A row as a record. */
export function recordOf(row: Row): DecisionRecord {
  return {
    writer: row.writer,
    n: row.n,
    attemptId: row.attempt_id,
    campaignId: row.campaign_id,
    leadId: row.lead_id,
    phone: row.phone,
    at: row.at,
    allowed: row.allowed === 1,
    record: readable(row.record),
    erasedAt: row.erased_at,
  };
}

/** A damaged record reads as empty, so that it does not stop the reading. Verification reports it. */
function readable(text: JsonText<Evaluation>): Evaluation {
  try {
    return parseJson(text, {});
  } catch {
    return {};
  }
}
