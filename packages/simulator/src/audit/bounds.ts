/** The check of invariant 7: everything in flight is bounded, released and ended; the kill switch holds. */
import type { AttemptRow } from '../memory-store/disk.js';
import type { Evidence } from './evidence.js';

/** The kill switch stops everything within this. */
const KILL_MS = 1_000;

/**
 * A lead on an agent's screen may still be dialed when fewer lines are ordered meanwhile: it was granted its
 * line before.
 */
const GRANTED_MS = 90_000;

/**
 * Invariant 7: what is in flight is bounded; after the drain nothing is left: no call, no leg, no timer, no
 * campaign that runs.
 */
export function auditBounds(evidence: Evidence): void {
  const { leftovers, at, carrier } = evidence.input;
  evidence.check(
    7,
    leftovers.calls === 0,
    `${String(leftovers.calls)} calls were left after the drain`,
    undefined,
    at,
  );
  evidence.check(
    7,
    leftovers.legs === 0,
    `${String(leftovers.legs)} agents' legs were left after the drain`,
    undefined,
    at,
  );
  evidence.check(
    7,
    leftovers.timers === 0,
    `${String(leftovers.timers)} timers were left after the drain`,
    undefined,
    at,
  );
  evidence.check(
    7,
    leftovers.campaignsRunning.length === 0,
    `not stopped after the drain: ${leftovers.campaignsRunning.join(', ')}`,
    undefined,
    at,
  );
  for (const call of carrier.calls)
    evidence.check(7, call.endedAt !== undefined, 'the call never ended', call.attemptId, call.invitedAt);
  auditLines(evidence);
  auditRate(evidence);
  auditKilled(evidence);
}

/** Calls at once, within the settings in force. */
function auditLines(evidence: Evidence): void {
  const live = new Map<string, number[]>();
  for (const { call } of evidence.placed) {
    const settings = evidence.settingsAt(call.campaignId, call.invitedAt);
    if (!settings) continue;
    const ends = (live.get(call.campaignId) ?? []).filter((endedAt) => endedAt > call.invitedAt);
    ends.push(call.endedAt ?? Infinity);
    live.set(call.campaignId, ends);
    const lines = Math.max(
      settings.lines,
      evidence.settingsAt(call.campaignId, call.invitedAt - GRANTED_MS)?.lines ?? 0,
    );
    evidence.check(
      7,
      ends.length <= lines + inTransit(evidence, call.invitedAt),
      `more than ${String(lines)} calls at once`,
      call.attemptId,
      call.invitedAt,
    );
  }
}

/**
 * Calls a second, within the settings in force. The rate is spent when an attempt is opened; how long the
 * store takes to open it moves the INVITEs closer together, by no more than the life of a dial command.
 * Exempt are calls for which the rate was spent long before: those for an agent whose leg had to be rung
 * first. The trunk smooths those, and people's clicks.
 */
function auditRate(evidence: Evidence): void {
  const opened = new Map<string, number[]>();
  const invited = new Map<string, number[]>();
  for (const { call, row } of evidence.placed) {
    const settings = evidence.settingsAt(call.campaignId, call.invitedAt);
    if (!settings || !row || row.humanInitiated || isForLegFirst(evidence, row)) continue;
    const { dialCommandLifeMs } = settings;
    const before = evidence.settingsAt(call.campaignId, call.invitedAt - dialCommandLifeMs);
    const callsPerSecond = Math.max(settings.callsPerSecond, before?.callsPerSecond ?? 0);
    // A second's burst, and the second's own: a token bucket.
    const most = 2 * Math.max(1, callsPerSecond) + 1;
    const check = (seen: Map<string, number[]>, at: number, limit: number): void => {
      const second = [...(seen.get(call.campaignId) ?? []), at].filter(
        (other) => Math.abs(other - at) < 1_000,
      );
      seen.set(call.campaignId, second);
      const what = `more than ${String(callsPerSecond)} calls a second`;
      evidence.check(7, second.length <= limit, what, call.attemptId, call.invitedAt);
    };
    check(opened, row.openedAt, most);
    check(invited, call.invitedAt, most + Math.ceil((callsPerSecond * dialCommandLifeMs) / 1_000));
  }
}

function isForLegFirst(evidence: Evidence, { agentId, campaignId }: AttemptRow): boolean {
  return agentId !== undefined && evidence.allSettings(campaignId).some((each) => !each.persistentLegs);
}

/** After an outage calls may be up of which the engine does not know yet. */
function inTransit(evidence: Evidence, at: number): number {
  return evidence.outageWithin(at - 60_000, at) === null ? 0 : Infinity;
}

function auditKilled(evidence: Evidence): void {
  for (const { call } of evidence.placed) {
    const killed = evidence.input.killed.some(
      ({ from, to }) => call.invitedAt > from + KILL_MS && call.invitedAt < to,
    );
    evidence.check(7, !killed, 'a call was placed under the kill switch', call.attemptId, call.invitedAt);
  }
}
