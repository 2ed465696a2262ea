/** Tables of decisions and of the audit trail. */
import type { CallRefusal, CallVoice, DialMode } from '@outdial/core';
import type { Generated } from 'kysely';
import type { JsonText } from '../json-text.js';
import type { Flag } from './flags.js';

/** Where a record of `decision_records` stands. */
export interface RecordPlace {
  readonly writer: string;
  readonly n: number;
  readonly hash: string;
}

/** A decision as it is stored: the gate's own record with the verdict in force. */
export interface StoredDecision {
  readonly allowed?: boolean;
  readonly refusals?: readonly CallRefusal[];
  readonly nextAllowedAt?: number | null;
  readonly records?: readonly RecordPlace[];
  /** Voices of flows that an agent may give the person to. */
  readonly givenVoices?: readonly CallVoice[];
  readonly [member: string]: unknown;
}

/** Every answer of the gate, allowed or not. */
export interface DecisionsTable {
  id: Generated<number>;
  attempt_id: string;
  campaign_id: string;
  lead_id: string;
  at: number;
  mode: DialMode;
  allowed: Flag;
  refusals: JsonText<readonly CallRefusal[]>;
  /** Rule of the first refusal, for counting. */
  rule: string | null;
  scope: CallRefusal['scope'] | null;
  /** What was decided, with place and hash of each record in `decision_records` it rests on. */
  record: JsonText<StoredDecision>;
  /** SHA-256 of `record`, also in the audit chain. */
  hash: string;
}

/** Old rows of `decisions`, which keep their ids. */
export interface ArchivedDecisionsTable extends Omit<DecisionsTable, 'id'> {
  id: number;
}

/**
 * Each question put to the law with its answer: one hash chain a writer, in the format of the compliance
 * module's audit records.
 */
export interface DecisionRecordsTable {
  writer: string;
  n: number;
  attempt_id: string;
  campaign_id: string;
  lead_id: string;
  phone: string;
  at: number;
  allowed: Flag;
  /** The record with its chain. */
  record: JsonText<Readonly<Record<string, unknown>>>;
  hash: string;
  /** When its content was erased; null: it was not. Its place and hash stay. */
  erased_at: number | null;
}

/** The audit trail: one hash chain a writer. */
export interface AuditTable {
  writer: string;
  n: number;
  at: number;
  campaign_id: string;
  kind: string;
  detail: JsonText<Readonly<Record<string, unknown>>>;
  prev_hash: string;
  hash: string;
  /** Keyed hash of `hash`, behind the id of its key; null where no key was set. */
  mac: string | null;
}
