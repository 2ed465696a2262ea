/**
 * What the audit trail states of rows: one digest a row, over the columns that law and reports read. The
 * entry holds the digest and not the row, because rows hold numbers and names.
 */
import type { Plain } from '../identity.js';
import type { StoreSecret } from '../store-secret.js';

/**
 * Columns under the digest, by table. `imports` is the beginning of an upload, `import_ends` its result. A
 * change of this table needs a new baseline, which every change of the schema writes.
 */
const COLUMNS = {
  answers: ['attempt_id', 'name', 'value'],
  campaigns: ['campaign_id', 'purpose', 'seller', 'facts', 'updated_at', 'lists'],
  consents: [
    'consent_id',
    'person_id',
    'phone',
    'type',
    'at',
    'scope',
    'sellers',
    'evidence',
    'source',
    'address',
    'certificate_id',
    'expires_at',
    'withdrawn_at',
    'withdrawn_why',
  ],
  contacts: ['person_id', 'phone', 'at', 'entry', 'source', 'withdrawn_at', 'withdrawn_why'],
  do_not_call: ['subject', 'scope', 'at', 'source'],
  imports: ['import_id', 'list_id', 'started_at'],
  import_ends: ['import_id', 'position', 'rejects_bytes', 'totals', 'updated_at'],
  erased_records: ['writer', 'n', 'hash'],
  standing_orders: ['order_id', 'kind', 'subject', 'at', 'until_at', 'reason', 'ended_at', 'ended_why'],
  kill_switch: ['is_on', 'reason', 'at', 'version'],
  late_ends: [
    'attempt_id',
    'hash',
    'at',
    'node',
    'outcome',
    'disposition',
    'agent_id',
    'connected_at',
    'live_answer_at',
    'abandoned_at',
    'ended_at',
    'refused',
    'callback_at',
    'result',
  ],
  learned: [
    'person_id',
    'phone',
    'kind',
    'at',
    'source',
    'attempt_id',
    'detail',
    'withdrawn_at',
    'withdrawn_why',
  ],
} as const;

/** A table, or a part of one, whose rows stand in the trail as digests. */
export type DigestedTable = keyof typeof COLUMNS;

/** The columns of a row that stand under its digest. */
export type DigestedRow<Table extends DigestedTable> = Readonly<
  Partial<Record<(typeof COLUMNS)[Table][number], Plain>>
>;

/** Every table whose rows stand in the trail as digests. */
export const DIGESTED_TABLES = Object.keys(COLUMNS) as readonly DigestedTable[];

/** Digest of a row. Columns that are not named count as null. */
export function rowDigest<Table extends DigestedTable>(
  secret: StoreSecret,
  table: Table,
  row: DigestedRow<Table>,
): string {
  const values: Readonly<Record<string, Plain>> = row;
  return secret.digestOf(table, ...COLUMNS[table].map((column) => values[column]));
}
