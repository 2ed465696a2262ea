/** Chains the answers of the law to records, and writes them with the decision they led to. */
import { canonicalJson } from '@outdial/core';
import type { Tx } from '../database/engine.js';
import { insertMany } from '../database/insert-many.js';
import { asJson } from '../database/json-text.js';
import { sha256 } from '../identity.js';

/** A question to the law with its answer, as the compliance module states it. */
export type Evaluation = Readonly<Record<string, unknown>>;

/** The call that records are about. */
export interface RecordedCall {
  readonly attemptId: string;
  readonly campaignId: string;
  readonly leadId: string;
  /** E.164. */
  readonly phone: string;
  /** Epoch ms of the decision. */
  readonly at: number;
  /** Whether the call was allowed in the end, and the rules that refused it. */
  readonly decided: { readonly allowed: boolean; readonly rules: readonly string[] };
}

/** A record ready to be written. */
export interface RecordRow {
  readonly n: number;
  readonly hash: string;
  readonly allowed: boolean;
  readonly text: string;
}

/**
 * Chains evaluations to records: each is hashed over its canonical JSON with the hash of the record before,
 * exactly as `auditRecord` of the compliance module does, so that its `verifyAudit` reads them.
 */
export function recordRows(
  writer: string,
  head: { readonly n: number; readonly hash: string },
  call: RecordedCall,
  evaluations: readonly Evaluation[],
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
      allowed: isAllowed(evaluation['verdict']),
      text: `${canonical.slice(0, -1)},"hash":"${hash}"}`,
    };
  });
}

function isAllowed(verdict: unknown): boolean {
  return typeof verdict === 'object' && verdict !== null && 'allowed' in verdict && verdict.allowed === true;
}

/** Writes the records of calls. */
export async function writeRecords(
  tx: Tx,
  writer: string,
  calls: readonly { readonly call: RecordedCall; readonly rows: readonly RecordRow[] }[],
): Promise<void> {
  const records = calls.flatMap(({ call, rows }) =>
    rows.map(({ n, hash, allowed, text }) => ({
      writer,
      n,
      attempt_id: call.attemptId,
      campaign_id: call.campaignId,
      lead_id: call.leadId,
      phone: call.phone,
      at: call.at,
      allowed: allowed ? (1 as const) : (0 as const),
      record: asJson<Evaluation>(text),
      hash,
    })),
  );
  await insertMany(tx, 'decision_records', records);
}
