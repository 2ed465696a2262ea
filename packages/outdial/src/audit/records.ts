/** Reads stored decisions as audit records of the compliance module, each with the call it was about. */
import type { AuditRecord } from '@outdial/compliance';
import {
  readDecisionRecords,
  type DecisionRecord,
  type DecisionRecordFilter,
  type Store,
} from '@outdial/store';
import type { Evaluation } from '../gate/evaluation.js';

/**
 * One question put to the law with its answer, as stored: the compliance module's audit record, and which
 * call it was about.
 */
export interface CallRecord extends AuditRecord {
  /**
   * When it was asked for: 'now', the end of the closing margin, answered by an interlock before the law was
   * asked, or facts that the law could not read.
   */
  readonly when: Evaluation['when'];
  /** Release of the time-zone data of the process. */
  readonly runtimeZoneData: string;
  readonly call: {
    readonly attemptId: string;
    readonly campaignId: string;
    readonly leadId: string;
    /** What was decided of the call in the end, all voices, lists and interlocks together. */
    readonly allowed: boolean;
    readonly rules: readonly string[];
  };
}

/** A stored record with its place in the table. */
export interface StoredCallRecord {
  readonly row: DecisionRecord;
  /** Undefined where the record cannot be read any more. */
  readonly record: CallRecord | undefined;
}

type StoredMembers = Readonly<Record<string, unknown>>;

/** Reads stored decisions as audit records. */
export async function* readCallRecords(
  store: Store,
  filter: DecisionRecordFilter = {},
): AsyncGenerator<StoredCallRecord> {
  for await (const row of readDecisionRecords(store, filter)) yield { row, record: callRecordOf(row) };
}

/** A stored decision as an audit record; undefined where it cannot be read any more. */
export function callRecordOf({ record }: Pick<DecisionRecord, 'record'>): CallRecord | undefined {
  return isWhole(record) ? record : undefined;
}

/** Whether a stored record has every member of an audit record. */
function isWhole(record: StoredMembers): record is StoredMembers & CallRecord {
  return ['id', 'writer', 'sequence', 'request', 'verdict', 'trace', 'call', 'previousHash', 'hash'].every(
    (member) => record[member] !== undefined,
  );
}
