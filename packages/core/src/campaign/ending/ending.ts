/** A call whose channel is gone: its outcome is read, and agent and line become free. */
import { releaseAgent } from '../agents/agents.js';
import { countAbandoned } from '../answering/abandoning.js';
import { endFlow } from '../answering/flows.js';
import type { Call } from '../call/call.js';
import { type HangupCause, type Outcome, outcomeOfUnanswered, OUTCOMES } from '../call/outcomes.js';
import { isOver } from '../call/stages.js';
import type { Context } from '../context.js';
import { targetOf } from '../settings.js';
import { closeAttempt } from './closing.js';
import { startWrapUp } from './wrap-up.js';

/** A call's channel is gone, by whosever hand: the slot is free, the outcome is read, the agent wraps up. */
export function callEnded(context: Context, call: Call, cause: HangupCause): void {
  if (call.stage === 'opening' || isOver(call.stage)) return;
  call.cause = cause;
  call.endedAt = context.now;
  if (call.flow) endFlow(context, call);
  if (call.connectedAt !== undefined) {
    startWrapUp(context, call);
    return;
  }
  const outcome =
    call.answeredAt === undefined ? unanswered(context, call, cause) : answeredOutcome(context, call);
  releaseAgent(context, call.agentId, call.attemptId);
  closeAttempt(context, call, outcome);
}

/** Nobody picked up: by the one table. */
function unanswered(context: Context, call: Call, cause: HangupCause): Outcome {
  const outcome = outcomeOfUnanswered(cause, call.ringingAt !== undefined);
  const forPacer = OUTCOMES[outcome].pacer;
  if (call.paced && forPacer !== null)
    context.pacer.observe({ type: 'ended', callId: call.attemptId, outcome: forPacer, at: context.now });
  context.statistics.ended += 1;
  return outcome;
}

/** Somebody or something picked up, and no agent ever had the call. */
function answeredOutcome(context: Context, call: Call): Outcome {
  context.statistics.ended += 1;
  if (call.liveAt === undefined && call.machineVerdict !== 'machine') hungUpDuringDetection(context, call);
  // Ended by our own order before anybody or anything spoke: the called party met silence, and that is ours
  // to count.
  if (call.liveAt !== undefined && call.hangUp !== null && call.flow === null) countAbandoned(context, call);
  if (call.abandoned) return 'abandoned';
  if (call.liveAt === undefined)
    return call.flow?.kind === 'voicemail' && call.flow.heard ? 'voicemail' : 'machine';
  if (call.flow?.kind === 'agentless') return agentlessOutcome(context, call);
  return reneged(context, call);
}

/**
 * The called party left before machine detection had spoken: a person by all doubt, abandoned if that took
 * longer than the grace.
 */
function hungUpDuringDetection(context: Context, call: Call): void {
  call.liveAt = call.answeredAt ?? context.now;
  context.statistics.liveAnswers += 1;
  context.governor.liveAnswer(context.now);
  if (call.paced) context.pacer.observe({ type: 'answered', callId: call.attemptId, at: context.now });
  if (context.now - call.liveAt > context.state.settings.connectGrace) countAbandoned(context, call);
}

function agentlessOutcome(context: Context, call: Call): Outcome {
  if (call.paced)
    context.pacer.observe({ type: 'ended', callId: call.attemptId, outcome: 'hung-up', at: context.now });
  if (call.flow?.heard || call.learned.length > 0) return 'message-delivered';
  context.statistics.reneged += 1;
  return 'reneged';
}

function reneged(context: Context, call: Call): Outcome {
  context.statistics.reneged += 1;
  if (call.paced)
    context.pacer.observe({ type: 'ended', callId: call.attemptId, outcome: 'reneged', at: context.now });
  return 'reneged';
}

/**
 * Steers the pacer to the target among people: it counts every answer that reaches an agent, machines too,
 * and with a share of machines its target must be smaller by that share.
 */
export function steerAmongPeople(context: Context): void {
  const { statistics, state } = context;
  const answers = statistics.liveAnswers + statistics.machinesToAgents;
  if (
    statistics.machinesToAgents === 0 ||
    answers < STEER_FROM_ANSWERS ||
    context.now - state.steeredAt < STEER_MS
  )
    return;
  state.steeredAt = context.now;
  context.pacer.configure(
    { abandonment: { target: targetOf(state.settings) * (statistics.liveAnswers / answers) } },
    context.now,
  );
}

const STEER_FROM_ANSWERS = 50;

const STEER_MS = 60_000;
