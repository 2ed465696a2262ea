/** The end of a call's channel: the outcome is determined, and agent and line become free. */
import { releaseAgent } from '../agents/agents.js';
import { countAbandoned } from '../answering/abandoning.js';
import { endFlow } from '../answering/flows.js';
import type { Call } from '../call/call.js';
import { type HangupCause, type Outcome, outcomeOfUnanswered, OUTCOMES } from '../call/outcomes.js';
import { isOver } from '../call/stages.js';
import type { Context } from '../context.js';
import { outsideEnded } from '../conversation/outside-facts.js';
import { callerEnded } from '../inbound/ending.js';
import { targetOf } from '../settings.js';
import { closeAttempt } from './closing.js';
import { startWrapUp } from './wrap-up.js';

/**
 * The call's channel ended, by our order or not. The line is free, the outcome is determined, and the agent
 * wraps up.
 */
export function callEnded(context: Context, call: Call, cause: HangupCause): void {
  if (call.stage === 'opening' || isOver(call.stage)) return;
  call.cause = cause;
  call.endedAt = context.now;
  if (call.flow) endFlow(context, call);
  if (call.outside) return outsideEnded(context, call, call.outside);
  // A caller whose agent was lost in a crash waits in the queue again, and may hang up there.
  if (call.connectedAt !== undefined && call.stage !== 'queued') {
    startWrapUp(context, call);
    return;
  }
  if (call.inbound) return callerEnded(context, call, call.inbound);
  const outcome =
    call.answeredAt === undefined ? unanswered(context, call, cause) : answeredOutcome(context, call);
  releaseAgent(context, call.agentId, call.attemptId);
  closeAttempt(context, call, outcome);
}

/** The outcome of a call that was not answered, from the one table of outcomes. */
function unanswered(context: Context, call: Call, cause: HangupCause): Outcome {
  const outcome = outcomeOfUnanswered(cause, call.ringingAt !== undefined);
  const forPacer = OUTCOMES[outcome].pacer;
  if (call.countsForPacer && forPacer !== null)
    context.pacer.observe({ type: 'ended', callId: call.attemptId, outcome: forPacer, at: context.now });
  context.statistics.ended += 1;
  return outcome;
}

/** The outcome of an answered call that never had an agent. */
function answeredOutcome(context: Context, call: Call): Outcome {
  context.statistics.ended += 1;
  if (call.liveAt === undefined && call.machineVerdict !== 'machine') hungUpDuringDetection(context, call);
  if (metSilence(context, call)) countAbandoned(context, call);
  if (call.abandoned) return 'abandoned';
  if (call.liveAt === undefined)
    return call.flow?.kind === 'voicemail' && call.flow.heard ? 'voicemail' : 'machine';
  if (call.flow?.kind === 'agentless') return agentlessOutcome(context, call);
  return reneged(context, call);
}

/**
 * Whether a live answer ended without an agent and without a message, by our order or after its deadline. It
 * counts as abandoned. Source: 47 CFR 64.1200(a)(7), not transferred within two seconds.
 */
function metSilence(context: Context, call: Call): boolean {
  if (call.liveAt === undefined || call.flow !== null) return false;
  return call.hangUp !== null || (call.deadlineAt !== undefined && context.now > call.deadlineAt);
}

/**
 * The called party hung up before machine detection had a verdict. The call counts as a live answer, and as
 * abandoned when it lasted longer than the connect grace.
 */
function hungUpDuringDetection(context: Context, call: Call): void {
  call.liveAt = call.answeredAt ?? context.now;
  context.statistics.liveAnswers += 1;
  context.governor.liveAnswer(context.now);
  if (call.countsForPacer)
    context.pacer.observe({ type: 'answered', callId: call.attemptId, at: context.now });
  if (context.now - call.liveAt > context.state.settings.connectGraceMs) countAbandoned(context, call);
}

function agentlessOutcome(context: Context, call: Call): Outcome {
  if (call.countsForPacer)
    context.pacer.observe({ type: 'ended', callId: call.attemptId, outcome: 'hung-up', at: context.now });
  if (call.flow?.heard || call.learned.length > 0) return 'message-delivered';
  context.statistics.reneged += 1;
  return 'reneged';
}

function reneged(context: Context, call: Call): Outcome {
  context.statistics.reneged += 1;
  if (call.countsForPacer)
    context.pacer.observe({ type: 'ended', callId: call.attemptId, outcome: 'reneged', at: context.now });
  return 'reneged';
}

/**
 * Corrects the pacer's target for machines that reach agents. The pacer counts every answer that reaches an
 * agent, machines included. Its target must be smaller by the share of machines to hold the target among
 * people.
 */
export function correctTargetForMachines(context: Context): void {
  const { statistics, state } = context;
  const answers = statistics.liveAnswers + statistics.machinesToAgents;
  if (
    statistics.machinesToAgents === 0 ||
    answers < CORRECT_FROM_ANSWERS ||
    context.now - state.targetCorrectedAt < CORRECTION_INTERVAL_MS
  )
    return;
  state.targetCorrectedAt = context.now;
  context.pacer.configure(
    { abandonment: { target: targetOf(state.settings) * (statistics.liveAnswers / answers) } },
    context.now,
  );
}

const CORRECT_FROM_ANSWERS = 50;

const CORRECTION_INTERVAL_MS = 60_000;
