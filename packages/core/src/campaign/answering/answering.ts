/** What happens to an answered call: machine or person, agent or call flow. */
import { invariant } from '../../invariant.js';
import { agentOf, releaseAgent } from '../agents/agents.js';
import { chooseAgent } from '../agents/choose-agent.js';
import type { MachineVerdict } from '../call/attempt.js';
import type { Call } from '../call/call.js';
import { moveTo } from '../call/calls.js';
import { isOver, isUnanswered } from '../call/stages.js';
import { cancelTimer, type Context, emit, send, setTimer } from '../context.js';
import { orderHangUp } from '../ending/hang-up.js';
import { countAbandoned } from './abandoning.js';
import { carryOutRequests, offerToAgent } from './connecting.js';
import { beginFlow } from './flows.js';

/** Machine detection without a verdict after this long counts as human. */
const DETECTION_MOST_MS = 6_000;

/** The called party's end answered, now or, where telephony learned of it late, at an earlier instant. */
export function answered(context: Context, call: Call, answeredAt: number = context.now): void {
  if (call.answeredAt !== undefined) return;
  if (!isUnanswered(call.stage) && call.stage !== 'ending') return;
  const earliest = call.dialedAt ?? call.openedAt;
  call.answeredAt = Math.min(Math.max(answeredAt, earliest), context.now);
  if (call.answeredAt < context.now) call.learnedLateMs = context.now - call.answeredAt;
  emit(context, { type: 'call.answered', attemptId: call.attemptId, leadId: call.lead.leadId });
  if (call.stage === 'ending') {
    hungUpOnAnswer(context, call);
    return;
  }
  if (call.detectMachine) {
    moveTo(context, call, 'detecting');
    setTimer(context, { kind: 'detection', attemptId: call.attemptId }, context.now + DETECTION_MOST_MS);
    return;
  }
  personAnswered(context, call);
}

/**
 * The call was answered while our hang-up was on its way. A person met silence, so the call counts as
 * abandoned.
 */
function hungUpOnAnswer(context: Context, call: Call): void {
  countLiveAnswer(context, call);
  countAbandoned(context, call);
}

/** The dialplan's own message is shorter than this. */
const FALLBACK_MOST_MS = 60_000;

/**
 * The call was answered while the dialer was away, and the dialplan played its own message. The call counts
 * as abandoned and ends by itself.
 */
export function fallbackPlayed(context: Context, call: Call): void {
  const { stage } = call;
  if (call.inbound) return;
  if (stage === 'opening' || stage === 'connected' || stage === 'in-flow' || isOver(stage)) return;

  for (const kind of ['deadline', 'detection'] as const)
    cancelTimer(context, { kind, attemptId: call.attemptId });
  call.answeredAt ??= context.now;
  if (call.liveAt === undefined) countLiveAnswer(context, call);
  countAbandoned(context, call);
  releaseAgent(context, call.agentId, call.attemptId);
  call.agentId = null;
  moveTo(context, call, 'ending');
  setTimer(context, { kind: 'expiry', attemptId: call.attemptId }, context.now + FALLBACK_MOST_MS);
}

/** Handles the verdict of machine detection, or its time-out ('unsure'). 'unsure' counts as human. */
export function detected(context: Context, call: Call, verdict: MachineVerdict): void {
  if (call.stage !== 'detecting') return;
  cancelTimer(context, { kind: 'detection', attemptId: call.attemptId });
  call.machineVerdict = verdict;
  const rule = context.state.settings.machineDetection;
  if (verdict !== 'machine' || !rule || rule.onMachine === 'agent') {
    personAnswered(context, call);
    return;
  }
  context.statistics.machines += 1;
  if (
    sampleIsDue(context, rule.sampleShare) &&
    (agentOf(context, call) !== null || chooseAgent(context, call.lead) !== null)
  ) {
    call.sampled = true;
    personAnswered(context, call);
    return;
  }
  context.governor.machine(context.now);
  if (call.countsForPacer)
    context.pacer.observe({ type: 'ended', callId: call.attemptId, outcome: 'machine', at: context.now });
  releaseAgent(context, call.agentId, call.attemptId);
  call.agentId = null;
  if (rule.onMachine === 'voicemail' && context.state.settings.voicemailFlow) {
    markMachine(context, call);
    carryOutRequests(
      context,
      call,
      beginFlow(context, call, 'voicemail', context.state.settings.voicemailFlow),
    );
  } else {
    orderHangUp(context, call);
  }
}

/** A message is to be left: after a crash nobody takes the machine for a person who waits. */
function markMachine(context: Context, { attemptId }: Call): void {
  const { campaignId } = context.state.settings;
  send(context, {
    port: 'journal',
    method: 'mark',
    command: { campaignId, attemptId, mark: 'machine', at: context.now },
  });
}

function sampleIsDue(context: Context, share: number): boolean {
  context.state.sampleAccrued += share;
  if (context.state.sampleAccrued < 1) return false;
  context.state.sampleAccrued -= 1;
  return true;
}

/** A live person is on the line. The connect grace starts. */
function personAnswered(context: Context, call: Call): void {
  const { settings } = context.state;
  countLiveAnswer(context, call);
  if (call.mode === 'agentless') {
    invariant(settings.agentlessFlow, 'an agentless call was dialed without a flow');
    carryOutRequests(context, call, beginFlow(context, call, 'agentless', settings.agentlessFlow));
    return;
  }
  moveTo(context, call, 'waiting');
  offerToAgent(context, call);
}

/** From when the grace of a live answer counts, epoch ms. */
function liveSince({ now }: Context, { answeredAt = now, detectMachine, learnedLateMs = 0 }: Call): number {
  const known = now - learnedLateMs;
  return detectMachine ? Math.min(known, answeredAt + DETECTION_MOST_MS) : known;
}

/**
 * Counts the live answer in every place that counts it. Silence before the campaign learned of the answer is
 * part of the connect grace, and so is what a verdict takes beyond its time, as after a stall of the process:
 * a call that is connected after it counts as abandoned.
 */
function countLiveAnswer(context: Context, call: Call): void {
  const { campaignId, connectGraceMs } = context.state.settings;
  call.liveAt = liveSince(context, call);
  call.deadlineAt = call.liveAt + connectGraceMs;
  context.statistics.liveAnswers += 1;
  context.governor.liveAnswer(context.now);
  send(context, {
    port: 'journal',
    method: 'mark',
    command: { campaignId, attemptId: call.attemptId, mark: 'live-answer', at: context.now },
  });
  if (call.countsForPacer)
    context.pacer.observe({
      type: 'answered',
      callId: call.attemptId,
      deadlineAt: Math.max(call.deadlineAt, context.now),
      at: context.now,
    });
}
