/** Verifies the whole audit trail: events, decisions and their records. */
import { createHash } from 'node:crypto';
import { countOf } from '@outdial/core';
import { auditHead, auditStart, verifyAudit, type AuditHash, type AuditHead } from '@outdial/compliance';
import { verifyAuditChain, type AuditVerdict, type Store } from '@outdial/store';
import type { KeptLine } from './heads-line.js';
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
  /** Chains, rows and heads. */
  readonly events: AuditVerdict;
  readonly records: {
    readonly count: number;
    /** The first broken records. */
    readonly broken: readonly BrokenRecord[];
    /** All of them. */
    readonly brokenCount: number;
  };
  /** Heads noted elsewhere that were looked for; null where none were given. */
  readonly kept: { readonly lines: number; readonly newest: string; readonly otherStore: boolean } | null;
  /** What this check could not see, one sentence each. */
  readonly notChecked: readonly string[];
}

/** SHA-256 of Node.js: several times faster than the plain code of the compliance module. */
const sha256: AuditHash = (text) => createHash('sha256').update(text).digest('hex');

/** Broken records listed at most; the others are only counted. */
const LISTED_MOST = 100;

/**
 * Checks chains, rows, decisions, and every decision record by the compliance module's own check. Memory
 * stays flat. `kept`: heads that were noted elsewhere.
 */
export async function verifyTrail(store: Store, kept: readonly KeptLine[] = []): Promise<TrailVerdict> {
  const records = await verifyRecords(store);
  const events = await verifyAuditChain(store, { heads: kept.flatMap(({ heads }) => heads) });
  const otherStore = kept.some((line) => line.store !== events.storeId);
  return {
    ok: events.ok && records.brokenCount === 0 && !otherStore,
    events,
    records,
    kept: kept.length === 0 ? null : { lines: kept.length, newest: newestOf(kept), otherStore },
    notChecked: notChecked(events, kept),
  };
}

function newestOf(kept: readonly KeptLine[]): string {
  return kept.reduce((newest, { at }) => (at > newest ? at : newest), '');
}

/** What this check cannot show, and how to check it as well. */
function notChecked(events: AuditVerdict, kept: readonly KeptLine[]): readonly string[] {
  const { key, baselines } = events;
  const last = baselines.at(-1);
  const hasKey = key.checked > 0 || key.since !== null;
  return [
    ...(kept.length > 0
      ? []
      : [
          'Entries and rows removed together from the end, and a trail made anew as a whole: ' +
            'give heads that were kept elsewhere (--heads).',
        ]),
    ...(key.keyed > 0 && !hasKey
      ? [
          `Keyed hashes of ${countOf(key.keyed, 'entry')}: set OUTDIAL_AUDIT_KEY to the key they ` +
            'were made with.',
        ]
      : []),
    ...(last !== undefined && last.rows > 0
      ? [
          `What was altered before the baseline of ${new Date(last.at).toISOString()} (${last.reason}): ` +
            `its ${countOf(last.rows, 'row is compared as it', 'rows are compared as they')} ` +
            'stood then, all together.',
        ]
      : []),
  ];
}

/** Every record of a decision, writer by writer. */
async function verifyRecords(store: Store): Promise<TrailVerdict['records']> {
  const broken: BrokenRecord[] = [];
  let head = auditStart('');
  let count = 0;
  let brokenCount = 0;
  for await (const stored of readCallRecords(store)) {
    const { writer, n, erasedAt } = stored.row;
    if (writer !== head.writer) head = auditStart(writer);
    // What was erased is stated in the events with its hash, which the next record follows.
    if (erasedAt !== null) {
      head = { writer, sequence: n, hash: hashOfErased(stored) };
      count += 1;
      continue;
    }
    const problem = problemOf(stored, head);
    if (problem !== null) {
      brokenCount += 1;
      if (broken.length < LISTED_MOST)
        broken.push({ writer, sequence: n, id: stored.record?.id ?? null, problem });
    }
    // After a break the chain is followed from what is there, so that each damage is named once.
    head =
      stored.record && stored.record.sequence === n
        ? auditHead(stored.record)
        : { writer, sequence: n, hash: stored.record?.hash ?? '' };
    count += 1;
  }
  return { count, broken, brokenCount };
}

function hashOfErased({ row }: StoredCallRecord): string {
  const { hash } = row.record;
  return typeof hash === 'string' ? hash : '';
}

function problemOf({ row, record }: StoredCallRecord, head: AuditHead): string | null {
  if (!record) return 'The record cannot be read any more.';
  const verdict = verifyAudit([record], head, sha256);
  if (!verdict.ok) return verdict.message;
  const beside = {
    n: record.sequence,
    phone: record.request.lead.phone,
    // The end of the closing margin is asked for later than it is decided.
    at: record.when === 'closing' ? row.at : record.request.at,
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
