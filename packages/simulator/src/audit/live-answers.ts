/** The check of invariant 4: every live answer gets an agent, its flow, or the message in time. */
import type { CarrierCallRecord } from '../carrier/carrier-log.js';
import type { AttemptRow } from '../memory-store/disk.js';
import { firstHeard, liveSince, type Evidence } from './evidence.js';
import { isOfList } from './of-list.js';

/** Orders take a moment to be carried out. */
const SLACK_MS = 50;
/**
 * An agent ordered onto the call by the deadline may be heard this much later; such a call counts as
 * abandoned.
 */
const LATE_CONNECT_MS = 1_200;
/** After an outage: taking the campaign, asking for the fates, playing the message. */
const RECOVERY_MS = 30_000;

/**
 * Invariant 4: a live answer has an agent (or its flow) by its deadline, or hears the message then and is
 * counted.
 */
export function auditLiveAnswers(evidence: Evidence): void {
  for (const { call, row } of evidence.placed) {
    if (call.answeredAt === undefined || !row || !isOfList(row.mode)) continue;
    const live = liveSince(call);
    if (call.fallbackAt !== undefined && call.fate === 'human') auditFallback(evidence, call, row);
    else if (live !== null) auditDeadline(evidence, call, row, live);
  }
}

/** Nobody was in control: our dialplan spoke, and the attempt must be counted. */
function auditFallback(evidence: Evidence, call: CarrierCallRecord, row: AttemptRow): void {
  const at = call.fallbackAt;
  const silent = (call.fallbackAt ?? 0) - (call.answeredAt ?? 0);
  if (liveSince(call) === null)
    evidence.check(
      4,
      silent <= SLACK_MS,
      'answered into silence while nobody was in control',
      call.attemptId,
      at,
    );
  evidence.check(
    4,
    row.result?.abandoned === true,
    'heard our message for want of a dialer, and is not counted as abandoned',
    call.attemptId,
    at,
  );
}

function auditDeadline(evidence: Evidence, call: CarrierCallRecord, row: AttemptRow, live: number): void {
  const grace =
    row.mode === 'agentless'
      ? 0
      : Math.max(...evidence.allSettings(row.campaignId).map((settings) => settings.connectGraceMs));
  const inTime = live + grace + SLACK_MS;
  const deadline = inTime + evidence.ordersLateWithin(live, inTime);
  const endedAt = call.endedAt ?? Infinity;
  const agent = firstHeard(call, 'agent');
  const message = firstHeard(call, 'message', 'fallback');
  const heard = Math.min(agent ?? Infinity, message ?? Infinity);
  if (heard <= deadline) {
    if (message !== null && agent === null && row.mode !== 'agentless') counted(evidence, call, row);
    else evidence.check(4, true, '');
    return;
  }
  if (endedAt <= deadline) {
    const hungUpOn =
      call.endedBy === 'us' &&
      row.result?.abandoned !== true &&
      evidence.outageWithin(call.answeredAt ?? live, endedAt) === null;
    evidence.check(
      4,
      !hungUpOn,
      'we hung up on a live answer in silence, and did not count it',
      call.attemptId,
      call.answeredAt,
    );
    return;
  }
  const lateConnect = call.connectOrders.some((at) => at <= deadline) ? LATE_CONNECT_MS : 0;
  const outage = evidence.outageWithin(call.answeredAt ?? live, deadline + lateConnect);
  const latest = outage === null ? deadline + lateConnect : Math.max(deadline, outage) + RECOVERY_MS;
  evidence.check(
    4,
    Math.min(heard, endedAt) <= latest,
    'a live answer was left in silence past its deadline',
    call.attemptId,
    live,
  );
  // The flow was ordered in time but an outage delayed it; the engine cannot know that.
  if (row.mode === 'agentless' && (message !== null || outage !== null)) return;
  if (outage === null || row.marks.liveAnswerAt !== undefined) counted(evidence, call, row);
}

function counted(evidence: Evidence, call: CarrierCallRecord, row: AttemptRow): void {
  evidence.check(
    4,
    row.result?.abandoned === true && row.result.liveAnswer,
    'a live answer without an agent in time is not counted as abandoned',
    call.attemptId,
    call.answeredAt,
  );
}
