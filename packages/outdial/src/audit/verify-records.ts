/** Verifies the whole audit trail: events, decisions and their records. */
import { createHash } from 'node:crypto';
import { auditHead, auditStart, verifyAudit, type AuditHash, type AuditHead } from '@outdial/compliance';
import { verifyAuditChain, type AuditVerdict, type Store } from '@outdial/store';
import { readCallRecords, type StoredCallRecord } from './records.js';

/** One record that does not hold. */
export interface BrokenRecord {
  readonly writer: string;
  readonly sequence: number;
  /** Id of the record, where it can still be read. */
  readonly id: string | null;
  readonly problem: string;
}

/** What a check of the whole audit trail found. */
export interface TrailVerdict {
  readonly ok: boolean;
  /** The chain of events: orders, opened and closed attempts, opt-outs. */
  readonly events: AuditVerdict;
  readonly records: { readonly count: number; readonly broken: readonly BrokenRecord[] };
  /** Where each writer's chain of decisions ends: noted elsewhere, it shows a chain that was cut. */
  readonly heads: readonly AuditHead[];
}

/** The runtime's own: the module's is plain code and several times slower. */
const sha256: AuditHash = (text) => createHash('sha256').update(text).digest('hex');

/** Broken records listed; after so many the trail is worthless anyhow. */
const BROKEN_MOST = 100;

/**
 * Checks events, decisions, ends of attempts, and every decision record by the compliance module's own check.
 * Memory stays flat.
 */
export async function verifyTrail(store: Store): Promise<TrailVerdict> {
  const broken: BrokenRecord[] = [];
  const heads: AuditHead[] = [];
  let head = auditStart('');
  let count = 0;
  for await (const stored of readCallRecords(store)) {
    if (stored.row.writer !== head.writer) {
      if (head.sequence > 0) heads.push(head);
      head = auditStart(stored.row.writer);
    }
    const problem = problemOf(stored, head);
    if (problem !== null && broken.length < BROKEN_MOST)
      broken.push({
        writer: stored.row.writer,
        sequence: stored.row.n,
        id: stored.record?.id ?? null,
        problem,
      });
    // After a break the chain is followed from what is there, so that each damage is named once.
    head =
      stored.record && stored.record.sequence === stored.row.n
        ? auditHead(stored.record)
        : { writer: stored.row.writer, sequence: stored.row.n, hash: stored.record?.hash ?? '' };
    count += 1;
  }
  if (head.sequence > 0) heads.push(head);
  const events = await verifyAuditChain(store);
  return { ok: events.ok && broken.length === 0, events, records: { count, broken }, heads };
}

function problemOf({ row, record }: StoredCallRecord, head: AuditHead): string | null {
  if (!record) return 'The record cannot be read any more.';
  const verdict = verifyAudit([record], head, sha256);
  if (!verdict.ok) return verdict.message;
  const beside = {
    n: record.sequence,
    phone: record.request.lead.phone,
    allowed: record.verdict.allowed,
    attemptId: record.call.attemptId,
    campaignId: record.call.campaignId,
    leadId: record.call.leadId,
  };
  const wrong = Object.entries(beside)
    .filter(([name, value]) => row[name as keyof typeof beside] !== value)
    .map(([name]) => name);
  return wrong.length === 0 ? null : `Beside record ${record.id} the table says another ${wrong.join(', ')}.`;
}
