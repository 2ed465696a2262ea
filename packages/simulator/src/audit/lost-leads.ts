/**
 * The check of invariant 1: no lead is lost, and every attempt has one outcome, which agrees with the call.
 */
import type { Outcome } from '@outdial/core';
import type { CarrierCallRecord } from '../carrier/carrier-log.js';
import type { AttemptRow } from '../memory-store/disk.js';
import type { Evidence } from './evidence.js';
import { isOfList } from './of-list.js';

/** Endings that say somebody or something answered. */
const ANSWERED: ReadonlySet<Outcome> = new Set([
  'conversation',
  'abandoned',
  'reneged',
  'message-delivered',
  'machine',
  'voicemail',
]);
/** Outcomes of an attempt whose end the engine did not learn. */
const LOST_SIGHT: readonly Outcome[] = ['unknown', 'no-answer', 'cancelled', 'congestion', 'failed'];

/**
 * Invariant 1: no lead is lost. Every claim has ended, every attempt has one outcome, and the outcome is what
 * happened.
 */
export function auditLostLeads(evidence: Evidence): void {
  const { leads, attempts } = evidence.input.disk;
  for (const [leadId, row] of leads)
    evidence.check(1, row.claim === null, 'the lead is still claimed after the drain', leadId, row.claim?.at);
  for (const [attemptId, row] of attempts) {
    evidence.check(1, row.result !== null, 'the attempt has no outcome', attemptId, row.storedAt);
    if (row.result && isOfList(row.mode)) checkOutcome(evidence, row, row.result.outcome);
  }
}

function checkOutcome(evidence: Evidence, row: AttemptRow, outcome: Outcome): void {
  const call = evidence.callsOf.get(row.attemptId)?.[0];
  if (!call) {
    evidence.check(
      1,
      outcome === 'cancelled' || outcome === 'unknown',
      `no call left, yet the outcome is '${outcome}'`,
      row.attemptId,
      row.storedAt,
    );
  } else if (call.answeredAt === undefined) {
    checkUnanswered(evidence, call, outcome);
  } else if (
    (call.reachedEngineAt['call.answered'] ?? Infinity) < (call.reachedEngineAt['call.ended'] ?? -Infinity)
  ) {
    const heard = call.heard.some(({ what }) => what === 'agent');
    // When the process died before it stored the end, the outcome may be unknown.
    const lostSight = outcome === 'unknown' && call.reachedEngineAt['call.reconciled'] !== undefined;
    evidence.check(
      1,
      ANSWERED.has(outcome) || lostSight,
      `answered, yet the outcome is '${outcome}'`,
      row.attemptId,
      call.answeredAt,
    );
    evidence.check(
      1,
      heard || outcome !== 'conversation',
      'a conversation that nobody had',
      row.attemptId,
      call.answeredAt,
    );
  }
}

function checkUnanswered(evidence: Evidence, call: CarrierCallRecord, outcome: Outcome): void {
  const { attemptId } = call;
  evidence.check(
    1,
    !ANSWERED.has(outcome),
    `nobody answered, yet the outcome is '${outcome}'`,
    attemptId,
    call.invitedAt,
  );
  if (
    call.reachedEngineAt['call.ended'] === undefined ||
    call.endedBy !== 'far' ||
    call.reachedEngineAt['call.reconciled'] !== undefined
  )
    return;
  const expected = OUTCOME_OF_FATE[call.fate];
  if (expected)
    evidence.check(
      1,
      outcome === expected || LOST_SIGHT.includes(outcome),
      `the network said '${call.fate}', the outcome is '${outcome}'`,
      attemptId,
      call.endedAt,
    );
}

/** What the network's endings mean, written down apart from the engine's table. */
const OUTCOME_OF_FATE: Partial<Record<CarrierCallRecord['fate'], Outcome>> = {
  invalid: 'invalid-number',
  busy: 'busy',
  congestion: 'congestion',
  blocked: 'blocked',
  rejected: 'rejected',
  'no-answer': 'no-answer',
};
