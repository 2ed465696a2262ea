/** The check of invariant 10: once the faults are over, who can dial dials. */
import type { Evidence } from './evidence.js';

/** Invariant 10: a campaign that could dial for a minute after its faults has dialed. */
export function auditResumption(evidence: Evidence): void {
  const { carrier, disk, idle } = evidence.input;
  for (const { campaignId, from, to } of idle) {
    const hasDialed =
      carrier.calls.some(
        (call) => call.campaignId === campaignId && call.invitedAt >= from && call.invitedAt <= to,
      ) ||
      [...disk.attempts.values()].some(
        (row) => row.campaignId === campaignId && row.storedAt >= from && row.storedAt <= to,
      );
    evidence.check(10, hasDialed, 'dialing did not resume after the faults', campaignId, from);
  }
}
