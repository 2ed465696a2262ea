/** Decisions as hashed records, chained per writer, so that a later change of a record is detected. */
import { canonicalRecordJson } from '../canonical-json.js';
import type { Decision, Refusal, Request, TraceEntry } from '../contract.js';
import type { Compliance } from '../compliance.js';
import { sha256Hex } from './sha256.js';

/** Hash of a text in hexadecimal; the default is SHA-256. */
export type AuditHash = (text: string) => string;

/** One decision on record. */
export interface AuditRecord {
  /** Unique name of the decision. */
  readonly id: string;
  /** Who writes this chain: one node. */
  readonly writer: string;
  /** Place in the writer's chain, from 1. */
  readonly sequence: number;
  readonly ruleSetVersion: string;
  /** Zone data the decision rests on. */
  readonly zoneData: { readonly knows: string; readonly corrected: readonly string[] };
  readonly request: Request;
  readonly verdict: {
    readonly allowed: boolean;
    readonly refusals: readonly Refusal[];
    readonly nextAllowedAt: number | null;
    readonly timeZones: readonly string[];
    readonly jurisdictions: readonly string[];
  };
  readonly trace: readonly TraceEntry[];
  /** Hash of the record before; '' for the first. */
  readonly previousHash: string;
  readonly hash: string;
}

/** Position of a chain. */
export interface AuditHead {
  readonly writer: string;
  /** Sequence of the last record; 0 before the first. */
  readonly sequence: number;
  readonly hash: string;
}

/** Start of a chain. */
export function auditStart(writer: string): AuditHead {
  return { writer, sequence: 0, hash: '' };
}

/** Builds the next record of a chain. */
export function auditRecord(
  id: string,
  request: Request,
  decision: Decision,
  compliance: Pick<Compliance, 'ruleSetVersion' | 'zoneData'>,
  head: AuditHead,
  hash: AuditHash = sha256Hex,
): AuditRecord {
  const body = {
    id,
    writer: head.writer,
    sequence: head.sequence + 1,
    ruleSetVersion: compliance.ruleSetVersion,
    zoneData: { knows: compliance.zoneData.knows, corrected: compliance.zoneData.stale },
    request,
    verdict: {
      allowed: decision.allowed,
      refusals: decision.refusals,
      nextAllowedAt: decision.nextAllowedAt,
      timeZones: decision.timeZones,
      jurisdictions: decision.jurisdictions,
    },
    trace: decision.trace,
    previousHash: head.hash,
  };
  return { ...body, hash: hash(canonicalRecordJson(body)) };
}

/** The head after a record. */
export function auditHead(record: AuditRecord): AuditHead {
  return { writer: record.writer, sequence: record.sequence, hash: record.hash };
}

/** The result of a check of a chain. */
export type AuditVerification =
  | { readonly ok: true; readonly records: number; readonly head: AuditHead }
  | {
      readonly ok: false;
      readonly index: number;
      readonly problem: 'changed' | 'missing' | 'other-writer' | 'broken-link';
      readonly message: string;
    };

/** Checks one writer's records in order; `from` is the head before the first. */
export function verifyAudit(
  records: Iterable<AuditRecord>,
  from: AuditHead,
  hash: AuditHash = sha256Hex,
): AuditVerification {
  let head = from;
  let index = 0;
  for (const record of records) {
    const { hash: claimed, ...body } = record;
    const fail = (
      problem: 'changed' | 'missing' | 'other-writer' | 'broken-link',
      message: string,
    ): AuditVerification => ({ ok: false, index, problem, message });
    if (record.writer !== head.writer)
      return fail('other-writer', `Record ${record.id} belongs to another writer.`);
    if (record.sequence !== head.sequence + 1)
      return fail(
        'missing',
        `Between ${head.sequence} and ${record.sequence} records are missing or doubled.`,
      );
    if (record.previousHash !== head.hash)
      return fail('broken-link', `Record ${record.id} does not follow the one before it.`);
    if (hash(canonicalRecordJson(body)) !== claimed)
      return fail('changed', `Record ${record.id} was changed after it was written.`);
    head = auditHead(record);
    index += 1;
  }
  return { ok: true, records: index, head };
}

/** True where the module decides the recorded request as recorded. */
export function replaysEqually(record: AuditRecord, compliance: Compliance): boolean {
  const again = compliance.evaluate(record.request);
  const verdict = {
    allowed: again.allowed,
    refusals: again.refusals,
    nextAllowedAt: again.nextAllowedAt,
    timeZones: again.timeZones,
    jurisdictions: again.jurisdictions,
  };
  return canonicalRecordJson(verdict) === canonicalRecordJson(record.verdict);
}
