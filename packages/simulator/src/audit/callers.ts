/** The check of invariant 9: who calls us is never lost, never in silence, and served in their turn. */
import type { CallerRecord, CarrierCallRecord } from '../carrier/carrier-log.js';
import type { AttemptRow } from '../memory-store/disk.js';
import type { Evidence } from './evidence.js';

/** No caller is in silence for longer. */
const SILENCE_MOST_MS = 2_000;
/** The way of facts and orders. */
const SLACK_MS = 1_000;
/** The engine gives an order to connect up after this long. An agent who is reported later did not serve. */
const CONNECT_MOST_MS = 5_000;
/** After an outage: taking the campaign, asking for the fates, music again. */
const RECOVERY_MS = 60_000;

/** A caller who was admitted. */
interface Admitted {
  readonly call: CarrierCallRecord;
  readonly row: AttemptRow;
  readonly arrivedAt: number;
  /** From the answer until an agent is ordered onto the call, or its end. */
  readonly waits: { readonly from: number; readonly to: number };
}

/**
 * Invariant 9: every call that comes in is refused, given up by its caller, or admitted. An admitted one is
 * in the journal first, has one ending, and is never in silence. Nobody waits while an agent who may take
 * them gets another call, and who has waited longest comes first.
 */
export function auditCallers(evidence: Evidence): void {
  const admitted: Admitted[] = [];
  for (const caller of evidence.input.carrier.callers) {
    const { inboundId, arrivedAt, call } = caller;
    const isOver =
      caller.refusedAt !== undefined || caller.goneAt !== undefined || call?.endedAt !== undefined;
    evidence.check(9, isOver, 'a caller was lost', inboundId, arrivedAt);
    if (!call) continue;
    const row = evidence.input.disk.attempts.get(call.attemptId);
    auditJournal(evidence, call, row);
    auditSilence(evidence, call);
    if (row) admitted.push({ call, row, arrivedAt, waits: waitOf(caller, call) });
  }
  auditTurns(evidence, admitted);
}

function waitOf({ arrivedAt }: CallerRecord, call: CarrierCallRecord): Admitted['waits'] {
  return {
    // The engine knows of a caller who waits when it is told of the answer.
    from: Math.max(call.answeredAt ?? arrivedAt, call.reachedEngineAt['call.answered'] ?? Infinity),
    to: Math.min(call.connectOrders[0] ?? Infinity, call.endedAt ?? Infinity),
  };
}

function auditJournal(evidence: Evidence, call: CarrierCallRecord, row: AttemptRow | undefined): void {
  const check = (holds: boolean, what: string): void =>
    evidence.check(9, holds, what, call.attemptId, call.invitedAt);
  const answeredAt = call.answeredAt ?? call.invitedAt;
  check(row?.mode === 'inbound', 'a caller was answered who is not in the journal');
  check((row?.storedAt ?? 0) <= answeredAt, 'a caller was answered before they were in the journal');
  const heardAgent = call.heard.some(({ what }) => what === 'agent');
  const ending = row?.result?.callerEnding;
  const isOutage = evidence.outageWithin(answeredAt, (call.endedAt ?? answeredAt) + RECOVERY_MS) !== null;
  check(ending !== undefined, 'a caller has no ending');
  if (isOutage || !wasToldInTime(call))
    check(heardAgent || ending !== 'served', 'a caller counts as served whom nobody talked to');
  else check(ending === 'served', `an agent talked to a caller who counts as '${String(ending)}'`);
}

/** The report that an agent was connected came before the engine had given the agent up. */
function wasToldInTime({ connectOrders, reachedEngineAt }: CarrierCallRecord): boolean {
  const told = reachedEngineAt['call.connected'];
  if (told === undefined) return false;
  const ordered = connectOrders.findLast((at) => at <= told);
  return ordered !== undefined && told - ordered < CONNECT_MOST_MS;
}

function auditSilence(evidence: Evidence, call: CarrierCallRecord): void {
  const { attemptId, heard, endedAt, playsReportedAt } = call;
  for (const { what, from, to } of heard) {
    const end = to ?? endedAt ?? from;
    if (what !== 'silence') continue;
    const isOutage = evidence.outageWithin(from - RECOVERY_MS, end) !== null;
    // The engine puts a caller back to the music when it learns that the announcement has ended.
    const wasTold = playsReportedAt.some((at) => at >= from && at <= from + SLACK_MS);
    const holds = end - from <= SILENCE_MOST_MS || isOutage || !wasTold;
    evidence.check(9, holds, 'a caller was left in silence', attemptId, from);
  }
}

/** Endings by a flow: what the caller hears then is not a wait. */
const BY_FLOW: ReadonlySet<string> = new Set(['callback', 'overflow', 'closed']);

function auditTurns(evidence: Evidence, admitted: readonly Admitted[]): void {
  // A clock that was set makes instants of store and carrier incomparable.
  if (evidence.input.wallOffsets.length > 1) return;
  const waiting = admitted.filter(
    ({ row }) => row.lead.skills.length === 0 && !BY_FLOW.has(row.result?.callerEnding ?? ''),
  );
  for (const caller of waiting) {
    const { attemptId } = caller.call;
    const passes = (at: number): boolean =>
      caller.waits.from + SLACK_MS < at &&
      at < caller.waits.to - SLACK_MS &&
      evidence.outageWithin(caller.waits.from - RECOVERY_MS, at + RECOVERY_MS) === null;
    const passedBy = admitted.find(
      (other) =>
        other.row.campaignId === caller.row.campaignId &&
        other.arrivedAt > caller.arrivedAt + SLACK_MS &&
        other.call.connectOrders.some(passes),
    );
    evidence.check(
      9,
      passedBy === undefined || !hasLegs(evidence, caller.row.campaignId),
      'a caller was taken before one who had waited for longer',
      attemptId,
    );
    const dialed = takesCallers(evidence, caller.row.campaignId)
      ? evidence.placed.find(
          ({ row }) =>
            isNewWork(row, caller.row) &&
            takesCallers(evidence, ownCampaignOf(evidence, row)) &&
            passes(row.openedAt),
        )
      : undefined;
    evidence.check(
      9,
      dialed === undefined || !hasLegs(evidence, caller.row.campaignId),
      'an agent was given a new call while a caller waited',
      attemptId,
      dialed?.row?.openedAt,
    );
  }
}

/** Whether the agents of a campaign take callers at all: some dial only. */
function takesCallers(evidence: Evidence, campaignId: string): boolean {
  return evidence.allSettings(campaignId).every(({ inbound }) => inbound?.work !== 'outbound');
}

/** The campaign at which the agent of a call logged in: they take what its agents take. */
function ownCampaignOf({ input }: Evidence, { agentId, campaignId }: AttemptRow): string {
  const logIn = input.disk.audit.findLast(
    ({ kind, detail }) => kind === 'agent.logged-in' && detail['agentId'] === agentId,
  );
  return logIn?.campaignId ?? campaignId;
}

/** A call that was dialed for an agent who was free, and that nobody was promised. */
function isNewWork(row: AttemptRow | undefined, { campaignId }: AttemptRow): row is AttemptRow {
  return (
    row?.campaignId === campaignId &&
    row.agentId !== undefined &&
    row.mode === 'progressive' &&
    row.lead.reason !== 'callback'
  );
}

/** Where legs are rung first, an agent may be on their way to a caller, and the carrier does not know. */
function hasLegs(evidence: Evidence, campaignId: string): boolean {
  return evidence.allSettings(campaignId).every(({ persistentLegs }) => persistentLegs);
}
