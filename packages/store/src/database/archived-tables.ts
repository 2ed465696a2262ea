/**
 * Tables of which old rows stand apart, in a table of the same columns: what campaigns write and look up
 * every second then stays small, however many years of calls the store has.
 */
import type { AttemptsTable, AuditTable, DecisionRecordsTable, DecisionsTable } from './tables.js';

/** Each such table with the one that has its old rows. */
export const ARCHIVE_OF = {
  attempts: 'archived_attempts',
  decisions: 'archived_decisions',
  decision_records: 'archived_records',
  audit: 'archived_audit',
} as const;

/** A table of which old rows stand apart. */
export type ArchivedTable = keyof typeof ARCHIVE_OF;

function columnsOf<Table>(columns: Readonly<Record<keyof Table, true>>): readonly (keyof Table & string)[] {
  return Object.keys(columns) as (keyof Table & string)[];
}

/** Names of the columns of each such table. */
export interface ColumnsOfArchived {
  readonly attempts: readonly (keyof AttemptsTable)[];
  readonly decisions: readonly (keyof DecisionsTable)[];
  readonly decision_records: readonly (keyof DecisionRecordsTable)[];
  readonly audit: readonly (keyof AuditTable)[];
}

/** The columns of each: the compiler demands every one, since a column that was left out would be lost. */
export const ARCHIVED_COLUMNS: ColumnsOfArchived = {
  attempts: columnsOf<AttemptsTable>({
    attempt_id: true,
    campaign_id: true,
    lead_id: true,
    list_id: true,
    person_id: true,
    phone: true,
    node: true,
    epoch: true,
    mode: true,
    human_initiated: true,
    voices: true,
    caller_number: true,
    agent_id: true,
    purpose: true,
    seller: true,
    account: true,
    opened_at: true,
    live_answer_at: true,
    connected_at: true,
    abandoned_at: true,
    outcome: true,
    disposition: true,
    cause: true,
    machine_verdict: true,
    given_flow: true,
    dialed_at: true,
    trunk: true,
    ringing_at: true,
    answered_at: true,
    ended_at: true,
    closed_at: true,
    talk_ms: true,
    wrap_up_ms: true,
    counts: true,
    refused: true,
    callback_at: true,
    result: true,
    erased_at: true,
  }),
  decisions: columnsOf<DecisionsTable>({
    id: true,
    attempt_id: true,
    campaign_id: true,
    lead_id: true,
    at: true,
    mode: true,
    allowed: true,
    refusals: true,
    rule: true,
    scope: true,
    record: true,
    hash: true,
  }),
  decision_records: columnsOf<DecisionRecordsTable>({
    writer: true,
    n: true,
    attempt_id: true,
    campaign_id: true,
    lead_id: true,
    phone: true,
    at: true,
    allowed: true,
    record: true,
    hash: true,
    erased_at: true,
  }),
  audit: columnsOf<AuditTable>({
    writer: true,
    n: true,
    at: true,
    campaign_id: true,
    kind: true,
    detail: true,
    prev_hash: true,
    hash: true,
    mac: true,
  }),
};

/** Whether a table has old rows apart. */
export function isArchivedTable(name: string): name is ArchivedTable {
  return Object.hasOwn(ARCHIVE_OF, name);
}
