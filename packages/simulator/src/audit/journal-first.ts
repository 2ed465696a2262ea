/** The check of invariant 6: the journal comes before the call, and no call exceeds a cap. */
import type { CarrierCallRecord } from '../carrier/carrier-log.js';
import type { AttemptRow } from '../memory-store/disk.js';
import type { Evidence } from './evidence.js';
import { isOfList } from './of-list.js';

const DAY_MS = 86_400_000;

/**
 * Invariant 6: the journal comes before the call; after any crash there is no orphan call and no call
 * beyond a cap.
 */
export function auditJournalFirst(evidence: Evidence): void {
  const seen = new Set<string>();
  for (const { call, row } of evidence.placed) {
    const check = (holds: boolean, what: string): void =>
      evidence.check(6, holds, what, call.attemptId, call.invitedAt);
    check(row !== undefined, 'a call without an attempt in the journal');
    check(
      row === undefined || row.storedAt <= call.invitedAt,
      'the call was placed before its attempt was in the journal',
    );
    check(
      (row?.closedStoredAt ?? Infinity) >= call.invitedAt,
      'the call was placed after its attempt was closed',
    );
    check(!seen.has(call.attemptId), 'two calls of one attempt');
    seen.add(call.attemptId);
  }
  auditCaps(evidence);
}

/** Calls of which the engine knew, or had to assume, that they reached the called party. */
function reached(call: CarrierCallRecord): boolean {
  return (
    call.reachedEngineAt['call.ringing'] !== undefined || call.reachedEngineAt['call.answered'] !== undefined
  );
}

function auditCaps(evidence: Evidence): void {
  const byLead = new Map<string, { readonly call: CarrierCallRecord; readonly row: AttemptRow }[]>();
  for (const { call, row } of evidence.placed) {
    if (!row || !isOfList(row.mode) || !reached(call)) continue;
    const calls = byLead.get(row.lead.leadId);
    if (calls) calls.push({ call, row });
    else byLead.set(row.lead.leadId, [{ call, row }]);
  }
  for (const calls of byLead.values()) {
    for (const [index, { call, row }] of calls.entries()) {
      const most = Math.max(...evidence.allSettings(row.campaignId).map(({ retry }) => retry.mostPerDay));
      const lifetime = Math.max(
        ...evidence.allSettings(row.campaignId).map(({ retry }) => retry.mostAttempts),
      );
      const recent = calls
        .slice(0, index)
        .filter((earlier) => (earlier.call.endedAt ?? 0) > call.invitedAt - DAY_MS).length;
      // A scheduled callback is placed whatever the count of the day.
      evidence.check(
        6,
        recent < most || row.lead.reason === 'callback',
        `more than ${String(most)} calls to one lead in 24 hours`,
        call.attemptId,
        call.invitedAt,
      );
      evidence.check(
        6,
        index < lifetime || row.lead.reason === 'callback',
        `more than ${String(lifetime)} calls to one lead`,
        call.attemptId,
        call.invitedAt,
      );
    }
  }
}
