/** The check of flows that agents give customers to: given on record, allowed, and heard at once. */
import { flowMedia } from './flow-media.js';
import { isOfList } from './of-list.js';
import { isRecordedBarred, lawAt } from '../campaign/plain-gate.js';
import type { AuditRow } from '../memory-store/disk.js';
import type { Evidence, PlacedCall } from './evidence.js';

/** Something of a flow is heard within this time. */
const HEARD_WITHIN_MS = 2_000;
/** After an outage a flow begins anew. */
const RECOVERY_MS = 60_000;

/**
 * Invariant 3: a flow speaks only to whom an agent gave to it, and where the law bars its voice, the person
 * had asked for it. Invariant 8: who is in a flow hears it.
 */
export function auditGivenFlows(evidence: Evidence): void {
  for (const placed of evidence.placed) auditSpoken(evidence, placed);
  for (const row of evidence.auditRows('conversation.moved'))
    if (row.detail['to'] === 'in-flow') auditHeard(evidence, row);
}

function auditSpoken(evidence: Evidence, { call, row }: PlacedCall): void {
  if (!row) return;
  const { attemptId } = call;
  const flows = evidence
    .allSettings(row.campaignId)
    .flatMap(({ conversations }) => conversations?.flows ?? []);
  for (const { name, flow } of flows) {
    const media = flowMedia(flow);
    const heard = call.heard.find(
      (hearing) => hearing.what === 'message' && hearing.media?.some((sound) => media.has(sound)),
    );
    if (!heard) continue;
    const given = evidence
      .auditRowsOf('conversation.flow', attemptId)
      .filter(({ detail }) => detail['what'] === 'given' && detail['flow'] === name);
    const check = (holds: boolean, what: string): void =>
      evidence.check(3, holds, what, attemptId, heard.from);
    check(given.length > 0, 'a flow spoke to a customer whom nobody gave to it');
    const wasAsked = given.some(({ detail }) => detail['asked'] === true) && flow.telemarketing !== true;
    if (wasAsked || !isOfList(row.mode)) continue;
    const law = lawAt(evidence.input.laws, row.decidedFor);
    const isBarred = isRecordedBarred(law, {
      mode: row.mode,
      voices: ['prerecorded'],
      lead: { phone: row.phone },
    });
    check(!isBarred, 'a flow spoke unasked to a person whom the law keeps from recorded voices');
  }
}

/** A customer who has come to a flow hears it, or the call is over. */
function auditHeard(evidence: Evidence, { detail, at, storedAt }: AuditRow): void {
  const attemptId = String(detail['attemptId']);
  const call = evidence.callsOf.get(attemptId)?.at(-1);
  const since = Math.min(at, storedAt);
  const until = since + HEARD_WITHIN_MS + evidence.ordersLateWithin(since, since + HEARD_WITHIN_MS);
  if (!call || (call.endedAt ?? Infinity) <= until) return;
  if (evidence.input.wallOffsets.length > 1) return;
  if (evidence.outageWithin(since - RECOVERY_MS, until) !== null) return;
  const isHeard = call.heard.some(
    ({ what, from, to }) => what === 'message' && from <= until && (to ?? Infinity) >= since,
  );
  evidence.check(8, isHeard, 'a customer who was given to a flow did not hear it', attemptId, since);
}
