import { canonicalJson } from '@outdial/core';
import { parseJson } from '../parse-json.js';
import { breathe } from '../database/breathe.js';
import type { Tx } from '../database/engine.js';
import type { DecisionRecordsTable } from '../database/tables.js';
import { insertRows, query, type Parameter } from '../database/statements.js';
import { sha256 } from '../identity.js';
import type { Store } from '../open-store.js';

/** The call that records are about. */
export interface RecordedCall {
  readonly attemptId: string;
  readonly campaignId: string;
  readonly leadId: string;
  /** E.164. */
  readonly phone: string;
  /** Epoch ms of the decision. */
  readonly at: number;
  /** Whether the call was let through in the end, and the rules that refused it. */
  readonly decided: { readonly allowed: boolean; readonly rules: readonly string[] };
}

/** Where a record stands. */
export interface RecordPlace {
  readonly writer: string;
  readonly n: number;
  readonly hash: string;
}

/** A record ready to be written. */
export interface RecordRow {
  readonly n: number;
  readonly hash: string;
  readonly allowed: boolean;
  readonly text: string;
}

/** One stored record, with what the table says of it beside the record itself. */
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

/**
 * Chains evaluations to records: each is hashed over its canonical JSON with the hash of the record before,
 * exactly as `auditRecord` of the compliance module does, so that its `verifyAudit` reads them.
 */
export function recordRows(
  writer: string,
  head: { readonly n: number; readonly hash: string },
  call: RecordedCall,
  evaluations: readonly Readonly<Record<string, unknown>>[],
): readonly RecordRow[] {
  const { attemptId, campaignId, leadId, decided } = call;
  let { n, hash } = head;
  return evaluations.map((evaluation, index) => {
    const body = {
      ...evaluation,
      id: `${attemptId}/${index + 1}`,
      writer,
      sequence: n + 1,
      call: { attemptId, campaignId, leadId, ...decided },
      previousHash: hash,
    };
    n += 1;
    const canonical = canonicalJson(body);
    hash = sha256(canonical);
    // The text that was hashed is the text that is kept, with the hash as its last member.
    return {
      n,
      hash,
      allowed: (evaluation['verdict'] as { allowed?: boolean } | undefined)?.allowed === true,
      text: `${canonical.slice(0, -1)},"hash":"${hash}"}`,
    };
  });
}

const COLUMNS = [
  'writer',
  'n',
  'attempt_id',
  'campaign_id',
  'lead_id',
  'phone',
  'at',
  'allowed',
  'record',
  'hash',
] as const;

/** Writes the records of one call. */
export async function writeRecords(
  tx: Tx,
  writer: string,
  call: RecordedCall,
  rows: readonly RecordRow[],
): Promise<void> {
  const values = rows.map(({ n, hash, allowed, text }) => [
    writer,
    n,
    call.attemptId,
    call.campaignId,
    call.leadId,
    call.phone,
    call.at,
    allowed ? 1 : 0,
    text,
    hash,
  ]);
  await insertRows(tx, 'insert into', 'decision_records', COLUMNS, values);
}

type Row = Omit<DecisionRecordsTable, 'hash'>;

const PAGE = 500;

const SELECT =
  'select writer, n, attempt_id, campaign_id, lead_id, phone, at, allowed, record from decision_records where';

/**
 * Reads stored decisions: those of one number in the order of time, else writer by writer in the order of
 * their chains. Memory stays flat.
 */
export async function* readDecisionRecords(
  store: Store,
  filter: DecisionRecordFilter = {},
): AsyncGenerator<DecisionRecord> {
  const { text, values } = conditionOf(filter);
  if (filter.phone !== undefined) {
    // One number has few: found by its index, not along the chains.
    for (const row of await query<Row>(
      store.engine.db,
      `${SELECT} 1 = 1${text} order by at, writer, n`,
      values,
    ))
      yield recordOf(row);
    return;
  }
  let after = { writer: '', n: 0 };
  for (;;) {
    const rows = await query<Row>(
      store.engine.db,
      `${SELECT} (writer > ? or (writer = ? and n > ?))${text} order by writer, n limit ?`,
      [after.writer, after.writer, after.n, ...values, PAGE],
    );
    for (const row of rows) yield recordOf(row);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = { writer: last.writer, n: Number(last.n) };
    await breathe();
  }
}

function conditionOf(filter: DecisionRecordFilter): {
  readonly text: string;
  readonly values: readonly Parameter[];
} {
  const parts: [string, Parameter | undefined][] = [
    ['phone = ?', filter.phone],
    ['campaign_id = ?', filter.campaignId],
    ['at >= ?', filter.from],
    ['at < ?', filter.to],
    ['writer = ?', filter.writer],
    ['attempt_id = ?', filter.attemptId],
  ];
  const given = parts.filter(([, value]) => value !== undefined);
  return {
    text: given.map(([condition]) => ` and ${condition}`).join(''),
    values: given.map(([, value]) => value ?? null),
  };
}

function recordOf(row: Row): DecisionRecord {
  return {
    writer: row.writer,
    n: Number(row.n),
    attemptId: row.attempt_id,
    campaignId: row.campaign_id,
    leadId: row.lead_id,
    phone: row.phone,
    at: Number(row.at),
    allowed: row.allowed === 1,
    record: readable(row.record),
  };
}

/** A record that was damaged must not stop the reading: whoever verifies finds nothing in it. */
function readable(text: string): Readonly<Record<string, unknown>> {
  try {
    return parseJson<Readonly<Record<string, unknown>>>(text, {});
  } catch {
    return {};
  }
}
